import { describe, expect, it } from "vitest";
import { situationCase } from "../mechanisms/support/situation.ts";
import { close, equity, income, loan, spending, study } from "./support/study.ts";

const flowOf = (net: readonly number[]) => [
  spending(net.map((value) => Math.max(0, -value))),
  income(net.map((value) => Math.max(0, value))),
];

describe("IRR-1: rate of return, present value, payback", () => {
  const { raw, expected } = situationCase("IRR-1");
  const net = raw.inputs["net_cash_flow_years_1_to_9"] as readonly number[];
  const at = (conventions: Readonly<Record<string, unknown>>) =>
    study({ components: flowOf(net), periods: net.length, conventions: { icProject: "0.06", ...conventions } });
  const outcome = at({});

  it("FIRR and FNPV with the first flow a year from now, or now", () => {
    expect(outcome.indicator("firr.project.posttax").value).toBeCloseTo(expected["firr"] as number, 7);
    expect(outcome.indicator("npv.project.posttax").value).toBeCloseTo(expected["fnpv_year_end_t1"] as number, 5);
    const now = at({ discountFrom: "t=0" });
    expect(now.indicator("npv.project.posttax").value).toBeCloseTo(expected["npv_if_first_flow_at_t0"] as number, 5);
    expect(now.indicator("firr.project.posttax").value).toBeCloseTo(expected["firr"] as number, 7);
  });

  it("payback from the start of construction, plain and discounted", () => {
    expect(outcome.series("project.cash")).toEqual(close(raw.expected["cumulative"] as readonly number[]));
    expect(outcome.indicator("payback.static").value).toBeCloseTo(
      expected["pt_static_from_construction_start"] as number,
      6,
    );
    expect(outcome.indicator("payback.dynamic").value).toBeCloseTo(expected["pt_dynamic"] as number, 6);
  });
});

describe("IRR-2: two rates", () => {
  const { raw } = situationCase("IRR-2");
  const flow = raw.inputs["flow"] as readonly number[];
  const { value, note } = study({ components: flowOf(flow), periods: flow.length }).indicator("firr.project.posttax");

  it("shows none and names both", () => {
    expect(value).toBeNull();
    for (const root of raw.expected["irr_roots"] as readonly number[]) expect(note).toContain(`${root * 100} %`);
  });
});

describe("IRR-3: no rate", () => {
  const { raw } = situationCase("IRR-3");
  const flow = raw.inputs["flow"] as readonly number[];
  const { value, note } = study({ components: flowOf(flow), periods: flow.length }).indicator("firr.project.posttax");

  it("says that there is none", () => {
    expect(value).toBe(raw.expected["irr"]);
    expect(note).toMatch(/no rate/);
  });
});

describe("BAL-1: one project, three verdicts", () => {
  const { raw, expected } = situationCase("BAL-1");
  const [outflow, inflow] = [raw.inputs["outflow"], raw.inputs["inflow"]] as readonly (readonly number[])[];
  const money = [spending(outflow ?? []), income(inflow ?? [])];
  const conventions = { icProject: "0.05" };
  const alone = study({ components: money, periods: 15, conventions });
  const withEquity = study({ components: [...money, equity([2400])], periods: 15, conventions });

  it("balances over its life", () => {
    expect(alone.indicator("balance.static").value).toBeCloseTo(expected["static_surplus"] as number, 6);
    expect(alone.verdict("B2").pass).toBe(true);
    // Equity is on neither side of the static balance.
    expect(withEquity.indicator("balance.static").value).toBeCloseTo(expected["static_surplus"] as number, 6);
  });

  it("fails in rolling cash", () => {
    expect(alone.series("project.cash")).toEqual(close(raw.expected["cumulative_no_financing"] as readonly number[]));
    expect(alone.indicator("cash.minimum").value).toBeCloseTo(-(expected["peak_funding_need"] as number), 6);
    expect(alone.indicator("cash.minimum_period").value).toBe(expected["peak_year"]);
    expect(withEquity.verdict("B4").pass).toBe(raw.expected["rolling_ok_with_equity_only"]);
    expect(withEquity.verdict("B4").margin).toBeCloseTo(-(expected["financing_needed_beyond_equity"] as number), 6);
    expect(alone.series("project.cash").findIndex((value) => value >= 0) + 1).toBe(
      expected["first_year_cumulative_nonneg"],
    );
  });

  it("and in present value", () => {
    expect(alone.indicator("npv.project.posttax").value).toBeCloseTo(expected["npv_at_5pct"] as number, 5);
    expect(alone.indicator("firr.project.posttax").value).toBeCloseTo(expected["firr"] as number, 7);
    expect(alone.verdict("B6").pass).toBe(false);
  });

  it("a loan by need fills exactly the gap that equity leaves", () => {
    const outcome = study({
      components: [
        ...money,
        equity([2400]),
        loan({ sizing: "need", rate: "0", lastDraw: "2028-01", form: "sweep", grace: "24", tenor: "240" }),
      ],
      periods: 15,
      conventions,
    });
    expect(outcome.total("loan.draw")).toBeCloseTo(expected["financing_needed_beyond_equity"] as number, 6);
    expect(outcome.verdict("B4").pass).toBe(true);
    expect(outcome.indicator("balance.static").value).toBeCloseTo(expected["static_surplus"] as number, 6);
  });
});
