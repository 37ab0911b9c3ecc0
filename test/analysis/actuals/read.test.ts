import { describe, expect, it } from "vitest";
import { type NamedLine, readFigures } from "../../../models/analysis/actuals/read.ts";
import { readSpan, spanText } from "../../../models/document/actuals/span.ts";

const line = (id: string, zh: string, en: string): NamedLine => ({ id, names: [{ zh, en }] });
const LINES = [
  line("works.paid", "工程费支付", "works paid"),
  line("flats.receipt", "销售回款", "receipts"),
  line("spaces.receipt", "销售回款", "receipts"),
];
const read = (text: string, unit: "yuan" | "wan" = "yuan") => readFigures(text, LINES, unit);
const wrong = (text: string) => read(text).problems.map(({ code, path }) => [code.replace("actuals.", ""), path]);

describe("a table of actuals", () => {
  it("is read by lines and periods, pasted from a spreadsheet", () => {
    expect(read("行\t2027-01\t2027年2月\nworks.paid\t1,234.50\t(20)\nflats.receipt\t\t0")).toEqual({
      figures: { "works.paid": { "2027-01": "1234.5", "2027-02": "-20" }, "flats.receipt": { "2027-02": "0" } },
      count: 3,
      empty: 1,
      problems: [],
    });
  });

  it("is read as CSV, with names beside ids, sums left aside", () => {
    const text = '代码,名称,2027-Q1,合计\r\n,工程费支付,"1,000",1000\r\n合计,,1000,1000\r\n';
    expect(read(text).figures).toEqual({ "works.paid": { "2027-Q1": "1000" } });
  });

  it("is read one figure a row", () => {
    const text = "行,期间,金额(元)\nworks.paid,2027年3月,5\nworks.paid,2027上半年,-6\n";
    expect(read(text).figures).toEqual({ "works.paid": { "2027-03": "5", "2027-H1": "-6" } });
  });

  it("is taken in 万元 where that is chosen, and not where the table says otherwise", () => {
    expect(read("万元\t2027-01\nworks.paid\t1.5", "wan").figures).toEqual({ "works.paid": { "2027-01": "15000" } });
    expect(wrong("单位:万元\t2027-01\nworks.paid\t1.5")).toEqual([["unit", "A1"]]);
  });

  it.each([
    ["", [["empty_table", "A1"]]],
    ["行\t名称\nworks.paid\t1", [["no_head", "B1"]]],
    ["行\t2027-01\nroof\t1", [["name_unknown", "A2"]]],
    ["行\t2027-01\n销售回款\t1", [["name_many", "A2"]]],
    ["行\t2027-01\n\t1", [["name_empty", "A2"]]],
    ["行\t2027-01\t二月\nworks.paid\t1\t2", [["head", "C1"]]],
    ["行\t2027-01\t\nworks.paid\t1\t2", [["head_empty", "C1"]]],
    ["行\t2027-01\nworks.paid\t-", [["number", "B2"]]],
    ["行\t2027-01\nworks.paid\t1.000,5", [["number", "B2"]]],
    ["行\t2027-01\nworks.paid\t12,34", [["number", "B2"]]],
    ["行\t2027-01\nworks.paid\t5%", [["number", "B2"]]],
    ["行\t2027-01\t2027.1\nworks.paid\t1\t2", [["cell_twice", "C2"]]],
    ["行\t2027-01\nworks.paid\t1\nworks.paid\t2", [["cell_twice", "B3"]]],
    ["行\t2027-01\nworks.paid\t", [["no_figures", "A1"]]],
  ])("%j is refused with the cell", (text, problems) => {
    expect(wrong(text)).toEqual(problems);
    expect(read(text).figures).toEqual({});
  });

  it("names every cell that cannot be read, and takes none", () => {
    expect(wrong("行\t2027-01\nworks.paid\tx\nroof\t1\nflats.receipt\t2")).toEqual([
      ["number", "B2"],
      ["name_unknown", "A3"],
    ]);
  });
});

describe("a period as people write it", () => {
  it.each([
    ["2027年3月", "2027-03"],
    ["2027/3", "2027-03"],
    ["２０２７-０３", "2027-03"],
    ["202703", "2027-03"],
    ["2027年第一季度", "2027-Q1"],
    ["2027Q2", "2027-Q2"],
    ["2027年下半年", "2027-H2"],
    ["2027年度", "2027"],
    ["2027-02/2027-04", "2027-02/2027-04"],
  ])("%s is %s", (written, period) => expect(spanText(written)).toBe(period));

  it.each(["2027-13", "27-03", "2027-Q5", "三月", "", "1", "2027-04/2027-02"])("%j is none", (written) =>
    expect(spanText(written)).toBeUndefined(),
  );

  it("has its months", () => {
    const months = (text: string) => {
      const span = readSpan(text);
      return span === undefined ? undefined : span.last - span.first + 1;
    };
    expect(["2027-03", "2027-Q4", "2027-H2", "2027"].map(months)).toEqual([1, 3, 6, 12]);
  });
});
