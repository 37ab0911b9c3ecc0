import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTsv, toTsv } from "../../renderer/forms/tsv.ts";
import { plainOf } from "../../renderer/numbers/cell.ts";
import { csvText, plainText, tableRows } from "../../renderer/tables/texts.ts";

const FACE = join(import.meta.dirname, "../../renderer");
const texts = (...row: readonly string[]) => row.map((text) => ({ text }));
const money = (text: string) => ({ text, unit: "万元" });

describe("a table for a spreadsheet", () => {
  test("says the one unit of a column in its head", () => {
    const rows = tableRows(
      {
        heads: [texts("年份", "流入", "备注")],
        body: [
          [...texts("2026"), money("12.5"), ...texts("")],
          [...texts("2027"), money("-3"), ...texts("最深")],
        ],
      },
      "单位",
    );
    expect(rows).toEqual([
      ["年份", "流入 (万元)", "备注"],
      ["2026", "12.5", ""],
      ["2027", "-3", "最深"],
    ]);
  });

  test("has a column of units where they differ, once, and no empty columns", () => {
    const mixed = {
      heads: [texts("指标", "数值", "")],
      body: [
        [...texts("总投资"), money("8"), ...texts("")],
        [...texts("收益率"), { text: "7.2", unit: "%" }, ...texts("")],
      ],
    };
    expect(tableRows(mixed, "单位")).toEqual([
      ["指标", "单位", "数值"],
      ["总投资", "万元", "8"],
      ["收益率", "%", "7.2"],
    ]);
    const said = {
      heads: [],
      body: [
        [...texts("总投资"), money("8"), ...texts("万元")],
        [...texts("收益率"), { text: "7.2", unit: "%" }, ...texts("%")],
      ],
    };
    expect(tableRows(said, "单位")).toEqual([
      ["总投资", "8", "万元"],
      ["收益率", "7.2", "%"],
    ]);
  });

  test("numbers are those shown, with a point and a minus sign", () => {
    const display = { places: 4, digits: 2, unit: "万元" };
    expect(plainOf(-12_345_678.9, display)).toBe("-1234.57");
    expect(plainOf("25000000", display)).toBe("2500");
    expect(plainOf(null, display)).toBe("");
    expect(plainOf(0.0725, { places: -2, digits: 2, unit: "%" })).toBe("7.25");
    expect(plainText("1,234,567.80")).toBe("1234567.80");
    expect(plainText("-5.7 %")).toBe("-5.7%");
    expect(plainText("第1,2条")).toBe("第1,2条");
  });

  test("a text never becomes a formula, a number stays one", () => {
    const hostile = ["=1+1", "+86", "-甲", "@SUM(A1)", "＝1", " =1", "\t=1", "'=1"];
    for (const cell of parseLine(toTsv([hostile]))) expect(cell).toMatch(/^'/);
    expect(toTsv([["-12.5", "7", "-5.7%", "–"]])).toBe("-12.5\t7\t-5.7%\t–");
    const csv = csvText([
      ["名称", "金额"],
      ['=HYPERLINK("x")', "-1"],
      ["甲,乙", "2"],
    ]);
    expect(csv).toBe('\ufeff名称,金额\r\n"\'=HYPERLINK(""x"")",-1\r\n"甲,乙",2\r\n');
    expect(Buffer.from(csv).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    // What was made safe is itself again where it is pasted into the face.
    expect(parseTsv(toTsv([["=1", "'=1", "甲"]]))).toEqual([["=1", "'=1", "甲"]]);
  });
});

const parseLine = (line: string): readonly string[] => line.split(/\t(?!=)/).map((cell) => cell.replace(/^"/, ""));

/** Tables in which people type, or choose in a dialog; they are pasted into, and not read off. */
const ENTRIES = [
  "bids/Rows.tsx",
  "documents/LocalPack.tsx",
  "exchange/MappingDialog.tsx",
  "forms/TableControl.tsx",
  "paste/PasteDialog.tsx",
  "revisions/MergeDialog.tsx",
];

test("every table of the face can be copied and saved, but for those people type in", () => {
  const files = readdirSync(FACE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
  const bare = files.filter((name) => /<table\b|role="(?:tree)?grid"/.test(readFileSync(join(FACE, name), "utf8")));
  const framed = bare.filter((name) => readFileSync(join(FACE, name), "utf8").includes("<TableTools"));
  expect(framed.sort()).toEqual(["grid/Grid.tsx", "tables/DataTable.tsx"]);
  expect(bare.filter((name) => !framed.includes(name)).sort()).toEqual(ENTRIES);
  const tables = files.filter((name) => /<DataTable\b|<Grid\b/.test(readFileSync(join(FACE, name), "utf8")));
  expect(tables.length).toBeGreaterThan(30);
});
