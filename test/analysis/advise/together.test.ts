import { describe, expect, it } from "vitest";
import { writePath } from "../../../models/document/path.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { judged } from "../../support/judged.ts";
import { advised, example } from "./support.ts";

const UNTIL = ["B2", "B6"];
const PRICES = [
  "components/renovation/inputs/items/homes/price",
  "components/renovation/inputs/items/networks/price",
  "components/centre/inputs/items/building/price",
];

/**
 * The culture budget on record is 630,000, the plan has 1.2 % of works of 53.86 m, which is 646,320: works may become 2.5 % cheaper and no more, whichever of three prices
 * brings it. A tenth off each of them is 581,688, and no one of them alone is to blame.
 */
describe("a promise that several cuts break together", () => {
  const document = example("rehabilitation");
  const { plans, none, refused } = advised(document, { until: UNTIL, scenario: "no_reward", alternatives: 1 });
  const [plan] = plans;

  it("narrows them together, instead of saying that there is no plan", () => {
    expect(none).toBeUndefined();
    expect(plans).toHaveLength(1);
    expect(refused.map(({ path }) => path).toSorted()).toEqual(PRICES.toSorted());
    expect(refused.every(({ message }) => message.zh.includes("公共文化经费"))).toBe(true);
  });

  it("says of cuts that go as far as they may that a rule ends them there", () => {
    const cuts = plan?.changes.filter(({ path }) => PRICES.includes(path)) ?? [];
    expect(cuts.length).toBeGreaterThan(0);
    for (const { path, to, endBy } of cuts) {
      const limit = refused.find((one) => one.path === path)?.value;
      expect([path, endBy]).toEqual([path, to === limit ? "rule" : undefined]);
    }
  });

  it("gives a plan that holds as the product opens it, with the promise kept", () => {
    const file = (plan?.changes ?? []).reduce((now, { path, value }) => {
      const written = writePath(now, path, value, mechanisms);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      return written.value;
    }, document);
    const { results, trust } = judged(file, "no_reward");
    for (const id of UNTIL) expect([id, results.verdicts.find((one) => one.id === id)?.pass]).toEqual([id, true]);
    const promises = trust.points.filter(({ message }) => message.zh.includes("公共文化经费"));
    expect(promises).toEqual([]);
  });
});
