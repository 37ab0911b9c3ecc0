/** Months are integers `year*12 + month-1`, so that adding months is adding. */
export const YEAR_MIN = 1900;
export const YEAR_MAX = 2199;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DATE = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-(0[1-9]|[12]\d|3[01]))?$/;

/** `YYYY-MM` as an absolute month; undefined when it is not one between 1900 and 2199. */
export function readMonth(text: string): number | undefined {
  const match = MONTH.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (year < YEAR_MIN || year > YEAR_MAX) return undefined;
  return year * 12 + Number(match[2]) - 1;
}

/** Month of a date `YYYY-MM-DD` or `YYYY-MM`; undefined for a day the month does not have. */
export function readDateMonth(text: string): number | undefined {
  const match = DATE.exec(text);
  const month = match?.[1] === undefined ? undefined : readMonth(match[1]);
  if (match === null || month === undefined) return undefined;
  const day = match[2] === undefined ? 1 : Number(match[2]);
  return day <= daysInMonth(month) ? month : undefined;
}

export function writeMonth(month: number): string {
  return `${String(yearOf(month)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(month: number): number {
  const ofYear = month % 12;
  if (ofYear === 1) return isLeapYear(yearOf(month)) ? 29 : 28;
  return [3, 5, 8, 10].includes(ofYear) ? 30 : 31;
}

/** Days of `count` months beginning with `month`. */
export function daysInMonths(month: number, count: number): number {
  let days = 0;
  for (let offset = 0; offset < count; offset += 1) days += daysInMonth(month + offset);
  return days;
}
