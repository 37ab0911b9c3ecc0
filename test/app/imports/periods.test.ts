import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MappingQuestion, mapTables } from "../../../app/imports/mapping/map.ts";
import { readPeriod } from "../../../app/imports/mapping/periods.ts";
import { changeViews } from "../../../app/imports/shown.ts";
import { okay } from "../../analysis/bids/support.ts";
import { SEED } from "../../random/corpus.ts";
import { example } from "./filled.ts";

const SCHEDULE = "components/equity/inputs/schedule";
const ITEMS = "components/works/inputs/items";
const document = example("infill");

const map = (text: string, question: Partial<MappingQuestion> = {}) =>
  okay(
    mapTables(new TextEncoder().encode(text), "q.csv", document, {
      lang: "zh",
      target: SCHEDULE,
      unit: "wan",
      ...question,
    }),
  );
const written = ({ document: after }: ReturnType<typeof map>, path = SCHEDULE) => {
  const [, id, , name = ""] = path.split("/");
  return after?.components.find((one) => one.id === id)?.inputs[name];
};
const faults = ({ problems }: ReturnType<typeof map>) => problems.map(({ code, path }) => [code, path]);
const told = ({ told: said }: ReturnType<typeof map>) =>
  said.map(({ code }) => code).filter((code) => code !== "exchange.field_unmapped");

describe("a series whose rows name their periods", () => {
  const quarters = "2026-Q1,1125\n2026-Q2,1125\n2026-Q3,1125\n2026-Q4,1125\n";
  const wanted = { profile: { from: "2026-01", every: "quarter", values: Array(4).fill("11250000") } };

  test.each(["季度,实缴计划", "季度,金额", "Quarter,Amount", "时点,金额", "何时,实缴计划"])(
    "goes to its periods whatever the heading is: %s",
    (head) => {
      const found = map(`${head}\n${quarters}`);
      expect(faults(found)).toEqual([]);
      expect(written(found)).toMatchObject(wanted);
    },
  );

  test("is never put down in order, and a step that is not the series' own is said", () => {
    const found = map(`何时,实缴计划\n${quarters}`, { columns: { value: 2 } });
    expect([faults(found), found.document]).toEqual([[["exchange.period_unmapped", "q!A1"]], undefined]);
    expect(told(map(`季度,实缴计划\n${quarters}`))).toEqual(["exchange.step_other"]);
    expect(told(map("实缴计划\n1\n2\n"))).toEqual(["exchange.in_order"]);
    // A number of the row is no period.
    expect(faults(map("序号,实缴计划\n1,1\n2,2\n"))).toEqual([]);
  });
});

/** Every spelling of a period, and of a quarter or half-year by its number. */
type Spell = (year: number, n: number) => string;
const SPELLINGS: Readonly<Record<string, { readonly months: number; readonly spells: readonly Spell[] }>> = {
  quarter: {
    months: 3,
    spells: [
      (y, n) => `${y}-Q${n}`,
      (y, n) => `${y}q${n}`,
      (y, n) => `${y}年${n}季度`,
      (y, n) => `${y}年第${"一二三四"[n - 1]}季度`,
      (y, n) => `${y}年${"一二三四"[n - 1]}季度`,
      (y, n) => `${y % 100}Q${n}`,
      (y, n) => `${y % 100}年${"一二三四"[n - 1]}季度`,
      (y, n) => `Q${n} ${y}`,
      (y, n) => `${n}Q${y % 100}`,
      (y, n) => `${y}年${3 * n - 2}-${3 * n}月`,
    ],
  },
  "half-year": {
    months: 6,
    spells: [
      (y, n) => `${y}H${n}`,
      (y, n) => `${y}年${"上下"[n - 1]}半年`,
      (y, n) => `${y}${"上下"[n - 1]}半年`,
      (y, n) => `${y % 100}H${n}`,
      (y, n) => `H${n} ${y}`,
      (y, n) => `${y}年${6 * n - 5}-${6 * n}月`,
    ],
  },
  month: {
    months: 1,
    spells: [
      (y, n) => `${y}-${String(n).padStart(2, "0")}`,
      (y, n) => `${y}.${n}`,
      (y, n) => `${y}年${n}月`,
      (y, n) => `${y}年${n}月份`,
      (y, n) => `${y}/${n}/1`,
      (y, n) => `${y}${String(n).padStart(2, "0")}`,
    ],
  },
  year: { months: 12, spells: [(y) => `${y}`, (y) => `${y}年`, (y) => `${y}年度`] },
};

