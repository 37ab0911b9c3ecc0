import { expect, it } from "vitest";
import { csvRow, separated, tsvRow } from "../../cli/csv.ts";

it.each(["=1+1", "+cmd|calc", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "\r=1", " =1", "＝1＋1", "＠x", "\u3000=1", "\0=1"])(
  "a text that a spreadsheet would take for a formula gets an apostrophe: %j",
  (text) => {
    expect(csvRow([text]).replace(/^"/, "")).toBe(`'${text}${/[",\r\n]/.test(text) ? '"' : ""}`);
  },
);

it("numbers stay numbers, negative ones too, and plain words stay as they are", () => {
  expect(csvRow(["-12.50", "7", "住宅 A=1", '他说"好"'])).toBe('-12.50,7,住宅 A=1,"他说""好"""');
});

it("tabs, quotes and line ends inside a cell of TSV are quoted, and formulas made text as in CSV", () => {
  expect(tsvRow(["=1", "a\tb", 'x"y', "-3.5", "住宅,售"])).toBe(`'=1\t"a\tb"\t"x""y"\t-3.5\t住宅,售`);
});

it("a file begins with the mark of UTF-8 and its lines end with CRLF", () => {
  expect(
    separated(
      [
        ["a", "b"],
        ["1", ""],
      ],
      "csv",
    ),
  ).toBe("\uFEFFa,b\r\n1,\r\n");
});
