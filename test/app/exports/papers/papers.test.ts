import { describe, expect, test } from "vitest";
import { sheetTable } from "../../../../app/actuals/sheet.ts";
import { actualsOf } from "../../../../app/actuals/view.ts";
import { prepareBidsOnce } from "../../../../app/bids/prepare.ts";
import { bidsView, valuesOf } from "../../../../app/bids/view.ts";
import { exportPaper, type PaperForm } from "../../../../app/exports/exportPaper.ts";
import { newShelf } from "../../../../app/model/prepare.ts";
import { opinionOf } from "../../../../app/review/opinion/text.ts";
import type { Result } from "../../../../models/wording/problem.ts";
import { report } from "../../../analysis/actuals/support.ts";
import { parsed, read } from "../../../analysis/advise/support.ts";
import { fieldsIn, partsOf, tablesIn, wordsIn, xmlFaults } from "../plan/docx.ts";

const shelf = newShelf();
const question = {
  lang: "zh",
  revision: "r1",
  version: "0.1.0",
  now: new Date("2026-11-29T08:00:00Z"),
  money: "wan",
} as const;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const source = (name: string) => read(`../../../examples/${name}.json`) as object & Record<string, unknown>;

/** A paper: its body, its headings, its tables. */
function paper(form: PaperForm, document: ReturnType<typeof parsed>) {
  const { bytes } = value(exportPaper(form, "docx", document, question, shelf));
  const parts = partsOf(bytes);
  const body = parts.get("word/document.xml") ?? "";
  const headings = [...body.matchAll(/<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs)].map(([one]) => wordsIn(one));
  return { bytes, parts, body, headings, tables: tablesIn(body) };
}

/** In hundredths, exactly. */
const fen = (text: string | undefined): bigint => BigInt((text ?? "").replaceAll(/[,.]/g, ""));

describe("the opinion as a paper", () => {
  const FORMULA = '=HYPERLINK("http://planted")';
  const document = parsed({
    ...source("rebuild"),
    audit: [
      { id: "a", path: "components/works/inputs/items/above/price", value: "3200.37", reason: FORMULA, clause: "定额" },
      { id: "b", path: "components/flats/inputs/price", value: "24000", reason: "市场比较" },
    ],
    stress: [{ id: "price_down" }],
  });
  const { bytes, parts, headings, tables } = paper("opinion", document);

  test("has the parts of its text, in their order", () => {
    const text = value(opinionOf(document, { of: [], lang: "zh" }, shelf));
    const titles = text.split("\n").flatMap((line) => /^[一二三四五六七八九十]+、(.*)$/.exec(line)?.[1] ?? []);
    expect(headings).toEqual(titles);
  });

  test("has 送审—审定—核增—核减 that adds up to the fen, in every row", () => {
    const estimate = tables.find(([head]) => head?.[4] === "核增（元）");
    const [, ...rows] = estimate ?? [];
    expect(rows.length).toBeGreaterThan(10);
    for (const [, , before, after, up, down] of rows) expect(fen(before) + fen(up) - fen(down)).toBe(fen(after));
    const sum = rows.filter(([no = ""]) => /^\d$/.test(no) && no !== "4");
    const total = rows.at(-1) ?? [];
    for (const column of [2, 3]) expect(sum.reduce((all, row) => all + fen(row[column]), 0n)).toBe(fen(total[column]));
    expect(fen(total[5])).toBeGreaterThan(0n);
  });

  test("is the same file twice, and holds no field but its own, whatever the reviewer wrote", () => {
    expect(Buffer.from(paper("opinion", document).bytes).equals(Buffer.from(bytes))).toBe(true);
    for (const [name, xml] of parts) {
      expect([name, xmlFaults(xml)]).toEqual([name, []]);
      expect(fieldsIn(xml).filter((one) => !/^(SEQ Table \\\* ARABIC|PAGE|NUMPAGES)$/.test(one))).toEqual([]);
    }
    expect(tables.flat(2)).toContain(FORMULA);
  });
});

describe("the comparison of bids as a paper", () => {
  const infill = source("infill");
  const [bid] = infill["bids"] as readonly (object & { readonly bidder: string })[];
  const bids = Array.from({ length: 12 }, (_, at) => ({ ...bid, id: `bid_${at + 1}`, bidder: `第${at + 1}家` }));
  const document = parsed({ ...infill, bids });

  test("has every bid, six across a page, with the values of the comparison", () => {
    const { tables } = paper("bids", document);
    const view = bidsView(
      value(prepareBidsOnce(document, { shelf })),
      valuesOf(value(prepareBidsOnce(document, { shelf }))),
      "zh",
    );
    const npv = view.groups.flatMap(({ rows }) => rows).find(({ name }) => name === "npv");
    const printed = tables.filter((rows) => rows.some(([label]) => label === npv?.label.zh));
    expect(printed.map(([head]) => head?.length)).toEqual([8, 8]);
    const cells = printed.flatMap((rows) => rows.find(([label]) => label === npv?.label.zh)?.slice(2) ?? []);
    expect(cells).toHaveLength(12);
    for (const [at, cell] of cells.entries())
      expect(Number(cell.replaceAll(",", ""))).toBeCloseTo(Number(npv?.cells[at]?.value) / 10_000, 2);
  });

  test("says nothing of the award before the evaluation is locked", () => {
    const tender = infill["tender"] as object & { readonly award?: object };
    const { body } = paper(
      "bids",
      parsed({ ...infill, tender: { ...tender, award: { ...tender.award, winner: "A", reason: "早已内定" } } }),
    );
    expect(wordsIn(body)).not.toContain("早已内定");
    expect(wordsIn(body)).toContain("评标表锁定后方可填写");
  });
});

describe("the monitoring sheet as a paper", () => {
  const document = parsed({
    ...source("infill"),
    actuals: { closed: "2026-03", rest: { rule: "plan" }, reports: [report({ works: { "2026-Q1": "1200000" } })] },
  });

  test("has the table of the year as the page shows it", () => {
    const view = value(actualsOf(document, { lang: "zh" }));
    expect(paper("monitoring", document).tables[0]).toEqual(sheetTable(view, view.sheetYear, "zh"));
  });

  test("refuses a year the model has not", () => {
    const made = exportPaper("monitoring", "docx", document, { ...question, year: "1999" }, shelf);
    expect(made.ok ? [] : made.problems.map(({ code }) => code)).toEqual(["actuals.no_year"]);
  });
});
