import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../app/contract.ts";
import { freshId, isId } from "../../renderer/session/ids.ts";
import { valueAt, withValue } from "../../renderer/session/json.ts";
import { effectiveDocument, inheritedValue, isPatched, patchOf, withEdits } from "../../renderer/session/patch.ts";
import { isPatchable } from "../../renderer/session/patchable.ts";

const document: JsonObject = {
  timeline: { phases: [{ id: "build", months: 36 }] },
  components: [
    {
      id: "loan",
      inputs: {
        rate: "0.04",
        tranches: [
          { id: "t1", amount: "5" },
          { id: "t2", amount: "7" },
        ],
      },
    },
  ],
  scenarios: [
    { id: "cheap", label: "cheap", set: { "components/loan/inputs/rate": "0.03" } },
    {
      id: "cheaper",
      label: "cheaper",
      parent: "cheap",
      set: { "components/loan/inputs/rate": "0.02", "components/loan/inputs/tranches/t2/amount": "9" },
    },
    { id: "around", label: "circle", parent: "circle", set: {} },
    { id: "circle", label: "circle", parent: "around", set: { "components/loan/inputs/rate": "0.5" } },
  ],
};

describe("paths into a document", () => {
  test("items of lists are found by their id", () => {
    expect(valueAt(document, "components/loan/inputs/tranches/t2/amount")).toBe("7");
    expect(valueAt(document, "components/other/inputs")).toBeUndefined();
    expect(valueAt(document, "components/loan/constructor")).toBeUndefined();
  });

  test("writing copies only what lies on the path", () => {
    const written = withValue(document, "components/loan/inputs/tranches/t1/amount", "6");
    expect(valueAt(written, "components/loan/inputs/tranches/t1/amount")).toBe("6");
    expect(valueAt(document, "components/loan/inputs/tranches/t1/amount")).toBe("5");
    expect(written["scenarios"]).toBe(document["scenarios"]);
  });

  test("a new item of a list gets the id of its path; a removed one is gone", () => {
    const added = withValue(document, "components/sale", { mechanism: "sale" });
    expect(valueAt(added, "components/sale")).toEqual({ id: "sale", mechanism: "sale" });
    expect(valueAt(withValue(added, "components/sale", undefined), "components")).toHaveLength(1);
    expect(
      valueAt(withValue(document, "components/loan/inputs/rate", undefined), "components/loan/inputs"),
    ).not.toHaveProperty("rate");
  });
});

describe("scenarios are patches", () => {
  test("a child applies its parent's changes first", () => {
    const seen = effectiveDocument(document, "cheaper");
    expect(valueAt(seen, "components/loan/inputs/rate")).toBe("0.02");
    expect(valueAt(seen, "components/loan/inputs/tranches/t2/amount")).toBe("9");
    expect(inheritedValue(document, "cheaper", "components/loan/inputs/rate")).toBe("0.03");
    expect(inheritedValue(document, "cheap", "components/loan/inputs/rate")).toBe("0.04");
  });

  test("a circle of parents ends instead of hanging", () => {
    expect(valueAt(effectiveDocument(document, "around"), "components/loan/inputs/rate")).toBe("0.5");
  });

  test("null in a patch leaves an input out", () => {
    const without = withEdits(document, "cheap", [{ path: "components/loan/inputs/rate", value: null }]);
    expect(valueAt(effectiveDocument(without, "cheap"), "components/loan/inputs/rate")).toBeUndefined();
    expect(valueAt(without, "components/loan/inputs/rate")).toBe("0.04");
  });

  test("an edit in a scenario touches its patch alone, and without value takes the change back", () => {
    const path = "components/loan/inputs/rate";
    const changed = withEdits(document, "cheap", [{ path, value: "0.01" }]);
    expect(patchOf(changed, "cheap")).toEqual({ [path]: "0.01" });
    expect(valueAt(changed, path)).toBe("0.04");
    expect(patchOf(withEdits(changed, "cheap", [{ path }]), "cheap")).toEqual({});
  });

  test("a change inside a table marks the table as changed", () => {
    const patch = patchOf(document, "cheaper");
    expect(isPatched(patch, "components/loan/inputs/tranches")).toBe(true);
    expect(isPatched(patch, "components/loan/inputs/tran")).toBe(false);
  });

  test("names, lists and evidence are the same in every scenario", () => {
    expect(isPatchable("components/loan/inputs/tranches/t1/amount")).toBe(true);
    expect(isPatchable("timeline/phases/build/months")).toBe(true);
    for (const path of [
      "components/loan",
      "components/loan/label",
      "components/loan/evidence",
      "timeline/phases",
      "project/name",
      "scenarios/cheap/set",
    ])
      expect(isPatchable(path), path).toBe(false);
  });
});

test("new ids count on from the stem and skip what is taken", () => {
  expect(freshId("sale", [])).toBe("sale_1");
  expect(freshId("sale_1", ["sale_1", "sale_2"])).toBe("sale_3");
  expect(freshId("贷款", ["贷款_1"])).toBe("贷款_2");
});

test("ids are words that formulas can use", () => {
  expect(isId("住宅_1")).toBe(true);
  for (const bad of ["", "1a", "a-b", "a.b", "a b", "__proto__"]) expect(isId(bad), bad).toBe(false);
});
