import { readFileSync } from "node:fs";
import { solveOnce } from "../../../app/model/solve.ts";
import type { Solution } from "../../../models/analysis/solution.ts";
import { parseTarget, watchOf } from "../../../models/analysis/target.ts";
import type { Place } from "../../../models/analysis/trial.ts";
import { variableOf } from "../../../models/analysis/variable.ts";
import { prepareScenario } from "../../../models/compile/prepare.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";

interface Raw {
  readonly components: { readonly id: string; enabled?: boolean; readonly inputs: Record<string, unknown> }[];
}

/** A document of the tests or of the examples, changed before it is read. */
export function read(url: string, change: (raw: Raw) => void = () => {}): ModelDocument {
  const raw = JSON.parse(readFileSync(new URL(url, import.meta.url), "utf8"));
  change(raw);
  const parsed = parseDocument(raw, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  return parsed.value.document;
}

export const cliff = (change?: (raw: Raw) => void): ModelDocument => read("../cliff.json", change);

export const example = (name: string): ModelDocument => read(`../../../examples/${name}.json`);

/** The document with a number at another value. */
export function filed(document: ModelDocument, path: string, value: string): ModelDocument {
  const written = writePath(document, path, value, mechanisms);
  if (!written.ok) throw new Error(`${path} cannot be ${value}`);
  return written.value;
}

export function solved(
  document: ModelDocument,
  vary: string,
  until: string,
  bounds: { min?: string; max?: string } = {},
): Solution {
  const answer = solveOnce(document, { vary, until, ...bounds });
  if (!answer.ok) throw new Error(answer.problems.map(({ message, path }) => `${path}: ${message.en}`).join("\n"));
  return answer.value;
}

/** The stretches of an answer that hold a value. */
export const holding = ({ intervals }: Solution, value: number): Solution["intervals"] =>
  intervals.filter(({ from, to }) => Number(from) <= value && value <= Number(to));

/** Where a number of a document is varied and a target watched. */
export function placeOf(document: ModelDocument, vary: string, until: string): Place {
  const shelf = new GraphShelf(mechanisms);
  const prepared = prepareScenario(document, undefined, shelf);
  const [variable, target] = [variableOf(document, vary, mechanisms), parseTarget(until)];
  const watch = prepared.ok && target.ok ? watchOf(target.value, prepared.value) : undefined;
  if (!prepared.ok || !variable.ok || !target.ok || watch?.ok !== true) throw new Error(`no such place: ${vary}`);
  return { prepared: prepared.value, variable: variable.value, target: target.value, watch: watch.value, shelf };
}
