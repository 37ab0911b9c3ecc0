import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-compare-"));
  const document = smallDocument();
  writeFileSync(at("small.json"), JSON.stringify(document));
  const text = JSON.stringify(document);
  writeFileSync(at("one.json"), JSON.stringify({ ...JSON.parse(text), scenarios: [] }));
  writeFileSync(at("twin.json"), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly plans: readonly { id: string; verdicts: readonly { id: string }[] }[];
  readonly bridges: readonly {
    difference: string;
    before: string;
    after: string;
    steps: readonly { share: string; places: readonly { path: string }[] }[];
  }[];
}

describe("compare", () => {
  it("puts scenarios side by side with a bridge that adds up", async () => {
    const ran = await pingheng(["compare", at("small.json"), "--scenarios", "base,higher", "--json"]);
    expect(ran.status).toBe(0);
    const { plans, bridges } = jsonOf(ran) as Answer;
    expect(plans.map(({ id }) => id)).toEqual(["base", "higher"]);
    expect(plans.every(({ verdicts }) => verdicts.length === 9)).toBe(true);
    const [{ difference, steps, before, after } = { difference: "", steps: [], before: "", after: "" }] = bridges;
    expect(Number(after) - Number(before)).toBeCloseTo(Number(difference), 2);
    expect(steps.reduce((sum, { share }) => sum + Math.round(Number(share) * 100), 0)).toBe(
      Math.round(Number(difference) * 100),
    );
  });

  it("sets files of two projects side by side, and says why no bridge leads between them", async () => {
    const files = ["rebuild", "infill"].map((name) => `examples/${name}.json`);
    const ran = await pingheng(["compare", ...files, "--of", "B2", "--json"]);
    expect(ran.status).toBe(1);
    const { plans, bridges } = jsonOf(ran) as Answer;
    expect(plans.map(({ verdicts }) => verdicts.length)).toEqual([9, 9]);
    expect(bridges).toEqual([]);
    expect(ran.stderr).toContain("bridge.too_different of/B2");
  });

  it("finds no difference between two files that say the same", async () => {
    const ran = await pingheng(["compare", at("small.json"), at("twin.json"), "--json"]);
    expect(ran.status).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ changes: [], bridges: [{ difference: "0.00", steps: [] }] });
  });

  it.each([
    ["a scenario alone", ["--scenarios", "base"], "compare.one"],
    ["one named twice", ["--scenarios", "base,base"], "compare.twice"],
    ["one that is not there", ["--scenarios", "base,nobody"], "document.scenario_unknown"],
    ["a figure that is not there", ["--of", "npv.projct"], "solve.indicator_unknown"],
  ])("says what is wrong with %s", async (_what, words, code) => {
    const ran = await pingheng(["compare", at("small.json"), ...words]);
    expect([ran.status, ran.stderr.includes(`${code} `)]).toEqual([2, true]);
  });

  it("needs two plans, and takes scenarios of one file only", async () => {
    const alone = await pingheng(["compare", at("one.json")]);
    expect([alone.status, alone.stderr.startsWith("compare.one")]).toEqual([2, true]);
    const both = await pingheng(["compare", at("small.json"), at("twin.json"), "--scenarios", "base,higher"]);
    expect([both.status, both.stderr.startsWith("compare.both")]).toEqual([2, true]);
  });
});

describe("scenarios", () => {
  it("lists them, and writes the stress set into another file that can be compared", async () => {
    const listed = jsonOf(await pingheng(["scenarios", at("small.json"), "--json"])) as { scenarios: { id: string }[] };
    expect(listed.scenarios.map(({ id }) => id)).toContain("higher");
    const written = await pingheng(["scenarios", at("small.json"), "--stress", "-o", at("stressed.json"), "--json"]);
    expect(written.status).toBe(0);
    const { written: made, left } = jsonOf(written) as { written: { id: string }[]; left: { reason: string }[] };
    expect(made.map(({ id }) => id)).toContain("price_down");
    expect(left.every(({ reason }) => reason !== "")).toBe(true);
    const compared = await pingheng(["compare", at("stressed.json"), "--scenarios", "base,price_down", "--json"]);
    expect(compared.status).toBe(0);
    const again = await pingheng(["scenarios", at("small.json"), "--stress", "-o", at("stressed.json")]);
    expect([again.status, again.stderr.startsWith("save.exists")]).toEqual([2, true]);
  });

  it("writes no file where a rule finds nothing to change", async () => {
    const empty = { ...JSON.parse(JSON.stringify(smallDocument())), components: [], scenarios: [], records: [] };
    writeFileSync(at("nothing.json"), JSON.stringify(empty));
    const ran = await pingheng(["scenarios", at("nothing.json"), "--stress", "-o", at("stressed-nothing.json")]);
    expect([ran.status, existsSync(at("stressed-nothing.json"))]).toEqual([1, false]);
  });

  it("refuses to be taken for whole where parents go in a circle, and lists them all the same", async () => {
    const document = JSON.parse(JSON.stringify(smallDocument())) as { scenarios: { id: string; parent?: string }[] };
    const circle = [
      { id: "one", label: "一", parent: "two", set: {} },
      { id: "two", label: "二", parent: "one", set: {} },
    ];
    writeFileSync(at("circle.json"), JSON.stringify({ ...document, scenarios: [...document.scenarios, ...circle] }));
    const ran = await pingheng(["scenarios", at("circle.json"), "--json"]);
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining("document.scenario_cycle")]);
    expect((jsonOf(ran) as { scenarios: { id: string }[] }).scenarios.map(({ id }) => id)).toContain("one");
  });

  it("refuses sizes that turn a stress round, with the way they go", async () => {
    const out = ["--stress", "-o", at("turned.json"), "--sizes", "price_down=0.1,cost_up=-0.2"];
    const ran = await pingheng(["scenarios", at("small.json"), ...out]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/stress\.size sizes\/price_down: .*写负数/);
    expect(ran.stderr).toMatch(/stress\.size sizes\/cost_up: .*写正数/);
  });
});
