import { actsOf } from "../../db/chain/acts.ts";
import { type ModelFile, openModelFile, readModel } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import type { Unlock } from "../../db/vault/vault.ts";
import { differencesBetween, type LineDifference } from "../../models/analysis/recompute.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { type Recomputation, readComputation } from "../../models/compile/stored.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { BASE_SCENARIO } from "../../models/document/scenario.ts";
import type { RecordOptions } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { brokenLock } from "../bids/locks.ts";
import type { ResultFaultView, VerificationView } from "../contract.ts";
import { settlePacks } from "../files/packs.ts";
import { recordResultsOf } from "../model/results.ts";
import { appProblem } from "../problems.ts";
import { changedVerdicts, faultsIn, headlineAt, unproven } from "./faults.ts";
import { findRevision } from "./find.ts";
import { type Headline, headlineIn, type Unreproduced, unreproducedBy } from "./headline.ts";
import { type ActTold, type SealTold, sealsTold } from "./log.ts";

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
  /** What the program entered of what it did: bids opened, sheets locked. */
  readonly acts: readonly ActTold[];
  /** What was saved after the last valid signature, and could be made up anew; absent where there is no valid signature, or nothing since. */
  readonly unsigned?: { readonly revisions: number; readonly entries: number };
  /** Work that was not saved yet: it is not part of the chain, and nothing proves it. */
  readonly draft?: { readonly author: string; readonly at: string };
  /** Steps that could be undone or done again, where there are any: they are no part of the chain either. */
  readonly undo?: number;
  /** Whether the hash asked for is that of an entry of the chain, and how many entries have been added since. */
  readonly against?: { readonly found: boolean; readonly since: number };
  /** Absent where the revision keeps no results, or none that could be computed again: then its faults say so. */
  readonly reproduction?: Reproduction;
  readonly faults: readonly ResultFaultView[];
  /** Verdicts as saved beside those of today; absent where there is nothing to compare. */
  readonly verdicts?: VerificationView["verdicts"];
  /** Why it cannot be: a portfolio, no lines stored, or their language is no longer computed. */
  readonly cannot?: Problem;
  readonly scenarios: readonly VerifiedScenario[];
}

const ANSWERS = new Set(["file.no_declarations", "file.language_gone"]);

export interface VerifyOptions {
  /** As a person names it; the newest where left out. */
  readonly revision?: string | undefined;
  /** A hash that was printed, or the beginning of one; blanks are left out. */
  readonly against?: string | undefined;
  /** What opens a file that is locked by a passphrase. */
  readonly unlock?: Unlock | undefined;
}

/** What is looked at of a file, or of a revision of it. */
export type Verifiable = Pick<StoredModel, "revision" | "revisions" | "entries"> &
  Partial<Pick<StoredModel, "draft" | "history">>;

interface VerifyHooks extends RecordOptions {
  readonly shelf?: GraphShelf;
  /** Told what the lines of the file are called. */
  readonly labels?: Map<string, Text>;
}

/**
 * Recomputes a revision of a model file from its own lines and values: do the results it was saved with come out again, and what would
 * today's mechanisms give instead? A file whose chain does not hold is refused, naming the revision or entry.
 */
export async function verifyModel(path: string, options: VerifyOptions = {}): Promise<Result<Verification>> {
  const file = await openWhole(path, options);
  return file.ok ? verifyStored(file.value, path, options.against) : file;
}

