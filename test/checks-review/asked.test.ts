import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Draft, line, reviewDraft, reviewed } from "./support/review.ts";

const example = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;
const answersOf = (draft: Draft, ...ids: readonly string[]) =>
  reviewDraft(draft)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, answer }) => `${id} ${answer.is}`);

describe("what does not apply says so", () => {
  it("of pledges where there is neither a bond nor a pledge", () => {
    expect(answersOf(example("infill"), "C28")).toEqual(["C28 does_not_apply"]);
  });

  it("of the estimate of a government investment where owners renew with their own money", () => {
    const zhegong = example("zhegong");
    expect(answersOf(zhegong, "R-DEBT-9")).toEqual(["R-DEBT-9 does_not_apply"]);
    // A government that carries it out invests, whoever pays.
    zhegong.project["implementer"] = "government";
    expect(answersOf(zhegong, "R-DEBT-9")).toEqual(["R-DEBT-9 cannot_be_judged"]);
  });

  it("of a maintenance fund that pays for nothing", () => {
    const rebuild = example("rebuild");
    const renewal = rebuild.components.find(({ id }) => id === "renewal");
    for (const row of (renewal?.inputs["items"] ?? []) as Record<string, unknown>[]) delete row["fundShare"];
    const found = reviewDraft(rebuild).filter(({ id, severity }) => id === "M51" && severity === "R");
    expect(found.filter(({ answer }) => answer.is === "fails").map(({ message }) => message.en)).toEqual([]);
  });
});

describe("a year in which a bond is not covered", () => {
  it("is asked about by the clause that lets it be met otherwise", () => {
    const [year] = reviewDraft(example("special-bond")).filter(({ path }) => path === "bond.lowest_year");
    expect(year).toMatchObject({ id: "C14", severity: "Q", clause: "national-law/special-bonds-balance" });
    expect(year?.answer.is).toBe("fails");
  });
});

describe("income typed as amounts", () => {
  it.each(["revenue.service", "revenue.other", "revenue.lease", "revenue.concession"])(
    "%s is asked about where no contract stands behind it",
    (role) => {
      const found = reviewed(line("more", role, "tenants", "spv", "t == 20 ? 30000000 * oneyuan : 0 * oneyuan"));
      const said = found.filter(
        ({ id, path, answer }) => id === "C05" && path === "customLines/more" && answer.is === "fails",
      );
      expect(said.map(({ severity }) => severity)).toEqual(["Q"]);
    },
  );
});
