import { describe, expect, it } from "vitest";
import { pool, projectOf } from "./support.ts";

const community = [-3000, -500, 200, 350, 400, 400];
const commercial = [-800, 600, 600, 0, 0, 0];

const members = [
  { id: "community", document: projectOf("社区", community) },
  { id: "commercial", document: projectOf("商业", commercial) },
];

describe("a long project and a short one, pooled", () => {
  const both = pool({ members });

  it("adds the flows up year by year", () => {
    expect(both.years("pool.flow")).toEqual([-3800, 100, 800, 350, 400, 400]);
  });

  it("needs less at its peak than the two alone, and ends where they end together", () => {
    expect([both.one("member.community.need"), both.one("member.commercial.need")]).toEqual([3500, 800]);
    expect(both.one("pool.need_separate")).toBe(4300);
    expect(both.one("pool.need")).toBe(3800);
    expect(both.one("pool.need_saved")).toBe(500);
    expect(both.one("pool.need_year")).toBe(2026);
    const ends = ["member.community.own", "member.commercial.own", "pool.own"].map((line) => both.years(line).at(-1));
    expect(ends).toEqual([-2150, 400, -1750]);
  });

  it("keeps each project's own account beside what the pool makes of it", () => {
    expect(both.years("member.community.own")).toEqual([-3000, -3500, -3300, -2950, -2550, -2150]);
    // What the shops have left from 2028 on is lent to the community, without interest, and is not returned by the end.
    expect(both.years("member.commercial.lent")).toEqual([0, 0, 400, 400, 400, 400]);
    expect(both.years("member.community.borrowed")).toEqual([0, 0, 400, 400, 400, 400]);
    expect(both.years("pool.drawn")).toEqual([3800, 3700, 2900, 2550, 2150, 1750]);
    expect(both.one("member.community.received")).toBe(400);
    expect(both.one("member.commercial.received")).toBe(-400);
  });

  it("has no interest where no rate is entered, and says what is missing", () => {
    expect(both.years("pool.credit")[1]).toBeNull();
    expect(both.portfolio.problems.map(({ code }) => code)).toContain("portfolio.rate_missing");
  });

  it("reckons interest of a credit line on the balance at the beginning of the year", () => {
    const at5 = pool({ members, portfolio: { pool: { creditRate: "0.05" } } });
    // 3800; 3800 × 1.05 − 100 = 3890; 3890 × 1.05 − 800 = 3284.5
    expect(at5.years("pool.credit").slice(0, 3)).toEqual([3800, 3890, 3284.5]);
    // Alone: 3000; 3000 × 1.05 + 500 = 3650. The shops: 800; 800 × 1.05 − 600 = 240; then 240 × 1.05 − 600 < 0.
    expect(at5.years("member.community.credit").slice(0, 2)).toEqual([3000, 3650]);
    expect(at5.years("member.commercial.credit").slice(0, 3)).toEqual([800, 240, 0]);
  });
});
