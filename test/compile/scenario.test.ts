import { describe, expect, it } from "vitest";
import { compileModel, evaluateModel, evaluateModelFast, prepareScenario } from "../../models/compile/compile.ts";
import { structuralPaths } from "../../models/compile/shape.ts";
import { resolveScenario } from "../../models/document/scenario.ts";
import { fakes, type tinyDocument } from "../document/fakes.ts";
import { accepted, at, documentOf } from "../document/support.ts";

type Draft = ReturnType<typeof tinyDocument>;

const withScenario = (set: Record<string, unknown>) =>
  documentOf((draft) => {
    (draft.scenarios as unknown[]).push({ id: "probe", label: "试", set });
  });

function structuralOf(set: Record<string, unknown>): readonly string[] {
  const document = withScenario(set);
  return structuralPaths(document, accepted(resolveScenario(document, "probe", fakes)), fakes);
}

describe("the values of a scenario", () => {
  it("a status not counted is worth nothing, and counted is worth all", () => {
    const document = documentOf();
    const granted = (id: string): string => {
      const { model, evaluation } = accepted(evaluateModel(document, id, fakes));
      return evaluation
        .series(model.graph.indexById.get("grant_1.grant") ?? -1)
        .map(String)
        .join(" ");
    };
    expect(granted("base")).toBe("0 0 0 0 0 0 0 0 0 0 0 0");
    expect(granted("optimistic")).toBe("0 300 0 0 0 0 0 0 0 0 0 0");
  });

  it("a later start gives the same flows, later", () => {
    const change = (draft: Draft) => {
      at(draft, "scenarios", 1)["set"] = { "timeline/start": "2029-04" };
      at(draft, "scenarios", 1)["parent"] = "base";
    };
    const document = documentOf(change);
    const series = (id: string): unknown => {
      const { model, evaluation } = accepted(evaluateModel(document, id, fakes));
      return evaluation.series(model.graph.indexById.get("project.net") ?? -1).map(String);
    };
    expect(series("cheap")).toEqual(series("base"));
  });
});

describe("which patches change the lines", () => {
  it.each([
    ["a number", { "components/sale_1/inputs/price": "1" }],
    ["switching off", { "components/sale_1/enabled": false }],
    ["a cell", { "components/works_1/inputs/parts/a/amount": "1" }],
    ["a profile", { "components/works_1/inputs/spend/profile/values/0": "5" }],
    ["a status", { "components/grant_1/inputs/status": "approved" }],
    ["the start", { "timeline/start": "2027-04" }],
    ["a phase", { "timeline/phases/build/months": 18 }],
    ["a convention with a value", { "conventions/icProject": "0.1" }],
    ["VAT basis", { "conventions/vatBasis": "excluded" }],
    ["a cell's own value rewritten", { "components/works_1/inputs/kind": "plain" }],
  ])("not %s", (_name, set) => {
    expect(structuralOf(set)).toEqual([]);
  });

  it.each([
    ["a choice", { "components/works_1/inputs/kind": "extra" }],
    ["an optional input given", { "components/sale_1/inputs/cap": "15000" }],
    ["an optional cell left out", { "components/works_1/inputs/parts/a/cap": null }],
    ["a row added", { "components/works_1/inputs/parts/c": { amount: "5", at: "2026-05", lag: "0" } }],
    ["a row removed", { "components/works_1/inputs/parts/b": null }],
    ["a formula for a number", { "components/sale_1/inputs/price": { formula: "sale_1.area / onesquaremetre * 20" } }],
    ["a word", { "components/sale_1/inputs/product": "shops" }],
    ["a convention that had no value", { "conventions/icEquity": "0.1" }],
    ["the perimeter", { "parties/builder/inProject": true }],
    ["the kind of project", { "project/mode": "infill" }],
  ])("%s", (_name, set) => {
    expect(structuralOf(set)).toEqual(Object.keys(set));
  });

  it("only then the scenario has a graph of its own", () => {
    const model = compileModel(withScenario({ "components/works_1/inputs/kind": "extra" }), fakes);
    expect(accepted(prepareScenario(model, "cheap")).model.graph).toBe(model.graph);
    const own = accepted(prepareScenario(model, "probe")).model.graph;
    expect(own.indexById.has("works_1.extra")).toBe(true);
    expect(model.graph.indexById.has("works_1.extra")).toBe(false);
  });
});

describe("engines", () => {
  it("agree on every scenario", () => {
    const document = withScenario({ "components/sale_1/inputs/cap": "19000", "timeline/start": "2026-03" });
    for (const id of ["base", "cheap", "probe"]) {
      const exact = accepted(evaluateModel(document, id, fakes));
      const fast = accepted(evaluateModelFast(document, id, fakes));
      for (const line of exact.model.graph.lines.filter(({ source }) => source !== "hidden")) {
        const numbers = exact.evaluation.series(line.index).map(Number);
        fast.evaluation.series(line.index).forEach((value, index) => {
          expect(value, `${id} ${line.id} ${index}`).toBeCloseTo(numbers[index] ?? Number.NaN, 6);
        });
      }
    }
  });
});
