import { describe, expect, it } from "vitest";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { agree } from "../../models/engines/index.ts";
import { fakes, type tinyDocument } from "../document/fakes.ts";
import { accepted, at, documentOf } from "../document/support.ts";
import { recordOf } from "../support/prepared.ts";

type Draft = ReturnType<typeof tinyDocument>;

const withScenario = (set: Record<string, unknown>) =>
  documentOf((draft) => {
    (draft.scenarios as unknown[]).push({ id: "probe", label: "试", set });
  });

/** Graphs of the base and of a scenario with these patches, from one shelf. */
function graphsOf(set: Record<string, unknown>) {
  const shelf = new GraphShelf(fakes);
  const document = withScenario(set);
  const of = (id: string) => accepted(prepareScenario(document, id, shelf)).graph;
  return { base: of("base"), cheap: of("cheap"), probe: of("probe") };
}

describe("the values of a scenario", () => {
  it("a status not counted is worth nothing, and counted is worth all", () => {
    const document = documentOf();
    const granted = (id: string): string => {
      const { graph, evaluation } = recordOf(document, id, fakes);
      return evaluation
        .series(graph.indexById.get("grant_1.grant") ?? -1)
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
      const { graph, evaluation } = recordOf(document, id, fakes);
      return evaluation.series(graph.indexById.get("project.net") ?? -1).map(String);
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
    const { base, probe } = graphsOf(set);
    expect(probe).toBe(base);
  });

  it.each([
    ["a choice", { "components/works_1/inputs/kind": "extra" }],
    ["an optional input given", { "components/sale_1/inputs/cap": "15000" }],
    ["an optional cell left out", { "components/works_1/inputs/parts/a/cap": null }],
    ["a row added", { "components/works_1/inputs/parts/c": { amount: "5", at: "2026-05", lag: "0" } }],
    ["a row removed", { "components/works_1/inputs/parts/b": null }],
    ["a formula for a number", { "components/sale_1/inputs/price": { formula: "sale_1.area / 1 m2 * 20" } }],
    ["a word", { "components/sale_1/inputs/product": "shops" }],
    ["a convention that had no value", { "conventions/icEquity": "0.1" }],
    ["the perimeter", { "parties/builder/inProject": true }],
    ["the kind of project", { "project/mode": "infill" }],
  ])("%s", (_name, set) => {
    const { base, probe } = graphsOf(set);
    expect(probe).not.toBe(base);
  });

  it("only then the scenario has lines of its own", () => {
    const { base, cheap, probe } = graphsOf({ "components/works_1/inputs/kind": "extra" });
    expect(cheap).toBe(base);
    expect(probe.indexById.has("works_1.extra")).toBe(true);
    expect(base.indexById.has("works_1.extra")).toBe(false);
  });
});

describe("engines", () => {
  it("agree on every scenario", () => {
    const document = withScenario({ "components/sale_1/inputs/cap": "19000", "timeline/start": "2026-03" });
    for (const id of ["base", "cheap", "probe"]) {
      const exact = recordOf(document, id, fakes);
      expect(agree(exact.evaluation, exact.kernel().run(exact.bindings)), id).toEqual([]);
    }
  });
});
