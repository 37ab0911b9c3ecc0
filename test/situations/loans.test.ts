import { describe, expect, it } from "vitest";
import { profile, situationCase } from "../mechanisms/support/situation.ts";
import { close, income, loan, spending, study } from "./support/study.ts";

/** The first year only draws; the years of the case follow. */
const pastDrawing = (values: readonly number[]): readonly number[] => values.slice(1);

const listOf = (id: string, key: string): readonly number[] => situationCase(id).raw.expected[key] as readonly number[];

describe("LOAN-EP: equal principal", () => {
  const { expected } = situationCase("LOAN-EP");
  const outcome = study({ components: [loan()], periods: 12 });

  it("interest on what is left, the same principal every year, nothing left at the end", () => {
    expect(pastDrawing(outcome.series("loan.interest"))).toEqual(close([...listOf("LOAN-EP", "interest"), 0]));
    expect(pastDrawing(outcome.series("loan.principal"))).toEqual(
      close([...Array.from({ length: 10 }, () => expected["principal_each"] as number), 0]),
    );
    expect(pastDrawing(outcome.series("loan.balance"))).toEqual(close([...listOf("LOAN-EP", "closing"), 0]));
  });

  it("payments and interest in total", () => {
    const paid = pastDrawing(outcome.series("party.bank.net"));
    expect(paid).toEqual(close([...listOf("LOAN-EP", "payment"), 0]));
    expect(outcome.total("loan.interest")).toBeCloseTo(expected["total_interest"] as number, 6);
  });
});

describe("LOAN-EPI: equal payment", () => {
  const { expected } = situationCase("LOAN-EPI");
  const outcome = study({ components: [loan({ form: "equal_payment" })], periods: 12 });

  it("splits one payment into interest and principal", () => {
    expect(pastDrawing(outcome.series("loan.interest"))).toEqual(close([...listOf("LOAN-EPI", "interest"), 0]));
    expect(pastDrawing(outcome.series("loan.principal"))).toEqual(close([...listOf("LOAN-EPI", "principal"), 0]));
    expect(pastDrawing(outcome.series("loan.balance"))).toEqual(close([...listOf("LOAN-EPI", "closing"), 0]));
  });

  it("payment and interest in total", () => {
    expect(outcome.series("party.bank.net")[1]).toBeCloseTo(expected["payment"] as number, 6);
    expect(outcome.total("loan.interest")).toBeCloseTo(expected["total_interest"] as number, 4);
  });
});

describe("LOAN-EPI-SEMI: equal payment twice a year at a nominal rate", () => {
  const { expected } = situationCase("LOAN-EPI-SEMI");
  const semi = {
    form: "equal_payment",
    grace: "6",
    tenor: "126",
    drawSchedule: profile([10000], "2026-01", "half-year"),
  };
  const outcome = study({ components: [loan(semi)], step: "half-year", periods: 24 });

  it("divides the rate by two and pays twenty times", () => {
    const paid = outcome.series("party.bank.net");
    expect(paid.slice(1, 21)).toEqual(close(Array.from({ length: 20 }, () => expected["payment"] as number)));
    expect(paid.slice(21)).toEqual([0, 0, 0]);
    expect((paid[2] as number) + (paid[3] as number)).toBeCloseTo(expected["annual_debt_service"] as number, 5);
    expect(outcome.total("loan.interest")).toBeCloseTo(expected["total_interest"] as number, 3);
    expect((1 + (outcome.series("loan.period_rate")[0] ?? 0)) ** 2 - 1).toBeCloseTo(
      expected["effective_annual_rate"] as number,
      8,
    );
  });
});

describe("LOAN-GRACE: two years of interest only, then eight equal principals", () => {
  const { expected } = situationCase("LOAN-GRACE");
  const outcome = study({ components: [loan({ grace: "36" })], periods: 12 });

  it("interest and principal", () => {
    expect(pastDrawing(outcome.series("loan.interest"))).toEqual(close([...listOf("LOAN-GRACE", "interest"), 0]));
    expect(pastDrawing(outcome.series("loan.principal"))).toEqual(close([...listOf("LOAN-GRACE", "principal"), 0]));
    expect(outcome.total("loan.interest")).toBeCloseTo(expected["total_interest"] as number, 6);
  });
});

describe("LOAN-BULLET: principal at the end", () => {
  const { expected } = situationCase("LOAN-BULLET");
  const outcome = study({ components: [loan({ form: "bullet" })], periods: 12 });

  it("interest every year, everything with the last", () => {
    const each = expected["interest_each"] as number;
    expect(pastDrawing(outcome.series("loan.interest"))).toEqual(close([...Array.from({ length: 10 }, () => each), 0]));
    expect(outcome.series("party.bank.net")[10]).toBeCloseTo(expected["final_payment"] as number, 6);
    expect(outcome.total("loan.interest")).toBeCloseTo(expected["total_interest"] as number, 6);
  });
});

describe("LOAN-SWEEP: whatever cash is above the minimum repays", () => {
  const { raw } = situationCase("LOAN-SWEEP");
  const cfads = raw.inputs["cfads"] as readonly number[];
  const outcome = study({
    components: [
      spending([5000]),
      income([0, ...cfads]),
      loan({ form: "sweep", rate: "0.05", drawSchedule: profile([5000]), tenor: "240" }),
    ],
    periods: 7,
    conventions: { minimumCash: "100" },
  });

  it("interest, principal, debt and cash", () => {
    expect(pastDrawing(outcome.series("loan.interest"))).toEqual(close(listOf("LOAN-SWEEP", "interest"), 3));
    expect(pastDrawing(outcome.series("loan.principal"))).toEqual(close(listOf("LOAN-SWEEP", "principal"), 3));
    expect(pastDrawing(outcome.series("loan.balance"))).toEqual(close(listOf("LOAN-SWEEP", "closing_debt"), 3));
    expect(pastDrawing(outcome.series("party.entity.cash"))).toEqual(close(listOf("LOAN-SWEEP", "closing_cash"), 3));
  });
});

describe("cover of debt service under a sweep", () => {
  // 1,000 drawn and 500 spent: 500 are saved before the grace ends; 100 a year are earned.
  const outcome = (tenor: string) =>
    study({
      components: [
        spending([500]),
        income([0, 100, 100, 100]),
        loan({ form: "sweep", rate: "0.05", drawTiming: "end", drawSchedule: profile([1000]), grace: "12", tenor }),
      ],
      periods: 4,
    });

  it("counts what falls due, not what saved cash repays ahead of it", () => {
    const swept = outcome("240");
    // 600 in hand, 50 of interest: 550 are swept, and nobody could have asked for them.
    expect(swept.series("loan.principal")[1]).toBeCloseTo(550, 6);
    expect(swept.indicator("dscr.minimum").value).toBeCloseTo(100 / 50, 6);
  });

  it("counts what is left at the end of the tenor", () => {
    // 450 fall due in the third year with 22.50 of interest.
    expect(outcome("36").indicator("dscr.minimum").value).toBeCloseTo(100 / 472.5, 6);
  });
});