describe("a period", () => {
  const timeline = { ...document.timeline, start: "2026-01", step: "quarter" as const };
  const read = (text: string) =>
    readPeriod({ kind: /^\d+(\.\d+)?$/.test(text) ? "number" : "text", text, isDate: false }, timeline, false);

  test("is read where it is, however it is written", () => {
    const drawn = fc.constantFrom(...Object.entries(SPELLINGS)).chain(([every, { months, spells }]) =>
      fc.record({
        every: fc.constant(every),
        months: fc.constant(months),
        spell: fc.constantFrom(...spells),
        year: fc.integer({ min: 2010, max: 2079 }),
        at: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ every, months, spell, year, at }) => {
        const n = (at % (12 / months)) + 1;
        const found = read(spell(year, n));
        expect([found?.start, found?.every ?? "month"]).toEqual([year * 12 + (n - 1) * months, every]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("counted from the beginning of the project", () => {
    const at = (text: string) => read(text)?.start;
    expect(["第1年", "第一年", "第十二年", "第3期", "2年"].map(at)).toEqual(
      [0, 0, 132, 6, 12].map((months) => 2026 * 12 + months),
    );
  });

  test("that may be two things, or none, is no period: it is named at its cell", () => {
    for (const text of [
      "26年",
      "第1季度",
      "一季度",
      "2026Q5",
      "二七年",
      "2026年底",
      "2026年13月",
      "2026年2-6月",
      "3月",
    ])
      expect([text, read(text)]).toEqual([text, undefined]);
    const found = map("何时,实缴计划\n2026-Q1,1\n2026年底,2\n");
    expect([faults(found), found.document]).toEqual([[["exchange.not_period", "q!A3"]], undefined]);
  });
});

describe("unit prices of a table in 万元", () => {
  const price = (found: ReturnType<typeof map>) =>
    (written(found, ITEMS) as readonly { price: string }[] | undefined)?.at(-1)?.price;
  const columns = { kind: 1, basis: 2, quantity: 3, price: 4 };
  const table = (above: string, head: string) => `${above}工程,计量,数量,${head}\n建筑工程,按数量,2,3.5\n`;

  test("are read in what their heading says, or what stands above it where that says nothing, which is told", () => {
    const options = { target: ITEMS, columns } as const;
    const labelled = map(table("", "单价(万元)"), options);
    expect([faults(labelled), price(labelled), told(labelled)]).toEqual([[], "35000", []]);
    const above = map(table("单位:万元,,,\n", "单价"), { ...options, head: 2 });
    expect([faults(above), price(above), told(above)]).toEqual([[], "35000", ["exchange.price_in_wan"]]);
    expect(changeViews(above.changes, "zh").at(-1)?.after).toBe("3.5万元");
    const yuan = map(table("单位:万元,,,\n", "单价(元)"), { ...options, head: 2 });
    expect([faults(yuan), price(yuan), told(yuan)]).toEqual([[], "3.5", []]);
    expect(price(map(table("", "单价"), { ...options, unit: "yuan" }))).toBe("3.5");
    const other = map(table("", "单价(万元)"), { ...options, unit: "yuan" });
    expect([faults(other), other.problems[0]?.hint?.zh]).toEqual([
      [["exchange.head_unit", "q!D1"]],
      "表头写明的单位与所选金额单位(元、万元)一致即可,单价也按表头的万元读;其他单位先在文件中换算并改标题",
    ]);
  });
});
