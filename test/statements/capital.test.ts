import { expect, test } from "vitest";
import { compared, failed, of, reviewDraft } from "../checks-review/support/review.ts";
import { documentOf, type Part, type Situation } from "../mechanisms/support/situation.ts";
import { paper } from "../support/papers.ts";
import { cost, each, equity, income, investment, loan, NATIONAL } from "./support/project.ts";
import { tablesOf } from "./support/read.ts";

/** 2,000 of works, equity and a loan that draws as told; nothing is charged for it, so that the base is the works. */
const plan = (paid: readonly number[], draws: readonly number[], more: readonly Part[] = []): Situation => ({
  periods: 6,
  packs: NATIONAL,
  conventions: { vatBasis: "excluded" },
  components: [investment([1000, 1000]), equity(paid), loan(draws, { rate: "0" }), ...more],
});

test("capital over the investment with the initial part of the working capital", () => {
  const working: Part = [
    "working",
    "working_capital",
    { holder: "spv", counterparty: "supplier", start: "2028-01", method: "cost", share: "0.5", equityShare: "1" },
  ];
  const running = [
    income("service", "revenue_service", each(500, 4), "2028-01"),
    cost("running", "opex_other", each(400, 4), "2028-01"),
    working,
  ];
  const tables = tablesOf(plan([400, 100], [800, 800], running));
  expect(tables.values.total("project.working_capital")?.toNumber()).toBe(200);
  expect(tables.values.scalar("project.capital_base")?.toNumber()).toBeCloseTo(2000 + 0.3 * 200, 9);
  expect(tables.values.scalar("project.capital_ratio")?.toNumber()).toBeCloseTo(500 / 2060, 12);
});

test("at a least ratio of a fifth loans reach four times the capital paid in so far", () => {
  const tables = tablesOf(plan([200, 200], [800, 800]));
  expect(tables.values.periods("project.debt_allowed").map(Number).slice(0, 2)).toEqual([800, 1600]);
  expect(tables.values.periods("project.debt_drawn").map(Number).slice(0, 2)).toEqual([800, 1600]);
});

const RATIO = "capital paid in, of total investment";

test("C06 accepts loans of four times the capital and no more, in every period", () => {
  const loans = (paid: readonly number[], draws: readonly number[]) =>
    failed(reviewDraft(documentOf(plan(paid, draws))), "C06").map(({ message }) => message.en);
  expect(loans([200, 200], [800, 800])).toEqual([]);
  expect(loans([200, 200], [800.02, 799.98])).toEqual([
    expect.stringMatching(/^drawn until 2026 .*loans are drawn before capital is paid in$/),
  ]);
  expect(loans([250, 200], [800, 1000.02])).toEqual([
    expect.stringMatching(/^drawn until 2027 .*loans are drawn before capital is paid in$/),
  ]);
});

test("C06 rejects a ratio below a fifth, and reads it where the file states it itself", () => {
  const short = reviewDraft(documentOf(plan([200, 199], [700, 800])));
  expect(failed(short, "C06").map((found) => compared(found, RATIO))).toEqual(["0.1995"]);
  const test_: Part = [
    "ratio",
    "capital_ratio",
    {
      recipient: "spv",
      minimum: "0.2",
      instrumentsMax: "0.5",
      workingCapital: "initial",
      initialShare: "0.3",
      totalInvestment: "1900",
    },
  ];
  const stated = of(reviewDraft(documentOf(plan([200, 199], [700, 800], [test_]))), "C06").find(
    (one) => compared(one, RATIO) !== undefined,
  );
  expect(stated?.answer.is).toBe("holds");
  expect([compared(stated, "total investment"), compared(stated, RATIO)]).toEqual(["1900", "0.21"]);
});

test("money that counts by approval counts once the approval is recorded", () => {
  const charge: Part = [
    "charge",
    "resident_contribution",
    {
      ...{
        payer: "resident",
        payee: "spv",
        basis: "household",
        pricePerHousehold: "1",
        householdsCharged: "100",
        consent: "1",
        collection: "1",
      },
      ...{ instalments: [{ id: "all", date: "2026-01", share: "1" }], capitalApproval: "approved" },
    },
  ];
  const ratio = (date: string) =>
    tablesOf({ ...plan([300], [700, 900], [charge]), records: [paper("approval", "approved", date)] })
      .values.scalar("project.capital_ratio")
      ?.toNumber();
  expect(ratio("2026-01-01")).toBeCloseTo(400 / 2000, 12);
  expect(ratio("2030-01-01")).toBeCloseTo(300 / 2000, 12);
});

test("dividends of another company are income and capital paid to it is spent: neither is capital of the owners", () => {
  const line = (id: string, role: string, payer: string, payee: string, formula: string) => ({
    id,
    label: id,
    unit: "CNY",
    kind: "flow",
    role,
    payer,
    payee,
    formula,
  });
  const tables = (put: string, back: string) =>
    tablesOf({
      ...plan([1500, 600], [0, 0]),
      customLines: [
        line("put", put, "spv", "other_project", "t == 2 ? 100 CNY : 0 CNY"),
        line("back", back, "other_project", "spv", "t >= 3 ? 700 CNY : 0 CNY"),
      ],
    });
  const held = tables("equity.paid_in", "equity.dividend");
  const plain = tables("opex.other", "revenue.other");
  // 1,000 of works, 1,000 and 100 paid to the other company, then 700 a year; its stake stands in the books at 100 to the end.
  expect(held.values.periods("project.net_equity").map(Number)).toEqual([-1000, -1100, 700, 700, 700, 800]);
  expect(plain.values.periods("project.net_equity").map(Number)).toEqual([-1000, -1100, 700, 700, 700, 700]);
  for (const { values } of [held, plain])
    expect([values.total("project.sources"), values.total("project.uses")].map(Number)).toEqual([2800, 2100]);
  expect(held.total("funding", "2.1")).toBe(2100);
  expect(held.row("balance", "2.5.1")).toEqual([1500, 2100, 2100, 2100, 2100, 2100]);
  expect(held.row("balance", "check")).toEqual([0, 0, 0, 0, 0, 0]);
  expect(held.total("profit", "16")).toBe(0);
});
