import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldView } from "../../app/contract.ts";
import { intervalLabel, monthText, readMonth } from "../../renderer/forms/months.ts";
import {
  beginning,
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
  t: () => "",
  words: choiceWords(exampleDocument, statuses),
  yes: ["是", "yes", "1"],
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
    expect(pasted.unread).toEqual([]);
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
    expect(pasted.unread.map(({ column, text, line }) => [column.name, text, line])).toEqual([
      ["amount", "abc", 1],
      ["lender", "某银行", 1],
    ]);
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
