import { readDateMonth, writeMonth } from "../language/calendar.ts";
import { addDecimals, proportion, readDecimal, type Scaled, writeDecimal, ZERO } from "../language/decimal.ts";
import type { Timeline } from "../language/timeline.ts";
import type { PackParameter } from "./pack.ts";

/** First month in which a parameter has no value. */
export interface ParameterGap {
  readonly month: string;
}

const AVERAGE_SCALE = 24;

function valueAt(parameter: PackParameter, month: number): Scaled | undefined {
  let found: Scaled | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  for (const { from, to, value } of parameter.values) {
    const first = readDateMonth(from);
    const last = to === undefined ? Number.POSITIVE_INFINITY : readDateMonth(to);
    if (first === undefined || last === undefined || month < first || month > last || first < latest) continue;
    [found, latest] = [readDecimal(value), first];
  }
  return found;
}

/** Value in force in one month. */
export function parameterAt(parameter: PackParameter, month: number): string | ParameterGap {
  const value = valueAt(parameter, month);
  return value === undefined ? { month: writeMonth(month) } : writeDecimal(value);
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Dates of a parameter as months, earliest first. Packs do not change, so that they are read once. */
const spans = new WeakMap<PackParameter, readonly Span[]>();

function spansOf(parameter: PackParameter): readonly Span[] {
  const known = spans.get(parameter);
  if (known !== undefined) return known;
  const read = parameter.values
    .map(({ from, to }) => ({
      first: readDateMonth(from) ?? Number.POSITIVE_INFINITY,
      last: to === undefined ? Number.POSITIVE_INFINITY : (readDateMonth(to) ?? Number.NEGATIVE_INFINITY),
    }))
    .sort((a, b) => a.first - b.first);
  spans.set(parameter, read);
  return read;
}

/** Whether a parameter has a value in every month of the timeline. */
export function coversTimeline(parameter: PackParameter, { startMonth, endMonth }: Timeline): boolean {
  let next = startMonth;
  for (const { first, last } of spansOf(parameter)) if (first <= next && last >= next) next = last + 1;
  return next > endMonth;
}

interface KnownSeries {
  readonly calendar: string;
  readonly series: readonly string[] | ParameterGap;
}

/** Of the calendar last asked for: a document bound again and again has the same. */
const known = new WeakMap<PackParameter, KnownSeries>();

/** One value a period, pro rata by months where it changes within a period, so that a relief that ends in June counts for half of the year. */
export function parameterSeries(parameter: PackParameter, timeline: Timeline): readonly string[] | ParameterGap {
  const { startMonth, stepMonths, periods } = timeline;
  const calendar = `${startMonth} ${stepMonths} ${periods.length}`;
  const found = known.get(parameter);
  if (found?.calendar === calendar) return found.series;
  const series = seriesOver(parameter, timeline);
  known.set(parameter, { calendar, series });
  return series;
}

function seriesOver(parameter: PackParameter, timeline: Timeline): readonly string[] | ParameterGap {
  const series: string[] = [];
  for (const { startMonth } of timeline.periods) {
    const first = valueAt(parameter, startMonth);
    let sum = ZERO;
    let steady = true;
    for (let offset = 0; offset < timeline.stepMonths; offset += 1) {
      const value = valueAt(parameter, startMonth + offset);
      if (value === undefined) return { month: writeMonth(startMonth + offset) };
      steady &&= first !== undefined && writeDecimal(value) === writeDecimal(first);
      sum = addDecimals(sum, value);
    }
    series.push(
      writeDecimal(steady && first !== undefined ? first : proportion(sum, 1, timeline.stepMonths, AVERAGE_SCALE)),
    );
  }
  return series;
}
