import { describe, expect, it } from "vitest";
import { spent } from "../support/sales.ts";
import { type Inputs, type Part, run, type Situation } from "../support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

const books = (changes: Inputs = {}): Part => [
  "books",
  "asset_books",
  { taxpayer: "spv", completion: "2027-06", life: "60", residualShare: "0", ...changes },
];
const works = spent("works", "cost_works_building", [600, 600]);
const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, periods: 8, ...situation });

describe("depreciation from the month after completion", () => {
  it("by months within a year: six of the sixty in the year of completion", () => {
    // 1,200 over 60 months: 20 a month from July 2027 to June 2032.
    const outcome = evaluate([works, books()]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 120, 240, 240, 240, 240, 120, 0]));
  });

  it("a year that ends with the last month of construction is followed by a full one", () => {
    const outcome = evaluate([works, books({ completion: "2027-12" })]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 240, 240, 240, 240, 240, 0]));
  });

  it("without a completion of their own the books take the last of what the taxpayer builds", () => {
    const { completion: _none, ...rest } = books()[2];
    const other = spent("other", "cost_works_building", [0, 0, 0, 0, 1], { payer: "entity" });
    const outcome = evaluate([
      spent("works", "cost_works_building", [600, 600], { completion: "2027-06" }),
      other,
      ["books", "asset_books", rest],
    ]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 120, 240, 240, 240, 240, 120, 0]));
    const paidLast = evaluate([works, other, ["books", "asset_books", rest]]);
    expect(paidLast.series("books.depreciation")).toEqual(close([0, 0, 240, 240, 240, 240, 240, 0]));
  });

  it("says how far its completion lies from that of what is built", () => {
    expect(evaluate([works, books({ completion: "2029-12" })]).one("books.completed_after")).toBe(24);
  });

  it("the same by quarter and by month", () => {
    const paid = spent("works", "cost_works_building", [1200]);
    for (const [step, periods, each] of [
      ["quarter", 32, 60],
      ["month", 96, 20],
    ] as const) {
      const outcome = evaluate([paid, books()], { step, periods });
      const series = outcome.series("books.depreciation");
      const first = series.findIndex((value) => value > 0);
      expect(first).toBe(step === "quarter" ? 6 : 18);
      expect(series.slice(first, first + 1200 / each)).toEqual(close(Array.from({ length: 1200 / each }, () => each)));
      expect(outcome.total("books.depreciation")).toBeCloseTo(1200, 6);
    }
  });

  it("a residual stays, and cost that comes after completion is written off over what is left of the life", () => {
    // 900 by 2027 with 10 % residual: 810 over five years from 2028; 100 in 2029 joins in 2030 for the last three: 90/3.
    const late = spent("works", "cost_works_building", [900, 0, 0, 100]);
    const outcome = evaluate([late, books({ completion: "2027-12", residualShare: "0.1" })]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 162, 162, 192, 192, 192, 0]));
    expect(outcome.series("books.net").at(-1)).toBeCloseTo(100, 6);
  });
});

describe("intangible assets", () => {
  const platform = spent("platform", "cost_works_platform", [120]);
  const land = spent("land", "cost_land_price", [400]);
  const outcome = evaluate([
    spent("works", "cost_works_building", [1200]),
    platform,
    land,
    books({
      completion: "2027-12",
      residualShare: "0.1",
      intangibles: [
        { id: "software", kind: "platform", life: "24" },
        { id: "ground", kind: "land", life: "480" },
        { id: "licence", kind: "amount", amount: "50", life: "60" },
      ],
    }),
    ["cit", "income_tax", { taxpayer: "spv", authority: "tax" }],
  ]);

  it("have their own life and no residual", () => {
    expect(outcome.series("books.amortisation.software")).toEqual(close([0, 0, 60, 60, 0, 0, 0, 0]));
    expect(outcome.series("books.amortisation.ground")).toEqual(close([0, 0, 10, 10, 10, 10, 10, 10]));
    expect(outcome.series("books.amortisation.licence")).toEqual(close([0, 0, 10, 10, 10, 10, 10, 0]));
  });

  it("what is left is the fixed asset with its residual, and all of it is deducted", () => {
    // 1,720 − 120 − 400 − 50 = 1,150, 90 % of it over five years.
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 207, 207, 207, 207, 207, 0]));
    expect(outcome.series("cit.deductions")).toEqual(close([0, 0, 287, 287, 227, 227, 227, 10]));
    expect(outcome.series("stmt_balance.r1")).toEqual(close(outcome.series("stmt_balance.r2")));
  });

  it("of land only what is held", () => {
    const half = evaluate(
      [land, books({ completion: "2027-12", intangibles: [{ id: "ground", kind: "land", life: "480" }] })],
      {
        customLines: ["sale", "lease"].map((use) => ({
          id: use,
          label: use,
          unit: "m2",
          kind: "scalar",
          role: `area.disposition.${use}`,
          formula: "100 m2",
        })),
      },
    );
    expect(half.series("books.intangible_cost.ground").at(-1)).toBeCloseTo(200, 6);
    expect(half.series("books.net").at(-1)).toBeCloseTo(0, 6);
  });
});
