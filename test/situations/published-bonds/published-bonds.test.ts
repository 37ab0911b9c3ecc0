import { describe, expect, it } from "vitest";
import { resultsOf } from "../../../app/model/results.ts";
import { solveOnce } from "../../../app/model/solve.ts";
import { preparedOf, recordOf } from "../../support/prepared.ts";
import { type Definition, documentOf, type Published, published, type Repayment } from "./document.ts";

const COUPON = "components/bond/inputs/tranches/bond/coupon";

function lines(record: Published) {
  const { evaluation } = recordOf(documentOf(record, "bullet", "net_income", 0.02));
  const total = (id: string) =>
    evaluation
      .series(evaluation.graph.indexById.get(id) ?? -1)
      .reduce((sum, value) => sum + (value?.toNumber() ?? Number.NaN), 0);
  return { total };
}

describe.each(published.map((record) => [record.id, record] as const))("%s", (_id, record) => {
  const { total } = lines(record);

  it("the document has the published totals", () => {
    expect(total("investment.flow")).toBeCloseTo(record.total * 10000, 2);
    expect(total("capital.paid_in")).toBeCloseTo(record.capital * 10000, 2);
    expect(total("bond.issue")).toBeCloseTo((record.bond + record.other) * 10000, 2);
    expect(total("income.flow")).toBeCloseTo(record.revenue * 10000, 2);
    expect(total("running.flow")).toBeCloseTo(record.cost * 10000, 2);
  });

  it("and the ratios that follow from them", () => {
    const { capital_share, cost_over_revenue, net_over_debt_principal } = record.derived;
    expect(total("capital.paid_in") / total("investment.flow")).toBeCloseTo(capital_share as number, 4);
    expect(total("running.flow") / total("income.flow")).toBeCloseTo(cost_over_revenue as number, 4);
    expect(total("bond.net_income") / total("bond.issue")).toBeCloseTo(net_over_debt_principal as number, 4);
    const { invest_per_household_10k } = record.derived;
    if (record.households !== null)
      expect(total("investment.flow") / 10000 / record.households).toBeCloseTo(invest_per_household_10k as number, 4);
  });
});

/** Rates of the records that publish a coverage, by what is above the bar and how principal is repaid. */
const readings: readonly (readonly [Definition, Repayment, string])[] = [
  ["gross_income", "bullet", "implied_avg_rate_if_ratio_is_revenue_over_DS_bullet"],
  ["gross_income", "equal_principal", "implied_avg_rate_if_ratio_is_revenue_over_DS_equal_principal"],
  ["net_income", "bullet", "implied_avg_rate_if_ratio_is_net_over_DS_bullet"],
  ["net_income", "equal_principal", "implied_avg_rate_if_ratio_is_net_over_DS_equal_principal"],
];

const questions = published
  .filter(({ coverage }) => coverage !== null)
  .flatMap((record) =>
    readings.map(([definition, repayment, key]) => ({
      name: `${record.id}, ${definition}, ${repayment}`,
      record,
      definition,
      repayment,
      implied: record.derived[key] as number,
    })),
  );

describe("coupon that gives the published coverage", () => {
  it.each(questions)("$name: $implied", ({ record, definition, repayment, implied }) => {
    const document = documentOf(record, repayment, definition, 0.02);
    const solved = solveOnce(document, { vary: COUPON, until: `coverage.bond>=${record.coverage}` });
    if (!solved.ok) throw new Error(JSON.stringify(solved.problems));
    const { roots, message } = solved.value;
    if (implied < 0) {
      // What is left after cost, divided by the published ratio, is less than the principal alone.
      expect(roots).toEqual([]);
      expect(message.en).toContain("none found with values tried");
      return;
    }
    expect(roots).toHaveLength(1);
    expect(Number(roots[0]?.value)).toBeCloseTo(implied, 5);
    // The coupon is met by the book of record; where the plan then breaks a rule of the review it is no answer, and that is all that is said against it.
    const against = roots[0]?.conditions.map(({ zh }) => zh) ?? [];
    expect(roots[0]?.confirmed).toBe(against.length === 0);
    expect(against.filter((zh) => !zh.startsWith("违反 "))).toEqual([]);
  });

  it("the coverage shown says what it counts", () => {
    const [record] = published;
    if (record === undefined) throw new Error("no record");
    const prepared = preparedOf(documentOf(record, "bullet", "gross_income", 0.022197));
    const indicator = resultsOf(prepared, "record").indicators.find(({ id }) => id === "coverage.bond");
    expect(indicator?.value?.toNumber()).toBeCloseTo(1.25, 4);
    const line = prepared.graph.lines.find(({ id }) => id === "bond.stated_income");
    expect(line?.convention?.en).toContain("gross income");
  });
});
