import { describe, expect, it } from "vitest";
import { solveOnce } from "../../../app/model/solve.ts";
import { areaExample } from "../../mechanisms/support/area.ts";
import { documentOf, situationCase } from "../../mechanisms/support/situation.ts";
import { advised, parsed } from "./support.ts";

const { inputs, expected } = situationCase("AREA-2");
const FAR = "components/area/inputs/far";
const profile = (values: readonly string[]) => ({
  profile: { from: "2026-01", every: "year", values, meaning: "share" },
});
const works = (price: unknown, basis: string) => ({
  ...{ id: basis, kind: "building", basis, price: String(price) },
  ...{ includesVat: false, vatMethod: "none" },
});

const document = parsed(
  documentOf({
    periods: 3,
    components: [
      ["area", "area_balance", areaExample({ far: "2.4" })],
      [
        "works",
        "works",
        {
          payer: "entity",
          payee: "contractor",
          items: [works(inputs["build_cost_yuan_m2_above_ground"], "above"), works(inputs["fixed_cost_yuan"], "fixed")],
          phasing: profile(["1"]),
        },
      ],
      [
        "flats",
        "sale",
        {
          ...{ seller: "entity", buyer: "buyer", product: "flats", price: String(inputs["net_price_yuan_m2"]) },
          ...{ includesVat: false, vatMethod: "exempt", priceGrowth: "0", priceFrom: "2026-01" },
          ...{ absorption: profile(["0", "1"]), mode: "completed", handover: "2027-01" },
          ...{ collection: [{ id: "all", lag: "0", share: "1" }], sellingCost: "0", sellingCostPayee: "supplier" },
        },
      ],
      [
        "gift",
        "donation",
        {
          ...{ donor: "donor", payee: "entity", kind: "cash", amount: String(inputs["other_sources_yuan"]) },
          ...{ date: "2026-03", status: "approved" },
        },
      ],
    ],
  }),
);

describe("AREA-2: the floor area ratio at which the money balances", () => {
  const needed = expected["break_even_far"] as number;

  it("is the value goal seek finds", () => {
    const answer = solveOnce(document, { vary: FAR, until: "project.static_balance>=0" });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    expect(answer.value.roots.map(({ confirmed }) => confirmed)).toEqual([true]);
    expect(Number(answer.value.roots[0]?.value)).toBeCloseTo(needed, 6);
  });

  it("is what advice changes where nothing is less painful, and not much more of it", () => {
    const weights = { buyers: 100, suppliers: 100, "components/flats/inputs/price": "no" } as const;
    const { plans } = advised(document, { until: ["project.static_balance>=0"], weights, alternatives: 1 });
    const [change, ...others] = plans[0]?.changes ?? [];
    expect([change?.path, others]).toEqual([FAR, []]);
    expect(Number(change?.to)).toBeGreaterThanOrEqual(needed);
    expect(Number(change?.to) - needed).toBeLessThanOrEqual(0.01 * (needed - 2.4));
  });
});
