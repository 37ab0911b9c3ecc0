import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { conditionsOf, trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import { type Draft, type Easing, easingsOf } from "./easing.ts";
import { documentOf } from "./outcome.ts";
import { sampleOf } from "./removals.ts";

const EXAMPLES = ["rebuild", "infill", "new-build", "rehabilitation", "special-bond"] as const;
const PATIENCE_MS = 300_000;

const example = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;

/** Margins of the verdicts that are met without any condition. */
function plain(draft: Draft): ReadonlyMap<string, number> {
  const results = kernelResultsOf(preparedOf(documentOf(JSON.parse(JSON.stringify(draft)))));
  const trust = trustIn(results, []);
  return new Map(
    results.verdicts.flatMap(({ id, pass, margin }) =>
      pass === true && conditionsOf(trust, id).length === 0 ? [[id, Number(margin ?? 0)] as const] : [],
    ),
  );
}

function better(before: ReadonlyMap<string, number>, file: Draft, { name, make }: Easing): readonly string[] {
  const draft = structuredClone(file);
  make(draft);
  return [...plain(draft)].flatMap(([id, margin]) => {
    const was = before.get(id);
    if (was === undefined) return [`${name}: ${id} turned on`];
    return margin > was + Math.max(0.01, 1e-9 * Math.abs(was)) ? [`${name}: ${id} ${was} became ${margin}`] : [];
  });
}

describe("a tax that is switched off, said to be none, left out of, exempt or at a lower rate", () => {
  it.each(EXAMPLES.map((name, index) => [name, index] as const))(
    "improves no verdict of %s that is met without a condition",
    (name, index) => {
      const file = example(name);
      const before = plain(file);
      const easings = sampleOf(easingsOf(file), index, 7);
      expect(easings.length).toBeGreaterThan(3);
      expect(easings.flatMap((one) => better(before, file, one))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

const component = (draft: Draft, id: string) => draft.components.find((one) => one.id === id)?.inputs ?? {};

const row = (draft: Draft, id: string, table: string, index: number) =>
  (component(draft, id)[table] as Record<string, unknown>[])[index] ?? {};

describe("a ground in a record", () => {
  const file = example("special-bond");
  const CARE = "增值税法第二十四条第一款第七项";
  /** The childcare of the example is exempt and has a ground, which another takes the place of. */
  const ground =
    (values: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
    (draft: Draft) => {
      draft.records = draft.records.filter(({ kind }) => kind !== "tax_ground" && kind !== "separate_accounting");
      draft.records.push({ id: "g", label: "依据", date: "2026-01-01", kind: "tax_ground", values, ...rest });
    };
  const item = "service.childcare";
  const rooms = (draft: Draft) => {
    Object.assign(component(draft, "rooms"), { vatMethod: "exempt", vatRate: undefined });
    draft.records.push({
      id: "r",
      label: "依据",
      date: "2026-01-01",
      kind: "tax_ground",
      document: CARE,
      values: { item: "rooms" },
    });
  };

  it.each<readonly [string, (draft: Draft) => void, boolean]>([
    ["that cites the clause of what is sold lets it stand", ground({ item, clause: CARE }), true],
    ["whose paper is the clause lets it stand", ground({ item }, { document: CARE }), true],
    ["about something else does not", ground({ item: "parking" }, { document: CARE }), false],
    ["whose clause exempts something else than what is let does not", rooms, false],
    ["whose paper names no law, article or number does not", ground({ item }, { document: "区税务局答复" }), false],
    ["that no pack holds does not", ground({ item }, { document: "主管税务机关免税备案表(2026)第3号" }), false],
    ["that no meeting can give does not", ground({ item }, { document: "业主大会议事规则第一条" }), false],
    ["that was refused does not", ground({ item, refused: true }, { document: CARE }), false],
    ["of another kind does not", ground({ item }, { document: CARE, kind: "approval" }), false],
    ["dated after the horizon does not", ground({ item }, { document: CARE, date: "2099-01-01" }), false],
  ])("%s", (_name, make, stands) => {
    const draft = structuredClone(file);
    make(draft);
    expect(plain(draft).has("B7")).toBe(stands);
  });
});

describe("a deduction", () => {
  it("of land that was never paid is a condition", () => {
    const file = example("rebuild");
    const before = plain(file);
    // 42 million are paid for the land; ten times that is deducted.
    const easing: Easing = {
      name: "land",
      make: (d) => void Object.assign(component(d, "vat"), { landPrice: "420000000" }),
    };
    expect(before.has("B7")).toBe(true);
    expect(better(before, file, easing)).toEqual([]);
  });

  it.each<readonly [string, string, (draft: Draft) => void]>([
    [
      "tax on transfers nobody pays",
      "infill",
      (d) => void Object.assign(component(d, "lat"), { transferTaxes: "20000000" }),
    ],
    [
      "spaces below ground as ordinary housing",
      "infill",
      (d) => void Object.assign(row(d, "lat", "products", 1), { category: "ordinary" }),
    ],
    [
      "shops as let housing",
      "infill",
      (d) => void Object.assign(row(d, "property_tax", "items", 0), { basis: "housing" }),
    ],
    [
      "VAT credited at the rate of goods",
      "infill",
      (d) => void Object.assign(row(d, "works", "items", 0), { vatRate: "0.13" }),
    ],
    [
      "VAT credited of the owners' own homes",
      "infill",
      (d) => void Object.assign(row(d, "repair", "items", 0), { vatMethod: "creditable" }),
    ],
  ])("of %s is a condition", (name, base, make) => {
    const file = example(base);
    expect(better(plain(file), file, { name, make })).toEqual([]);
    const draft = structuredClone(file);
    make(draft);
    expect(plain(draft).size).toBeLessThan(plain(file).size);
  });

  it("of a tax that is given below the one reckoned is a condition", () => {
    // Not ordinary housing: nothing is exempt, and the gain is taxed.
    const file = example("new-build");
    Object.assign(row(file, "lat", "products", 0), { category: "other" });
    const before = plain(file);
    const given: Easing = {
      name: "given",
      make: (d) => void Object.assign(component(d, "lat"), { givenTax: "0" }),
    };
    expect(better(before, file, given)).toEqual([]);
    const draft = structuredClone(file);
    given.make(draft);
    expect(plain(draft).size).toBeLessThan(before.size);
  });
});
