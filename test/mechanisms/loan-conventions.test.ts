import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, profile, run } from "./support/situation.ts";

const loan = (changes: Inputs = {}): Part => [
  "loan",
  "loan",
  {
    borrower: "entity",
    lender: "bank",
    sizing: "schedule",
    facility: "1000",
    priority: "1",
    lastDraw: "2030-01",
    drawSchedule: profile([1000]),
    rate: "0.04",
    rateBasis: "nominal",
    drawTiming: "start",
    start: "2026-01",
    completion: "2027-01",
    constructionInterest: "capitalised",
    form: "equal_principal",
    grace: "24",
    tenor: "72",
    ...changes,
  },
];

const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));

describe("rate of a period", () => {
  it("a loan's nominal rate is divided by the periods; effective compounds to it", () => {
    expect(run({ components: [loan()], step: "quarter", periods: 8 }).series("loan.period_rate")[0] ?? 0).toBeCloseTo(
      0.01,
      12,
    );
    const effective = run({ components: [loan({ rateBasis: "effective" })], step: "quarter", periods: 8 });
    expect(effective.series("loan.period_rate")[0] ?? 0).toBeCloseTo(1.04 ** 0.25 - 1, 12);
  });
});

describe("interest in construction and grace", () => {
  it("is capitalised up to completion; grace beyond it pays interest; the tenor includes the grace", () => {
    const outcome = run({ components: [loan()], periods: 8 });
    expect(outcome.series("loan.capitalised")).toEqual(close([40, 0, 0, 0, 0, 0, 0, 0]));
    expect(outcome.series("loan.interest").slice(0, 3)).toEqual(close([0, 41.6, 41.6]));
    // Six years in all, two of them grace: four repayments, none after the sixth year.
    expect(outcome.series("loan.principal")).toEqual(close([0, 0, 260, 260, 260, 260, 0, 0]));
  });

  it("paid from capital it belongs to the asset cost", () => {
    const books: Part = [
      "books",
      "asset_books",
      { taxpayer: "entity", completion: "2027-01", life: "240", residualShare: "0" },
    ];
    const outcome = run({ components: [loan({ constructionInterest: "paid" }), books], periods: 8 });
    expect(outcome.series("loan.interest_construction").slice(0, 2)).toEqual(close([40, 0]));
    expect(outcome.total("books.cost")).toBeCloseTo(40, 8);
    expect(outcome.series("loan.balance")[0]).toBeCloseTo(1000, 8);
  });

  it("capitalisation ends at the loan's completion month and principal begins by its own schedule, not with operation", () => {
    const early = run({ components: [loan({ completion: "2028-01", grace: "12" })], periods: 8 });
    expect(early.series("loan.capitalised").slice(0, 3)).toEqual([expect.closeTo(40, 6), expect.closeTo(41.6, 6), 0]);
    expect(early.series("loan.principal")[1]).toBeGreaterThan(0);
  });
});

describe("capital first", () => {
  const equity = (amounts: readonly number[]): Part => [
    "equity",
    "equity",
    { investor: "investor", recipient: "entity", schedule: profile(amounts) },
  ];
  const works: Part = ["works", "works", worksOf([item(2000)], [1, 1])];

  it("loans drawn to date never exceed (1 − r)/r times the capital paid in to date", () => {
    const need = loan({ sizing: "need", facility: "5000", capitalRatio: "0.4", lastDraw: "2028-01" });
    const outcome = run({ components: [equity([200, 600]), works, need], periods: 6 });
    expect(outcome.series("loan.draw").slice(0, 2)).toEqual(close([300, 900]));
    // By the total of the capital the first year could have drawn 800.
    expect(outcome.series("party.entity.cash")[0]).toBeCloseTo(200 + 300 - 1000, 6);
  });
});
