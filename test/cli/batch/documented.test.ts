import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { commands } from "../../../cli/run.ts";

const page = readFileSync(new URL("../../../docs/scale.md", import.meta.url), "utf8");
const rowOf = (start: string): readonly string[] => {
  const row = page.split("\n").find((line) => line.startsWith(start)) ?? "";
  return [...(row.split("|")[2] ?? "").matchAll(/`([a-z]+)`/g)].map(([, word = ""]) => word);
};
const those = (job: "file" | "never"): readonly string[] =>
  Object.keys(commands).filter((name) => commands[name]?.job === job);

it("the page on many models names the commands that take files only, and those that are no jobs", () => {
  const files = rowOf("| `file`").filter((word) => word !== "document");
  expect(files.toSorted()).toEqual(those("file").toSorted());
  expect(rowOf("| `command`").toSorted()).toEqual(those("never").toSorted());
});
