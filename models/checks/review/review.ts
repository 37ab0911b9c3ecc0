import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { buildTimeline, type Timeline } from "../../language/timeline.ts";
import { type LoadedPacks, loadPacks } from "../../policy/load.ts";
import { parameterAt } from "../../policy/series.ts";
import type { Finding, Reviewed } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { type Fact, factsOf } from "./facts.ts";
import { type LineReader, lineReader } from "./lineReader.ts";
import { type Part, partsOf } from "./parts.ts";

/** A reviewed model with what checks ask of it again and again: lines by role, components with their inputs, records with their values, rule parameters. */
export interface Review extends Reviewed {
  readonly view: LineReader;
  readonly packs: LoadedPacks;
  readonly timeline: Timeline;
  readonly lines: readonly GraphLine[];
  /** Components that are switched on. */
  readonly parts: readonly Part[];
  readonly facts: readonly Fact[];
  /** Value of a rule parameter in a month, the first of the project when none is given; undefined where no listed pack has it. */
  parameter(id: string, month?: number): Decimal | undefined;
  /** Lines whose role is one of these; `a.*` stands for all below `a`. */
  withRole(...roles: readonly string[]): readonly GraphLine[];
  /** Sum of lines over the life; undefined when one of them cannot be read. */
  total(lines: readonly GraphLine[]): Decimal | undefined;
  /** Sum of lines period by period. */
  series(lines: readonly GraphLine[]): readonly Decimal[] | undefined;
  partyRole(id: string | undefined): string | undefined;
}

/** A review check: the ids of its findings, and how it finds them. */
export interface Check {
  readonly ids: readonly string[];
  readonly run: (review: Review) => readonly Finding[];
}

export function reviewOf(reviewed: Reviewed): Review {
  const { document, results } = reviewed;
  const view = lineReader(results);
  const packs = loadPacks(document);
  const timeline = buildTimeline(document.timeline);
  const lines = results.evaluation.graph.lines.filter(({ source }) => source !== "hidden");
  const roles = new Map(document.parties.map(({ id, role }) => [id, role]));
  const series = (of: readonly GraphLine[]): readonly Decimal[] | undefined => {
    const values = of.map(({ id }) => view.series(id));
    if (values.includes(undefined)) return undefined;
    return Array.from({ length: view.periods }, (_unused, period) =>
      sum(values.map((value) => value?.[period] ?? ZERO)),
    );
  };
  return {
    ...reviewed,
    view,
    packs,
    timeline,
    lines,
    parts: partsOf(document, view, lines),
    facts: factsOf(document, view),
    parameter: (id, month = timeline.startMonth) => {
      const parameter = packs.parameter(id);
      const value = parameter === undefined ? undefined : parameterAt(parameter, month);
      return typeof value === "string" ? new RecordDecimal(value) : undefined;
    },
    withRole: (...wanted) =>
      lines.filter(({ role }) => role !== undefined && wanted.some((word) => matches(role, word))),
    total: (of) => {
      // A number of households or an area is one number, not one a period.
      const values = of.map(({ id, axis }) => (axis === "scalar" ? view.scalar(id) : sumOf(view.series(id))));
      return values.includes(undefined) ? undefined : sum(values as readonly Decimal[]);
    },
    series,
    partyRole: (id) => (id === undefined ? undefined : roles.get(id)),
  };
}

function sumOf(values: readonly Decimal[] | undefined): Decimal | undefined {
  return values === undefined ? undefined : sum(values);
}

export function matches(role: string, wanted: string): boolean {
  return wanted.endsWith(".*") ? role.startsWith(wanted.slice(0, -1)) : role === wanted;
}

/** Position of the first period in which a series is above 0; -1 when it never is. */
export function firstPositive(values: readonly Decimal[] | undefined): number {
  return values?.findIndex((value) => value.greaterThan(0)) ?? -1;
}
