import { describe, expect, it } from "vitest";
import { compileModel, evaluateModel, evaluateModelFast, prepareScenario } from "../../models/document/compile.ts";
import { resolveScenario, scenarioIds } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { fakes, type tinyDocument } from "./fakes.ts";
import { accepted, at, documentOf, parsed, places, problemsOf } from "./support.ts";

type Draft = ReturnType<typeof tinyDocument>;

const withScenario = (set: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  documentOf((draft) => {
    (draft.scenarios as unknown[]).push({ id: "probe", label: "试", set, ...more });
  });

const resolve = (document: ModelDocument, id: string | undefined = "probe") =>
  accepted(resolveScenario(document, id, fakes));
const structuralOf = (set: Record<string, unknown>) => resolve(withScenario(set)).structural;

describe("scenarios", () => {
  it("the base exists without being declared and changes nothing", () => {
    const document = documentOf();
    const base = accepted(resolveScenario(document, undefined, fakes));
    expect(base.document).toEqual(document);
    expect(base).toMatchObject({ id: "base", counts: ["approved", "received"], structural: [] });
    expect(scenarioIds(document)).toEqual(["base", "optimistic", "cheap"]);
  });

  it("takes patches and counted statuses of its parents", () => {
    const document = documentOf((draft) => {
      at(draft, "scenarios", 0)["set"] = {
        "components/sale_1/inputs/price": "1",
        "components/sale_1/inputs/area": "900",
      };
    });
    const cheap = resolve(document, "cheap");
    expect(cheap.counts).toEqual(["applied", "approved", "received"]);
    expect(cheap.document.components[0]?.inputs).toMatchObject({ price: "18000", area: "900" });
    expect(document.components[0]?.inputs["price"]).toBe("20000.5");
  });

  it("names the scenarios there are when asked for another", () => {
    const [problem] = problemsOf(resolveScenario(documentOf(), "cheep", fakes));
    expect(problem).toMatchObject({ code: "document.scenario_unknown", hint: { en: "did you mean cheap?" } });
  });

  it("refuses parents in a circle", () => {
    const { document, problems } = parsed((draft) => {
      at(draft, "scenarios", 0)["parent"] = "cheap";
    });
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["document.scenario_cycle"]));
    const [problem] = problemsOf(resolveScenario(document, "cheap", fakes));
    expect(problem?.message.en).toContain("cheap → optimistic → cheap");
  });

  it.each([
    ["timeline/step", "month"],
    ["timeline/periods", 5],
    ["components/sale_1/mechanism", "fake_grant"],
    ["components/sale_1/id", "x"],
    ["format", "x"],
    ["scenarios/cheap/label", "x"],
    ["customLines/donation/formula", "1"],
    ["packs/national-law/version", "9"],
  ])("does not patch %s", (path, value) => {
    const { problems } = parsed((draft) => {
      at(draft, "scenarios", 1)["set"] = { [path]: value };
    });
    expect(places(problems)).toEqual([`document.path_fixed scenarios/cheap/set/${path}`]);
  });

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

  it("a row can be added and taken away again", () => {
    const document = withScenario({
      "components/works_1/inputs/parts/c": { amount: 7, at: "2026-05", lag: 0 },
      "components/works_1/inputs/parts/a": null,
    });
    expect(resolve(document).document.components[1]?.inputs["parts"]).toEqual([
      { id: "b", amount: "50.25", at: "2026-07", lag: "3", note: "尾款" },
      { id: "c", amount: "7", at: "2026-05", lag: "0" },
    ]);
  });

  it("only then the scenario has a graph of its own", () => {
    const model = compileModel(withScenario({ "components/works_1/inputs/kind": "extra" }), fakes);
    expect(accepted(prepareScenario(model, "cheap")).model.graph).toBe(model.graph);
    const own = accepted(prepareScenario(model, "probe")).model.graph;
    expect(own.indexById.has("works_1.extra")).toBe(true);
    expect(model.graph.indexById.has("works_1.extra")).toBe(false);
  });
});

describe("a shifted start", () => {
  const late = (set: Record<string, unknown> = {}) =>
    resolve(withScenario({ "timeline/start": "2027-06", ...set })).document;

  it("moves phases, month inputs, cells and profiles by the same months", () => {
    const document = late();
    expect(document.timeline.start).toBe("2027-06");
    expect(document.timeline.phases[0]?.start).toBe("2027-06");
    expect(document.components[0]?.inputs["share"]).toMatchObject({ profile: { from: "2028-06" } });
    expect(document.components[1]?.inputs["parts"]).toMatchObject([{ at: "2027-10" }, { at: "2027-12" }]);
  });

  it("leaves dates of records and of the price base on the calendar", () => {
    const base = documentOf((draft) => {
      at(draft, "project")["priceBaseMonth"] = "2025-12";
      at(draft, "scenarios", 1)["set"] = { "timeline/start": "2027-06" };
    });
    const { document } = resolve(base, "cheap");
    expect(document.records[0]?.date).toBe("2026-08-15");
    expect(document.project.priceBaseMonth).toBe("2025-12");
  });

  it("takes a patched date literally", () => {
    const document = late({
      "components/works_1/inputs/parts/a/at": "2030-01",
      "components/sale_1/inputs/share/profile/from": "2029-01",
      "timeline/phases/build/start": "2027-09",
    });
    expect(document.components[1]?.inputs["parts"]).toMatchObject([{ at: "2030-01" }, { at: "2027-12" }]);
    expect(document.components[0]?.inputs["share"]).toMatchObject({ profile: { from: "2029-01" } });
    expect(document.timeline.phases[0]?.start).toBe("2027-09");
  });

  it("gives the same flows, later", () => {
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

  it("a child's start replaces its parent's instead of adding to it", () => {
    const document = documentOf((draft) => {
      at(draft, "scenarios", 0)["set"] = { "timeline/start": "2027-01" };
      at(draft, "scenarios", 1)["set"] = { "timeline/start": "2026-04" };
    });
    expect(resolve(document, "cheap").document.timeline.phases[0]?.start).toBe("2026-04");
  });

  it("out of the calendar is refused", () => {
    const { problems } = parsed((draft) => {
      at(draft, "scenarios", 1)["set"] = { "timeline/start": "2500-01" };
    });
    expect(places(problems)).toEqual(["document.bad_month scenarios/cheap/set/timeline/start"]);
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
