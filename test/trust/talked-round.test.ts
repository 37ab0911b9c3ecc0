import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judged } from "../support/judged.ts";

interface Draft {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
  parties: { id: string; role: string }[];
}

const PATIENCE_MS = 120_000;

/** Verdicts that are met without a condition. */
function green(name: string, change: (draft: Draft) => void): readonly string[] {
  const draft = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;
  change(draft);
  const { results, trust } = judged(draft);
  const doubted = new Set(trust.points.flatMap(({ verdicts }) => verdicts));
  return results.verdicts.filter(({ id, pass }) => pass === true && !doubted.has(id)).map(({ id }) => id);
}

const component = ({ components }: Draft, mechanism: string) => {
  const found = components.find((one) => one.mechanism === mechanism);
  if (found === undefined) throw new Error(`no ${mechanism}`);
  return found;
};

/** What would make a plan better that has lost a cost: none may stay green without a word. */
const CHANGES: readonly (readonly [what: string, name: string, change: (draft: Draft) => void])[] = [
  [
    "works paid by an operator outside the project",
    "new-build",
    (d) => void Object.assign(component(d, "works").inputs, { payer: "operator" }),
  ],
  [
    "VAT declared by another party",
    "new-build",
    (d) => void Object.assign(component(d, "vat_return").inputs, { taxpayer: "operator" }),
  ],
  [
    "works at a price of 0",
    "new-build",
    (d) => {
      const [row] = component(d, "works").inputs["items"] as Record<string, unknown>[];
      Object.assign(row ?? {}, { price: "0" });
    },
  ],
  [
    "no works below ground beside lifts by number",
    "new-build",
    (d) => {
      const { inputs } = component(d, "works");
      inputs["items"] = (inputs["items"] as { basis: string }[]).filter(({ basis }) => basis !== "below");
    },
  ],
  [
    "an area balance that is switched off under works by area",
    "special-bond",
    (d) => void Object.assign(component(d, "area_balance"), { enabled: false }),
  ],
  [
    "a bond that names no approval of its quota",
    "special-bond",
    (d) => void Reflect.deleteProperty(component(d, "special_bond").inputs, "approval"),
  ],
  [
    "works switched off beside a small sum of investment",
    "new-build",
    (d) => {
      component(d, "works").enabled = false;
      const flow = { profile: { from: "2026-07", every: "month", values: ["1000"] } };
      const inputs = {
        payer: "spv",
        payee: "contractor",
        category: "cost_works_building",
        amount: flow,
        status: "approved",
      };
      d.components.push({ id: "sum", mechanism: "scheduled_investment", enabled: true, inputs });
    },
  ],
];

describe("a plan that lost a cost is not green", () => {
  it.each(CHANGES)(
    "%s",
    (_what, name, change) => {
      const ofMoney = (ids: readonly string[]) => ids.filter((id) => ["B2", "B5", "B6"].includes(id));
      expect(ofMoney(green(name, () => {}))).not.toEqual([]);
      expect(ofMoney(green(name, change))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** A plan in sums whose balance fails: its cost must not leave the project by naming another payer, or another role. */
describe("a plan in sums whose cost is nobody's of the project", () => {
  const paidBy = (payer: string) => (draft: Draft) =>
    void Object.assign(component(draft, "scheduled_investment").inputs, { payer });
  const inRole = (id: string, role: string) => (draft: Draft) =>
    void Object.assign(draft.parties.find((party) => party.id === id) ?? {}, { role });

  it.each([
    ["paid by the owners", paidBy("owners")],
    ["paid by the builder to himself", paidBy("builder")],
    ["paid to a builder inside the project", inRole("builder", "entity")],
    ["of a project without a party of its own", inRole("committee", "operator")],
  ])("%s", (_what, change) => {
    expect(green("zhegong", () => {})).toEqual([]);
    expect(green("zhegong", change)).toEqual([]);
  });
});
