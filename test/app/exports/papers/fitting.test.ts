import { describe, expect, test } from "vitest";
import type { Block, TableBlock, WordSection } from "../../../../app/exports/word/blocks.ts";
import { tightTables } from "../../../../app/exports/word/fitting.ts";

const table = (rows: number, kept = false): TableBlock => ({
  kind: "table",
  widths: [1, 6, 2, 2, 2],
  head: ["序号", "项目", "2027", "2028", "2029"],
  rows: Array.from({ length: rows }, (_, row) => [{ text: String(row) }, { text: "经营收入" }, { text: "1,234.56" }]),
  small: true,
  ...(kept ? { kept: true as const } : {}),
});
const note = (text = "注:金额单位为万元。"): Block => ({ kind: "paragraph", look: "note", text });
const annex: Block = { kind: "annex", level: 2, text: "附表12 财务计划现金流量表" };
const across = (...blocks: readonly Block[]): WordSection => ({ landscape: true, blocks });

/** Which of the tables of a section stand closer. */
const closer = (section: WordSection): readonly boolean[] => {
  const tight = tightTables(section);
  return section.blocks.filter(({ kind }) => kind === "table").map((block) => tight.has(block));
};

describe("rows of a printed table", () => {
  test("stand as they are where a page holds them, and where closer rows would save no page", () => {
    expect(closer(across(annex, table(20), note()))).toEqual([false]);
    expect(closer(across(annex, table(60), note()))).toEqual([false]);
    expect(closer({ landscape: false, blocks: [annex, table(36), note()] })).toEqual([false]);
    expect(closer(across(annex, { ...table(36), small: undefined } as unknown as TableBlock))).toEqual([false]);
  });

  test("stand closer where a few rows, or only the note, would have a page of their own", () => {
    expect(closer(across(annex, table(38), note()))).toEqual([true]);
    expect(closer(across(annex, table(34), note()))).toEqual([true]);
    expect(closer(across(annex, table(31), note(), note("注".repeat(300))))).toEqual([true]);
  });

  test("are reckoned from where the table begins: what stays together begins a page, with its heading", () => {
    const second = [annex, table(34, true)] as const;
    expect(closer(across(annex, table(20), ...second))).toEqual([false, true]);
    expect(closer(across(annex, table(20), annex, table(20, true)))).toEqual([false, false]);
  });

  test("take the lines their longest cell has", () => {
    const wrapped = {
      ...table(19),
      rows: table(19).rows.map(([no, , ...figures]) => [no, { text: "很长的名称".repeat(18) }, ...figures]),
    };
    expect(closer(across(annex, wrapped as TableBlock, note()))).toEqual([true]);
  });
});
