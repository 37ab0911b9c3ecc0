import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modelExamples } from "../support/examples.ts";
import { judged } from "../support/judged.ts";
import { documentOf, outcomeOf } from "./outcome.ts";

interface Item extends Record<string, unknown> {
  readonly id: string;
  readonly kind: string;
  readonly basis: string;
}
interface Draft {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
  absences?: { id: string; reason: string }[];
}

const FOLDER = new URL("../../examples/", import.meta.url);
const read = (name: string): Draft => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
const itemsOf = ({ inputs }: Draft["components"][number]): readonly Item[] => inputs["items"] as readonly Item[];

const OF_MONEY = ["B2", "B3", "B4", "B5", "B6", "B8"];
const PATIENCE_MS = 120_000;

/** Verdicts on money that are met. */
const greens = (draft: Draft): readonly string[] => {
  const { verdicts } = outcomeOf(documentOf(draft));
  return OF_MONEY.filter((id) => verdicts.get(id) === true);
};

/** Rows that floor area rests on: building works, and what is pulled down. */
const bears = ({ kind, basis }: Item): boolean =>
  (kind === "building" && ["above", "below", "kept", "existing", "product"].includes(basis)) || kind === "demolition";

const cases = modelExamples().flatMap((name) =>
  read(name)
    .components.filter(({ mechanism }) => mechanism === "works")
    .flatMap((works) => itemsOf(works).flatMap((item) => (bears(item) ? [[name, works.id, item.id] as const] : []))),
);

function withItem(name: string, component: string, change: (items: readonly Item[]) => readonly Item[]): Draft {
  const draft = read(name);
  for (const works of draft.components) if (works.id === component) works.inputs["items"] = change(itemsOf(works));
  return draft;
}

describe.each(cases)("%s: floor area of works/%s/%s", (name, component, row) => {
  it(
    "is missing where the row is gone, becomes a sum, or a sum for a hundredth of the area",
    () => {
      const { lines } = outcomeOf(documentOf(read(name)));
      const area = lines.get(`${component}.covered.${row}`)?.values[0];
      expect(area).toBeGreaterThan(0);
      const sum = { basis: "fixed", price: "4582" };
      const covers = row === "above" || row === "building" || row === "rooms" ? "above" : "kept";
      const changes: readonly ((item: Item) => readonly Item[])[] = [
        () => [],
        (item) => [{ ...item, ...sum }],
        (item) => [{ ...item, ...sum, covers, coveredArea: String((area ?? 0) / 100) }],
      ];
      for (const change of changes) {
        const draft = withItem(name, component, (items) =>
          items.flatMap((item) => (item.id === row ? change(item) : [item])),
        );
        const works = draft.components.find(({ id }) => id === component);
        if (works !== undefined && itemsOf(works).length > 0) expect(greens(draft)).toEqual([]);
      }
    },
    PATIENCE_MS,
  );
});

const component = ({ components }: Draft, id: string) => {
  const found = components.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

/** Another basis for the works above ground of the new-build example. */
function above(change: Record<string, unknown>): Draft {
  return withItem("new-build.json", "works", (items) =>
    items.map((item) => (item.id === "above" ? ({ ...item, ...change } as Item) : item)),
  );
}

const told = (draft: Draft) => judged(draft);

describe("works of a new build", () => {
  it("measured by one small product leave the rest without", () => {
    const { results } = told(above({ basis: "product", product: "shops" }));
    const [unmet, ...others] = results.expected;
    // 84,000 ㎡ counted and 2,400 ㎡ exempt, less 2,400 ㎡ of shops.
    expect([unmet?.path, others]).toEqual(["absences/works_above", []]);
    expect(unmet?.message.zh).toContain("84,000.00 ㎡");
    expect(results.verdicts.find(({ id }) => id === "B2")).toMatchObject({ pass: null, reason: "incomplete" });
  });

  it("by a reason stand under the condition of their floor area", () => {
    const draft = above({ basis: "product", product: "shops" });
    draft.absences = [{ id: "works_above", reason: "由他人承担" }];
    const { results, trust } = told(draft);
    expect(results.verdicts.find(({ id }) => id === "B2")?.pass).toBe(true);
    const point = trust.points.find(({ path }) => path === "absences/works_above");
    expect(point).toMatchObject({ grade: "condition", unit: "m2" });
    expect(point?.amount?.toNumber()).toBeCloseTo(84_000, 6);
  });

  it("as a sum that says what it is for are all there, and what they come to per ㎡ is said", () => {
    const { results, trust } = told(above({ basis: "fixed", price: "8640", covers: "above", coveredArea: "86400" }));
    expect(results.expected).toEqual([]);
    expect(results.verdicts.find(({ id }) => id === "B2")?.pass).toBe(true);
    const point = trust.points.find(({ message }) => message.zh.includes("未附工程量"));
    expect(point?.message.zh).toContain("折合");
    expect(point?.verdicts).toContain("B2");
  });

  it("as a sum for less than there is lack the rest", () => {
    const { results } = told(above({ basis: "fixed", price: "280000000", covers: "above", coveredArea: "80000" }));
    expect(results.expected.map(({ message }) => message.zh)).toEqual([expect.stringContaining("6,400.00 ㎡")]);
  });
});

describe("a plan all in sums", () => {
  it("stands under the condition of what they come to per ㎡", () => {
    const draft = read("new-build.json");
    draft.components = draft.components.filter(({ mechanism }) => mechanism !== "works" && mechanism !== "other_costs");
    const { payer, payee } = component(read("new-build.json"), "works").inputs;
    const amount = { profile: { from: "2026-07", every: "month", values: ["1000"] } };
    const inputs = { payer, payee, category: "cost_works_building", amount, includesVat: false, vatMethod: "none" };
    draft.components.push({ id: "sum", mechanism: "scheduled_investment", enabled: true, inputs });
    const { results, trust } = told(draft);
    const doubted = new Set(trust.points.flatMap(({ verdicts }) => verdicts));
    const met = results.verdicts.filter(({ id, pass }) => pass === true && OF_MONEY.includes(id));
    expect(met.filter(({ id }) => !doubted.has(id))).toEqual([]);
    expect(trust.points.map(({ message }) => message.zh).join("\n")).toContain("折合 0.01 元/㎡,未附工程量");
  });
});
