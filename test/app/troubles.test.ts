import { describe, expect, it } from "vitest";
import { reviewStressOf } from "../../app/review/stress.ts";
import { compareScenarios } from "../../app/scenarios/compare.ts";
import { stressed } from "../../app/scenarios/stress.ts";
import { scenarioTroubles } from "../../app/scenarios/troubles.ts";
import infill from "../../examples/infill.json" with { type: "json" };
import rebuild from "../../examples/rebuild.json" with { type: "json" };
import zhegong from "../../examples/zhegong.json" with { type: "json" };
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const shelf = new GraphShelf(mechanisms);
const documentOf = (source: object) => value(parseDocument(source, mechanisms)).document;
const FAR = "components/area/inputs/far";

describe("what speaks against a plan beside another", () => {
  // Its sales end with its timeline: a year later they are beyond it.
  const document = documentOf(zhegong);

  it("says which money a scenario moves beyond the timeline, before and after calculating", () => {
    const made = value(stressed(document, { parent: "base" }));
    const ids = made.scenarios.map(({ id }) => id);
    expect(scenarioTroubles(made.document, ids, { parent: "base", lang: "en" }, shelf)).toEqual([
      { id: "sales_late", troubles: [expect.stringMatching(/^100% of .* lies outside the timeline/)] },
    ]);
    const compared = value(
      compareScenarios(made.document, ["base", ...ids], shelf, { of: [], engine: "kernel", lang: "zh" }),
    );
    const told = compared.plans.filter(({ troubles = [] }) => troubles.some((text) => text.includes("时间轴")));
    expect(told.map(({ id }) => id)).toEqual(["sales_late"]);
  });

  it("says it in the stress of the review, and not of the plan itself", () => {
    const { rows, audited } = value(reviewStressOf(document, { of: [], lang: "en" }, shelf));
    expect(rows.find(({ id }) => id === "sales_late")?.troubles).toEqual([
      expect.stringContaining("lies outside the timeline"),
    ]);
    expect(audited.troubles).toBeUndefined();
  });

  it("names a rule that a plan breaks and the first keeps", () => {
    const dense = { id: "dense", label: "密", set: { [FAR]: "3.2" } };
    const { plans } = value(
      compareScenarios(documentOf({ ...rebuild, scenarios: [dense] }), ["base", "dense"], shelf, {
        of: [],
        engine: "record",
        lang: "zh",
      }),
    );
    expect(plans[0]?.troubles).toBeUndefined();
    expect(plans[1]?.troubles).toContainEqual(expect.stringMatching(/^R-DEBT-9 /));
  });
});

describe("a stress that does nothing", () => {
  const stressOf = (source: object) => value(reviewStressOf(documentOf(source), { of: [], lang: "zh" }, shelf));

  it("is not tried where the plan has no money of the kind", () => {
    const { rows, left } = stressOf(infill);
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining(["applied", "optimistic"]));
    expect(rows.map(({ id }) => id)).not.toContain("applied");
  });

  it("says that it moves nothing where it was tried, and takes no value the plan has already", () => {
    const own = { id: "own", path: FAR, value: "2.50" };
    const higher = { id: "higher", path: "components/area/inputs/heightLimit", value: "90" };
    const { rows, left } = stressOf({ ...rebuild, stress: [own, higher] });
    expect(rows.find(({ id }) => id === "price_down")?.moves).toBe(true);
    expect(rows.find(({ id }) => id === "higher")?.moves).toBe(false);
    expect(left.find(({ id }) => id === "own")?.reason).toContain("相同");
  });

  it("a place has one value of one's own", () => {
    const own = (id: string, value: string) => ({ id, path: FAR, value });
    const { rows, left, problems } = stressOf({ ...rebuild, stress: [own("a", "2.6"), own("b", "2.7")] });
    expect(rows.filter(({ kind }) => kind !== "standard").map(({ id }) => id)).toEqual(["a"]);
    expect(left.find(({ id }) => id === "b")?.kept).toBe(true);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["stress.twice", "stress/b/path"]]);
  });
});
