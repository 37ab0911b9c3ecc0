import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judged } from "../support/judged.ts";

interface Draft {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
}

const read = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));

/** The compensation replaced by sums of investment. */
function inSums(name: string, ...sums: readonly Record<string, unknown>[]): Draft {
  const draft = read(name);
  const old = draft.components.find(({ mechanism }) => mechanism === "compensation");
  if (old === undefined) throw new Error(`no compensation in ${name}`);
  old.enabled = false;
  const amount = { profile: { from: "2026-01", every: "year", values: ["2000000"], meaning: "amount" } };
  const common = { payer: old.inputs["payer"], payee: old.inputs["payee"], amount, includesVat: false };
  for (const [at, sum] of sums.entries())
    draft.components.push({
      id: `sum_${at}`,
      mechanism: "scheduled_investment",
      enabled: true,
      inputs: { ...common, category: "cost_compensation_cash", vatMethod: "none", ...sum },
    });
  return draft;
}

const MONEY = ["B2", "B3", "B4", "B5", "B6", "B8"];
const metIn = ({ results }: ReturnType<typeof judged>): readonly string[] =>
  results.verdicts.flatMap(({ id, pass }) => (pass === true && MONEY.includes(id) ? [id] : []));

describe("compensation as a sum", () => {
  it("covers no legal area unless it says so: 30,000 ㎡ of homes and shops at 95 % in kind", () => {
    const told = judged(inSums("rebuild", {}));
    expect(metIn(told)).toEqual([]);
    expect(told.results.expected.map(({ path }) => path)).toEqual([
      "absences/compensated_in_kind",
      "absences/compensated_in_cash",
    ]);
    const messages = told.results.expected.map(({ message }) => message.zh);
    expect(messages[0]).toContain("28,500.00 ㎡");
    expect(messages[1]).toContain("1,500.00 ㎡");
  });

  it("covers only what it states: of 1,500 ㎡ in cash 500 are left", () => {
    const { results } = judged(
      inSums("rebuild", { covers: "cash", coveredArea: "1000" }, { covers: "in_kind", coveredArea: "28500" }),
    );
    expect(results.expected.map(({ message }) => message.zh)).toEqual([expect.stringContaining("500.00 ㎡")]);
  });

  it("of all the area stands under the condition of what it comes to per ㎡", () => {
    const { results, trust } = judged(
      inSums("rebuild", { covers: "cash", coveredArea: "1500" }, { covers: "in_kind", coveredArea: "28500" }),
    );
    expect(results.expected).toEqual([]);
    const points = trust.points.filter(
      ({ grade, message }) => grade === "condition" && message.zh.includes("未附补偿标准"),
    );
    expect(points.map(({ message }) => message.zh.match(/折合 (.*?) 元/)?.[1])).toEqual(["1,333.33", "70.18"]);
    for (const id of metIn({ results, trust })) expect(points[0]?.verdicts).toContain(id);
  });

  it("of works covers no compensation, nor compensation works", () => {
    const { results } = judged(
      inSums(
        "rebuild",
        { covers: "above", coveredArea: "50000" },
        { category: "cost_works_building", covers: "cash", coveredArea: "1500" },
      ),
    );
    expect(results.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["components/sum_0/inputs/covers", "components/sum_1/inputs/covers"]),
    );
    expect(results.expected.map(({ path }) => path)).toContain("absences/compensated_in_cash");
  });

  it("is asked for where only part of the area is demolished too", () => {
    const told = judged(inSums("infill", {}));
    expect(metIn(told)).toEqual([]);
    // 11,000 ㎡ of homes at 95 % and half of 1,600 ㎡ of shops in kind.
    expect(told.results.expected[0]?.message.zh).toContain("11,250.00 ㎡");
  });
});
