import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const price = { id: "price", path: "components/flats/inputs/price", distribution: "normal", mean: "60", sd: "6" };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-simulate-"));
  writeFileSync(at("certain.json"), JSON.stringify(smallDocument()));
  writeFileSync(at("small.json"), JSON.stringify({ ...smallDocument(), uncertainty: [price] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = (...more: readonly string[]) => ["simulate", at("small.json"), "--seed", "4", ...more];

describe("simulate", () => {
  it("prints one JSON value, the same by one thread and by two", async () => {
    const words = asked("--draws", "200", "--until", "balance.static>=0", "--json");
    const [one, two] = await Promise.all([pingheng(words), pingheng([...words, "--workers", "2"])]);
    expect([one.status, two.status]).toEqual([0, 0]);
    expect(jsonOf(two)).toEqual(jsonOf(one));
    expect(jsonOf(one)).toMatchObject({
      ...{ draws: 200, seed: 4, scenario: "base" },
      inputs: [{ id: "price", distribution: "正态分布" }],
      targets: [{ target: "balance.static>=0" }],
      checks: { draws: expect.arrayContaining([expect.objectContaining({ draw: 0, agrees: true })]) },
    });
  });

  it("refuses what makes no sense, by name, with what to do instead", async () => {
    const refused = async (words: readonly string[]) => {
      const { status, stdout, stderr } = await pingheng([...words, "--lang", "en"]);
      expect([status, stdout]).toEqual([2, ""]);
      return stderr.trim();
    };
    expect(await refused(asked("--draws", "0"))).toMatch(/^simulate\.draws draws: .* \(.+\)$/);
    for (const draws of ["-1", "1.5", "abc"])
      expect(await refused(asked("--draws", draws))).toMatch(new RegExp(`^simulate\\.draws --draws: .*“${draws}”`));
    const seed = await refused(["simulate", at("small.json"), "--draws", "10", "--seed", "abc"]);
    expect(seed).toMatch(/^simulate\.seed --seed: .*“abc”/);
    expect(await refused(asked("--draws", "10", "--workers", "0"))).toMatch(/^simulate\.workers --workers: .* \(.+\)$/);
    expect(await refused(["simulate", at("certain.json"), "--draws", "10", "--seed", "1"])).toMatch(
      /^simulate\.none uncertainty: /,
    );
    expect(await refused(["simulate", at("small.json"), "--seed", "1"])).toMatch(/^call\.missing simulate: /);
  });
});
