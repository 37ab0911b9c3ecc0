import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { Book, BookCell } from "../../../app/exports/workbook/book.ts";
import { printArea } from "../../../app/exports/workbook/printTitles.ts";
import { widthsOf } from "../../../app/exports/workbook/widths.ts";
import { writeBook } from "../../../app/exports/workbook/write.ts";
import { parsed, read } from "../../analysis/advise/support.ts";
import { book } from "./books.ts";

/** A project of tens of billions: prices and sums of the example a thousand times what they are. */
function large(): Book {
  const json = JSON.stringify(read("../../../examples/special-bond.json"));
  const scaled = JSON.parse(json, (key, value) =>
    /^(price|rent|cost|facility|amount|compensation)$/.test(key) && /^\d+(\.\d+)?$/.test(String(value))
      ? String(Number(value) * 1000)
      : value,
  );
  return book(parsed(scaled));
}

const written = (value: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

test("no column is narrower than the largest figure it shows, of a project of tens of billions too", async () => {
  const made = large();
  let longest = 0;
  for (const sheet of made.sheets) {
    const widths = widthsOf(sheet);
    for (const [r, row] of sheet.rows.entries()) {
      const tail = sheet.tails?.get(r);
      const more = Array.from({ length: tail?.count ?? 0 }, (_, i): BookCell => ({ ...row.at(-1), ...tail?.at(i) }));
      for (const [c, { number, result = number, format }] of [...row, ...more].map((cell) => cell ?? {}).entries()) {
        if (typeof result !== "number" || format !== "#,##0.00") continue;
        const text = written(result);
        longest = Math.max(longest, text.length);
        expect(widths[c], `${sheet.name} ${r + 1} ${c + 1} ${text}`).toBeGreaterThan(text.length + 1);
      }
    }
  }
  expect(longest).toBeGreaterThan("-10,000,000,000.00".length);
  const back = await readXlsx(await writeBook(made), { readStyles: true });
  const lines = back.sheets.find(({ name }) => name === "计算");
  expect(lines?.columns?.at(10)?.width ?? 0).toBeGreaterThan(longest);
});

test("of sheets of lines the columns up to the values are printed, every sheet drawn together to the width of a page", () => {
  expect(printArea("计算", 6, 40).range).toBe("'计算'!$A$1:$F$40");
  const printed = new Map(large().sheets.map(({ name, printed: of, isWide }) => [name, { of, isWide }]));
  expect(printed.get("计算")?.of?.columns).toBe(6);
  expect(printed.get("辅助")?.of).toEqual({ columns: 1, rows: 2 });
  expect([...printed.values()].some(({ isWide }) => isWide === true)).toBe(false);
});
