import { describe, expect, it } from "vitest";
import { type TemplateChoice, templateDocument } from "../../app/templates/template.ts";
import { EXPECTED_NAMES } from "../../models/checks/expectations/index.ts";
import { judged } from "../support/judged.ts";

const KINDS: readonly Omit<TemplateChoice, "today">[] = [
  { type: "renovation", mode: "rebuild" },
  { type: "renovation", mode: "rehabilitation" },
  { type: "new-build" },
];

const fresh = (kind: Omit<TemplateChoice, "today">) => templateDocument({ ...kind, today: new Date("2026-06-01") });

describe("a model into which nothing was entered", () => {
  it.each(KINDS)("has no figure at all, not even 0: $type $mode", (kind) => {
    const { results } = judged(fresh(kind));
    expect(results.indicators.length).toBeGreaterThan(30);
    expect(results.indicators.filter(({ value }) => value !== null).map(({ id }) => id)).toEqual([]);
    expect(results.verdicts.map(({ pass }) => pass)).toEqual(results.verdicts.map(() => null));
  });

  it("has none either where reasons are given for all it lacks", () => {
    const absences = EXPECTED_NAMES.map(({ id }) => ({ id, reason: "本项目只作方案比较" }));
    const { results } = judged({ ...fresh({ type: "renovation", mode: "rehabilitation" }), absences });
    expect(results.verdicts.filter(({ pass }) => pass !== null)).toEqual([]);
    expect(results.indicators.filter(({ value }) => value !== null)).toEqual([]);
  });
});
