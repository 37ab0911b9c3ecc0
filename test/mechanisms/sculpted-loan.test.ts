import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, run, situationCase } from "./support/situation.ts";

const { inputs, expected, raw } = situationCase("LOAN-SCULPT");
const cfads = raw.inputs.cfads as readonly number[];

const loan = (amount: number, changes: Inputs = {}): Part => [
  "loan",
  "loan",
  {
    borrower: "entity",
    lender: "bank",
    sizing: "schedule",
    facility: String(amount),
    priority: "1",
    lastDraw: "2027-01",
    drawSchedule: profile([amount]),
    rate: String(inputs.rate),
    rateBasis: "nominal",
    drawTiming: "end",
    start: "2026-01",
    completion: "2027-01",
    constructionInterest: "paid",
    form: "sculpted",
    targetDscr: String(inputs.target_dscr),
    grace: "12",
    tenor: "108",
    ...changes,
  },
];

/** Cash available from the second period on, when the loan is repaid. */
const income = (amounts: readonly number[] = cfads): Part => [
  "income",
  "scheduled_income",
  {
    payer: "tenant",
    payee: "entity",
    category: "revenue_other",
    amount: profile(amounts, "2027-01"),
    includesVat: false,
    vatMethod: "none",
  },
];

const CAPACITY = cfads.reduce((sum, value, year) => sum + value / 1.25 / 1.045 ** (year + 1), 0);
const close = (values: readonly number[], digits = 3) => values.map((value) => expect.closeTo(value, digits));

describe("LOAN-SCULPT", () => {
  const outcome = run({ components: [loan(CAPACITY), income()], periods: 10 });

  it("debt capacity is the service discounted at the loan's rate", () => {
    expect(outcome.one("loan.capacity")).toBeCloseTo(expected.debt_capacity as number, 4);
  });

  it.each([
    ["interest", "loan.interest"],
    ["principal", "loan.principal"],
    ["closing", "loan.balance"],
  ])("%s", (key, line) => {
    expect(outcome.series(line).slice(1, 9)).toEqual(close(raw.expected[key] as readonly number[]));
  });

  it("debt service is cash over the target", () => {
    const service = outcome
      .series("loan.interest")
      .map((value, at) => value + (outcome.series("loan.principal")[at] ?? 0));
    expect(service.slice(1, 9)).toEqual(close(raw.expected.debt_service as readonly number[]));
  });
});

describe("sculpted repayment", () => {
  const growing = [100, 400, 1000, 2000, 4000, 4000, 4000, 4000];

  it("forbids negative principal, or shows it", () => {
    const forbidden = run({ components: [loan(6000), income(growing)], periods: 10 }).series("loan.principal");
    expect(Math.min(...forbidden)).toBe(0);
    const shown = run({ components: [loan(6000, { negativePrincipal: "show" }), income(growing)], periods: 10 });
    expect(shown.series("loan.principal")[1]).toBeCloseTo(100 / 1.25 - 6000 * 0.045, 6);
    expect(shown.series("loan.balance")[9]).toBeCloseTo(0, 6);
  });

  it("a loan above the capacity is left with a final payment", () => {
    const outcome = run({ components: [loan(CAPACITY + 1000), income()], periods: 10 });
    expect(outcome.series("loan.principal")[8]).toBeGreaterThan(2000);
    expect(outcome.series("loan.balance")[9]).toBeCloseTo(0, 6);
  });

  it("takes the file's target where the loan names none", () => {
    const { targetDscr: _, ...rest } = loan(CAPACITY)[2] as Record<string, unknown>;
    const outcome = run({
      components: [["loan", "loan", rest], income()],
      periods: 10,
      conventions: { dscrTarget: "1.5" },
    });
    expect(outcome.series("loan.sculpted_service")[1]).toBeCloseTo(1000 / 1.5, 6);
  });

  it("deducts income tax before the tax shield of interest, or none", () => {
    const tax: Part = ["cit", "income_tax", { taxpayer: "entity", authority: "tax", taxRate: "0.25" }];
    const components = (changes: Inputs) => [loan(CAPACITY, changes), income(), tax];
    const adjusted = run({ components: components({}), periods: 10 });
    expect(adjusted.series("loan.cfads")[1]).toBeCloseTo(750, 6);
    expect(adjusted.series("cit.tax")[1]).toBeLessThan(250);
    expect(run({ components: components({ cfadsTax: "before" }), periods: 10 }).series("loan.cfads")[1]).toBe(1000);
  });
});
