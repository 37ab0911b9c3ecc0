import { expect, test } from "vitest";
import type { Book } from "../../../app/exports/workbook/book.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { parsed, read } from "../../analysis/advise/support.ts";
import { book, byLibreOffice, MINUTES, soffice } from "./books.ts";
import { differences } from "./recalculated.ts";

const nested = (depth: number, inner: string, around: (inner: string, level: number) => string): string =>
  Array.from({ length: depth }).reduce<string>((now, _, level) => around(now, level), inner);

/** Formulas that are short as people write them and more than Excel takes when their operations are written out. */
const LONG: Readonly<Record<string, string>> = {
  // The month is written out three times wherever it is looked up.
  months: nested(7, "parking.start", (inner) => `parking.start + at(paid, ${inner}) / 1e12 CNY * 1 mo`),
  ifs: nested(60, "0 CNY", (inner, level) => `(paid > ${level * 1000} CNY ? ${level} CNY : ${inner})`),
  sums: Array.from({ length: 120 }, (_, i) => (i % 2 ? "paid" : "max(paid, 1 CNY)")).join(" + "),
  tests: `${Array.from({ length: 120 }, (_, level) => `paid > ${level} CNY`).join(" and ")} ? 1 CNY : 2 CNY`,
};

function written(): ModelDocument {
  const json = read("../../../examples/special-bond.json") as { customLines?: readonly unknown[] };
  const lines = Object.entries(LONG).map(([id, formula]) => ({
    id,
    label: { zh: id, en: id },
    unit: id === "months" ? "mo" : "CNY",
    kind: id === "months" ? "scalar" : "stock",
    formula,
  }));
  const paid = { id: "paid", label: "paid", unit: "CNY", kind: "flow", formula: "sum(role = revenue.*)" };
  return parsed({ ...json, customLines: [...(json.customLines ?? []), paid, ...lines] });
}

function formulasIn({ sheets }: Book): readonly string[] {
  return sheets.flatMap(({ rows, tails = new Map() }) => [
    ...rows.flat().flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula])),
    ...[...tails.values()].map((tail) => tail.at(tail.count - 1).formula ?? ""),
  ]);
}

function deepest(formula: string): number {
  let [open, most] = [0, 0];
  for (const sign of formula) {
    if (sign === "(") open += 1;
    else if (sign === ")") open -= 1;
    most = Math.max(most, open);
  }
  return most;
}

test("a formula that Excel would refuse is cut into parts, and gives the same", { timeout: 5 * MINUTES }, async () => {
  const made = book(written());
  const rows = made.sheets.find(({ tails }) => tails !== undefined)?.rows ?? [];
  for (const id of Object.keys(LONG))
    expect([id, typeof rows.find(([first]) => first?.text === id)?.[id === "months" ? 5 : 6]?.result]).toEqual([
      id,
      "number",
    ]);
  const formulas = formulasIn(made);
  expect(formulas.filter((formula) => formula.length > 8192)).toEqual([]);
  expect(formulas.filter((formula) => deepest(formula) > 64)).toEqual([]);
  const parts = made.sheets.find(({ name }) => name === "辅助")?.rows.filter(([title]) => title?.text === "…") ?? [];
  expect(parts.length).toBeGreaterThan(0);
  if (soffice.path === undefined) return;
  const { differ } = differences(made, await byLibreOffice(made));
  expect(differ.slice(0, 10)).toEqual([]);
});
