import { describe, expect, test } from "vitest";
import { tablesBookOf } from "../../../../app/exports/exportTables.ts";
import type { MoneyUnit } from "../../../../app/exports/tables/money.ts";
import type { PrintedBook } from "../../../../app/exports/tables/sheet.ts";
import { writePrinted } from "../../../../app/exports/tables/write.ts";
import { newShelf } from "../../../../app/model/prepare.ts";
import type { ModelDocument } from "../../../../models/document/schema.ts";
import { example, parsed } from "../../../analysis/advise/support.ts";
import { drawn } from "../../../random/corpus.ts";
import { tool } from "../../../support/tools.ts";
import { recalculated } from "../recalculated.ts";

const soffice = tool("libreoffice");
const minutes = 60_000;
const shelf = newShelf();

function book(document: ModelDocument, money: MoneyUnit = "wan"): PrintedBook {
  const question = {
    lang: "zh",
    revision: "r1",
    version: "0.1.0",
    now: new Date("2026-11-29T00:00:00Z"),
    money,
  } as const;
  const made = tablesBookOf(document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.book;
}

/** Formulas whose value LibreOffice has otherwise than is put down with them: sums of printed places, so to a millionth. */
async function unlike(made: PrintedBook) {
  const names = made.sheets.map(({ name }) => name);
  const theirs = recalculated(soffice.path ?? "", await writePrinted(made, "zh"), names);
  let count = 0;
  const differ: string[] = [];
  for (const { name, rows } of made.sheets) {
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell?.formula === undefined) continue;
        count += 1;
        const value = theirs.get(name)?.[r]?.[c] ?? "";
        const isSame =
          typeof cell.result === "number"
            ? value !== "" && Math.abs(Number(value) - cell.result) < 1e-6
            : value === cell.result;
        if (!isSame) differ.push(`${name} ${r + 1},${c + 1} =${cell.formula} ${cell.result} ${value}`);
      }
    }
  }
  return { count, differ };
}

function rowOf({ sheets }: PrintedBook, title: string, label: string, nth = 0) {
  const sheet = sheets.find(({ name }) => name.endsWith(title));
  return sheet?.rows.filter((row) => row[1]?.text === label)[nth] ?? [];
}

describe("printed tables", () => {
  const made = book(example("special-bond"));

  test("have formulas where a table's own cells suffice, and numbers elsewhere", () => {
    expect(rowOf(made, "总投资估算表", "总投资")[3]?.formula).toBe("D4+D16+D20");
    expect(rowOf(made, "总投资估算表", "总投资")[2]?.formula).toMatch(/^SUM\(D\d+:\w+\d+\)$/);
    expect(rowOf(made, "总投资估算表", "安装及设备购置费")[3]?.formula).toBeUndefined();
    expect(
      rowOf(made, "项目投资现金流量表", "累计所得税前净现金流量")
        .slice(2, 5)
        .map((cell) => cell?.formula),
    ).toEqual([undefined, "D22", "D23+E22"]);
    expect(rowOf(made, "借款还本付息计划表", "城市更新专项债：期初借款余额")[4]?.formula).toMatch(/^D\d+$/);
    expect(rowOf(made, "资产负债表", "勾稽：资产-负债及所有者权益（应为0）")[3]?.formula).toMatch(/^ROUND\(/);
  });

  test("say title, project, scenario and unit, and repeat their heads on every page", () => {
    const sheet = made.sheets[2];
    expect(sheet?.rows[0]?.[0]?.text).toBe("附表2 总投资估算表");
    expect(sheet?.rows[1]?.map((cell) => cell?.text ?? "").join(" ")).toMatch(/项目：.+情景：.+/);
    expect(sheet?.rows[1]?.map((cell) => cell?.text ?? "").join(" ")).toContain("单位：万元");
    expect(sheet?.heading).toEqual({ rows: 3, columns: 2 });
  });

  test.each(["wan", "yuan"] as const)("close all checks in %s", (money) => {
    for (const name of ["infill", "new-build", "rebuild", "rehabilitation", "special-bond", "zhegong"]) {
      const checks = book(example(name), money).sheets.flatMap(({ rows }) =>
        rows.filter((row) => row[1]?.text?.startsWith("勾稽")),
      );
      expect(checks.length).toBeGreaterThan(2);
      const figures = checks.flatMap((row) => row.slice(3).map((cell) => cell?.number ?? cell?.result));
      expect(figures.filter((figure) => figure !== 0)).toEqual([]);
    }
  });
});

describe.skipIf(!soffice.path)("printed tables calculated anew by LibreOffice", () => {
  test.each([
    ["rebuild", "wan"],
    ["rehabilitation", "yuan"],
  ] as const)("have what is put down with them: %s in %s", { timeout: 5 * minutes }, async (name, money) => {
    const { count, differ } = await unlike(book(example(name), money));
    expect(count).toBeGreaterThan(2000);
    expect(differ.slice(0, 10)).toEqual([]);
  });

  test("have it for a document with gaps, where a sum without a value stays without one", {
    timeout: 5 * minutes,
  }, async () => {
    const made = book(parsed(drawn[4]));
    const { count, differ } = await unlike(made);
    expect(count).toBeGreaterThan(1000);
    expect(differ.slice(0, 10)).toEqual([]);
  });
});
