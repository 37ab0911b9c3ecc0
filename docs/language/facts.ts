import { type Entries, entry, level, number, plain, single } from "./example.ts";

/** Functions that read rules, facts, choices, tables and other lines. */
export const facts: Entries = {
  latest: entry(
    "latest(role = …, …)",
    "选取:符合全部条件的行中最大者,停用的组件不计,没有时为0",
    "a selection: the largest of all lines that meet every condition, 0 where there is none; what is switched off does not count",
    { formula: "latest(role = revenue.*)", gives: "6 2 8 2 10 18" },
    { units: "-> m" },
  ),
  sum: entry(
    "sum(role = …, …)",
    "选取:符合全部条件的各行之和",
    "a selection: the sum of all lines that meet every condition",
    { formula: "sum(role = revenue.*, product != cars)", gives: "3 1 4 1 5 9" },
    { units: "-> m" },
  ),
  param: entry(
    "param(name)",
    "政策参数在当期的值;缺值是错误,不是0",
    "a parameter of the rule packs as in force in the period; a gap is a problem, never 0",
    { formula: "param(vat_sale)", gives: "0.09 0.09 0.09 0.09 0.09 0.09", ...plain },
    { units: "-> m" },
  ),
  during: entry(
    "during(phase)",
    "是否在该阶段内",
    "whether the period lies in a phase",
    { formula: "during(build)", gives: "1 1 0 0 0 0", ...plain, kind: "flag" },
    { units: "-> 1" },
  ),
  recorded: entry(
    "recorded(record)",
    "该事项自其日期起为1",
    "1 from the date of a record on",
    { formula: "recorded(permit)", gives: "0 0 1 1 1 1", ...plain, kind: "flag" },
    { units: "-> 1" },
  ),
  counted: entry(
    "counted(status)",
    "本情景是否计入该审批状态的钱",
    "whether the scenario counts money of that approval status",
    { formula: "counted(grant)", gives: "1", ...number },
    { units: "-> 1" },
  ),
  given: entry(
    "given(input)",
    "可不填的输入是否已填",
    "whether an optional input was entered",
    { formula: "given(cap)", gives: "0", ...number },
    { units: "-> 1" },
  ),
  lookup: entry(
    "lookup(table, x[, linear])",
    "查表:取不大于x的末行;linear为线性内插",
    "from a table: the last row not above x, or interpolated",
    {
      formula: "lookup(ramp, 1.5, linear)",
      gives: "0.65",
      ...number,
    },
  ),
  brackets: entry(
    "brackets(table, x)",
    "分级累进:各级部分乘以该级比率",
    "a scale: each part of x times the rate of its bracket",
    {
      formula: "brackets(bands, running(x))",
      gives: "0 0 0 6 27 55",
      ...level,
    },
  ),
  sumrows: entry(
    "sumrows(table, expression)",
    "表中各行的算式之和,row.列名为该行的格",
    "an expression added up over the rows of a table; `row.column` is the row's cell",
    { formula: "sumrows(items, row.amount * row.weight)", gives: "100", ...single },
    { units: "-> m" },
  ),
};
