import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { paperDocumentOf } from "../../../../app/exports/exportPaper.ts";
import type { WordDocument } from "../../../../app/exports/word/blocks.ts";
import { htmlOf } from "../../../../app/exports/word/html.ts";
import { newShelf } from "../../../../app/model/prepare.ts";
import { printedPdf } from "../../../../cli/pdf.ts";
import { prepareScenario } from "../../../../models/compile/prepare.ts";
import { example } from "../../../analysis/advise/support.ts";
import { tool } from "../../../support/tools.ts";
import { xmlFaults } from "../plan/docx.ts";

const shelf = newShelf();
const question = {
  lang: "zh",
  revision: "r1",
  version: "0.1.0",
  now: new Date("2026-11-29T08:00:00Z"),
  money: "wan",
} as const;

function paper(form: "plan" | "formulas", name: string): WordDocument {
  const made = paperDocumentOf(form, example(name), question, shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.paper;
}

/** The body as XML: what HTML leaves open is closed. */
const bodyOf = (html: string): string =>
  /<body>.*<\/body>/s
    .exec(html)?.[0]
    .replaceAll("<br>", "<br/>")
    .replaceAll(/<col style="[^"]*">/g, "<col/>") ?? "";

describe("a paper as a page", () => {
  test("is sound, has no script and nothing from outside, whatever people wrote", () => {
    const hostile = `</style><script>alert(1)</script>" } body { display: none } @import "http://planted`;
    const html = htmlOf({
      title: hostile,
      author: hostile,
      header: hostile,
      made: question.now,
      lang: "zh",
      sections: [
        {
          landscape: false,
          blocks: [
            { kind: "contents", title: hostile },
            { kind: "heading", level: 1, text: hostile },
            { kind: "paragraph", look: "body", text: hostile },
            { kind: "caption", text: hostile },
            { kind: "table", widths: [1, 1], head: [hostile, "b"], rows: [[{ text: hostile }, { text: "<b>" }]] },
          ],
        },
      ],
    });
    expect(xmlFaults(bodyOf(html))).toEqual([]);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toContain("<script");
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(style).not.toMatch(/@import|display: none|http:/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test("has the words of the Word file: every heading numbered, every table", () => {
    const plan = paper("plan", "zhegong");
    const html = htmlOf(plan);
    const blocks = plan.sections.flatMap((section) => section.blocks);
    expect(html.match(/<table/g)).toHaveLength(blocks.filter(({ kind }) => kind === "table").length);
    expect(html).toContain(">1 项目概况</h2>");
    expect(html).toContain(">14 口径与约定</h2>");
  });

  test.skipIf(!tool("chromium").path || !tool("poppler").path)(
    "prints to a PDF whose Chinese can be searched",
    async () => {
      const made = await printedPdf(Buffer.from(htmlOf(paper("plan", "zhegong"))), tool("chromium").path);
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      const file = join(mkdtempSync(join(tmpdir(), "pingheng-pdf-")), "plan.pdf");
      writeFileSync(file, made.value);
      const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      const pages = text.split("\f").slice(0, -1);
      expect(pages.length).toBeGreaterThan(10);
      expect(pages[0]).not.toContain("第 1 页");
      expect(pages[3]).toMatch(new RegExp(`第 4 页 共 ${pages.length} 页`));
      expect(text).toContain("九项盈亏平衡结论");
    },
  );
});

describe("the formula book", () => {
  test("has every line of the model once, by its id", () => {
    const document = example("zhegong");
    const prepared = prepareScenario(document, undefined, shelf);
    if (!prepared.ok) throw new Error("the example can be prepared");
    const rows = paper("formulas", "zhegong").sections.flatMap((section) =>
      section.blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
    );
    const ids = rows.map(([name]) => name?.text.split("\n").at(-1));
    const named = prepared.value.graph.lines.filter(({ source, path }) => source !== "hidden" && path !== "timeline");
    expect(ids.toSorted()).toEqual(named.map(({ id }) => id).toSorted());
    const cost = rows.find(([name]) => name?.text.endsWith("\nproject.total_investment"));
    expect(cost?.[2]?.text).toContain("[");
  });
});
