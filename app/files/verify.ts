import { openModelFile, readModel } from "../../db/model-file.ts";
import { differencesBetween, type LineDifference } from "../../models/analysis/recompute.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { readComputation } from "../../models/compile/stored.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { settlePacks } from "./packs.ts";

export interface VerifiedScenario {
  readonly id: string;
  readonly lines: number;
  /** Lines that today's mechanisms and rule packs compute otherwise. */
  readonly differences: readonly LineDifference[];
  /** Why today's mechanisms cannot compute it. */
  readonly problems: readonly Problem[];
}

/** A revision computed from what the file itself holds. Its fingerprint was checked when the file was opened. */
export interface Verification {
  readonly revision: string;
  readonly createdAt: string;
  /** Why it cannot be: no lines were stored, or their language is no longer computed. */
  readonly cannot?: Problem;
  readonly scenarios: readonly VerifiedScenario[];
}

const ANSWERS = new Set(["file.no_declarations", "file.language_gone"]);

/** Recomputes a revision of a model file from its own lines and values, and says what today's mechanisms would give instead. */
export async function verifyModel(path: string, revisionId: string | undefined): Promise<Result<Verification>> {
  const file = await openModelFile(path, revisionId === undefined ? {} : { revision: revisionId });
  if (!file.ok) return file;
  const { revision } = file.value;
  const head = { revision: revision.id, createdAt: revision.createdAt };
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
  const scenarios = [...stored.value].map(([id, own]): VerifiedScenario => {
    const today = prepareScenario(document, id, shelf);
    const computation = own();
    if (!today.ok) return { id, lines: computation.graph.lines.length, differences: [], problems: today.problems };
    return { id, ...differencesBetween(computation, today.value), problems: [] };
  });
  return succeed({ ...head, scenarios });
}
