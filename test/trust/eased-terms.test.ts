import { describe, expect, it } from "vitest";
import { recordResultsOf } from "../../app/model/results.ts";
import { conditionsOf, reviewIn, trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";
import { type Draft, example, part, plain, rowsOf } from "./unconditional.ts";

const set =
  (id: string, values: Record<string, unknown>) =>
  (draft: Draft): void =>
    void Object.assign(part(draft, id).inputs, values);

describe("terms no bank, bond or law gives turn no light green", () => {
  it.each<readonly [string, string, string, (draft: Draft) => void]>([
    [
      "coupons of a third",
      "special-bond",
      "base",
      (draft) => {
        for (const tranche of rowsOf(draft, "bond", "tranches")) tranche["coupon"] = "0.0071";
      },
    ],
    ["a loan of a quarter of its rate", "rehabilitation", "no_reward", set("loan", { rate: "0.0069" })],
    [
      "VAT left out of the cash",
      "infill",
      "adverse",
      (draft) => {
        draft.conventions["vatBasis"] = "excluded";
      },
    ],
  ])("%s", (_what, name, scenario, change) => {
    const before = new Set(plain(example(name), scenario));
    const draft = example(name);
    change(draft);
    expect(plain(draft, scenario).filter((verdict) => !before.has(verdict))).toEqual([]);
  });

  it("less than a law asks for is asked about, and a condition of what its money touches", () => {
    const draft = example("rebuild");
    const conditions = () => {
      const results = recordResultsOf(preparedOf(documentOf(draft)));
      return conditionsOf(trustIn(results, reviewIn(results)), "B3").map(({ path }) => path);
    };
    expect(conditions()).toEqual([]);
    set("deposits", { maintenanceRate: "0.006" })(draft);
    expect(conditions()).toEqual(["components/deposits/inputs/maintenanceRate"]);
  });
});
