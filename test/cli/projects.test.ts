import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pingheng } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-projects-"));
const PRICE = "components/flats/inputs/price";

it.each([
  ["audit", "--stress"],
  ["opinion"],
  ["compare"],
  ["solve", "--vary", PRICE, "--until", "B2"],
  ["sensitivity", "--of", "B2"],
  ["frontier", "--x", PRICE, "--y", "components/area/inputs/far", "--of", "B2"],
  ["advise", "--until", "B2"],
  ["scenarios", "--stress", "-o", join(folder, "out.json")],
  ["actuals"],
])("%s is of a project, and refuses a portfolio", async (command, ...options) => {
  const ran = await pingheng([command, "examples/portfolio.json", ...options]);
  expect([ran.status, ran.stdout]).toEqual([2, ""]);
  expect(ran.stderr).toContain("portfolio.use");
});

it("what is wrong with a model is said with every answer about it", async () => {
  const model = JSON.parse(readFileSync("examples/rebuild.json", "utf8"));
  const flats = model.components.find(({ id }: { id: string }) => id === "flats");
  flats.inputs.price = "1e30";
  const path = join(folder, "dear.json");
  writeFileSync(path, JSON.stringify(model));
  const commands = [
    ["audit", path],
    ["opinion", path],
    ["compare", path, "--of", "investment.total"],
    ["solve", path, "--vary", "components/area/inputs/far", "--until", "investment.total<=1"],
  ];
  for (const command of commands) {
    const { stderr } = await pingheng(command);
    expect(stderr).toContain(PRICE);
  }
});
