import type { Prepared } from "../../models/compile/prepare.ts";
import { textOf } from "../../models/document/schemaParts.ts";
import { MONEY_TIE } from "../../models/operations/ties.ts";
import type { ModelView } from "../../models/statements/view.ts";
import type { CashPicture, Lang } from "../contract.ts";
import type { MoneyLines } from "./money.ts";
import type { Perspective } from "./perspectives.ts";

export interface BoardParts {
  readonly prepared: Prepared;
  readonly view: ModelView;
  readonly money: MoneyLines;
  readonly lang: Lang;
}

interface Series {
  readonly inflow: readonly number[];
  readonly outflow: readonly number[];
  readonly cumulative: readonly number[];
  readonly lines: CashPicture["lines"];
}

/**
 * Money in and out by statement year from one side, with what it adds up to, the phases, and the years to look at. Without years where a
 * line it rests on has no value: half a picture would be a wrong one, and the problems say what is amiss.
 */
export function cashPicture(perspective: Perspective, parts: BoardParts): CashPicture {
  const { prepared, lang } = parts;
  const series = perspective.parties === undefined ? projectSeries(parts) : partySeries(perspective.parties, parts);
  const { inflow, outflow, cumulative, lines } = series;
  const years = inflow.length === 0 ? [] : prepared.frame.years.map(({ label }) => label);
  const deepest = deepestYear(cumulative);
  const breakEven = breakEvenYear(cumulative);
  return {
    perspective: perspective.id,
    years,
    inflow,
    outflow,
    net: inflow.map((value, index) => value - (outflow[index] ?? 0)),
    cumulative,
    phases: phasesOf(prepared, parts.view, lang),
    ...(breakEven === undefined ? {} : { breakEvenYear: years[breakEven] ?? "" }),
    ...(deepest === undefined ? {} : { deepestYear: years[deepest] ?? "" }),
    lines,
  };
}

const PROJECT_LINES = { inflow: "project.cash_in", outflow: "project.cash_out", cumulative: "project.cash" } as const;

/** Cash of the project perimeter, from its own lines. */
function projectSeries({ view }: BoardParts): Series {
  const { inflow, outflow, cumulative } = PROJECT_LINES;
  const [ins, outs, sums] = [view.yearly(inflow), view.yearly(outflow), view.yearly(cumulative)];
  if (ins === undefined || outs === undefined || sums === undefined) return { ...NOTHING, lines: PROJECT_LINES };
  const numbers = (values: NonNullable<typeof ins>): readonly number[] => values.map((value) => value.toNumber());
  return { inflow: numbers(ins), outflow: numbers(outs), cumulative: numbers(sums), lines: PROJECT_LINES };
}

const NOTHING = { inflow: [], outflow: [], cumulative: [] };

function partySeries(parties: ReadonlySet<string>, { prepared, view, money }: BoardParts): Series {
  const crosses = ({ payer, payee }: { readonly payer: string; readonly payee: string }): boolean =>
    parties.has(payer) !== parties.has(payee);
  const only = parties.size === 1 ? [...parties][0] : undefined;
  const net = only === undefined ? "" : `party.${only}.net`;
  const lines = { inflow: net, outflow: net, cumulative: only === undefined ? "" : `party.${only}.cash` };
  if (money.unknown.some(crosses)) return { ...NOTHING, lines };
  const inflow = prepared.frame.years.map(() => 0);
  const outflow = [...inflow];
  for (const line of money.lines.filter(crosses)) {
    for (const [index, value] of line.years.entries()) {
      // A payment the other way round stands as a negative amount; it is income of the payer.
      const side = parties.has(line.payee) === value >= 0 ? inflow : outflow;
      side[index] = (side[index] ?? 0) + Math.abs(value);
    }
  }
  let sum = [...parties].reduce((total, id) => total + (view.scalar(`party.${id}.opening_cash`)?.toNumber() ?? 0), 0);
  const cumulative = inflow.map((value, index) => {
    sum += value - (outflow[index] ?? 0);
    return sum;
  });
  return { inflow, outflow, cumulative, lines };
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
function phasesOf({ document, timeline, frame }: Prepared, view: ModelView, lang: Lang): CashPicture["phases"] {
  const yearOf = (month: number): string | undefined => {
    const period = Math.floor((month - timeline.startMonth) / timeline.stepMonths) + 1;
    return frame.years.find(({ first, last }) => first <= period && period <= last)?.label;
  };
  return document.timeline.phases.flatMap((phase) => {
    const [start, end] = [view.scalar(`phase.${phase.id}.start`), view.scalar(`phase.${phase.id}.end`)];
    if (start === undefined || end === undefined) return [];
    const first = Math.max(start.toNumber(), timeline.startMonth);
    const last = Math.min(end.toNumber() - 1, timeline.endMonth);
    const [fromYear, toYear] = [yearOf(first), yearOf(last)];
    if (last < first || fromYear === undefined || toYear === undefined) return [];
    return [{ label: textOf(phase.label)[lang], fromYear, toYear }];
  });
}
