import { readMonth, writeMonth } from "../../language/calendar.ts";

/** Months from `first` to `last`, as absolute months. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Whether two spans have a month in common. */
export const overlaps = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

const PART = /^(\d{4})(?:-(?:Q([1-4])|H([12])))?$/;
const YEAR = 12;
const QUARTER = 3;
const HALF = 6;

/** Months of `2027-03`, `2027-Q1`, `2027-H1`, `2027`, `2027-02/2027-04`; undefined for anything else. */
export function readSpan(text: string): Span | undefined {
  const [from = "", to = from, more] = text.split("/");
  const [first, last] = [readMonth(from), readMonth(to)];
  if (first !== undefined && last !== undefined && more === undefined && last >= first) return { first, last };
  const [, year, quarter, half] = PART.exec(text) ?? [];
  const start = readMonth(`${year}-01`);
  if (start === undefined) return undefined;
  const months = quarter !== undefined ? QUARTER : half !== undefined ? HALF : YEAR;
  const begins = start + (Number(quarter ?? half ?? 1) - 1) * months;
  return { first: begins, last: begins + months - 1 };
}

/** How people write periods: `2027年3月`, `2027/3`, `2027.3`, `202703`, `2027年第一季度`, `2027上半年`, `2027年度`; as documents write them. */
export function spanText(written: string): string | undefined {
  const text = written.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  const month = /^(\d{4})(?:年|[-/.])?(\d{1,2})月?(?:份)?$/.exec(text);
  if (month !== null && (text.length > 5 || /年/.test(text)))
    return checked(`${month[1]}-${String(month[2]).padStart(2, "0")}`);
  const quarter = /^(\d{4})年?[-/.]?(?:第?([一二三四1-4])季度?|Q([1-4]))$/.exec(text);
  if (quarter !== null) return checked(`${quarter[1]}-Q${ordinal(quarter[2] ?? quarter[3] ?? "")}`);
  const half = /^(\d{4})年?[-/.]?(?:(上|下)半年|H([12]))$/.exec(text);
  if (half !== null) return checked(`${half[1]}-H${half[3] ?? (/上/.test(half[2] ?? "") ? 1 : 2)}`);
  const year = /^(\d{4})(?:年度?)?$/.exec(text);
  return checked(year === null ? text : (year[1] ?? ""));
}

const checked = (text: string): string | undefined => (readSpan(text) === undefined ? undefined : text);

const ORDINALS = [/[一1]/, /[二2]/, /[三3]/, /[四4]/];

const ordinal = (word: string): number => ORDINALS.findIndex((sign) => sign.test(word)) + 1;

/** The months of a span in words of the document. */
export function spanName({ first, last }: Span): string {
  return first === last ? writeMonth(first) : `${writeMonth(first)}/${writeMonth(last)}`;
}
