import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-import-"));
  writeFileSync(at("plan.json"), readFileSync("examples/rebuild.json"));
  writeFileSync(at("s.csv"), "年份,金额\n2026,1\n2027,2\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inputs = (id: string) =>
  JSON.parse(readFileSync(at("plan.json"), "utf8")).components.find((one: { id: string }) => one.id === id).inputs;

test("a text file goes to the input that is named, in the unit that is named", async () => {
  expect((await pingheng(["import", at("s.csv"), "--into", at("plan.json")])).stderr).toContain("exchange.needs_at");
  const target = ["--into", at("plan.json"), "--at", "components/equity/inputs/schedule"];
  const ran = await pingheng(["import", at("s.csv"), ...target, "--unit", "wan", "--json"]);
  expect(ran.status).toBe(0);
  expect((jsonOf(ran) as { changes: { cell: string }[] }).changes.map(({ cell }) => cell)).toEqual([
    "s!B2",
    "s!B3",
    "s",
  ]);
  expect(inputs("equity").schedule.profile).toMatchObject({
    from: "2026-01",
    every: "year",
    values: ["10000", "20000"],
  });
});

test("columns can be named, and a mistake in doing so is", async () => {
  writeFileSync(at("t.csv"), "甲,乙\n0.6,0\n0.4,12\n");
  const target = ["import", at("t.csv"), "--into", at("plan.json"), "--at", "components/flats/inputs/collection"];
  expect((await pingheng([...target, "--columns", "share"])).stderr).toContain("exchange.column_given");
  expect((await pingheng([...target, "--columns", "shaer=A"])).stderr).toContain("exchange.field_unknown");
  expect((await pingheng([...target, "--head", "x"])).stderr).toContain("exchange.head_given");
  const ran = await pingheng([...target, "--head", "1", "--columns", "share=A,lag=B", "--replace"]);
  expect(ran.status).toBe(0);
  expect(inputs("flats").collection.map((row: { lag: string; share: string }) => [row.lag, row.share])).toEqual([
    ["0", "0.6"],
    ["12", "0.4"],
  ]);
});
