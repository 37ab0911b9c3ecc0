import type { ModelDocument } from "../../../models/document/schema.ts";
import { readMonth } from "../../../models/language/calendar.ts";
import { STEP_MONTHS, type Step } from "../../../models/language/timeline.ts";
import type { ReadCell } from "../sheets/cells.ts";
import { readMonthCell } from "../template/months.ts";

/** Where a period begins, as an absolute month, and how long it is where it says so. */
export interface ReadPeriod {
  readonly start: number;
  readonly every?: Step;
}

const HAN = "零一二三四五六七八九十";
const MONTHS = 12;
const CENTURY = 2000;
const YEARS = [1900, 2199] as const;
const NTH_MAX = 720;
/** Without 第 a number of this size before 年 may be the year 2026 as well as the 26th. */
const NTH_YEAR_MAX = 19;

const YEAR = /^(?:fy\s*)?(\d{4})\s*年?度?$/i;
/** 2026-Q1, 26Q1, 2026年第一季度. */
const QUARTER = /^(\d{4}|\d{2})\s*[-./年]?\s*(?:q\s*([1-4])|第?\s*([1-4一二三四])\s*季度?)$/i;
/** Q1 2026, 1Q26. */
const QUARTER_FIRST = /^(?:q\s*([1-4])|([1-4])\s*q)\s*[-./']?\s*(\d{4}|\d{2})$/i;
const HALF = /^(\d{4}|\d{2})\s*[-./年]?\s*(?:h\s*([12])|(上|下)半年)$/i;
const HALF_FIRST = /^(?:h\s*([12])|([12])\s*h)\s*[-./']?\s*(\d{4}|\d{2})$/i;
/** 2026年1-6月. */
const RANGE = /^(\d{4})\s*年\s*(\d{1,2})\s*月?\s*[-~–—至到]\s*(\d{1,2})\s*月$/;
/** 202601. */
const COMPACT = /^(\d{4})(0[1-9]|1[0-2])$/;
/** A number that is a month: 2026.1. */
const DOTTED = /^(\d{4})\.(\d{1,2})$/;
const NTH = /^(第?)\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(年|期)$/;

/** A month, a year, a quarter, half a year, or the n-th year or period of the timeline; undefined for anything else. */
export function readPeriod(
  cell: ReadCell,
  timeline: ModelDocument["timeline"],
  is1904: boolean,
): ReadPeriod | undefined {
  const text = cell.text.normalize("NFKC").trim();
  if (cell.kind === "number" && !cell.isDate) return ofNumber(cell, text, timeline, is1904);
  const [, year] = YEAR.exec(text) ?? [];
  if (year !== undefined) return inYears(Number(year), 0, "year");
  return quarterIn(text) ?? halfIn(text) ?? rangeIn(text) ?? nthIn(text, timeline) ?? monthIn(cell, text, is1904);
}

function ofNumber(
  cell: ReadCell,
  text: string,
  { start, step }: ModelDocument["timeline"],
  is1904: boolean,
): ReadPeriod | undefined {
  const dotted = dottedIn(text, COMPACT) ?? dottedIn(text, DOTTED);
  if (dotted !== undefined) return dotted;
  const number = Number(text);
  if (!Number.isInteger(number)) return undefined;
  if (number >= YEARS[0] && number <= YEARS[1]) return { start: number * MONTHS, every: "year" };
  if (number < 1 || number > NTH_MAX) return monthIn(cell, text, is1904);
  return { start: (readMonth(start) ?? 0) + (number - 1) * STEP_MONTHS[step], every: step };
}

/** So many months into a year, that may be written with two digits. */
function inYears(year: number, months: number, every?: Step): ReadPeriod | undefined {
  const full = year < YEARS[0] ? CENTURY + year : year;
  return full > YEARS[1] ? undefined : { start: full * MONTHS + months, ...(every === undefined ? {} : { every }) };
}

function dottedIn(text: string, pattern: RegExp): ReadPeriod | undefined {
  const [, year, month] = pattern.exec(text) ?? [];
  const [first, at] = [Number(year), Number(month)];
  return year === undefined || first < YEARS[0] || at < 1 || at > MONTHS ? undefined : inYears(first, at - 1);
}

function quarterIn(text: string): ReadPeriod | undefined {
  const [, year, digit, han] = QUARTER.exec(text) ?? [];
  const [, first, second, behind] = QUARTER_FIRST.exec(text) ?? [];
  const quarter = digit ?? han ?? first ?? second;
  if (quarter === undefined) return undefined;
  const number = HAN.includes(quarter) ? HAN.indexOf(quarter) : Number(quarter);
  return inYears(Number(year ?? behind), (number - 1) * STEP_MONTHS.quarter, "quarter");
}

function halfIn(text: string): ReadPeriod | undefined {
  const [, year, digit, word] = HALF.exec(text) ?? [];
  const [, first, second, behind] = HALF_FIRST.exec(text) ?? [];
  const half = digit ?? word ?? first ?? second;
  if (half === undefined) return undefined;
  const isSecond = half === "2" || half === "下";
  return inYears(Number(year ?? behind), isSecond ? STEP_MONTHS["half-year"] : 0, "half-year");
}

function rangeIn(text: string): ReadPeriod | undefined {
  const [, year, from, to] = RANGE.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (year === undefined || first < 1 || last > MONTHS) return undefined;
  const every = (Object.keys(STEP_MONTHS) as Step[]).find((step) => STEP_MONTHS[step] === last - first + 1);
  return every === undefined ? undefined : inYears(Number(year), first - 1, every);
}

function nthIn(text: string, { start, step }: ModelDocument["timeline"]): ReadPeriod | undefined {
  const [, mark, written = "", unit] = NTH.exec(text) ?? [];
  if (unit === undefined) return undefined;
  const nth = /^\d/.test(written) ? Number(written) : hanNumber(written);
  if (nth === undefined || nth < 1 || (mark === "" && unit === "年" && nth > NTH_YEAR_MAX)) return undefined;
  const every = unit === "年" ? "year" : step;
  return { start: (readMonth(start) ?? 0) + (nth - 1) * STEP_MONTHS[every], every };
}

/** 三, 十二, 二十, 二十三. */
function hanNumber(text: string): number | undefined {
  const [, tens = "", ten, ones = ""] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ten === undefined || (ten === "" && tens !== "" && ones !== "")) return undefined;
  const digit = (han: string) => (han === "" ? 0 : HAN.indexOf(han));
  return ten === "" ? digit(tens) + digit(ones) : (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}

function monthIn(cell: ReadCell, text: string, is1904: boolean): ReadPeriod | undefined {
  const month = readMonthCell(cell, text.replace(/月份$/, "月"), is1904);
  return month === undefined ? undefined : { start: month };
}

/** Written with nothing but what names a period, whether it can be read or not. */
const NAMED = /^[\d一二三四五六七八九十第qhfy年季度月份半上下初末底期\s\-./~–—至到']+$/i;
const NAMES = /[年季月期半qh]|\d{4}\s*[-./]\s*\d/i;

/** Whether cells of a column name periods: half of them do, or all are years one after the other. Other bare numbers may be anything. */
export function holdPeriods(cells: readonly ReadCell[]): boolean {
  const texts = cells.map(({ text }) => text.normalize("NFKC").trim());
  const named = cells.filter(({ kind, isDate }, i) => {
    const text = texts[i] ?? "";
    return isDate || (kind === "text" && NAMED.test(text) && NAMES.test(text));
  });
  if (named.length > 0 && named.length * 2 >= cells.length) return true;
  const isDated = (text: string) =>
    COMPACT.test(text) || (YEAR.test(text) && Number(text) >= YEARS[0] && Number(text) <= YEARS[1]);
  return (
    texts.length > 1 && texts.every((text, i) => isDated(text) && (i === 0 || Number(text) > Number(texts[i - 1])))
  );
}
