import { readMonth } from "../../../models/language/calendar.ts";
import type { EntryKind } from "../../exports/template/kinds.ts";
import type { ReadCell } from "../sheets/cells.ts";

/** First and last month of the horizon, as absolute months. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const DAY_MS = 86_400_000;
/** What spreadsheets count before 1970-01-01, from 1900 and from 1904. */
const UNIX_ORIGIN = 25_569;
const SINCE_1904 = 1462;
const SERIAL_MAX = 110_000;

const WRITTEN = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})(?:\s*(?:[-/.]|月)\s*(\d{1,2})日?|月)?(?:[ T].*)?$/;

/** The month of a date, of a number that counts days, or of a text such as 2027-03, 2027/3/1, 2027年3月; undefined for anything else. */
export function readMonthCell(cell: ReadCell, text: string, is1904: boolean): number | undefined {
  if (cell.kind === "number") {
    const serial = Number(cell.text) + (is1904 ? SINCE_1904 : 0);
    if (!(serial >= 1 && serial <= SERIAL_MAX)) return undefined;
    const date = new Date((Math.floor(serial) - UNIX_ORIGIN) * DAY_MS);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  }
  const [, year, month, day = "1"] = cell.kind === "text" ? (WRITTEN.exec(text) ?? []) : [];
  if (year === undefined || month === undefined) return undefined;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) < 1 || Number(day) > days ? undefined : readMonth(`${year}-${month.padStart(2, "0")}`);
}

/** Years before which a date comes from a bare number and not from a calendar. */
const FIRST_YEAR = 1950;

/** Whether a month can be meant: within the horizon, or where its kind or what it was before says so beyond it. */
export function isInside(
  month: number,
  { first, last }: Span,
  { reach }: Extract<EntryKind, { type: "month" }>,
  before: number | undefined,
): boolean {
  if (month < FIRST_YEAR * 12) return false;
  if (reach === "any") return true;
  const early = before !== undefined && before < first;
  return (month >= first || early) && (month <= last || reach === "late");
}
