import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { type MappingQuestion, mapTables } from "../../../app/imports/mapping/map.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { okay } from "../../analysis/bids/support.ts";
import { example } from "./filled.ts";

const COLLECTION = "components/flats/inputs/collection";
const SCHEDULE = "components/equity/inputs/schedule";
const utf8 = (text: string) => new TextEncoder().encode(text);

const map = (bytes: Uint8Array, name: string, question: Partial<MappingQuestion> = {}, into = example("rebuild")) =>
  okay(mapTables(bytes, name, into, { lang: "zh", ...question }));
const inputOf = (document: ModelDocument | undefined, path: string) => {
  const [, id, , name = ""] = path.split("/");
  return document?.components.find((one) => one.id === id)?.inputs[name];
};
const faults = ({ problems }: ReturnType<typeof map>) => problems.map(({ code, path }) => [code, path]);

describe("an old table mapped to an input", () => {
  const rows = [
    ["回款计划表", null, null],
    ["单位：万元", null, null],
    ["序号", "签约后月数", "比例(%)"],
    [1, 0, 50],
    [2, 6, 30],
    [3, 12, 20],
    ["合计", null, 100],
  ];
  const old = () =>
    writeXlsx({
      sheets: [
        { name: "封面", rows: [["x"]] },
        { name: "回款", rows },
      ],
    });

  test("is told apart by its headings: sheet, row, input, columns, unit; totals are left out and said", async () => {
    const found = map(await old(), "old.xlsx", { mode: "replace" });
    expect([found.sheet, found.head, found.unit, found.count]).toEqual(["回款", 3, "wan", 3]);
    expect([found.target.key, found.columns]).toEqual([
      example("rebuild")
        .components.find(({ id }) => id === "flats")
        ?.mechanism.concat(".collection"),
      { lag: 2, share: 3 },
    ]);
    expect(found.told.map(({ code }) => code).toSorted()).toEqual(["exchange.column_unused", "exchange.total_row"]);
    expect(inputOf(found.document, found.target.path)).toEqual([
      { id: "r1", lag: "0", share: "0.5" },
      { id: "r2", lag: "6", share: "0.3" },
      // The row that stood there says the same, and stays.
      { id: "final", lag: "12", share: "0.2" },
    ]);
  });

  test("read again in place of itself changes nothing", async () => {
    const once = map(await old(), "old.xlsx", { mode: "replace" });
    const again = map(await old(), "old.xlsx", { mode: "replace" }, once.document);
    expect([again.changes, again.document]).toEqual([[], once.document]);
  });

  test.each([
    ["时间,金额(亿元)\n2026年,0.45\n", SCHEDULE, {}, "exchange.head_unit", "a!B1"],
    ["时间,金额(千元)\n2026年,45000\n", SCHEDULE, {}, "exchange.head_unit", "a!B1"],
    ["时间,amount (million)\n2026年,45\n", SCHEDULE, {}, "exchange.head_unit", "a!B1"],
    ["单位:百万元,\n时间,金额\n2026年,45\n", SCHEDULE, {}, "exchange.head_unit", "a!A1"],
    ["时间,金额(万元)\n2026年,4500\n", SCHEDULE, { unit: "yuan" }, "exchange.head_unit", "a!B1"],
    ["签约后(年),比例\n1,0.5\n", COLLECTION, {}, "exchange.head_unit", "a!A1"],
    ["签约后月数,比例(%)\n0,1\n3,0.5\n", COLLECTION, {}, "exchange.percent_head", "a!B2"],
    ["签约后月数,比例\n0,0.5\n", COLLECTION, { columns: { lag: 1, share: 26 } }, "exchange.column_missing", "a!Z1"],
    ["签约后月数,比例\n0,0.5\n", COLLECTION, { columns: { lag: 1, share: 1 } }, "exchange.column_twice", "a!A1"],
  ] as const)(
    "whose heading measures otherwise, or whose columns are not there, is not read: %s",
    (text, target, more, code, at) => {
      const found = map(utf8(text), "a.csv", { target, ...more });
      expect([faults(found), found.document]).toEqual([[[code, at]], undefined]);
    },
  );

  test("numbers below a heading that says per cent are meant so where one is above 1; cells shown in per cent are as they are", async () => {
    const written = map(utf8("签约后月数,比例(%)\n0,0.5\n3,99.5\n"), "a.csv", { target: COLLECTION, mode: "replace" });
    expect(inputOf(written.document, COLLECTION)).toMatchObject([{ share: "0.005" }, { share: "0.995" }]);
    const shown = await writeXlsx({
      sheets: [
        {
          name: "s",
          rows: [["签约后月数", "比例(%)"], [0], [3]],
          cells: new Map([
            ["1,1", { value: 0.4, style: { numFmt: "0.00%" } }],
            ["2,1", { value: 0.6, style: { numFmt: "0%" } }],
          ]),
        },
      ],
    });
    const read = map(shown, "a.xlsx", { target: COLLECTION, mode: "replace" });
    expect([faults(read), inputOf(read.document, COLLECTION)]).toMatchObject([
      [],
      [{ share: "0.4" }, { share: "0.6" }],
    ]);
  });

  test("adds to the rows that are there, or with the code of a row changes it", async () => {
    const before = inputOf(example("rebuild"), COLLECTION) as readonly Record<string, string>[];
    const added = map(utf8("签约后月数,比例\n24,0.1\n"), "a.csv", { target: COLLECTION });
    expect(inputOf(added.document, COLLECTION)).toEqual([...before, { id: "r1", lag: "24", share: "0.1" }]);
    const changed = map(utf8("行代码,比例\nfinal,0.25\n"), "a.csv", { target: COLLECTION });
    expect(inputOf(changed.document, COLLECTION)).toEqual(
      before.map((row) => (row["id"] === "final" ? { ...row, share: "0.25" } : row)),
    );
    expect(changed.changes.map(({ at, before: was, after }) => [at, was, after])).toEqual([["a!B2", "0.2", "0.25"]]);
  });

  test("names every fault at its cell and changes nothing", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "表",
          rows: [
            ["签约后月数", "比例"],
            ["十二", 0.5],
            [6, 30],
            [null, null],
            [3, "0.2元"],
          ],
          cells: new Map([["3,0", { formula: "A2+1", formulaResult: 5, value: 5, type: "formula" } as never]]),
        },
      ],
    });
    const found = map(bytes, "x.xlsx", { target: COLLECTION });
    expect(found.document).toBeUndefined();
    expect(faults(found).toSorted()).toEqual(
      [
        ["sheet.text_for_number", "表!A2"],
        ["sheet.formula", "表!A4"],
        ["sheet.unit_in_number", "表!B5"],
      ].toSorted(),
    );
    const bounds = map(utf8("签约后月数,比例\n6,30\n"), "x.csv", { target: COLLECTION });
    expect([bounds.document, bounds.problems.map(({ path }) => path)]).toEqual([undefined, ["x!B2"]]);
  });

  test("of a scenario changes the scenario alone", () => {
    const document = example("rebuild");
    const scenario = document.scenarios.at(-1)?.id ?? "";
    const found = map(utf8("行代码,比例\nfinal,0.25\n"), "a.csv", { target: COLLECTION, scenario });
    expect(found.document?.components).toEqual(document.components);
    expect(found.document?.scenarios.at(-1)?.set[`${COLLECTION}/final/share`]).toBe("0.25");
  });

  test("has the same signature with other figures, and another with other headings", () => {
    const of = (text: string) => map(utf8(text), "a.csv", { target: COLLECTION }).signature;
    expect(of("签约后月数(月),比例\n1,0.1\n")).toBe(of("签约后月数,比例（%）\n9,0.9\n3,0.1\n"));
    expect(of("签约后月数,比例\n1,0.1\n")).not.toBe(of("比例,签约后月数\n0.1,1\n"));
  });

  test("names the first row beyond what a table or a series may have", () => {
    const many = (count: number) => utf8(`签约后月数,比例\n${"1,0\n".repeat(count)}`);
    expect(faults(map(many(2001), "x.csv", { target: COLLECTION, mode: "replace" }))).toEqual([
      ["exchange.table_long", "x!A2002"],
    ]);
    expect(faults(map(utf8(`金额\n${"1\n".repeat(721)}`), "x.csv", { target: SCHEDULE }))).toEqual([
      ["exchange.series_long", "x!A722"],
    ]);
  });

  test("refuses what is not there by name", () => {
    const document = example("rebuild");
    const codes = (question: Partial<MappingQuestion>) => {
      const found = mapTables(utf8("a,b\n1,2\n"), "a.csv", document, { lang: "en", ...question });
      return found.ok ? [] : found.problems.map(({ code }) => code);
    };
    expect(codes({ target: "components/flats/inputs/colection" })).toEqual(["exchange.target_unknown"]);
    expect(codes({ target: COLLECTION, columns: { price: 1 } })).toEqual(["exchange.field_unknown"]);
    expect(codes({ target: COLLECTION, sheet: "no" })).toEqual(["exchange.no_sheet"]);
  });
});

