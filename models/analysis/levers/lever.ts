import { inputPathOf, inputSpecOf } from "../../compile/inputPaths.ts";
import type { Prepared } from "../../compile/prepare.ts";
import { readPath, writePath } from "../../document/path.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { literalOf, RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readMonth, writeMonth } from "../../language/calendar.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { Timeline } from "../../language/timeline.ts";
import type { ColumnSpec, Forms, InputSpec } from "../../terms/inputs.ts";
import { swingOf } from "../../terms/swings.ts";
import { type Variable, variableOf } from "../variable.ts";
import { isWholeAt } from "../wholeNumbers.ts";

/**
 * A number of the plan that can be turned (杠杆): an input, a cell of a table, a month, or a profile as a whole. It is one input line of the
 * graph, so that turning it needs no new document.
 */
export interface LeverInput {
  readonly path: string;
  readonly line: number;
  readonly spec: InputSpec | ColumnSpec;
  readonly label: GraphLine["label"];
  readonly unit: string;
  /** A profile of several values is turned by a factor, a rate that holds throughout by itself. */
  readonly kind: "number" | "month" | "rate" | "factor";
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  /** 1 for a factor; a month counts from the year 0. */
  readonly now: number;
  /** Values of a profile as they stand, T of them. */
  readonly series?: readonly number[];
  readonly bounds: Bounds;
  /** What is plausibly less and more, within the bounds. */
  readonly swing: readonly [number, number];
}

/** Ends of what it may be: `bound` by the input's own limit, `plausible` beyond which it is most likely a slip, `search` for want of both. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly fromBy: BoundKind;
  readonly toBy: BoundKind;
}

export type BoundKind = "bound" | "plausible" | "search";

/** As far as is looked where nothing bounds a number. */
const SEARCH_FACTOR = 3;
/** Dates are moved by so many months at most. */
const MONTHS_MAX = 60;

interface InputOn extends Pick<LeverInput, "path" | "spec"> {
  readonly line: GraphLine;
}

/** Input lines of a scenario with what declares them; those of components that are off are left out. */
export function inputsOn({ document, graph }: Prepared, registry: Forms): readonly InputOn[] {
  const on = new Set(document.components.filter(({ enabled }) => enabled).map(({ id }) => id));
  return graph.lines.flatMap((line): readonly InputOn[] => {
    const path = line.source === "input" ? inputPathOf(document, line.id, registry) : undefined;
    const spec = path === undefined ? undefined : inputSpecOf(document, path, registry);
    return path === undefined || spec === undefined || !on.has(path.split("/")[1] ?? "") ? [] : [{ path, spec, line }];
  });
}

/** All levers of a scenario; those of components that are off are left out. */
export function leversOf(prepared: Prepared, registry: Forms): readonly LeverInput[] {
  const { document, bindings, timeline } = prepared;
  return inputsOn(prepared, registry).flatMap(({ path, spec, line }): readonly LeverInput[] => {
    if (fixedBy(spec) !== undefined) return [];
    const scalar = bindings.scalars.get(line.index);
    const series = bindings.series.get(line.index)?.map(Number);
    if (scalar === undefined && (series === undefined || series.every((value) => value === 0))) return [];
    const kind = series === undefined ? (spec.type === "month" ? "month" : "number") : kindOf(document, path, series);
    const now = kind === "factor" ? 1 : Number(scalar ?? series?.[0]);
    const whole = spec.type === "month" || (kind === "number" && isWholeAt(document, path, now, registry));
    const wide = boundsOf(spec, line, now, { factor: kind === "factor", timeline });
    const bounds = whole ? { ...wide, from: Math.ceil(wide.from), to: Math.floor(wide.to) } : wide;
    const swing = swingOf({ unit: kind === "factor" ? "" : line.unit, now, month: kind === "month", whole }, bounds);
    if (bounds.from >= bounds.to || swing[0] >= swing[1]) return [];
    const { label, unit } = line;
    return [{ path, line: line.index, spec, label, unit, kind, whole, now, bounds, swing, ...(series && { series }) }];
  });
}

/** A value as documents write it. */
export function written({ kind }: Pick<LeverInput, "kind">, x: number): string {
  return kind === "month" ? writeMonth(Math.round(x)) : literalOf(x);
}

/** Without the hair that doubles add. */
export const plain = (x: number): number => Number(x.toPrecision(12));

const DIGITS = 10;

/** A value that is known to some digits only. */
export function writtenShort(lever: LeverInput, x: number): string {
  return lever.whole ? written(lever, x) : new RecordDecimal(x).toSignificantDigits(DIGITS).toFixed();
}

