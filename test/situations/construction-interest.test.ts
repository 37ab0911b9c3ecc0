import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, situationCase } from "../mechanisms/support/situation.ts";
import { close, loan, spending, study } from "./support/study.ts";

const construction = (amounts: readonly number[], rate: string, changes: Inputs = {}) =>
  study({
    components: [
      spending(amounts),
      loan({
        drawSchedule: profile(amounts),
        rate,
        drawTiming: "convention",
        completion: "2029-01",
        constructionInterest: "capitalised",
        grace: "48",
        tenor: "120",
        ...changes,
      }),
    ],
    periods: 12,
  });

describe("IDC-SOURCE: published example of interest in construction", () => {
  const { raw } = situationCase("IDC-SOURCE");
  const outcome = construction(raw.inputs["draws"] as readonly number[], "0.1");

  it("half a year on the draws of the year, compounding", () => {
    expect(outcome.series("loan.capitalised").slice(0, 4)).toEqual(
      close([...(raw.expected["interest"] as readonly number[]), 0]),
    );
    expect(outcome.total("project.interest_in_construction")).toBeCloseTo(raw.expected["total"] as number, 6);
    expect(outcome.series("loan.balance")[2]).toBeCloseTo(raw.expected["closing"] as number, 6);
  });
});

describe("IDC-1: capitalised, or paid by equity in the year", () => {
  const { raw } = situationCase("IDC-1");
  const draws = raw.inputs["draws"] as readonly number[];
  type Expected = { readonly interest: readonly number[]; readonly total: number; readonly closing: number };

  it.each([
    ["capitalised", "capitalised", "loan.capitalised"],
    ["paid", "paid_by_equity", "loan.interest_construction"],
  ])("%s", (constructionInterest, key, line) => {
    const expected = raw.expected[key] as Expected;
    const outcome = construction(draws, "0.042", { constructionInterest });
    expect(outcome.series(line).slice(0, 4)).toEqual(close([...expected.interest, 0]));
    expect(outcome.total("project.interest_in_construction")).toBeCloseTo(expected.total, 4);
    expect(outcome.series("loan.balance")[2]).toBeCloseTo(expected.closing, 4);
    expect(outcome.one("project.total_investment")).toBeCloseTo(10000 + expected.total, 4);
  });
});

const funding = (changes: Inputs = {}): Part => [
  "funding",
  "ratio_funding",
  {
    investor: "investor",
    borrower: "entity",
    lender: "bank",
    capitalRatio: "0.25",
    rate: "0.042",
    rateBasis: "nominal",
    drawTiming: "mid",
    start: "2026-01",
    completion: "2029-01",
    constructionInterest: "capitalised",
    form: "equal_principal",
    grace: "36",
    tenor: "120",
    ...changes,
  },
];

describe("IDC-2: capital ratio on total investment that includes interest in construction", () => {
  const { raw, expected } = situationCase("IDC-2");
  const works = spending(raw.inputs["construction_investment"] as readonly number[]);
  const outcome = study({ components: [works, funding()], periods: 12 });

  it("interest, equity and loan close at once", () => {
    expect(outcome.total("funding.capitalised")).toBeCloseTo(expected["idc_total"] as number, 5);
    expect(outcome.series("funding.capitalised").slice(0, 3)).toEqual(
      close(raw.expected["idc_by_year"] as readonly number[], 5),
    );
    expect(outcome.one("project.total_investment")).toBeCloseTo(expected["total_investment"] as number, 5);
    expect(outcome.total("funding.paid_in")).toBeCloseTo(expected["equity"] as number, 5);
    expect(outcome.series("funding.draw").slice(0, 3)).toEqual(
      close(raw.expected["loan_draws"] as readonly number[], 5),
    );
    expect(outcome.series("funding.balance")[2]).toBeCloseTo(expected["closing_debt"] as number, 5);
  });

  it.each(["start", "mid", "end"])("the debt is 75 %% of total investment with draws at the %s", (drawTiming) => {
    const other = study({ components: [works, funding({ drawTiming })], periods: 12 });
    expect(other.series("funding.balance")[2]).toBeCloseTo(0.75 * other.one("project.total_investment"), 5);
  });

  it("with interest paid by equity the works stay funded to the yuan and equity is its share of the total", () => {
    const paid = study({ components: [works, funding({ constructionInterest: "paid" })], periods: 12 });
    expect(paid.series("party.entity.cash").slice(0, 3)).toEqual(close([0, 0, 0], 6));
    expect(paid.total("funding.paid_in")).toBeCloseTo(0.25 * paid.one("project.total_investment"), 5);
    expect(paid.total("funding.draw") + paid.total("funding.paid_in")).toBeCloseTo(
      paid.one("project.total_investment"),
      5,
    );
  });

  const FEES = { arrangementFeeRate: "0.01", commitmentFeeRate: "0.005", guaranteeFeeRate: "0.002" };

  it.each(["capitalised", "paid"])(
    "fees in construction are part of the total and the share still holds, interest %s",
    (constructionInterest) => {
      const charged = study({ components: [works, funding({ constructionInterest, ...FEES })], periods: 12 });
      const interest = constructionInterest === "paid" ? "funding.interest_construction" : "funding.capitalised";
      const lent = charged.total("funding.draw");
      const [first, second] = [charged.series("funding.draw"), charged.series("funding.balance")];
      // 1 % of what is lent, ½ % of what is not drawn when a year begins, 0.2 % of what is owed then.
      const fees = [
        0.015 * lent,
        0.005 * (lent - (first[0] ?? 0)) + 0.002 * (second[0] ?? 0),
        0.005 * (lent - (first[0] ?? 0) - (first[1] ?? 0)) + 0.002 * (second[1] ?? 0),
      ];
      expect(charged.series("funding.fees_construction").slice(0, 4)).toEqual(close([...fees, 0], 6));
      expect(charged.total("funding.paid_in")).toBeCloseTo(0.25 * charged.one("project.total_investment"), 5);
      expect(charged.one("project.total_investment")).toBeCloseTo(
        charged.one("funding.investment_total") + charged.total(interest) + fees.reduce((a, b) => a + b, 0),
        5,
      );
      expect(charged.series("party.entity.cash").slice(0, 3)).toEqual(close([0, 0, 0], 6));
    },
  );
});
