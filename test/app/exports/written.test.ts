import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { exportWorkbook } from "../../../app/exports/exportWorkbook.ts";
import { printTitles } from "../../../app/exports/workbook/printTitles.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { example, parsed, read } from "../../analysis/advise/support.ts";

const shelf = newShelf();

async function bytesOf(document: ModelDocument, now = "2026-11-29T00:00:00Z"): Promise<Uint8Array> {
  const question = { lang: "zh", revision: "", version: "0.1.0", now: new Date(now) } as const;
  const made = await exportWorkbook(document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.bytes;
}

const STARTS = ["=", "+", "-", "@", "\t", "\r"];
const PLANTED = 'HYPERLINK("http://planted","x")';
const TEXTS: ReadonlySet<string> = new Set([
  "name",
  "label",
  "note",
  "summary",
  "author",
  "document",
  "title",
  "ground",
  "zh",
  "en",
]);

/** The document with text that spreadsheets could take for formulas wherever people write text. */
function planted(value: unknown, key = "", count = { n: 0 }): unknown {
  if (Array.isArray(value)) return value.map((one) => planted(one, key, count));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, planted(one, name, count)]));
  if (typeof value !== "string" || !TEXTS.has(key)) return value;
  count.n += 1;
  return `${STARTS[count.n % STARTS.length]}${PLANTED}`;
}

test("titles of printed pages are named with the sheet in quotes, without which Excel finds the file damaged", () => {
  expect(printTitles("Use of total investment", 2).range).toBe("'Use of total investment'!$1:$2");
  expect(printTitles("2 业主's", 3, "$A:$B").range).toBe("'2 业主''s'!$A:$B,'2 业主''s'!$1:$3");
});

describe("an exported workbook", () => {
  test("has the same bytes whenever it is made of the same file, but for the time it says", async () => {
    const document = example("special-bond");
    expect(Buffer.from(await bytesOf(document)).equals(Buffer.from(await bytesOf(document)))).toBe(true);
    const later = await bytesOf(document, "2026-11-30T00:00:00Z");
    expect(Buffer.from(later).equals(Buffer.from(await bytesOf(document)))).toBe(false);
  });

  test("has no formula of what people wrote", async () => {
    const count = { n: 0 };
    const document = parsed(planted(read("../../../examples/special-bond.json"), "", count));
    expect(count.n).toBeGreaterThan(30);
    const book = await readXlsx(await bytesOf(document));
    let [texts, formulas] = [0, 0];
    for (const sheet of book.sheets) {
      for (const row of sheet.rows)
        for (const value of row) if (typeof value === "string" && value.includes(PLANTED)) texts += 1;
      for (const { formula } of sheet.cells?.values() ?? []) {
        if (formula === undefined) continue;
        formulas += 1;
        expect(formula).not.toContain("planted");
      }
    }
    expect(texts).toBeGreaterThan(10);
    expect(formulas).toBeGreaterThan(50_000);
  });

  test("names its entries, and says which scenarios a cell cannot choose", async () => {
    const book = await readXlsx(await bytesOf(example("special-bond")));
    const rent = book.namedRanges?.find(({ name }) => name === "in_rooms.rent");
    expect(rent?.range).toMatch(/^输入!\$F\$\d+$/);
    const scenarios = book.sheets.find(({ name }) => name === "情景");
    expect(scenarios?.rows[3]?.[0]).toMatch(/^结构不同、未列入:.+/);
  });
});
