import type { CellStyle } from "hucre/xlsx";

type FontStyle = NonNullable<CellStyle["font"]>;

export const FONT = { name: "Arial", size: 10 };
const font = (more: FontStyle) => ({ ...FONT, ...more });
const grey = { rgb: "6B7280" };
const line = { style: "thin", color: { rgb: "D1D5DB" } } as const;
const filled = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

/** What cells look like: entries to be changed are blue on yellow, as modellers have it; what is calculated is black. */
export const styles = {
  plain: {},
  title: { font: font({ bold: true, size: 14 }) },
  note: { font: font({ color: grey }), alignment: { vertical: "top" } },
  wrapped: { alignment: { wrapText: true, vertical: "top" } },
  heading: { font: font({ bold: true }), fill: filled("E5E7EB") },
  head: {
    font: font({ bold: true }),
    fill: filled("F3F4F6"),
    border: { bottom: line },
    alignment: { horizontal: "center", wrapText: true },
  },
  sum: { font: font({ bold: true }), border: { top: line } },
  entry: { font: font({ color: { rgb: "1D4ED8" } }), fill: filled("FEFCE8"), alignment: { vertical: "top" } },
  code: { font: font({ color: grey, size: 9 }), alignment: { vertical: "top" } },
  bad: { font: font({ bold: true, color: { rgb: "B91C1C" } }), alignment: { vertical: "top" } },
} satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof styles;

const MONTH = "yyyy-mm";
const WHOLE: ReadonlySet<string> = new Set(["d", "period"]);
const HUNDREDTHS: ReadonlySet<string> = new Set(["CNY", "m2", "CNY/m2", "CNY/household", "m2/household"]);

/** The number format of a ratio among results: a whole number, such as a year, as it is. */
export const ratioFormat = (value: number | undefined): string =>
  value === undefined || Number.isInteger(value) ? "General" : "0.0000";

/** The number format of a unit. */
export function formatOf(unit: string): string {
  if (HUNDREDTHS.has(unit)) return "#,##0.00";
  return WHOLE.has(unit) ? "#,##0" : "General";
}

/** The same for an opening value, which says nothing where it is 0. */
export const openingFormat = "#,##0.00;-#,##0.00;";

export const monthFormat = MONTH;

/** A month as formulas count it, beside the date that people read. */
export const countedMonthFormat = '"m"0';

/** A month (year·12 + month − 1) as spreadsheets count days: that of its first day. */
export function serialOfMonth(month: number): number {
  const dayMs = 86_400_000;
  const unixOrigin = 25_569;
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs + unixOrigin;
}
