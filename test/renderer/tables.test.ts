import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldView } from "../../app/contract.ts";
import { pastedYears } from "../../renderer/bids/Yearly.tsx";
import { intervalLabel, monthText, readMonth } from "../../renderer/forms/months.ts";
import {
  beginning,
  pastedPeriods,
  profileMonths,
  profileSum,
  profileValue,
  readProfile,
  withBlock,
  withLength,
} from "../../renderer/forms/profile.ts";
import { listEdits, pasteBlock, readCell } from "../../renderer/forms/table.ts";
import { isBlock, parseTsv, toTsv } from "../../renderer/forms/tsv.ts";
import { choiceWords } from "../../renderer/forms/words.ts";
import { statuses } from "./fake/catalogue.ts";
import { exampleDocument } from "./fake/document.ts";

describe("blocks from a spreadsheet", () => {
  test("what is copied can be pasted, whatever is in the cells", () => {
    const cell = fc.string({ maxLength: 6 }).map((text) => text.replaceAll("\r", "").trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(parseTsv(toTsv(rows))).toEqual(rows);
      }),
    );
  });

  test("the last line end and Windows line ends are not cells", () => {
    expect(parseTsv("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(parseTsv('"a\tb"\t"say ""hi"""')).toEqual([["a\tb", 'say "hi"']]);
  });

  test("one value is not a block", () => {
    expect(isBlock("12,000\n")).toBe(false);
    expect(isBlock("12\t13")).toBe(true);
  });
});

const columns: readonly FieldView[] = [
  { name: "month", type: "month", label: { zh: "月份", en: "Month" }, optional: false },
  { name: "amount", type: "number", label: { zh: "金额", en: "Amount" }, unit: "CNY", optional: false },
  { name: "lender", type: "party", label: { zh: "贷款人", en: "Lender" }, optional: true, partyRoles: ["bank"] },
];

const context = {
  money: "wan" as const,
  lang: "zh" as const,
  t: () => "",
  words: choiceWords(exampleDocument, statuses),
  phases: [],
  yes: ["是", "yes", "1"],
  no: ["否", "no", "0"],
};
const rows = [{ id: "t1", month: "2026-07", amount: "1" }];

describe("pasting into a table", () => {
  test("amounts are read in the unit shown, parties by their names, and rows are added", () => {
    const pasted = pasteBlock(
      rows,
      columns,
      { row: 0, column: 1 },
      [
        ["1,500", "合作银行"],
        ["2,000.5", "bank"],
      ],
      "t",
      context,
    );
    expect(pasted.cells.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(pasted.cells.map(({ row, isNew, before, after }) => [row, isNew, before, after])).toEqual([
      ["t1", false, "1", "15000000"],
      ["t1", false, undefined, "bank"],
      ["t_1", true, undefined, "20005000"],
      ["t_1", true, undefined, "bank"],
    ]);
    expect(pasted.added).toEqual(["t_1"]);
    expect(pasted.rows).toEqual([
      { id: "t1", month: "2026-07", amount: "15000000", lender: "bank" },
      { id: "t_1", amount: "20005000", lender: "bank" },
    ]);
  });

  test("a line of column heads is left out", () => {
    const pasted = pasteBlock(
      [],
      columns,
      { row: 0, column: 0 },
      [
        ["月份", "金额（万元）"],
        ["2027年3月", "5"],
      ],
      "t",
      context,
    );
    expect(pasted.rows).toEqual([{ id: "t_1", month: "2027-03", amount: "50000" }]);
  });

  test("a cell that cannot be read is named", () => {
    const pasted = pasteBlock(rows, columns, { row: 0, column: 1 }, [["abc", "某银行"]], "t", context);
    expect(pasted.cells.map(({ row, column, text, fault }) => [row, column?.name, text, fault])).toEqual([
      ["t1", "amount", "abc", "unreadable"],
      ["t1", "lender", "某银行", "unreadable"],
    ]);
    expect(pasted.rows).toEqual(rows);
  });

  test("what falls beyond the last column, or the last row of rows that are given, is named and not dropped", () => {
    const wide = pasteBlock(rows, columns, { row: 0, column: 2 }, [["bank", "12", ""]], "t", context);
    expect(wide.cells.map(({ position, text, fault }) => [position, text, fault])).toEqual([
      [2, "bank", undefined],
      [3, "12", "noColumn"],
    ]);
    const given = pasteBlock(rows, columns, { row: 0, column: 1, isFixed: true }, [["1"], ["2"]], "t", context);
    expect(given.cells.map(({ text, fault }) => [text, fault])).toEqual([
      ["1", undefined],
      ["2", "noRow"],
    ]);
    expect(given.rows).toHaveLength(1);
  });

  test("an empty line adds no row, an empty cell leaves what is there, and a path of a column is one within the row", () => {
    const nested: FieldView = {
      name: "vat/rate",
      type: "number",
      label: { zh: "税率", en: "Rate" },
      unit: "1",
      to: 1,
      optional: true,
    };
    const block = [
      ["", ""],
      ["", ""],
      ["3", "9%"],
    ];
    const [, amount] = columns as [FieldView, FieldView];
    const pasted = pasteBlock(rows, [amount, nested], { row: 0, column: 0 }, block, "t", context);
    expect(pasted.rows).toEqual([...rows, { id: "t_1", amount: "30000", vat: { rate: "0.09" } }]);
  });

  test("a series takes a block period by period; gaps beyond it and too many periods are named", () => {
    const profile = { from: "2027-01", every: "year", values: ["1", "2"], meaning: "amount" } as const;
    const read = (block: readonly (readonly string[])[], at = 1) => pastedPeriods(profile, at, block, 4);
    expect(
      read([
        ["5", ""],
        ["x", "7"],
      ]).map(({ at, value, fault }) => [at, value, fault]),
    ).toEqual([
      [1, "50000", undefined],
      [2, undefined, "unreadable"],
      [3, undefined, "unreadable"],
      [4, "70000", undefined],
    ]);
    expect(read([["", "3", "", ""]]).map(({ value }) => value)).toEqual(["2", "30000"]);
    expect(read([["1", "2"]], 719).map(({ fault }) => fault)).toEqual([undefined, "tooMany"]);
  });

  test("amounts by year of a bid begin with year 1", () => {
    expect(pastedYears("1,000\t\t-3\tx\n").map(({ year, amount, fault }) => [year, amount, fault])).toEqual([
      [1, "1000", undefined],
      [3, undefined, "unreadable"],
      [4, undefined, "unreadable"],
    ]);
  });

  test("a row of years above the amounts is passed over", () => {
    for (const head of ["第1年\t第 2 年", "2027年\t2028年", "2027\t2028", "Year 1\tYear 2"])
      expect([head, pastedYears(`${head}\n10\t20\n`).map(({ year, amount }) => [year, amount])]).toEqual([
        head,
        [
          [1, "10"],
          [2, "20"],
        ],
      ]);
    expect(pastedYears("2027\t2028\n").map(({ amount }) => amount)).toEqual(["2027", "2028"]);
  });

  test("flags take the words people write", () => {
    const flag: FieldView = { name: "f", type: "flag", label: { zh: "是否", en: "Flag" }, optional: true };
    expect(["是", "YES", "1", "否", "0"].map((text) => readCell(text, flag, context))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("writing rows", () => {
  const [first, second] = [
    { id: "a", label: "A" },
    { id: "b", label: "B" },
  ];

  test("rows of the document's lists are written one by one", () => {
    const renamed = { id: "b", label: "C" };
    expect(listEdits("parties", [first, second], [renamed, { id: "d" }])).toEqual([
      { path: "parties/a" },
      { path: "parties/b", value: renamed },
      { path: "parties/d", value: { id: "d" } },
    ]);
  });

  test("a table of a component is written whole", () => {
    const path = "components/loan/inputs/tranches";
    expect(listEdits(path, [first], [first, second])).toEqual([{ path, value: [first, second] }]);
  });
});

describe("profiles", () => {
  const stored = {
    profile: { from: "2027-01", every: "year", values: ["0.4", "0.35", "0.25"], meaning: "share" },
  } as const;

  test("what is read is what was written", () => {
    const profile = readProfile(stored, "share");
    expect(profile && profileValue(profile)).toEqual(stored);
    expect(readProfile("0.03", "rate")).toBeNull();
    expect(readProfile({ formula: "1" }, "rate")).toBeNull();
  });

  test("the sum is exact, and rates have none", () => {
    const profile = readProfile(stored, "share");
    expect(profile && profileSum(profile)).toBe("1");
    expect(profile && profileSum({ ...profile, meaning: "rate" })).toBeNull();
  });

  test("a block grows the profile, and gaps are zeros", () => {
    const profile = readProfile(stored, "share");
    if (!profile) throw new Error("no profile");
    expect(withBlock(profile, 4, ["0.1"]).values).toEqual(["0.4", "0.35", "0.25", "0", "0.1"]);
    expect(withLength(profile, 2).values).toEqual(["0.4", "0.35"]);
    expect(
      profileMonths({ ...profile, every: "quarter" }, []).map((month) => (month === null ? "" : monthText(month))),
    ).toEqual(["2027-01", "2027-04", "2027-07"]);
    const phases = [{ id: "build", label: "建设期", from: 2026 * 12 + 6, until: 2026 * 12 + 16 }];
    const divided = { ...profile, from: { phase: "build", edge: "start" }, every: "phase" } as const;
    expect(profileMonths(divided, phases).map((month) => monthText(month ?? 0))).toEqual([
      "2026-07",
      "2026-10",
      "2027-01",
    ]);
    expect(beginning(divided, { phase: "build", edge: "start", months: 2 }).every).toBe("phase");
    expect(beginning(divided, "2026-07").every).toBe("month");
  });
});

test("months are read as people write them and named as periods are", () => {
  expect(["2027-03", "2027-3", "202703", "2027/03", "2027年3月"].map((text) => readMonth(text))).toEqual(
    Array(5).fill(2027 * 12 + 2),
  );
  expect(readMonth("2027-13")).toBeNull();
  expect(intervalLabel(2027 * 12 + 6, "quarter")).toBe("2027-Q3");
  expect(intervalLabel(2027 * 12 + 6, "half-year")).toBe("2027-H2");
  expect(intervalLabel(2027 * 12, "year")).toBe("2027");
  expect(intervalLabel(2027 * 12 + 5, "year")).toBe("2027-06");
});
