import type { Num } from "../arithmetic/num.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { readEach } from "./list.ts";
import { readNumber } from "./number.ts";

/** A date as spreadsheets and programs hold it: "2026-03-01", a Date, or an Excel serial of the 1900 system. */
export type DateInput = string | Date | Num;

const MS_PER_DAY = 86_400_000;
/** 1899-12-30, counted from 1970-01-01: serial 0 of the 1900 system from 1900-03-01 on. */
const SERIAL_ORIGIN_DAY = -25_569;
/** The serial Excel gives to 1900-02-29, a day that never was. */
const PHANTOM_SERIAL = 60;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** A date as read: whole days since 1970-01-01, and the serial if it was given as one. */
export interface ReadDate {
  readonly day: number;
  readonly serial?: Num;
}

/** Reads a list of dates. */
export function readDates(given: unknown, name: string): ReadDate[] | Refusal {
  return readEach(given, name, readDate);
}

/**
 * One date as a day number. An ISO text counts as the day it names, a Date as its UTC day, a serial without
 * its time of day. Excel takes 1900 for a leap year, so its serials 1–59 lie one day later here than a plain
 * count would put them, and serial 60 (1900-02-29) is refused.
 */
function readDate(given: unknown, name: string): ReadDate | Refusal {
  if (typeof given === "string") return dayOfText(given, name);
  const moment = momentOf(given);
  if (moment !== undefined) return dayOfMoment(moment, name);
  const serial = readNumber(given, name);
  if (!isRefusal(serial)) return dayOfSerial(serial, name);
  return serial.code === "not-finite" ? serial : refuse("bad-date", name);
}

function dayOfText(text: string, name: string): ReadDate | Refusal {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // Engines differ on whether 02-30 parses; a true date survives the round trip.
  const isTrueDate =
    Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`);
  return isTrueDate ? { day: midnight / MS_PER_DAY } : refuse("bad-date", name);
}

function dayOfMoment(moment: number, name: string): ReadDate | Refusal {
  const day = Math.floor(moment / MS_PER_DAY);
  return Number.isFinite(day) ? { day } : refuse("bad-date", name);
}

function dayOfSerial(serial: Num, name: string): ReadDate | Refusal {
  const whole = Math.floor(Number(serial));
  if (whole < 1 || whole > LAST_SERIAL || whole === PHANTOM_SERIAL) return refuse("bad-date", name);
  return { day: whole + SERIAL_ORIGIN_DAY + (whole < PHANTOM_SERIAL ? 1 : 0), serial };
}

/** Milliseconds of a true Date of any realm, whatever its own methods pretend; undefined if it is none. */
function momentOf(given: unknown): number | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  try {
    return Date.prototype.getTime.call(given);
  } catch {
    // getTime refuses anything without a Date's inner slot: that is the test.
    return undefined;
  }
}
