import type { Decimal } from "decimal.js";
import { type ForecastRecord, forecastRecord, hasActuals } from "../../analysis/actuals/forecast.ts";
import { GraphShelf } from "../../compile/shelf.ts";
import type { RecordKindName } from "../../document/records.ts";
import { BASE_SCENARIO } from "../../document/scenario.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { writeMonth } from "../../language/calendar.ts";
import { readDecimal } from "../../language/decimal.ts";
import type { Graph, GraphLine } from "../../language/graph.ts";
import { buildTimeline, type Timeline } from "../../language/timeline.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { mechanisms, type OfferedLine } from "../../mechanisms/index.ts";
import { type LoadedPacks, loadPacks } from "../../policy/load.ts";
import { parameterAt } from "../../policy/series.ts";
import type { Text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import type { Reviewed } from "../findings.ts";
import { type Fact, factsOf } from "./facts.ts";
import { type LineReader, lineReader } from "./lineReader.ts";
import { type Part, partsOf, textOf } from "./parts.ts";
import { matches, type RolePattern } from "./roles.ts";

/** A reviewed model with what checks ask of it again and again: lines by role, components with their inputs, records with their values, rule parameters. */
export interface Review extends Reviewed {
  readonly view: LineReader;
  readonly packs: LoadedPacks;
  readonly timeline: Timeline;
  readonly lines: readonly GraphLine[];
  /** Components that are switched on. */
  readonly parts: readonly Part[];
  readonly facts: readonly Fact[];
  /** Components of some mechanisms. */
  partsOf(...wanted: readonly Mechanism[]): readonly Part[];
  /** Lines mechanisms offer under a name. */
  offered(name: OfferedLine): readonly GraphLine[];
  /** Records of a kind. */
  records(kind: RecordKindName): readonly Fact[];
  /** The record a component names; undefined where none of that name is there. */
  record(id: string | undefined): Fact | undefined;
  /** Value of a rule parameter in a month, the first of the project when none is given; undefined where no listed pack has it. */
  parameter(id: string, month?: number): Decimal | undefined;
  /** Lines whose role is one of these; `a.*` stands for all below `a`. */
  withRole(...roles: readonly RolePattern[]): readonly GraphLine[];
  /** Sum of lines over the life; undefined when one of them cannot be read. */
  total(lines: readonly GraphLine[]): Decimal | undefined;
  /** Sum of lines period by period. */
  series(lines: readonly GraphLine[]): readonly Decimal[] | undefined;
  /** Sum of areas and other numbers that are one for the whole life; what cannot be read counts as nothing. */
  added(lines: readonly GraphLine[]): Decimal;
  /** A decimal literal as it was typed. */
  decimal(literal: string | undefined): Decimal | undefined;
  /** A number of things. */
  count(number: number): Decimal;
  partyRole(id: string | undefined): string | undefined;
  /** A month as people write it, `2027-03`. */
  monthText(month: number): string;
  partyName(id: string | undefined): Text;
  lineAt(id: string): GraphLine | undefined;
  /** Where a figure comes from in the end: a line that only repeats another is the other. */
  originOf(source: string): string;
  /** What actuals and the rest of the plan come to; undefined where the file has no actuals. */
  forecast(): ForecastRecord | undefined;
}

export function reviewOf(reviewed: Reviewed): Review {
  const { document, results, counts } = reviewed;
  const { graph } = results.evaluation;
  const view = lineReader(results);
  const packs = loadPacks(document);
  const timeline = buildTimeline(document.timeline);
  const lines = graph.lines.filter(({ source }) => source !== "hidden");
  const roles = new Map(document.parties.map(({ id, role }) => [id, role]));
  const parts = partsOf(document, view, lines);
  const facts = factsOf(document, view);
  const lineAt = (id: string) => graph.lines[graph.indexById.get(id) ?? -1];
  return {
    ...reviewed,
    ...readersOf(view, lines),
    view,
    packs,
    timeline,
    lines,
    parts,
    facts,
    partsOf: (...wanted) => parts.filter(({ mechanism }) => wanted.some(({ id }) => id === mechanism.id)),
    offered: (name) => parts.flatMap((part) => part.line(name) ?? []),
    records: (kind) => facts.filter((fact) => fact.is(kind)),
    record: (id) => (id === undefined ? undefined : facts.find((fact) => fact.id === id)),
    parameter: (id, month = timeline.startMonth) => {
      const parameter = packs.parameter(id);
      const value = parameter === undefined ? undefined : parameterAt(parameter, month);
      return typeof value === "string" ? new RecordDecimal(value) : undefined;
    },
    decimal: (literal) => (literal === undefined || readDecimal(literal) === undefined ? undefined : new RecordDecimal(literal)),
    count: (number) => new RecordDecimal(number),
    partyRole: (id) => (id === undefined ? undefined : roles.get(id)),
    monthText: writeMonth,
    partyName: (id) => textOf(document.parties.find((party) => party.id === id)?.label, id ?? "–"),
    lineAt,
    originOf: (source) => originOf(graph, source),
    forecast: () => {
      if (!hasActuals(document)) return undefined;
      const plan = { document, scenario: BASE_SCENARIO, counts, timeline, graph };
      return forecastRecord(plan, results, new GraphShelf(mechanisms, 1));
    },
  };
}

function readersOf(view: LineReader, lines: readonly GraphLine[]): Pick<Review, "withRole" | "total" | "series" | "added"> {
  const byRole = Map.groupBy(lines, ({ role }) => role ?? "");
  const known = new Map<RolePattern, readonly GraphLine[]>();
  const withOne = (wanted: RolePattern): readonly GraphLine[] => {
    const found = known.get(wanted);
    if (found !== undefined) return found;
    const own = wanted.endsWith(".*") ? lines.filter(({ role }) => role !== undefined && matches(role, wanted)) : (byRole.get(wanted) ?? []);
    known.set(wanted, own);
    return own;
  };
  return {
    withRole: (...wanted) => {
      const [only, ...more] = wanted;
      if (only !== undefined && more.length === 0) return withOne(only);
      // In the order of the graph, each once.
      return [...new Set(wanted.flatMap(withOne))].toSorted((a, b) => a.index - b.index);
    },
    total: (of) => {
      // A number of households or an area is one number, not one a period.
      const values = of.map((line) => (line.axis === "scalar" ? view.scalar(line) : sumOf(view.series(line))));
      return values.includes(undefined) ? undefined : sum(values as readonly Decimal[]);
    },
    series: (of) => {
      const values = of.map((line) => view.series(line));
      if (values.includes(undefined)) return undefined;
      return Array.from({ length: view.periods }, (_unused, at) => sum(values.map((value) => value?.[at] ?? ZERO)));
    },
    added: (of) => sum(of.map((line) => view.scalar(line) ?? ZERO)),
  };
}

function sumOf(values: readonly Decimal[] | undefined): Decimal | undefined {
  return values === undefined ? undefined : sum(values);
}

function originOf({ lines, indexById }: Graph, source: string): string {
  let line = lines[indexById.get(source) ?? -1];
  while (line?.node?.op === "line" && line.node.line !== undefined) {
    const next: GraphLine | undefined = lines[line.node.line];
    if (next === undefined) break;
    line = next;
  }
  return line?.id ?? source;
}

/** Position of the first period in which a series is above 0; -1 when it never is. */
export function firstPositive(values: readonly Decimal[] | undefined): number {
  return values?.findIndex((value) => value.greaterThan(0)) ?? -1;
}
