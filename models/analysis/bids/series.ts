/** One amount for all years, or by year of the contract. */
export type Yearly = string | Readonly<Record<string, string>>;

/** Amounts at the base date (none) and in years 1 to `years`. */
export function overYears(amounts: Yearly, years: number): readonly string[] {
  const of = (year: number): string =>
    typeof amounts === "string" ? amounts : Object.hasOwn(amounts, String(year)) ? (amounts[String(year)] ?? "0") : "0";
  return ["0", ...Array.from({ length: years }, (_, i) => of(i + 1))];
}
