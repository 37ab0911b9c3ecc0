import { expect, test } from "vitest";
import { inWords } from "../../../app/exports/papers/formulas.ts";
import type { BookCell } from "../../../app/exports/workbook/book.ts";
import { shown } from "../../../app/review/opinion/quantity.ts";
import { wordsOfUnit } from "../../../models/wording/unit.ts";
import { example } from "../../analysis/advise/support.ts";
import { book } from "./books.ts";

test("units are said in words, with one of them below the line in English", () => {
  expect(
    ["CNY", "CNY/m2", "CNY/(m2*mo)", "mo", "a", "household", "1/a", "1"].map((unit) => wordsOfUnit(unit).zh),
  ).toEqual(["元", "元/㎡", "元/㎡·月", "月", "年", "户", "%/年", ""]);
  expect(wordsOfUnit("m2/household").en).toBe("㎡/household");
  expect(inWords("最大(0 CNY, [租金] * 2 CNY/(m2*mo), 12 mo)", "zh")).toBe("最大(0 元, [租金] * 2 元/㎡·月, 12 月)");
});

test("the workbook has no code of a unit, and rates in per cent", () => {
  const made = book(example("infill"));
  const row = (sheet: string, id: string): readonly (BookCell | undefined)[] =>
    made.sheets.find(({ name }) => name === sheet)?.rows.find(([first]) => first?.text === id) ?? [];
  const rate = row("输入", "loan.rate");
  expect([rate[2]?.text, rate[3]?.number, rate[3]?.format]).toEqual(["%/年", 0.036, "0.00####%"]);
  expect(row("输入", "convention.ic_project")[2]?.text).toBe("%");
  expect(row("输入", "param.vat_sale@base")[2]?.text).toBe("%");
  expect(row("结论与指标", "firr.project.posttax")[2]?.format).toBe("0.00####%");
  const codes = made.sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells) =>
      /CNY|m2|^(mo|a|household|period|1)$/.test(cells[2]?.text ?? "") ? [`${name} ${cells[0]?.text}`] : [],
    ),
  );
  expect(codes).toEqual([]);
});

test("audited values have their unit, and rates are in per cent", () => {
  const rate = { type: "number", unit: "1/a", label: { zh: "利率", en: "rate" } } as const;
  const price = { type: "number", unit: "CNY/m2", label: { zh: "价", en: "price" } } as const;
  expect(shown("0.036", "zh", rate)).toBe("3.6%/年");
  expect(shown("13800", "zh", price)).toBe("13,800 元/㎡");
});
