import { expect, test } from "vitest";
import { columnWidthOf } from "../../renderer/grid/model.ts";

const rows = (...texts: readonly string[]) => [
  { cells: texts.map((text) => ({ text, plain: text.replaceAll(",", ""), negative: false })) },
];

test("columns are as wide as the longest figure needs, and never narrower than usual", () => {
  expect(columnWidthOf([])).toBe(104);
  expect(columnWidthOf(rows("1,234.50", "–"))).toBe(104);
  const hundredMillion = columnWidthOf(rows("1.00", "(131,994,487.91)"));
  expect(hundredMillion).toBeGreaterThan(118);
  expect(columnWidthOf(rows("(1,131,994,487.91)"))).toBeGreaterThan(hundredMillion);
});
