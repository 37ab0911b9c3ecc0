import { describe, expect, it } from "vitest";
import { resolveScenario, scenarioIds } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { fakes } from "./fakes.ts";
import { accepted, at, documentOf, parsed, places, problemsOf } from "./support.ts";

const withScenario = (set: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  documentOf((draft) => {
    (draft.scenarios as unknown[]).push({ id: "probe", label: "试", set, ...more });
  });

const resolve = (document: ModelDocument, id: string | undefined = "probe") =>
  accepted(resolveScenario(document, id, fakes));

describe("scenarios", () => {
  it("the base exists without being declared and changes nothing", () => {
    const document = documentOf();
    const base = accepted(resolveScenario(document, undefined, fakes));
    expect(base.document).toEqual(document);
    expect(base).toMatchObject({ id: "base", counts: ["approved", "received"] });
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
