import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { exportPaper } from "../../../../app/exports/exportPaper.ts";
import { planDocumentOf } from "../../../../app/exports/exportPlan.ts";
import { exportTables } from "../../../../app/exports/exportTables.ts";
import { writeWord } from "../../../../app/exports/word/write.ts";
import { newShelf } from "../../../../app/model/prepare.ts";
import { recordResultsOf } from "../../../../app/model/results.ts";
import { prepareScenario } from "../../../../models/compile/prepare.ts";
import { example, parsed, read } from "../../../analysis/advise/support.ts";
import { fieldsIn, partsOf, tablesIn, wordsIn, xmlFaults } from "./docx.ts";

const shelf = newShelf();
const question = {
  lang: "zh",
  revision: "r1",
  version: "0.1.0",
  now: new Date("2026-11-29T08:00:00Z"),
  money: "wan",
} as const;

function exported(document: ReturnType<typeof example>): Uint8Array {
  const made = exportPaper("plan", "docx", document, question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.bytes;
}

const SECTIONS = [
  "项目概况",
  "面积平衡",
  "投资估算",
  "资金筹措与到位时间",
  "收入",
  "运营",
  "还本付息",
  "评价指标",
  "九项盈亏平衡结论",
  "敏感性与压力测试",
  "风险与未计入资金",
  "审查发现",
  "依据文件清单",
  "口径与约定",
];
const OURS = /^(TOC \\o "1-2" \\h \\z \\u|PAGEREF _Toc\d+ \\h|SEQ (Table|Figure) \\\* ARABIC|PAGE|NUMPAGES)$/;

/** Of what people write: signs that begin a formula or a field elsewhere, ends of XML, words without end. */
const HOSTILE = [
  '=HYPERLINK("http://planted")',
  "]]></w:t></w:r><w:r>&nbsp;<!--",
  '{ INCLUDETEXT "C:\\\\x" }',
  `&lt;${"长".repeat(90)}${"x".repeat(90)}`,
];
const TEXTS: ReadonlySet<string> = new Set(["name", "author", "summary", "document", "note", "zh", "en"]);

function planted(value: unknown, key = "", count = { n: 0 }): unknown {
  if (Array.isArray(value)) return value.map((one) => planted(one, key, count));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, planted(one, name, count)]));
  if (typeof value !== "string" || !TEXTS.has(key)) return value;
  count.n += 1;
  return HOSTILE[count.n % HOSTILE.length];
}

