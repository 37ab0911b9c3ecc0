import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf as portfolioOf, projectOf } from "../analysis/portfolio/support.ts";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const starts = { earliest: 0, latest: 24, every: 12 };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-portfolio-"));
  const members = [
    { id: "a", document: projectOf("甲", [-100, 150]) },
    { id: "b", document: projectOf("乙", [-100, 150]), starts },
  ];
  const write = (name: string, document: unknown) => writeFileSync(at(name), JSON.stringify(document));
  write("two.json", portfolioOf({ members, portfolio: { pool: { creditLimit: "120", creditRate: "0" } } }));
  write("tight.json", portfolioOf({ members, portfolio: { pool: { creditLimit: "90", creditRate: "0" } } }));
  write("plain.json", projectOf("丙", [1]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly years: readonly string[];
  readonly lines: readonly { readonly id: string; readonly values: readonly (number | null)[] }[];
  readonly members: readonly { readonly id: string; readonly hash: string }[];
}

describe("portfolio", () => {
  it("prints the years of members and pool, as a table and as JSON", async () => {
    const ran = await pingheng(["portfolio", at("two.json"), "--json"]);
    expect(ran.status).toBe(0);
    const { years, lines } = jsonOf(ran) as Answer;
    expect(years).toEqual(["2026", "2027"]);
    expect(lines.find(({ id }) => id === "pool.own")?.values).toEqual([-200, 100]);
    const table = await pingheng(["portfolio", at("two.json"), "--lang", "en"]);
    expect(table.stdout).toMatch(/Pooled cumulative cash/i);
  });

  it("finds starts with --plan, and says with status 1 where there are none", async () => {
    const found = await pingheng(["portfolio", at("two.json"), "--plan", "--json"]);
    expect(found.status).toBe(0);
    expect(jsonOf(found)).toMatchObject({ found: true, edits: [{ path: "members/b/startMonths", value: 12 }] });
    const none = await pingheng(["portfolio", at("tight.json"), "--plan"]);
    expect(none.status).toBe(1);
    expect(none.stdout).toContain("10.00 元");
  });

  it("writes one project out, whose statements are its own", async () => {
    expect((await pingheng(["portfolio", at("two.json"), "--member", "b", "-o", at("b.json")])).status).toBe(0);
    const lines = await pingheng(["lines", at("b.json"), "--match", "project.net", "--by", "year", "--json"]);
    expect(jsonOf(lines)).toMatchObject({ lines: [{ values: ["-100", "150"] }] });
    expect((await pingheng(["portfolio", at("two.json"), "--member", "c", "-o", at("c.json")])).stderr).toContain(
      "portfolio.member_unknown",
    );
  });

  it("is asked for its lines and their reasons like any model, and for no verdicts", async () => {
    const lines = await pingheng(["lines", at("two.json"), "--match", "pool.flow", "--json"]);
    expect(jsonOf(lines)).toMatchObject({ lines: [{ id: "pool.flow", values: ["-200", "300"] }] });
    const why = await pingheng(["explain", at("two.json"), "pool.flow@2027", "--json"]);
    expect(jsonOf(why)).toMatchObject({ value: "300" });
    for (const command of ["evaluate", "check", "statements"]) {
      const ran = await pingheng([command, at("two.json")]);
      expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining("portfolio.use")]);
    }
  });

  it("takes the documents of members known by hash as further files", async () => {
    const { members } = jsonOf(await pingheng(["portfolio", at("two.json"), "--json"])) as Answer;
    writeFileSync(at("hashed.json"), JSON.stringify(portfolioOf({ members: [{ id: "a", hash: members[0]?.hash }] })));
    writeFileSync(at("a.json"), JSON.stringify(projectOf("甲", [-100, 150])));
    const with_ = await pingheng(["portfolio", at("hashed.json"), at("plain.json"), at("a.json"), "--json"]);
    expect((jsonOf(with_) as Answer).lines.find(({ id }) => id === "pool.own")?.values).toEqual([-100, 50]);
    const without = await pingheng(["portfolio", at("hashed.json"), at("plain.json")]);
    expect(without.stdout).toContain(members[0]?.hash ?? "");
  });

  it("refuses a file that is none", async () => {
    const ran = await pingheng(["portfolio", at("plain.json")]);
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining("portfolio.not_portfolio")]);
  });
});