describe("a series from a text file", () => {
  const years = "年份;出资（万元）\r\n2026;7000\r\n2027;2,500.5\r\n2028;0\r\n";
  const wanted = { from: "2026-01", every: "year", values: ["70000000", "25005000", "0"], meaning: "amount" };

  test.each([
    ["UTF-8", utf8(years)],
    ["UTF-8 with its mark", utf8(`\uFEFF${years}`)],
    ["tabs", utf8(years.replaceAll(";", "\t"))],
    ["commas and quotes", utf8(years.replace("2,500.5", '"2,500.5"').replaceAll(";", ","))],
    [
      "GB18030",
      // 年份;出资（万元）
      Uint8Array.of(
        0xc4,
        0xea,
        0xb7,
        0xdd,
        0x3b,
        0xb3,
        0xf6,
        0xd7,
        0xca,
        0xa3,
        0xa8,
        0xcd,
        0xf2,
        0xd4,
        0xaa,
        0xa3,
        0xa9,
        ...utf8(years.slice(years.indexOf("\r\n"))),
      ),
    ],
  ])("in %s", (_, bytes) => {
    const found = map(bytes, "s.csv", { target: SCHEDULE });
    expect([found.unit, faults(found)]).toEqual(["wan", []]);
    expect(inputOf(found.document, SCHEDULE)).toEqual({ profile: wanted });
  });

  test("takes months, quarters and half-years as they are written, and one column alone in order", () => {
    const profile = (text: string) =>
      (
        inputOf(map(utf8(text), "s.csv", { target: SCHEDULE, unit: "yuan" }).document, SCHEDULE) as {
          profile?: unknown;
        }
      )?.profile;
    expect(profile("月份,金额\n2027-03,1\n2027年4月,2\n2027/5/1,3\n")).toMatchObject({
      from: "2027-03",
      every: "month",
    });
    expect(profile("期间,金额\n2027Q3,1\n2027年4季度,2\n")).toMatchObject({ from: "2027-07", every: "quarter" });
    expect(profile("期间,金额\n2027上半年,1\n2027-H2,2\n")).toMatchObject({ from: "2027-01", every: "half-year" });
    expect(profile("1\n2\n3\n")).toMatchObject({ from: "2026-01", every: "year", values: ["1", "2", "3"] });
  });

  test("names gaps, mixed and unknown periods, what is beyond the timeline and empty values, by line and column", () => {
    const found = (text: string) => faults(map(utf8(text), "s.csv", { target: SCHEDULE }));
    expect(found("年份,金额\n2026,1\n2028,2\n")).toEqual([["exchange.period_order", "s!A3"]]);
    expect(found("年份,金额\n2026,1\n2027-Q1,2\n")).toEqual([["exchange.mixed_periods", "s!A2"]]);
    expect(found("年份,金额\n二六年,1\n2027,2\n")).toEqual([["exchange.not_period", "s!A2"]]);
    expect(found("年份,金额\n2026,1\n2027,\n2028,x\n")).toEqual([
      ["exchange.series_empty", "s!B3"],
      ["sheet.text_for_number", "s!B4"],
    ]);
    expect(found("年份,金额\n2020,1\n2021,=1+1\n")).toEqual([
      ["sheet.month_outside", "s!A2"],
      ["sheet.month_outside", "s!A3"],
      ["sheet.formula", "s!B3"],
    ]);
  });

  test("says which values the series loses", () => {
    const found = map(utf8("年份,金额\n2026,1\n"), "s.csv", { target: SCHEDULE, unit: "yuan" });
    const before = (inputOf(example("rebuild"), SCHEDULE) as unknown as { profile: { values: string[] } }).profile
      .values;
    expect(found.changes.map(({ before: was, after }) => [was, after])).toEqual([
      [before[0], "1"],
      ...before.slice(1).map((value) => [value, undefined]),
    ]);
  });

  test("refuses what is no text, and a quote that is never closed", () => {
    const code = (bytes: Uint8Array) => {
      const found = mapTables(bytes, "s.csv", example("rebuild"), { lang: "zh", target: SCHEDULE });
      return found.ok ? "" : found.problems[0]?.code;
    };
    expect(code(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe("exchange.not_text");
    expect(code(Uint8Array.of(0x31, 0xff, 0xff, 0x0a))).toBe("exchange.not_text");
    expect(code(utf8('a,b\n"1,2\n'))).toBe("exchange.quote_open");
  });
});