describe("a funding plan in Word", () => {
  const bytes = exported(example("special-bond"));
  const parts = partsOf(bytes);
  const body = parts.get("word/document.xml") ?? "";

  test("is a file whose parts are sound, the same whenever it is made of the same model at the same time", () => {
    for (const [name, xml] of parts) expect([name, xmlFaults(xml)]).toEqual([name, []]);
    expect(Buffer.from(exported(example("special-bond"))).equals(Buffer.from(bytes))).toBe(true);
    expect(parts.get("docProps/core.xml")).toContain("2026-11-29T08:00:00Z");
  });

  test("has every cell of the standard tables as they are filed, and leaves out only years of nothing but 0", async () => {
    const filed = await exportTables(example("special-bond"), question, shelf);
    if (!filed.ok) throw new Error("no tables");
    const [, ...sheets] = (await readXlsx(filed.value.bytes)).sheets;
    const annexes = body.split('<w:pStyle w:val="AnnexTable"/>').slice(1);
    expect(annexes).toHaveLength(sheets.length);
    for (const [at, { rows }] of sheets.entries()) {
      const [head = [], ...lines] = rows.slice(2);
      const isFigure = (row: (typeof rows)[number]) =>
        typeof row[1] === "string" && row.slice(2).some((cell) => cell !== null && cell !== "");
      const expected = lines.filter(isFigure);
      const shown = new Set<string>();
      for (const [names = [], ...printed] of tablesIn(annexes[at] ?? "")) {
        expect(printed.map((row) => row[1])).toEqual(expected.map((row) => row[1]));
        for (const [c, name] of names.entries()) {
          if (c < 2) continue;
          shown.add(name);
          const column = head.findIndex((cell) => String(cell) === name);
          const told = printed.map((row) => Number(row[c]?.replaceAll(",", "")) || row[c]);
          expect(told.map((one) => (one === "0" ? 0 : one))).toEqual(
            expected.map((row) => row[column] ?? "").map((cell) => (typeof cell === "number" ? near(cell) : cell)),
          );
        }
      }
      for (const [column, name] of head.entries())
        if (column > 1 && !shown.has(String(name)))
          expect(expected.every((row) => (row[column] ?? 0) === 0 || row[column] === "")).toBe(true);
    }
  });

  test("draws money in and out by year with the values of the lines, in the unit of the tables", () => {
    const chart = parts.get("word/chart1.xml") ?? "";
    const prepared = prepareScenario(example("special-bond"), undefined, shelf);
    if (!prepared.ok) throw new Error("the example can be prepared");
    const { values } = recordResultsOf(prepared.value);
    const drawn = [...chart.matchAll(/<c:numLit>.*?<\/c:numLit>/gs)].map(([one]) =>
      [...one.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => Number(text)),
    );
    const told = ["project.cash_in", "project.cash_out", "project.cash_free"].map((id) =>
      prepared.value.frame.years.map((_, at) => expect.closeTo(Number(values.year(id, at)?.toNumber()) / 10_000, 1)),
    );
    expect(drawn).toEqual(told);
    expect(body).toContain('r:id="rIdChart1"');
  });

  test("has no field but its own, whatever people wrote", () => {
    const hostile = parsed(planted(read("../../../examples/special-bond.json")));
    const made = partsOf(exported(hostile));
    for (const [name, xml] of made) {
      expect([name, xmlFaults(xml)]).toEqual([name, []]);
      expect(fieldsIn(xml).filter((one) => !OURS.test(one))).toEqual([]);
      expect(xml).not.toMatch(/fldSimple|TargetMode/);
    }
    expect(wordsIn(made.get("word/document.xml") ?? "")).toContain(HOSTILE[1]);
  });

  test("shows signs XML has no place for as such", () => {
    const text = 'a\u0000\u0007b\ud800c\ufffed\te\r\nf & <w:p> ]]> "';
    const sections = [{ landscape: false, blocks: [{ kind: "heading", level: 1, text } as const] }];
    const xml = partsOf(
      writeWord({ title: text, author: text, header: text, made: question.now, lang: "en", sections }),
    );
    for (const [name, part] of xml) expect([name, xmlFaults(part)]).toEqual([name, []]);
    expect(wordsIn(xml.get("word/document.xml") ?? "")).toBe('a��b�c�d e\nf & <w:p> ]]> "');
  });
});

test.each(["infill", "new-build", "rebuild", "rehabilitation", "special-bond", "zhegong"])(
  "the plan of %s has all its sections, and something under every heading",
  (name) => {
    const whole = example(name);
    // Every scenario is worked out: one example has them all.
    const scenarios = name === "infill" ? whole.scenarios : whole.scenarios.filter(({ id }) => id === "base");
    const made = planDocumentOf({ ...whole, scenarios }, question, shelf);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const blocks = made.value.plan.sections.flatMap((section) => section.blocks);
    expect(blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []))).toEqual(
      SECTIONS,
    );
    for (const [at, block] of blocks.entries()) {
      if (block.kind !== "heading" && block.kind !== "annex" && block.kind !== "caption") continue;
      const next = blocks[at + 1];
      const below = next?.kind === "heading" || next?.kind === "annex" ? next.level : 3;
      expect([block.text, below > (block.kind === "caption" ? 2 : block.level)]).toEqual([block.text, true]);
      if (block.kind === "caption") expect(blocks.slice(at, at + 3).some(({ kind }) => kind === "table")).toBe(true);
    }
  },
);

/** As tables print it: to two or four places, whichever it has. */
const near = (value: number): unknown => expect.closeTo(value, 4);