/** The same of a file whose chain and texts were checked when it was read. */
export function verifyStored(
  stored: Verifiable,
  path: string,
  against?: string,
  { shelf = new GraphShelf(mechanisms), labels, ...hooks }: VerifyHooks = {},
): Result<Verification> {
  const { revision } = stored;
  const head = { revision: revision.id, createdAt: revision.createdAt, ...historyOf(stored, against) };
  const content = readModel(stored, path);
  if (!content.ok) return content;
  const parsed = parseDocument(content.value.document, mechanisms);
  if (!parsed.ok) return parsed;
  const lock = brokenLock(stored, parsed.value.document);
  if (lock !== undefined) return fail(fileProblem("sheet_altered", { sheet: lock.zh, of: lock.en }, path));
  if (parsed.value.document.members !== undefined)
    return succeed({ ...head, ...unproven(revision), cannot: appProblem("revision.portfolio", path), scenarios: [] });
  const own = readComputation({ lines: revision.graph, inputs: revision.inputs }, path);
  if (!own.ok) {
    const cannot = own.problems.find(({ code }) => ANSWERS.has(code));
    return cannot === undefined ? own : succeed({ ...head, ...unproven(revision), cannot, scenarios: [] });
  }
  const document = settlePacks(parsed.value.document, revision.packs);
  const headline = headlineAt(revision);
  // The book of record runs once for the results and twice for each scenario.
  const step = progressBySteps(hooks, 1 + own.value.size);
  const base = prepareScenario(document, BASE_SCENARIO, shelf);
  const now = headline && base.ok ? headlineIn(recordResultsOf(base.value)) : undefined;
  const reproduction = headline && reproductionOf(headline, Object.keys(now?.lines ?? {}), own.value, step(0));
  const verdicts = headline && now && changedVerdicts(headline, now);
  const scenarios = [...own.value].map(([id, computed], index): VerifiedScenario => {
    const today = id === BASE_SCENARIO ? base : prepareScenario(document, id, shelf);
    const computation = computed();
    for (const { id: line, label } of computation.graph.lines) labels?.set(line, label);
    if (!today.ok) return { id, lines: computation.graph.lines.length, differences: [], problems: today.problems };
    return { id, ...differencesBetween(computation, today.value, step(index + 1)), problems: [] };
  });
  return succeed({
    ...head,
    ...(reproduction === undefined ? {} : { reproduction }),
    ...(verdicts === undefined ? {} : { verdicts }),
    faults: headline && reproduction ? faultsIn(headline, document) : unproven(revision).faults,
    scenarios,
  });
}

/** Hooks of one step out of several, told as one bar. */
function progressBySteps({ onProgress, shouldStop }: RecordOptions, steps: number) {
  const parts = 100;
  return (step: number): RecordOptions => ({
    ...(shouldStop === undefined ? {} : { shouldStop }),
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: (done: number, total: number) =>
            onProgress(Math.round((step + done / Math.max(total, 1)) * parts), steps * parts),
        }),
  });
}

async function openWhole(path: string, { revision: name, unlock }: VerifyOptions): Promise<Result<ModelFile>> {
  const head = await openModelFile(path, { whole: true, unlock });
  if (!head.ok || name === undefined) return head;
  const id = findRevision(head.value, name);
  return id.ok ? openModelFile(path, { revision: id.value, unlock: head.value.vault }) : id;
}

function historyOf(
  file: Verifiable,
  against: string | undefined,
): Pick<Verification, "chain" | "seals" | "acts" | "unsigned" | "draft" | "undo" | "against"> {
  const { revisions, entries, draft, history = [] } = file;
  const chain = { revisions: revisions.length, entries: entries.length, hash: entries.at(-1)?.hash ?? "" };
  const seals = sealsTold(file);
  const unsigned = unsignedSince(entries, seals);
  const told = {
    ...{ chain, seals, acts: actsOf(entries) },
    ...(unsigned === undefined ? {} : { unsigned }),
    ...(draft == null ? {} : { draft: { author: draft.author, at: draft.at } }),
    ...(history.length === 0 ? {} : { undo: history.length }),
  };
  if (against === undefined) return told;
  const printed = against.replace(/\s/g, "").toLowerCase();
  const place = printed.length < HASH_LEAST ? -1 : entries.findIndex(({ hash }) => hash.startsWith(printed));
  const since = place < 0 ? 0 : entries.length - 1 - place;
  return { ...told, against: { found: place >= 0, since } };
}

/** A signature proves what came before it and nothing after. */
function unsignedSince(entries: Verifiable["entries"], seals: readonly SealTold[]): Verification["unsigned"] {
  const valid = new Set(seals.filter(({ signature }) => signature === "valid").map(({ hash }) => hash));
  const last = entries.findLastIndex(({ hash }) => valid.has(hash));
  const since = last < 0 ? [] : entries.slice(last + 1);
  if (since.length === 0) return undefined;
  return { revisions: since.filter(({ kind }) => kind === "revision").length, entries: since.length };
}

/** Fewer digits of a hash prove nothing. */
const HASH_LEAST = 16;

function reproductionOf(
  headline: Headline,
  due: readonly string[],
  stored: Recomputation,
  hooks: RecordOptions,
): Reproduction | undefined {
  const own = stored.get(headline.scenario);
  if (own === undefined) return undefined;
  return { figures: Object.keys(headline.lines).length, differing: unreproducedBy(headline, due, own(), hooks) };
}