/** What a literal says, whatever bounds it; undefined for what is no number and no month. */
export function valueIn(kind: LeverInput["kind"], literal: string): number | undefined {
  if (kind === "month") return readMonth(literal);
  const value = literal.trim() === "" ? Number.NaN : Number(literal);
  return Number.isFinite(value) ? value : undefined;
}

/** The other way round; undefined for what is no value within its bounds. */
export function readLever({ kind, bounds, whole }: LeverInput, literal: string): number | undefined {
  const value = valueIn(kind, literal);
  if (value === undefined || !(value >= bounds.from && value <= bounds.to)) return undefined;
  return whole ? Math.round(value) : value;
}

function kindOf(document: ModelDocument, path: string, series: readonly number[]): "rate" | "factor" {
  const read = readPath(document, path);
  const plain = read.ok && (typeof read.value === "string" || typeof read.value === "number");
  return plain && series.every((value) => value === series[0]) ? "rate" : "factor";
}

/** The lever as a number of the document, to write it there. */
export function variableOfLever(document: ModelDocument, lever: LeverInput, registry: Forms): Variable | undefined {
  const { path, spec, kind, whole, now } = lever;
  if (kind === "number" || kind === "factor") {
    const found = variableOf(document, kind === "factor" ? `${path}/profile/*` : path, registry);
    return found.ok ? found.value : undefined;
  }
  const write = (literal: string): ModelDocument | undefined => {
    const written = writePath(document, path, kind === "month" ? writeMonth(Number(literal)) : literal, registry);
    return written.ok ? written.value : undefined;
  };
  return { path, input: path, spec, whole, now, filed: literalOf(now), write };
}

/** Why a number is no lever. */
export type FixedBy = "law" | "shares" | "counts";

/** What the law fixes is no lever, shares of one whole cannot be turned one by one, and the years of a table name its rows; a word is no number. */
export function fixedBy(spec: InputSpec | ColumnSpec): FixedBy | "word" | undefined {
  if (spec.type === "month") return undefined;
  if (spec.type === "profile") return spec.meaning === "share" ? "shares" : undefined;
  if (spec.type !== "number") return "word";
  if (spec.policy !== undefined || spec.statutory === true) return "law";
  if (spec.whole === true) return "shares";
  return spec.integer === true && spec.unit === "1" ? "counts" : undefined;
}

interface Around {
  readonly factor: boolean;
  readonly timeline: Timeline;
}

function boundsOf(
  spec: InputSpec | ColumnSpec,
  { tags }: GraphLine,
  now: number,
  { factor, timeline }: Around,
): Bounds {
  if (spec.type === "month") {
    // What lies behind stays where it is.
    const start = Math.min(now, timeline.periods[0]?.startMonth ?? now);
    const [from, to] = [
      Math.max(start, now - MONTHS_MAX),
      Math.min(Math.max(now, timeline.endMonth), now + MONTHS_MAX),
    ];
    return { from, to, fromBy: from === start ? "bound" : "search", toBy: "search" };
  }
  if (factor) return { from: 0, to: SEARCH_FACTOR, fromBy: "bound", toBy: "search" };
  const { from, to } = spec as { readonly from?: number; readonly to?: number };
  const [low, high] = String(tags["plausible"] ?? "")
    .split(" ")
    .map(Number) as [number, number?];
  const plausible = high === undefined || Number.isNaN(high) ? undefined : ([low, high] as const);
  // A value that is unusual already may stay what it is.
  const least = plausible === undefined || plausible[0] <= 0 ? undefined : Math.min(plausible[0], now);
  const most = plausible === undefined ? undefined : Math.max(plausible[1], now);
  const far = SEARCH_FACTOR * Math.abs(now);
  const lower = firstOf([least, "plausible"], [from, "bound"], [Math.min(0, -far), "search"]);
  const upper = firstOf([most, "plausible"], [to, "bound"], [far, "search"]);
  return {
    from: Math.max(lower[0], from ?? Number.NEGATIVE_INFINITY),
    to: Math.min(upper[0], to ?? Number.POSITIVE_INFINITY),
    fromBy: from !== undefined && from >= lower[0] ? "bound" : lower[1],
    toBy: to !== undefined && to <= upper[0] ? "bound" : upper[1],
  };
}

function firstOf(...ends: readonly (readonly [number | undefined, BoundKind])[]): readonly [number, BoundKind] {
  for (const [value, kind] of ends) if (value !== undefined && Number.isFinite(value)) return [value, kind];
  return [0, "search"];
}
