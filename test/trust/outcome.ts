import { kernelResultsOf, type Results } from "../../app/model/results.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

/** What a file says, read out of the engine at once: the kernel's values are valid until its next run. */
export interface Outcome {
  readonly document: ModelDocument;
  readonly verdicts: ReadonlyMap<string, boolean | null>;
  readonly indicators: ReadonlyMap<string, number | null>;
  readonly problems: readonly string[];
  /** Paths a verdict misses, by verdict. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
  /** Values by line, one for scalar lines, else one a period. */
  readonly lines: ReadonlyMap<string, Line>;
}

export interface Line {
  readonly unit: string;
  readonly kind: string;
  readonly source: string;
  readonly role: string | undefined;
  /** Whose line it is. */
  readonly component: string | undefined;
  readonly values: readonly (number | undefined)[];
}

export function documentOf(json: unknown): ModelDocument {
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return parsed.value.document;
}

export function outcomeOf(document: ModelDocument, scenario?: string): Outcome {
  const results: Results<number> = kernelResultsOf(preparedOf(document, scenario));
  const { graph } = results.prepared;
  const { evaluation } = results.values;
  const lines = graph.lines.flatMap(({ id, index, unit, kind, axis, source, role, tags }) => {
    if (source === "hidden") return [];
    const values = axis === "scalar" ? [evaluation.scalar(index)] : evaluation.series(index);
    const component = tags["component"] === undefined ? undefined : String(tags["component"]);
    return [[id, { unit, kind, source, role, component, values: values.map((value) => value) }] as const];
  });
  return {
    document: results.prepared.document,
    verdicts: new Map(results.verdicts.map(({ id, pass }) => [id, pass])),
    indicators: new Map(results.indicators.map(({ id, value }) => [id, value?.toNumber() ?? null])),
    problems: results.problems.map(({ code, path }) => `${code} ${path}`),
    missing: new Map(results.verdicts.map(({ id, missing = [] }) => [id, missing.map(({ path }) => path)])),
    lines: new Map(lines),
  };
}

/** Whether two values are the same: money to half a fen, what float64 cannot resolve apart. */
export function alike(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= Math.max(0.005, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}
