import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Running } from "./support/running.ts";

let one: Running;
beforeAll(() => {
  one = new Running();
});
afterAll(() => one.end());

it("a file that is no model is refused without quoting it", async () => {
  const path = one.path("shadow.json");
  writeFileSync(path, "root:$6$secret-of-this-computer:19000\n");
  const [problem] = await one.problems("openPath", { path, lang: "en" });
  expect(JSON.stringify(problem)).not.toMatch(/root|secret/);
});

it("what is remembered of the user's files is for the user alone", async () => {
  await one.open();
  expect(statSync(join(one.folder, "data/recent.json")).mode & 0o077).toBe(0);
});

it("a path with a NUL is a mistake of the caller", async () => {
  expect(await one.problems("openPath", { path: "a\0b.json", lang: "en" })).toMatchObject([{ code: "call.arguments" }]);
  expect(one.logged).toEqual([]);
});
