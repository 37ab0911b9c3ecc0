import { describe, expect, it } from "vitest";
import { judged } from "../support/judged.ts";
import { type Draft, example } from "./unconditional.ts";

type Values = Record<string, unknown>;

const budget = (id: string, date: string, amount: string, more: Values = {}): Values => ({
  id,
  kind: "budget_approval",
  label: "运营补贴列入预算",
  date,
  document: "某财预〔2026〕5号",
  values: { amount, purpose: "operation", ...more },
});

/** Money of the district by the year, by schedule. */
const paid = (category: string, from: string, years: number, amount: string): Values => ({
  id: "yearly",
  mechanism: "scheduled_income",
  label: "区财政逐年拨付",
  enabled: true,
  inputs: {
    payer: "district",
    payee: "spv",
    category,
    amount: { profile: { from, every: "year", values: Array(years).fill(amount), meaning: "amount" } },
    includesVat: true,
    vatMethod: "none",
  },
});

/** What R-DEBT-5 says of the years, and what stands against B2. */
function said(records: readonly Values[], component: Values) {
  const draft = example("rebuild") as Draft & { records: Values[]; components: Values[] };
  draft.records.push(...(records as never[]));
  draft.components.push(component as never);
  const { results, trust } = judged(draft);
  const [point] = trust.points.filter(({ path, amount }) => path === "yearly.flow" && amount !== undefined);
  return {
    pass: results.verdicts.find(({ id }) => id === "B2")?.pass,
    amount: point?.amount?.toNumber(),
    condition: point?.verdicts.includes("B2") ?? false,
    message: point?.message.zh ?? "",
  };
}

const SUBSIDY = "support_operating";

describe("a budget and the years it is for", () => {
  it("is that of its own year: what later years pay stands against the verdicts with its amount and years", () => {
    const one = said([budget("op", "2026-02-10", "1000000")], paid(SUBSIDY, "2030-01", 30, "1000000"));
    expect(one).toMatchObject({ pass: true, amount: 30_000_000, condition: true });
    expect(one.message).toContain("2030–2059");
    const own = said([budget("op", "2030-02-10", "1000000")], paid(SUBSIDY, "2030-01", 30, "1000000"));
    expect(own).toMatchObject({ amount: 29_000_000, condition: true });
    const named = said(
      [budget("op", "2026-02-10", "1000000", { years: "2030—2059" })],
      paid(SUBSIDY, "2030-01", 30, "1000000"),
    );
    expect(named).toMatchObject({ amount: 27_000_000, condition: true });
    const bought = said([budget("op", "2026-02-10", "1000000")], paid("revenue_service", "2030-01", 30, "1000000"));
    expect(bought).toMatchObject({ amount: 30_000_000, condition: true });
    const twice = [budget("op", "2030-01-10", "600000"), budget("again", "2030-02-10", "400000")];
    expect(said(twice, paid(SUBSIDY, "2030-01", 2, "1000000"))).toMatchObject({ amount: 1_000_000 });
  }, 60_000);

  it("covers the years it names, and each of several budgets its own", () => {
    const plan = said(
      [budget("op", "2029-12-10", "1000000", { years: "2030—2032年" })],
      paid(SUBSIDY, "2030-01", 3, "1000000"),
    );
    expect(plan).toMatchObject({ amount: undefined, condition: false });
    const each = [budget("a", "2030-02-10", "1000000"), budget("b", "2031-02-10", "1000000")];
    expect(said(each, paid(SUBSIDY, "2030-01", 2, "1000000"))).toMatchObject({ amount: undefined, condition: false });
  }, 60_000);
});
