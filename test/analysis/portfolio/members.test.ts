import { describe, expect, it } from "vitest";
import { preparePortfolio } from "../../../models/analysis/portfolio/portfolio.ts";
import { prepareScenario } from "../../../models/compile/prepare.ts";
import { documentHash } from "../../../models/document/portfolio/embedded.ts";
import { documentOf, jsonOf, Pool, pool, prepared, projectOf, shelf } from "./support.ts";

const one = { id: "one", document: projectOf("一", [-10, 20]) };

describe("members of a portfolio", () => {
  it("known by hash are those whose text has it, and no others", () => {
    const other = documentOf(projectOf("二", [-20, 30]));
    const document = documentOf(jsonOf({ members: [one, { id: "two", hash: documentHash(other) }] }));
    const with_ = preparePortfolio(document, {
      engine: "record",
      shelf,
      supplied: [documentOf(projectOf("二", [-20, 31])), other],
    });
    if (!with_.ok) throw new Error(JSON.stringify(with_.problems));
    expect(new Pool(with_.value).years("pool.flow")).toEqual([-30, 50]);
    const without = preparePortfolio(document, {
      engine: "record",
      shelf,
      supplied: [documentOf(projectOf("二", [-20, 31]))],
    });
    if (!without.ok) throw new Error(JSON.stringify(without.problems));
    const found = new Pool(without.value);
    expect(found.years("pool.flow")[0]).toBeNull();
    expect(without.value.problems[0]?.message.zh).toContain("two");
    // What does not rest on it still shows.
    expect(found.one("member.one.need")).toBe(10);
  });

  it("supplied that are portfolios themselves are refused", () => {
    const inner = documentOf(jsonOf({ members: [one] }));
    const document = documentOf(jsonOf({ members: [{ id: "two", hash: documentHash(inner) }] }));
    const found = preparePortfolio(document, { engine: "record", shelf, supplied: [inner] });
    expect(found.ok && found.value.problems[0]?.message.zh).toContain("不能相互嵌套");
  });

  it("that lack a value make the pool undefined, named, in every total they are part of", () => {
    const broken = projectOf("缺项社区", [-20, 30]);
    const lines = broken["customLines"] as Record<string, unknown>[];
    const lacking = { ...broken, customLines: [{ ...lines[0], formula: "nothing_of_that_name" }, lines[1]] };
    const found = pool({
      members: [one, { id: "two", document: lacking }],
      portfolio: { budgets: [{ id: "b", label: "b", levels: ["city"], amounts: { "2026": 1 } }] },
    });
    for (const line of ["pool.flow", "pool.own"]) expect(found.years(line)).toEqual([null, null]);
    for (const line of ["pool.need", "pool.need_separate"]) expect(found.one(line)).toBeNull();
    expect(found.portfolio.problems.map(({ message }) => message.zh).join()).toContain("缺项社区");
    expect(found.one("member.one.need")).toBe(10);
  });

  it("that are no project of that scenario are named, and nothing else breaks", () => {
    const found = pool({ members: [one, { id: "two", document: projectOf("二", [1, 2]), scenario: "adverse" }] });
    expect(found.portfolio.problems.map(({ code }) => code)).toContain("portfolio.member_unreadable");
    expect(found.years("pool.flow")).toEqual([null, null]);
    expect(found.years("pool.support")).toEqual([null, null]);
    expect(found.years("member.one.flow")).toEqual([-10, 20]);
  });

  it("of other steps and starts stand in calendar years: a period in the year of its last month", () => {
    const quarters = {
      ...projectOf("季", [1, 2, 3, 4, 5], "2026-11"),
      timeline: { start: "2026-11", step: "quarter", periods: 5 },
    };
    // 2026-11/2027-01 belongs to 2027 with the three quarters after it, the last to 2028.
    const found = pool({ members: [one, { id: "two", document: quarters }] });
    expect(found.portfolio.frame.years.map(({ label }) => label)).toEqual(["2026", "2027", "2028"]);
    expect(found.years("member.two.flow")).toEqual([0, 10, 5]);
    expect(found.years("pool.flow")).toEqual([-10, 30, 5]);
  });

  it("keep what they hold after their last year, where what is pooled is left after their own financing", () => {
    const found = pool({
      members: [one, { id: "two", document: projectOf("二", [0, 0, 7]) }],
      portfolio: { basis: "after_financing" },
    });
    expect(found.years("member.one.own")).toEqual([-10, 10, 10]);
    expect(found.years("pool.flow")).toEqual([-10, 20, 7]);
  });

  it("lie within the years of the portfolio, which reach as far as its members: nothing falls outside", () => {
    const found = pool({
      members: [{ ...one, startMonths: -24 }],
      timeline: { start: "2026-01", step: "year", periods: 3 },
    });
    expect(found.portfolio.frame.years.map(({ label }) => label)).toEqual(["2024", "2025", "2026", "2027", "2028"]);
    expect(found.years("pool.flow")).toEqual([-10, 20, 0, 0, 0]);
  });
});

describe("money dated outside the years of a portfolio", () => {
  it("is a problem with its place, and the transfer has no value", () => {
    const found = pool({
      members: [one, { id: "two", document: projectOf("二", [1, 2]) }],
      portfolio: { transfers: [{ id: "t", payer: "one", payee: "two", date: "2040-01", amount: 5, kind: "gift" }] },
    });
    expect(found.portfolio.problems).toContainEqual(
      expect.objectContaining({ code: "portfolio.outside", path: "portfolio/transfers/t/date" }),
    );
    expect(found.years("transfer.t.paid")[0]).toBeNull();
    expect(found.years("member.one.position")[0]).toBeNull();
  });
});

describe("a portfolio", () => {
  it("is not computed as if it were a project with nothing in it", () => {
    const found = prepareScenario(documentOf(jsonOf({ members: [one] })), undefined, shelf);
    expect(found.ok || found.problems[0]?.code).toBe("portfolio.use");
  });

  it("has the same numbers from either engine of its members", () => {
    const document = documentOf(jsonOf({ members: [one, { id: "two", document: projectOf("二", [-20.25, 30.5]) }] }));
    const [record, kernel] = [new Pool(prepared(document)), new Pool(prepared(document, "kernel"))];
    expect(kernel.years("pool.own")).toEqual(record.years("pool.own"));
  });
});
