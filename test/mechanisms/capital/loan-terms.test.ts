import { expect, test } from "vitest";
import { close, equity, income, loan, spending, study } from "../../situations/support/study.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";

const usual = {
  facility: "1000",
  drawTiming: "mid",
  completion: "2027-01",
  constructionInterest: "paid",
  grace: "12",
  tenor: "72",
  lastDraw: "2027-01",
};

const terms = (changes: Inputs, id = "loan"): Part => loan({ ...usual, drawSchedule: profile([1000]), ...changes }, id);

/** A loan that draws what the one called `first` repays. */
const refinancing = (changes: Inputs): Part => {
  const [, mechanism, { drawSchedule: _left, ...inputs }] = loan({
    ...usual,
    sizing: "refinance",
    refinances: "first",
    start: "2028-01",
    lastDraw: "2029-01",
    tenor: "120",
    ...changes,
  });
  return ["second", mechanism, inputs];
};

const repriced = { profile: { from: "2026-01", every: "year", values: ["0.05", "0.04", "0.03"], meaning: "rate" } };

test("a rate by date is in force in the period that begins then, the last one goes on", () => {
  const outcome = study({
    components: [spending([1000]), terms({ rate: repriced, constructionInterest: "capitalised" })],
    periods: 7,
  });
  // Half a year at 5 % is capitalised: 1,025 owed; then 4 % on 1,025, 3 % on four fifths of it and so on.
  expect(outcome.series("loan.capitalised")[0]).toBeCloseTo(25, 8);
  expect(outcome.series("loan.interest")).toEqual(close([0, 41, 24.6, 18.45, 12.3, 6.15, 0]));
});

test("an annuity is reckoned anew at each rate and still repaid by the end", () => {
  const outcome = study({
    components: [spending([1000]), terms({ rate: repriced, form: "equal_payment" })],
    periods: 7,
  });
  // 1,000 over five years at 4 %: 224.627; what is left after the first, 815.373, over four years at 3 %: 219.357.
  expect(outcome.series("loan.principal").slice(1, 3)).toEqual(close([184.6271, 194.8958], 3));
  expect(outcome.series("loan.balance")[5]).toBeCloseTo(0, 8);
});

test("simple within the year: interest capitalised in a year bears interest from the next one", () => {
  const by = (rateBasis: string) =>
    study({
      components: [
        spending([1000]),
        terms({
          rate: "0.04",
          rateBasis,
          drawTiming: "start",
          constructionInterest: "capitalised",
          completion: "2028-01",
          grace: "24",
        }),
      ],
      step: "quarter",
      periods: 28,
    }).series("loan.capitalised");
  // The plan of draws is by years, so 250 a quarter: 2.5, 5, 7.5, 10; then 1 % of 1,025 a quarter.
  expect(by("simple").slice(0, 6)).toEqual(close([2.5, 5, 7.5, 10, 10.25, 10.25]));
  // Compounding by quarters: 1 % of 250, of 502.5, of 757.525 …
  expect(by("nominal").slice(0, 3)).toEqual(close([2.5, 5.025, 7.57525]));
});

test("what is prepaid leaves less to repay", () => {
  const outcome = study({
    components: [spending([1000]), terms({ prepayments: profile([100], "2028-01") })],
    periods: 7,
  });
  // 200 a year; 200 and 100 more in 2028; 500 over three years.
  expect(outcome.series("loan.principal")).toEqual(close([0, 200, 300, 500 / 3, 500 / 3, 500 / 3, 0]));
});

test("a loan that refinances draws what the other repays, and no more", () => {
  const first = terms({ form: "bullet", tenor: "36" }, "first");
  const second = refinancing({ form: "equal_principal" });
  const outcome = study({ components: [spending([1000]), first, second], periods: 13 });
  expect(outcome.series("first.principal").slice(0, 4)).toEqual(close([0, 0, 1000, 0]));
  expect(outcome.series("second.draw").slice(0, 4)).toEqual(close([0, 0, 1000, 0]));
  expect(outcome.series("second.refinanced").slice(0, 4)).toEqual(close([0, 0, 1000, 0]));
  // The capital test sees one loan of 1,000, not two.
  expect(outcome.series("project.debt_drawn")[5]).toBeCloseTo(1000, 6);
});

test("part of a loan may be refinanced before it is due", () => {
  const first = terms({ form: "bullet", tenor: "60", prepayments: profile([400], "2028-01") }, "first");
  const second = refinancing({ facility: "300" });
  const outcome = study({ components: [spending([1000]), first, second], periods: 13 });
  expect(outcome.series("first.principal").slice(0, 5)).toEqual(close([0, 0, 400, 0, 600]));
  expect(outcome.total("second.refinanced")).toBeCloseTo(300, 8);
});

test("a loan of the shareholder bears no interest and is repaid like any other", () => {
  const outcome = study({ components: [spending([1000]), terms({ lender: "investor", rate: "0" })], periods: 7 });
  expect(outcome.total("loan.interest") + outcome.total("loan.interest_construction")).toBe(0);
  expect(outcome.series("party.investor.net")).toEqual(close([-1000, 200, 200, 200, 200, 200, 0]));
});

test("what one party of the project lends to another is no debt of the project, interest capitalised included", () => {
  const within = terms({
    borrower: "spv",
    lender: "entity",
    constructionInterest: "capitalised",
    drawTiming: "start",
    rate: "0.04",
    facility: "1000",
  });
  const outcome = study({ components: [equity([1000]), spending([1000], { payer: "spv" }), within], periods: 7 });
  expect(outcome.series("loan.balance")[0]).toBeCloseTo(1040, 8);
  expect(outcome.total("account.debt")).toBe(0);
  expect(outcome.series("project.cash")).toEqual(close([0, 0, 0, 0, 0, 0, 0]));
  expect(outcome.series("party.entity.net")[1]).toBeCloseTo(208 + 41.6, 6);
});

test("fees: of the facility at the first draw, of what is not drawn, and of what is owed", () => {
  const charged = terms({
    facility: "1200",
    drawSchedule: profile([600, 600]),
    lastDraw: "2028-01",
    feePayee: "supplier",
    arrangementFeeRate: "0.01",
    commitmentFeeRate: "0.005",
    guaranteeFeeRate: "0.002",
    completion: "2027-01",
  });
  const outcome = study({ components: [spending([600, 600]), charged], periods: 7 });
  // 12 of the facility and 0.5 % of 1,200; then 0.5 % of the 600 not drawn and 0.2 % of the 600 owed.
  expect(outcome.series("loan.fees_construction").slice(0, 2)).toEqual(close([18, 0]));
  expect(outcome.series("loan.fees_operation")[1]).toBeCloseTo(3 + 1.2, 8);
  expect(outcome.series("project.interest_in_construction")[0]).toBeCloseTo(18 + 600 * 0.02, 6);
});

test("a debt may be called all", () => {
  const outcome = study({
    components: [spending([1000]), equity([100]), income([0, 300, 300, 300, 300, 300]), terms({}, "all")],
    periods: 7,
  });
  expect(outcome.series("stmt_debt.service_in_all")[1]).toBeCloseTo(200 + 40, 6);
  expect(outcome.series("stmt_debt.service_of_all")[1]).toBeCloseTo(240, 6);
  expect(outcome.indicator("coverage.all").value).not.toBeNull();
});
