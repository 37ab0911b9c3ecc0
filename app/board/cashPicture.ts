import type { Prepared } from "../../models/compile/prepare.ts";
import { textOf } from "../../models/document/schemaParts.ts";
import { MONEY_TIE } from "../../models/operations/ties.ts";
import type { Results } from "../../models/results/results.ts";
import type { Side } from "../../models/statements/sides.ts";
import type { CashPicture, Lang } from "../contract.ts";

export interface BoardParts {
  readonly prepared: Prepared;
  readonly results: Results<number>;
  readonly lang: Lang;
}

/**
 * Money in and out by statement year from one side, with what it adds up to, the phases, and the years to look at. Without years where a
 * line it rests on has no value: half a picture would be a wrong one, and the problems say what is amiss.
 */
export function cashPicture(side: Side, { prepared, results, lang }: BoardParts): CashPicture {
  const lines = linesOf(side);
  const read = [lines.inflow, lines.outflow, lines.net, lines.cumulative].map((line) => results.years(line));
  const isWhole = read.every((values) => !values.includes(undefined));
  const [inflow, outflow, net, cumulative] = read.map((values) => (isWhole ? (values as readonly number[]) : []));
  if (!inflow || !outflow || !net || !cumulative) throw new Error("four lines were read");
  const years = isWhole ? prepared.frame.years.map(({ label }) => label) : [];
  return {
    perspective: side.id,
    years,
    inflow,
    outflow,
    net,
    cumulative,
    phases: phasesOf(prepared, results, lang),
    ...yearsToLookAt(cumulative, years),
    ...(isWhole ? needOf(side, results, years) : {}),
    building: isWhole ? buildingYears(prepared, results) : 0,
    lines,
  };
}

const NEED = "project.before_financing_cash";

/** Before financing, which only the project as a whole has. */
function needOf({ parties }: Side, results: Results<number>, years: readonly string[]): Pick<CashPicture, "need"> {
  const values = parties === undefined ? results.years(NEED) : [];
  if (values.length === 0 || values.includes(undefined)) return {};
  const whole = values as readonly number[];
  return { need: { values: whole, line: NEED, ...yearsToLookAt(whole, years) } };
}

/** Statement years up to the one in which construction is completed. */
function buildingYears({ timeline, frame }: Prepared, results: Results<number>): number {
  const completion = results.scalar("project.completion");
  if (completion === undefined || completion < timeline.startMonth) return 0;
  const period = Math.floor((completion - timeline.startMonth) / timeline.stepMonths) + 1;
  const year = frame.years.findIndex(({ first, last }) => first <= period && period <= last);
  return year < 0 ? frame.years.length : year + 1;
}

function yearsToLookAt(
  values: readonly number[],
  years: readonly string[],
): Pick<CashPicture, "breakEvenYear" | "deepestYear"> {
  const [deepest, breakEven] = [deepestYear(values), breakEvenYear(values)];
  return {
    ...(breakEven === undefined ? {} : { breakEvenYear: years[breakEven] ?? "" }),
    ...(deepest === undefined ? {} : { deepestYear: years[deepest] ?? "" }),
  };
}

function linesOf({ id, parties }: Side): CashPicture["lines"] {
  const [inflow, outflow] = parties === undefined ? [`${id}.cash_in`, `${id}.cash_out`] : [`${id}.in`, `${id}.out`];
  return { inflow, outflow, net: `${id}.net`, cumulative: `${id}.cash` };
}

/** Position of the year that ends deepest below zero. */
function deepestYear(cumulative: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const [index, value] of cumulative.entries())
    if (value < -MONEY_TIE && value < (cumulative[best ?? -1] ?? 0)) best = index;
  return best;
}

/** Position of the first year that ends at or above zero for good, after one that did not. */
function breakEvenYear(cumulative: readonly number[]): number | undefined {
  const last = cumulative.findLastIndex((value) => value < -MONEY_TIE);
  return last < 0 || last === cumulative.length - 1 ? undefined : last + 1;
}

/** Phases as runs of statement years, cut off at the horizon. */
function phasesOf(
  { document, timeline, frame }: Prepared,
  results: Results<number>,
  lang: Lang,
): CashPicture["phases"] {
  const yearOf = (month: number): string | undefined => {
    const period = Math.floor((month - timeline.startMonth) / timeline.stepMonths) + 1;
    return frame.years.find(({ first, last }) => first <= period && period <= last)?.label;
  };
  return document.timeline.phases.flatMap((phase) => {
    const [start, end] = [results.scalar(`phase.${phase.id}.start`), results.scalar(`phase.${phase.id}.end`)];
    if (start === undefined || end === undefined) return [];
    const first = Math.max(start, timeline.startMonth);
    const last = Math.min(end - 1, timeline.endMonth);
    const [fromYear, toYear] = [yearOf(first), yearOf(last)];
    if (last < first || fromYear === undefined || toYear === undefined) return [];
    return [{ label: textOf(phase.label)[lang], fromYear, toYear }];
  });
}
