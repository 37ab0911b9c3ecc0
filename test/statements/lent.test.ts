import { describe, expect, it } from "vitest";
import { run, type Situation } from "../mechanisms/support/situation.ts";
import { equity, loan } from "./support/project.ts";

/** The project lends 1,000 at 4 % to a firm outside it: two years of interest alone, then four equal instalments. */
const lending: Situation = {
  components: [
    equity([3000]),
    loan([1000], {
      ...{ borrower: "operator", lender: "spv", facility: "1000", rate: "0.04", drawTiming: "start" },
      ...{ completion: "2026-01", constructionInterest: "paid", grace: "24", tenor: "72" },
    }),
  ],
  outside: ["operator"],
  periods: 7,
};

const LENT = [1000, 0, 0, 0, 0, 0, 0];
const PRINCIPAL = [0, 0, 250, 250, 250, 250, 0];
const INTEREST = [40, 40, 40, 30, 20, 10, 0];
const BACK = PRINCIPAL.map((amount, i) => amount + (INTEREST[i] as number));
const NONE = LENT.map(() => 0);

const outcome = run(lending);
const row = (table: string, zh: string): readonly number[] => {
  const found = outcome.lines.find(({ id, label }) => id.startsWith(`stmt_${table}.`) && label.zh === zh);
  if (found === undefined) throw new Error(`${table} has no ${zh}`);
  return outcome.series(found.id);
};
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 8));

describe("a loan the project gives to somebody outside it", () => {
  it("is as it was written", () => {
    expect(outcome.series("loan.draw")).toEqual(close(LENT));
    expect(outcome.series("loan.principal")).toEqual(close(PRINCIPAL));
    expect(outcome.series("loan.interest")).toEqual(close(INTEREST));
  });

  it("is no borrowing: neither drawn nor repaid nor paid interest for", () => {
    for (const table of ["sources_uses", "annual"]) {
      expect(row(table, "借款及债券")).toEqual(close(NONE));
      expect(row(table, "偿还本金")).toEqual(close(NONE));
      expect(row(table, "支付利息")).toEqual(close(NONE));
    }
    expect(row("plan", "建设投资借款")).toEqual(close(NONE));
    expect(row("plan", "偿还债务本金")).toEqual(close(NONE));
    expect(row("equity", "借款本金偿还")).toEqual(close(NONE));
  });

  it("is a use when it is given and a source when it comes back", () => {
    for (const table of ["sources_uses", "annual"]) {
      expect(row(table, "其他运用")).toEqual(close(LENT));
      expect(row(table, "其他来源")).toEqual(close(BACK));
    }
    expect(outcome.series("project.sources")).toEqual(close(BACK));
    expect(outcome.series("project.uses")).toEqual(close(LENT));
    expect(outcome.one("project.static_balance")).toBeCloseTo(180, 8);
  });

  it("leaves every table adding up to the cash", () => {
    const net = LENT.map((lent, i) => (BACK[i] as number) - lent + (i === 0 ? 3000 : 0));
    expect(outcome.series("project.net")).toEqual(close(net));
    expect(row("sources_uses", "盈余资金")).toEqual(close(net));
    expect(row("plan", "净现金流量")).toEqual(close(net));
    expect(outcome.series("project.net_equity")).toEqual(close(net.map((amount, i) => amount - (i === 0 ? 3000 : 0))));
    expect(row("equity", "净现金流量")).toEqual(outcome.series("project.net_equity").map((x) => expect.closeTo(x, 8)));
    for (const table of ["plan", "funding"]) expect(outcome.series(`stmt_${table}.check`)).toEqual(close(NONE));
  });
});
