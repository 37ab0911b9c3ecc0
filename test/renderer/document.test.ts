import { describe, expect, test } from "vitest";
import type { Edit, JsonObject, SessionView } from "../../app/contract.ts";
import { viewsOf } from "../../renderer/session/effective.ts";
import { freshId, isId } from "../../renderer/session/ids.ts";
import { valueAt, withValue } from "../../renderer/session/json.ts";

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
  scenarios: [{ id: "cheap", label: "cheap", set: { "components/loan/inputs/rate": "0.02" } }],
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

describe("what the forms show", () => {
  const rate = "components/loan/inputs/rate";
  const seen = {
    scenario: "cheap",
    document: withValue(document, rate, "0.02"),
    inherited: withValue(document, rate, "0.03"),
    patched: [rate],
  };
  const session = { document, seen } as unknown as SessionView;
  const shown = (scenario: string, edits: readonly Edit[] = []) =>
    viewsOf({ session, scenario, unsent: edits.length === 0 ? [] : [{ scenario, edits }] });

  test("is what the host says of the chosen scenario", () => {
    const { effective, inherited, patched } = shown("cheap");
    expect([effective, inherited, patched]).toEqual([seen.document, seen.inherited, [rate]]);
  });

  test("is the document itself in the base, which builds on nothing", () => {
    expect(shown("base")).toMatchObject({ effective: document, document, inherited: null, patched: [] });
  });

  test("is the document for a scenario that changes nothing", () => {
    expect(shown("cheaper")).toMatchObject({ effective: document, inherited: document, patched: [] });
  });

  test("is what was typed until the host has answered", () => {
    expect(valueAt(shown("base", [{ path: rate, value: "0.05" }]).effective, rate)).toBe("0.05");
    expect(valueAt(shown("base", [{ path: rate }]).effective, "components/loan/inputs")).not.toHaveProperty("rate");
    const typed = shown("cheap", [{ path: rate, value: "0.05" }]);
    expect(valueAt(typed.effective, rate)).toBe("0.05");
    expect(valueAt(document, rate)).toBe("0.04");
    expect(valueAt(shown("cheap", [{ path: rate, value: null }]).effective, rate)).toBeUndefined();
  });

  test("goes back to what the scenario builds on when its change is taken out", () => {
    expect(valueAt(shown("cheap", [{ path: rate }]).effective, rate)).toBe("0.03");
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
