import { readSpan, spanName } from "../../document/actuals/span.ts";
import type { ActualsSpec } from "../../document/schema.ts";
import { readMonth, writeMonth } from "../../language/calendar.ts";
import { addDecimals, readDecimal, type Scaled, writeDecimal, ZERO } from "../../language/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { periodIndexOfMonth, type Timeline } from "../../language/timeline.ts";
import { type ActualsCode, actualsProblem } from "../../wording/actuals.ts";
import type { Arguments } from "../../wording/document.ts";
import { suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";

/** What was reported of one line, by period of the model from 0. */
export interface LaidLine {
  /** Undefined where a period is not reported whole, or twice. */
  readonly amounts: readonly (string | undefined)[];
  /** Ids of the reports a period's figure comes from. */
  readonly sources: readonly (readonly string[])[];
}

/** A figure that nothing of the model takes. */
export interface AstrayFigure {
  readonly line: string;
  readonly period: string;
  readonly amount: string;
  readonly report: string;
}

export interface Laid {
  /** How many periods from the first are closed. */
  readonly closed: number;
  readonly lines: ReadonlyMap<string, LaidLine>;
  readonly astray: readonly AstrayFigure[];
  readonly problems: readonly Problem[];
}

/** What of a model actuals are laid on: its periods, which lines take figures, and which of them are switched off. */
export interface Ground {
  readonly timeline: Timeline;
  readonly lines: ReadonlyMap<string, GraphLine>;
  readonly takes: (line: GraphLine) => boolean;
  readonly isOff: (line: GraphLine) => boolean;
}

interface Cell {
  readonly months: Map<number, string>;
  sum: Scaled;
  readonly sources: Set<string>;
  isTwice: boolean;
}

/** Reported figures by line and period. Whatever cannot stand is named and kept aside. */
export function layActuals(actuals: ActualsSpec, ground: Ground): Laid {
  const closed = closedPeriods(actuals, ground.timeline);
  const problems: Problem[] = [...closed.problems];
  const cells = new Map<string, Map<number, Cell>>();
  const astray: AstrayFigure[] = [];
  let open = 0;
  for (const { id: report, figures, ...said } of actuals.reports)
    for (const [line, byPeriod] of Object.entries(figures)) {
      const path = `actuals/reports/${report}/figures/${line}`;
      const all = Object.entries(byPeriod).map(([period, amount]) => ({ line, period, amount, report }));
      const refused = refusalOf(line, ground);
      if (refused !== undefined) {
        const [code, args] = refused;
        problems.push(actualsProblem(code, path, { line, count: all.length, ...args }));
        astray.push(...all);
        continue;
      }
      const own = cells.get(line) ?? new Map<number, Cell>();
      cells.set(line, own);
      for (const figure of all) {
        const index = place(figure, ground.timeline);
        if (typeof index !== "number") {
          problems.push(
            actualsProblem(index[0], `${path}/${figure.period}`, { line, period: figure.period, ...index[1] }),
          );
          astray.push(figure);
        } else {
          if (index >= closed.count) open += 1;
          problems.push(...oddities(figure, said, `${path}/${figure.period}`));
          add(own, index, figure);
        }
      }
    }
  if (open > 0) problems.push(actualsProblem("open", "actuals/closed", { count: open }));
  const lines = new Map([...cells].map(([line, own]) => [line, laidLine(line, own, ground.timeline, problems)]));
  return { closed: closed.count, lines, astray, problems };
}

function closedPeriods(
  { closed }: ActualsSpec,
  timeline: Timeline,
): { readonly count: number; readonly problems: readonly Problem[] } {
  const path = "actuals/closed";
  const month = readMonth(closed ?? "");
  if (closed === undefined || month === undefined)
    return { count: 0, problems: [actualsProblem("closed_missing", path)] };
  const count = timeline.periods.filter(({ startMonth }) => startMonth + timeline.stepMonths - 1 <= month).length;
  if (count === 0) return { count, problems: [actualsProblem("closed_before", path, { closed })] };
  const within = timeline.periods[count];
  const isWithin = within !== undefined && within.startMonth <= month;
  return { count, problems: isWithin ? [actualsProblem("closed_within", path, { closed, period: within.label })] : [] };
}

/** What is counted as it was reported, and looks like a slip of the pen. */
function oddities(
  { line, period, amount }: AstrayFigure,
  { date, note }: Pick<ActualsSpec["reports"][number], "date" | "note">,
  path: string,
): readonly Problem[] {
  const begins = readSpan(period)?.first ?? 0;
  const dated = readMonth(date.slice(0, MONTH_LETTERS));
  const isEarly = dated !== undefined && dated < begins;
  // Whoever gives money back says so.
  const isBelow = amount.startsWith("-") && (note ?? "").trim() === "";
  return [
    ...(isEarly ? [actualsProblem("early", path, { line, period, date })] : []),
    ...(isBelow ? [actualsProblem("below", path, { line, period, amount })] : []),
  ];
}
const MONTH_LETTERS = "2027-03".length;

/** Why a line takes no figures. */
function refusalOf(line: string, { lines, takes, isOff }: Ground): readonly [ActualsCode, Arguments] | undefined {
  const found = lines.get(line);
  if (found === undefined) {
    const names = [...lines.values()].filter(takes).map(({ id }) => id);
    return ["line_gone", { suggestion: suggestion(line, names) }];
  }
  if (!takes(found)) return ["line_kind", {}];
  return isOff(found) ? ["line_off", {}] : undefined;
}

/** The period a figure belongs to, or why there is none. */
function place({ period }: AstrayFigure, timeline: Timeline): number | readonly [ActualsCode, Arguments] {
  const span = readSpan(period);
  if (span === undefined) return ["period", {}];
  const [first, last] = [span.first, span.last].map((month) => periodIndexOfMonth(timeline, month));
  if (first === undefined || last === undefined)
    return ["outside", { start: timeline.start, end: writeMonth(timeline.endMonth) }];
  return first === last ? first : ["straddles", {}];
}

function add(own: Map<number, Cell>, index: number, { period, amount, report }: AstrayFigure): void {
  const cell: Cell = own.get(index) ?? { months: new Map(), sum: ZERO, sources: new Set(), isTwice: false };
  own.set(index, cell);
  const span = readSpan(period);
  const value = readDecimal(amount);
  if (span === undefined || value === undefined) throw new Error(`${period} ${amount} was checked before`);
  for (let month = span.first; month <= span.last; month += 1) {
    if (cell.months.has(month)) cell.isTwice = true;
    cell.months.set(month, report);
  }
  cell.sum = addDecimals(cell.sum, value);
  cell.sources.add(report);
}

function laidLine(line: string, own: ReadonlyMap<number, Cell>, timeline: Timeline, problems: Problem[]): LaidLine {
  const sources = timeline.periods.map((_period, index) => [...(own.get(index)?.sources ?? [])]);
  const amounts = timeline.periods.map(({ label }, index) => {
    const cell = own.get(index);
    if (cell?.isTwice === true) {
      const reports = [...cell.sources].join("、");
      const args = { line, period: label, reports: { zh: reports, en: [...cell.sources].join(", ") } };
      problems.push(actualsProblem("twice", `actuals/reports/${[...cell.sources].at(-1)}/figures/${line}`, args));
      return undefined;
    }
    return cell?.months.size === timeline.stepMonths ? writeDecimal(cell.sum) : undefined;
  });
  return { amounts, sources };
}

/** Periods of a line, from 0, that are closed and have no figure; runs of them as one name. */
export function unreportedPeriods({ amounts }: LaidLine, closed: number, timeline: Timeline): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (let index = 0; index < closed; index += 1) {
    if (amounts[index] !== undefined) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.last === index - 1) run.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs.map(({ first, last }) => {
    const [from, to] = [timeline.periods[first], timeline.periods[last]];
    if (from === undefined || to === undefined) throw new Error(`no period at ${first}`);
    return first === last
      ? from.label
      : spanName({ first: from.startMonth, last: to.startMonth + timeline.stepMonths - 1 });
  });
}
