import { describe, expect, test } from "vitest";
import { hiddenSheet } from "../../../app/exports/template/carried.ts";
import { readOriginal, WORKBOOK_MARK } from "../../../app/exports/workbook/original.ts";
import { revisionOfText } from "../../../app/files/parse.ts";

const SOUND = {
  project: "示例",
  timeline: { start: "2026-01", step: "month" },
  rows: [{ id: "a.b", path: "components/a/inputs/b", before: "1.5", cells: [{ e: "1.5", n: 1.5 }, null, { f: null }] }],
  scenarios: [[6, 5, 1, "a.b"]],
};

/** A hidden sheet as somebody could write it by hand, with the hash that fits. */
function column(packed: unknown): readonly string[] {
  const text = typeof packed === "string" ? packed : JSON.stringify(packed);
  const facts = [`${WORKBOOK_MARK} 1`, "zh", "abc", "base", revisionOfText(text)];
  return hiddenSheet(facts, text).rows.map(([cell]) => cell?.text ?? "");
}

describe("what a workbook carries of its making", () => {
  test("is read as it was written", () => {
    expect(readOriginal(column(SOUND))).toMatchObject({ ...SOUND, lang: "zh", document: "abc", scenario: "base" });
  });

  test.each([
    ["no JSON", "{"],
    ["another value", 3],
    ["nothing", {}],
    ["rows that are none", { ...SOUND, rows: [7] }],
    ["cells that are none", { ...SOUND, rows: [{ id: "a", cells: ["x"] }] }],
    ["a cell of two kinds", { ...SOUND, rows: [{ id: "a", cells: [{ e: "1", n: 1, f: 2 }] }] }],
    ["a step nobody knows", { ...SOUND, timeline: { start: "2026-01", step: "week" } }],
    ["a row of a sheet below 1", { ...SOUND, scenarios: [[0, 1, 1, ""]] }],
    ["a key that is none of ours", { ...SOUND, more: true }],
  ])("is nothing where a stranger wrote %s", (_name, packed) => {
    expect(readOriginal(column(packed))).toBeUndefined();
  });
});
