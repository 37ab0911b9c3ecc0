import { describe, expect, it, test } from "vitest";
import type { Node } from "../../models/language/graph.ts";
import type { OperationName } from "../../models/operations/table.ts";
import { seeded } from "../engines/random.ts";
import { recalculate } from "../support/spreadsheet.ts";
import { tool } from "../support/tools.ts";
import { meaning } from "./meaning.ts";
import { type Specimen, specimens } from "./specimens.ts";
import { Workbook } from "./workbook.ts";

/** LibreOffice's own financial functions add up and search to about this. */
const RATIO = 1e-9;
const ROUNDS = 3;

const names = Object.keys(specimens) as OperationName[];
const asked = names.flatMap((name) => {
  const random = seeded(name.length * 104729 + name.charCodeAt(0));
  const draw = (low: number, high: number): number => Number((low + (high - low) * random()).toFixed(6));
  return Array.from({ length: ROUNDS }, () => specimens[name](draw))
    .flat()
    .map((specimen) => ({ name, specimen }));
});

/** What has no value, and what has one although something near it has none. */
const gone = Number.NaN;
const leaf = (line: number): Node => ({ op: "line", args: [], line });
const of = (op: OperationName, ...values: number[]): Specimen => ({
  node: { op, args: values.map((_, i) => leaf(i)) },
  lines: values.map((value) => [value]),
});
const reduced = (op: OperationName, ...lines: number[][]): Specimen => {
  const node: Node = { op, args: [], lines: lines.map((_, i) => i), by: "period", absTol: 0.005 };
  return { node, lines: lines.map((values) => [0, ...values]) };
};
const undefinedOnes: readonly Specimen[] = [
  of("none"),
  of("div", 1, 0),
  of("ln", 0),
  of("sqrt", -1),
  of("add", 1, gone),
  of("max", gone, 1),
  of("if", gone, 1, 2),
  of("if", 0, 1, gone),
  of("and", 0, gone),
  of("or", 1, gone),
  of("pmt", 0.01, 0, 100),
  reduced("average", [1, gone, 1, 1, 1]),
  reduced("irr", [1, 1, 1, 1, 1]),
  reduced("payback", [1, 1, 1, 1, 1]),
  reduced("payback", [-9, 1, 1, 1, 1]),
  reduced("lowest", [1, gone, 3, 4, 5], [0, 1, 1, 0, 0]),
  reduced("highest", [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]),
  reduced("average", [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]),
  reduced("first", [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]),
  reduced("when", [0, 0, 0, 0, 0]),
];
const definedOnes: readonly Specimen[] = [
  of("if", 1, 5, gone),
  of("pow", 0, 0),
  of("and", 1, 2),
  of("not", 0),
  of("floor", 28.999999999999996),
  of("ceil", 110.00000000000001),
  of("round", -1.005, 2),
  reduced("lowest", [gone, 4, 3, 2, gone], [0, 1, 1, 0, 0]),
  reduced("highest", [gone, 4, 3, 9, gone], [0, 1, 1, 0, 0]),
  reduced("average", [gone, 4, 3, 9, gone], [0, 1, 1, 0, 0]),
  reduced("first", [gone, 4, 3, 9, gone], [0, 0, 0, 2, 1]),
  reduced("payback", [-9, 4, 5.001, 1, 1]),
  reduced("payback", [5, -9, 2, 4, 1]),
];

const office = tool("libreoffice");

describe.skipIf(office.path === undefined && process.env["CI"] !== "true")(
  `formulas of spreadsheets (${office.why})`,
  () => {
    const book = new Workbook();
    const places = asked.map(({ name, specimen }) => ({ name, specimen, row: book.print(specimen) }));
    const [without, withValue] = [undefinedOnes, definedOnes].map((list) =>
      list.map((specimen) => ({ specimen, row: book.print(specimen) })),
    );
    const answers = recalculate(office.path ?? "soffice", book.rows);

    it.each(names)("%s gives the decimal value", (name) => {
      for (const { specimen, row } of places.filter((place) => place.name === name)) {
        const expected = meaning(specimen).toNumber();
        const answer = answers.get(row);
        const formula = JSON.stringify(book.rows[row]);
        if (typeof answer !== "number") throw new Error(`${formula} gives ${answer}, not ${expected}`);
        const allowed = RATIO * Math.max(1, Math.abs(expected));
        expect([formula, answer, Math.abs(answer - expected) <= allowed]).toEqual([formula, answer, true]);
      }
    });

    it("an error where there is no value", () => {
      for (const { specimen, row } of without ?? []) {
        expect(meaning(specimen).isNaN()).toBe(true);
        expect([book.rows[row], typeof answers.get(row)]).toEqual([book.rows[row], "string"]);
      }
    });

    it("a value where only what is not read lacks one", () => {
      for (const { specimen, row } of withValue ?? []) {
        const expected = meaning(specimen).toNumber();
        expect([book.rows[row], answers.get(row)]).toEqual([book.rows[row], expect.closeTo(expected, 9)]);
      }
    });
  },
);

test("no operand stands bare beside an operator", () => {
  const minus: Node = { op: "sub", args: [leaf(0), leaf(1)] };
  const square: Node = {
    op: "pow",
    args: [
      { op: "neg", args: [minus] },
      { op: "const", args: [], text: "-2" },
    ],
  };
  const book = new Workbook();
  const row = book.print({ node: square, lines: [[1], [2]] });
  expect(book.rows[row]).toEqual([{ formula: "((-($A$2-$A$3))^(-2))" }]);
});
