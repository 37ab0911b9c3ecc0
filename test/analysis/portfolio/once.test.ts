import type { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { reviewPortfolio } from "../../../models/analysis/portfolio/review.ts";
import type { Results } from "../../../models/results/results.ts";
import { pool, projectOf } from "./support.ts";

const once = (members: readonly Record<string, unknown>[]) => {
  const found = pool({ members });
  const findings = reviewPortfolio(found.portfolio, found.results as Results<Decimal>);
  return { found, findings: findings.filter(({ id }) => id === "ONCE") };
};

describe("a project in a portfolio", () => {
  it("is counted once: of one document under two ids neither counts, and each names the other", () => {
    const document = projectOf("甲", [-100, 150]);
    const { found } = once([
      { id: "a", document },
      { id: "again", document, startMonths: 12 },
      { id: "b", document: projectOf("乙", [-1, 2]) },
    ]);
    const twice = found.portfolio.problems.filter(({ code }) => code === "portfolio.member_twice");
    expect(twice.map(({ path }) => path)).toEqual(["members/a", "members/again"]);
    expect(twice[0]?.message.zh).toMatch(/甲\(a\).*甲\(again\)/);
    expect(found.years("pool.flow")[0]).toBeNull();
    expect(found.years("member.b.flow").slice(0, 2)).toEqual([-1, 2]);
  });

  it("is asked after where two documents carry one name, or two names one content", () => {
    const sameName = once([
      { id: "a", document: projectOf("甲", [-100, 150]) },
      { id: "b", document: projectOf("甲", [-100, 151]) },
    ]);
    expect(sameName.findings.map(({ is, path }) => [is, path])).toEqual([["cannot_be_judged", "members/b"]]);
    expect(sameName.findings[0]?.message.en).toMatch(/甲 \(a\).*甲 \(b\).*name/);
    const sameContent = once([
      { id: "a", document: projectOf("甲", [-100, 150]) },
      { id: "b", document: projectOf("乙", [-100, 150]) },
    ]);
    expect(sameContent.findings.map(({ path }) => path)).toEqual(["members/b"]);
    expect(sameContent.findings[0]?.message.zh).toContain("内容完全相同");
    expect(sameContent.found.years("pool.flow")).toEqual([-200, 300]);
  });

  it("of its own name and content is nothing to ask after", () => {
    const { findings } = once([
      { id: "a", document: projectOf("甲", [-100, 150]) },
      { id: "b", document: projectOf("乙", [-100, 151]) },
    ]);
    expect(findings).toEqual([]);
  });
});
