import { describe, expect, test } from "vitest";
import { paperDocumentOf } from "../../../../app/exports/exportPaper.ts";
import { scenarioFacts } from "../../../../app/exports/exportPlan.ts";
import type { WordDocument } from "../../../../app/exports/word/blocks.ts";
import { newShelf } from "../../../../app/model/prepare.ts";
import { example } from "../../../analysis/advise/support.ts";

const shelf = newShelf();
const question = {
  lang: "zh",
  revision: "r1",
  version: "0.1.0",
  now: new Date("2026-11-29T08:00:00Z"),
  money: "wan",
} as const;
const document = example("rehabilitation");

function paper(form: "statements" | "board"): WordDocument {
  const made = paperDocumentOf(form, document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.paper;
}
const found = scenarioFacts(document, question, shelf);
if (!found.ok) throw new Error("the example can be worked out");
const facts = found.value;

describe("the statements as a paper", () => {
  const { sections } = paper("statements");
  const [first, ...tables] = sections;

  test("have every standard table on pages of its own, across, with all its rows", () => {
    expect(first?.landscape).toBe(false);
    expect(tables.every(({ landscape }) => landscape)).toBe(true);
    expect(tables.map(({ blocks: [head] }) => head?.kind === "annex" && head.text)).toEqual(
      facts.tables.map(({ no, title }) => `${no} ${title}`),
    );
    for (const [at, { blocks }] of tables.entries()) {
      const rows = blocks.flatMap((block) => (block.kind === "table" ? [block.rows.length] : []));
      const statement = facts.tables[at]?.statement;
      expect(rows.length).toBeGreaterThan(0);
      expect(Math.max(...rows)).toBeLessThanOrEqual(statement?.rows.length ?? 0);
      // Each part goes on with the same rows.
      expect(new Set(rows).size).toBe(1);
    }
  });
});

describe("the board as a paper", () => {
  const blocks = paper("board").sections.flatMap((section) => section.blocks);
  const tableAfter = (caption: string) => {
    const at = blocks.findIndex((block) => block.kind === "caption" && block.text.startsWith(caption));
    const table = blocks[at + 1];
    return table?.kind === "table" ? table.rows.map((row) => row.map(({ text }) => text)) : [];
  };
  const amount = (text = "") => Number(text.replaceAll(",", ""));

  test("has the nine verdicts, the years and what the book of record says of them", () => {
    expect(tableAfter("九项盈亏平衡结论").map(([id]) => id)).toEqual(facts.results.verdicts.map(({ id }) => id));
    const years = tableAfter("各年资金");
    expect(years.length).toBe(facts.prepared.frame.years.length);
    for (const [year, row] of years.entries()) {
      const free = facts.results.values.year("project.cash_free", year);
      expect(amount(row[3])).toBeCloseTo(Number(free) / 10_000, 1);
    }
  });

  test("what comes in and what is missing is what goes out", () => {
    const flows = tableAfter("资金来源与去向");
    const sum = (at: 0 | 1) =>
      flows.filter((row) => row[at] === "项目").reduce((total, row) => total + amount(row[2]), 0);
    expect(sum(0)).toBeGreaterThan(0);
    // Uses are what the project pays; sources are what it is paid, or the gap.
    const balance = Number(facts.results.values.scalar("project.static_balance")) / 10_000;
    expect(sum(1) - sum(0)).toBeCloseTo(Math.max(balance, 0), 0);
  });
});
