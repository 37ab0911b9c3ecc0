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

const YEAR = /^(\d{4})\s*年?度?$/;
const QUARTER = /^(\d{4})\s*[-./年]?\s*(?:q\s*([1-4])|第?\s*([1-4一二三四])\s*季度?)$/i;
const HALF = /^(\d{4})\s*[-./年]?\s*(?:h\s*([12])|(上|下)半年)$/i;
const NTH = /^第?\s*(\d{1,3})\s*(年|期)$/;
const HAN = "一二三四";
const YEARS = [1900, 2199] as const;
const NTH_MAX = 720;
const MONTHS = 12;

/** A month, a year, a quarter, half a year, or the n-th year or period of the timeline; undefined for anything else. */
export function readPeriod(
  cell: ReadCell,
  { start, step }: ModelDocument["timeline"],
  is1904: boolean,
): ReadPeriod | undefined {
  const text = cell.text.normalize("NFKC").trim();
  const first = readMonth(start) ?? 0;
  if (cell.kind === "number" && !cell.isDate) {
    const number = Number(text);
    if (!Number.isInteger(number)) return undefined;
    if (number >= YEARS[0] && number <= YEARS[1]) return { start: number * MONTHS, every: "year" };
    if (number >= 1 && number <= NTH_MAX) return { start: first + (number - 1) * STEP_MONTHS[step], every: step };
    return monthIn(cell, text, is1904);
  }
  const [, year] = YEAR.exec(text) ?? [];
  if (year !== undefined) return { start: Number(year) * MONTHS, every: "year" };
  const [, ofQuarter, digit, han] = QUARTER.exec(text) ?? [];
  if (ofQuarter !== undefined) {
    const quarter = digit ?? han ?? "1";
    const number = HAN.includes(quarter) ? HAN.indexOf(quarter) : Number(quarter) - 1;
    return { start: Number(ofQuarter) * MONTHS + number * STEP_MONTHS.quarter, every: "quarter" };
  }
  const [, ofHalf, half, word] = HALF.exec(text) ?? [];
  if (ofHalf !== undefined) {
    const isSecond = half === "2" || word === "下";
    return { start: Number(ofHalf) * MONTHS + (isSecond ? STEP_MONTHS["half-year"] : 0), every: "half-year" };
  }
  const [, nth, unit] = NTH.exec(text) ?? [];
  if (nth !== undefined) {
    const every = unit === "年" ? "year" : step;
    return { start: first + (Number(nth) - 1) * STEP_MONTHS[every], every };
  }
  return monthIn(cell, text, is1904);
}

function monthIn(cell: ReadCell, text: string, is1904: boolean): ReadPeriod | undefined {
  const month = readMonthCell(cell, text, is1904);
  return month === undefined ? undefined : { start: month };
}
