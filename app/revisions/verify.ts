import { type ModelFile, openModelFile, readModel } from "../../db/model-file.ts";
import { differencesBetween, type LineDifference } from "../../models/analysis/recompute.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { type Recomputation, readComputation } from "../../models/compile/stored.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { settlePacks } from "../files/packs.ts";
import { findRevision } from "./find.ts";
import { readHeadline, type Unreproduced, unreproducedBy } from "./headline.ts";
import { type SealTold, sealsTold } from "./log.ts";

export interface VerifiedScenario {
  readonly id: string;
  readonly lines: number;
  /** Lines that today's mechanisms and rule packs compute otherwise. */
  readonly differences: readonly LineDifference[];
  /** Why today's mechanisms cannot compute it. */
  readonly problems: readonly Problem[];
}

/** Whether the results a revision was saved with come out again. */
export interface Reproduction {
  /** How many figures were kept. */
  readonly figures: number;
  readonly differing: readonly Unreproduced[];
}

/** A revision computed from what the file itself holds. Its chain was checked, entry by entry and text by text, when the file was opened. */
export interface Verification {
  readonly revision: string;
  readonly createdAt: string;
  /** Everything that happened to the file, and the hash of the last of it: what a submitted plan prints. */
  readonly chain: { readonly revisions: number; readonly entries: number; readonly hash: string };
  readonly seals: readonly SealTold[];
  /** Whether the hash asked for is that of an entry of the chain, and how many entries have been added since. */
  readonly against?: { readonly found: boolean; readonly since: number };
  /** Absent where the revision keeps no results. */
  readonly reproduction?: Reproduction;
  /** Why it cannot be: no lines were stored, or their language is no longer computed. */
  readonly cannot?: Problem;
  readonly scenarios: readonly VerifiedScenario[];
}

const ANSWERS = new Set(["file.no_declarations", "file.language_gone"]);

export interface VerifyOptions {
  /** As a person names it; the newest where left out. */
  readonly revision?: string | undefined;
  /** A hash that was printed, or the beginning of one; blanks are left out. */
  readonly against?: string | undefined;
}

/**
 * Recomputes a revision of a model file from its own lines and values: do the results it was saved with come out again, and what would
 * today's mechanisms give instead? A file whose chain does not hold is refused, naming the revision or entry.
 */
export async function verifyModel(path: string, options: VerifyOptions = {}): Promise<Result<Verification>> {
  const file = await openWhole(path, options.revision);
  if (!file.ok) return file;
  const { revision } = file.value;
  const head = { revision: revision.id, createdAt: revision.createdAt, ...historyOf(file.value, options.against) };
  const stored = readComputation({ lines: revision.graph, inputs: revision.inputs }, path);
  if (!stored.ok) {
    const cannot = stored.problems.find(({ code }) => ANSWERS.has(code));
    return cannot === undefined ? stored : succeed({ ...head, cannot, scenarios: [] });
  }
  const content = readModel(file.value, path);
  if (!content.ok) return content;
  const parsed = parseDocument(content.value.document, mechanisms);
  if (!parsed.ok) return parsed;
  const document = settlePacks(parsed.value.document, revision.packs);
  const shelf = new GraphShelf(mechanisms);
  const reproduction = reproductionOf(revision.results, stored.value);
  const scenarios = [...stored.value].map(([id, own]): VerifiedScenario => {
    const today = prepareScenario(document, id, shelf);
    const computation = own();
    if (!today.ok) return { id, lines: computation.graph.lines.length, differences: [], problems: today.problems };
    return { id, ...differencesBetween(computation, today.value), problems: [] };
  });
  return succeed({ ...head, ...(reproduction === undefined ? {} : { reproduction }), scenarios });
}

async function openWhole(path: string, name: string | undefined): Promise<Result<ModelFile>> {
  const head = await openModelFile(path, { whole: true });
  if (!head.ok || name === undefined) return head;
  const id = findRevision(head.value, name);
  return id.ok ? openModelFile(path, { revision: id.value }) : id;
}

function historyOf(file: ModelFile, against: string | undefined): Pick<Verification, "chain" | "seals" | "against"> {
  const { revisions, entries } = file;
  const chain = { revisions: revisions.length, entries: entries.length, hash: entries.at(-1)?.hash ?? "" };
  if (against === undefined) return { chain, seals: sealsTold(file) };
  const printed = against.replace(/\s/g, "").toLowerCase();
  const place = printed.length < HASH_LEAST ? -1 : entries.findIndex(({ hash }) => hash.startsWith(printed));
  const since = place < 0 ? 0 : entries.length - 1 - place;
  return { chain, seals: sealsTold(file), against: { found: place >= 0, since } };
}

/** Fewer digits of a hash prove nothing. */
const HASH_LEAST = 16;

function reproductionOf(results: string | null, stored: Recomputation): Reproduction | undefined {
  const headline = results === null ? undefined : readHeadline(results);
  const own = headline && stored.get(headline.scenario);
  if (headline === undefined || own === undefined) return undefined;
  return { figures: Object.keys(headline.lines).length, differing: unreproducedBy(headline, own()) };
}
