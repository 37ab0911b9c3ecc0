/** Months of a document, `YYYY-MM`, as integers and back. */
export function readMonth(text: string): number | null {
  const found = /^(\d{4})[-./年]?(0?[1-9]|1[0-2])月?$/u.exec(text.trim());
  if (!found) return null;
  return Number(found[1]) * 12 + Number(found[2]) - 1;
}

export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

type Length = "month" | "quarter" | "half-year" | "year";
/** How long a value stands for: some months, or an equal part of the phase it begins with. */
export type Interval = Length | "phase";

export const intervalMonths: Readonly<Record<Length, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

export function isLength(text: string): text is Length {
  return Object.hasOwn(intervalMonths, text);
}

/** Label of the interval that begins in a month: 2027, 2027-H1, 2027-Q3, 2027-03; a month where it begins off the grid. */
export function intervalLabel(month: number, every: Interval): string {
  if (every === "phase") return monthText(month);
  const size = intervalMonths[every];
  const inYear = month % 12;
  if (every === "month" || inYear % size !== 0) return monthText(month);
  const year = String(Math.floor(month / 12));
  if (every === "year") return year;
  return `${year}-${every === "quarter" ? "Q" : "H"}${inYear / size + 1}`;
}
