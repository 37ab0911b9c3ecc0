import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentOf, jsonOf, Pool, prepared } from "./support.ts";

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../examples/${name}.json`, import.meta.url), "utf8"));

const portfolio = (startMonths: number): Pool =>
  new Pool(
    prepared(
      documentOf(
        jsonOf({
          members: [{ id: "m", document: read("infill"), startMonths }],
          portfolio: { basis: "before_financing" },
        }),
      ),
    ),
  );

/** Dated law: what a rule pack says from a year on applies to the years a project then has. */
describe("a real project moved by whole years", () => {
  const now = portfolio(0);
  const later = portfolio(12);
  const yearsOf = (found: Pool, line: string) =>
    new Map(found.portfolio.frame.years.map(({ label }, i) => [Number(label), found.years(line)[i]]));

  it("is the same project, later", () => {
    const [before, after] = [yearsOf(now, "member.m.flow"), yearsOf(later, "member.m.flow")];
    let same = 0;
    for (const [year, value] of before)
      if (Math.abs((after.get(year + 1) ?? Number.NaN) - (value ?? Number.NaN)) < 0.005) same += 1;
    // Nothing of it stays behind, and all but a few years are what they were to the fen.
    expect(after.get(2026)).toBe(0);
    expect(same).toBeGreaterThan(before.size * 0.6);
    const [support, moved] = [now.years("member.m.support"), later.years("member.m.support")];
    expect(moved.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(
      support.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      2,
    );
  });
});
