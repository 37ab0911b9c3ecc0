import { expect, test } from "vitest";
import { close, equity, income, spending, study } from "../../situations/support/study.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const bond = (changes: Inputs): Part => [
  "bond",
  "special_bond",
  {
    ...{
      issuer: "district",
      borrower: "entity",
      holder: "bondholder",
      feePayee: "supplier",
      use: "capital",
      issueTiming: "start",
      couponInterval: "half_year",
    },
    tranches: [{ id: "a", amount: "1000", issue: "2026-01", coupon: "0.03", term: "5", firstPrincipal: "5" }],
    ...{ issueFeeRate: "0", paymentFeeRate: "0", completion: "2027-01", status: "approved", ...changes },
  },
];
const ratio: Part = ["test", "capital_ratio", { recipient: "entity", workingCapital: "initial" }];
const look = (changes: Inputs) =>
  study({
    components: [spending([4000]), equity([200]), income([0, 500, 500, 500, 500, 500]), bond(changes), ratio],
    packs,
    periods: 6,
  });

test("a bond may count as capital and still be repaid by the project", () => {
  const outcome = look({ servedBy: "project" });
  expect(outcome.one("test.special_bond")).toBeCloseTo(1000, 6);
  expect(outcome.total("project.capital_paid")).toBeCloseTo(1200, 6);
  expect(outcome.one("test.by_approval")).toBe(0);
  // It stands no less in the debt table and in the cover of debt service.
  expect(outcome.series("bond.principal")).toEqual(close([0, 0, 0, 0, 1000, 0]));
  expect(outcome.series("account.debt").slice(0, 5)).toEqual(close([1000, 1000, 1000, 1000, 0]));
  // 2,000 earned in its life over 1,000 and five coupons of 30.
  expect(outcome.indicator("coverage.bond").value).toBeCloseTo(2000 / 1150, 8);
  // It is no loan that would ask for capital beside it.
  expect(outcome.series("project.debt_drawn")[0]).toBe(0);
});

test("served by the budget it is capital and no debt, as it always was", () => {
  const outcome = look({});
  expect(outcome.total("project.capital_paid")).toBeCloseTo(1200, 6);
  expect(outcome.has("bond.coverage")).toBe(false);
  expect(outcome.total("account.debt")).toBe(0);
});

test("a guarantee of the bond costs its rate on what is owed", () => {
  const outcome = look({ use: "debt", guaranteeFeeRate: "0.002" });
  expect(outcome.series("bond.guarantee_fee").slice(0, 3)).toEqual(close([0, 2, 2]));
});

const working = (changes: Inputs): Part => [
  "wc",
  "working_capital",
  { holder: "entity", counterparty: "supplier", start: "2027-01", equityShare: "0.3", ...changes },
];

test("working capital as an amount, or as amounts by date", () => {
  const by = (amounts: unknown) => study({ components: [working({ method: "amount", amounts })], periods: 5 });
  expect(by("400").series("wc.required")).toEqual([0, 400, 400, 400, 400]);
  const dated = by({
    ...profile([400, 400, 250], "2027-01"),
    profile: { from: "2027-01", every: "year", values: ["400", "400", "250"], meaning: "rate" },
  });
  expect(dated.series("wc.increase")).toEqual([0, 400, 0, 0, 0]);
  expect(dated.series("wc.decrease")).toEqual([0, 0, 0, 150, 0]);
  // What own capital has paid comes back to it.
  expect(dated.series("wc.own_change")).toEqual(close([0, 120, 0, -45, 0]));
});

test("principal said to begin after the term falls due at maturity, and that is said", () => {
  const late = bond({
    use: "debt",
    tranches: [{ id: "a", amount: "1000", issue: "2026-01", coupon: "0.03", term: "3", firstPrincipal: "5" }],
  });
  const outcome = study({ components: [spending([1000]), late], periods: 6 }, [
    "components/bond/inputs/tranches/a/firstPrincipal",
  ]);
  expect(outcome.series("bond.principal")).toEqual(close([0, 0, 1000, 0, 0, 0]));
});

test("a tranche issued outside the horizon is said, and stands among what does not count", () => {
  const outside = bond({
    use: "debt",
    tranches: [{ id: "a", amount: "1000", issue: "2040-01", coupon: "0.03", term: "3", firstPrincipal: "3" }],
  });
  const outcome = study({ components: [outside], periods: 6 }, ["components/bond/inputs/tranches/a/issue"]);
  expect(outcome.one("bond.off_horizon")).toBe(1000);
});

test("by turnover without any turnover is said", () => {
  study({ components: [working({ method: "detailed" })], periods: 3 }, ["components/wc/inputs/method"]);
});
