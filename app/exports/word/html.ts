import type { Block, ParagraphLook, TableBlock, TableCell, WordDocument, WordSection } from "./blocks.ts";
import { tightTables } from "./fitting.ts";
import { type Heading, headingsOf } from "./headings.ts";
import { pageStyle } from "./pageStyle.ts";
import { chartSvg } from "./svg.ts";
import { xmlText } from "./xml.ts";

const TAGS: Readonly<Record<ParagraphLook, readonly [tag: string, className: string]>> = {
  title: ["h1", "title"],
  subtitle: ["p", "subtitle"],
  heading: ["h1", "paper"],
  mark: ["p", "mark"],
  body: ["p", "body"],
  item: ["p", "item"],
  note: ["p", "note"],
  unit: ["p", "unit"],
};

const CAPTIONS = { zh: { table: "表", figure: "图" }, en: { table: "Table", figure: "Figure" } } as const;

/**
 * The same document as a page of HTML that prints as its Word file does: A4 upright and across, heads of tables on every page, numbers of pages, no script, nothing
 * from outside. Printed to a file it is a PDF whose text can be searched.
 */
export function htmlOf(document: WordDocument): string {
  const { title, lang, sections } = document;
  const writer = new PageWriter(headingsOf(sections), CAPTIONS[lang]);
  return `<!DOCTYPE html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${xmlText(title)}</title>
<style>${pageStyle(document)}</style>
</head>
<body>
${sections.map((section) => writer.section(section)).join("\n")}
</body>
</html>
`;
}

/** Blocks as elements; headings and captions are numbered through all sections. */
class PageWriter {
  readonly #headings: readonly Heading[];
  readonly #words: { readonly table: string; readonly figure: string };
  #heading = 0;
  #caption = 0;
  #figure = 0;
  #tight: ReadonlySet<Block> = new Set();

  constructor(headings: readonly Heading[], words: { readonly table: string; readonly figure: string }) {
    this.#headings = headings;
    this.#words = words;
  }

  section(section: WordSection): string {
    const { blocks, landscape, cover } = section;
    this.#tight = tightTables(section);
    const shape = `${landscape ? "wide" : "upright"}${cover === true ? " cover" : ""}`;
    return `<section class="${shape}">\n${blocks.map((block) => this.#block(block)).join("\n")}\n</section>`;
  }

  #block(block: Block): string {
    switch (block.kind) {
      case "heading":
      case "annex":
        return this.#headed(block.level, block.kind);
      case "paragraph": {
        const [tag, className] = TAGS[block.look];
        return `<${tag} class="${className}">${lines(block.text)}</${tag}>`;
      }
      case "caption":
        this.#caption += 1;
        return `<p class="caption">${this.#words.table} ${this.#caption}\u2002${lines(block.text)}</p>`;
      case "table":
        return tableOf(block, this.#tight.has(block));
      case "chart":
        this.#figure += 1;
        return `<figure>${chartSvg(block)}<figcaption>${this.#words.figure} ${this.#figure}\u2002${lines(block.caption)}</figcaption></figure>`;
      case "contents":
        return this.#contents(block.title);
    }
  }

  #headed(level: 1 | 2, kind: "heading" | "annex"): string {
    const { text, anchor } = this.#headings[this.#heading] as Heading;
    this.#heading += 1;
    const tag = `h${level + 1}`;
    return `<${tag} id="${anchor}" class="${kind}">${lines(text)}</${tag}>`;
  }

  #contents(title: string): string {
    const entries = this.#headings.map(
      ({ level, text, anchor }) => `<li class="level${level}"><a href="#${anchor}">${lines(text)}</a></li>`,
    );
    return `<nav><h2 class="contents">${lines(title)}</h2><ol>${entries.join("")}</ol></nav>`;
  }
}

const lines = (text: string): string => xmlText(text).replaceAll("\t", " ").replaceAll("\n", "<br>");

const WHOLE = 100;

function tableOf({ widths, head, rows, small, kept }: TableBlock, tight: boolean): string {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((one) => `<col style="width:${((one / all) * WHOLE).toFixed(2)}%">`).join("");
  const heads = head?.map((one) => `<th scope="col">${lines(one)}</th>`).join("");
  const names = [
    ...(small === true ? ["small"] : []),
    ...(tight ? ["tight"] : []),
    ...(kept === true ? ["kept"] : []),
  ].join(" ");
  const top = heads === undefined ? "" : `<thead><tr>${heads}</tr></thead>`;
  const body = rows.map((row) => `<tr>${row.map(cellOf).join("")}</tr>`).join("\n");
  return `<table${names === "" ? "" : ` class="${names}"`}><colgroup>${columns}</colgroup>${top}<tbody>${body}</tbody></table>`;
}

function cellOf({ text, align, bold, indent = 0 }: TableCell): string {
  const inside = bold === true ? `<b>${lines(text)}</b>` : lines(text);
  const className = align === undefined ? "" : ` class="${align}"`;
  const moved = indent === 0 ? "" : ` style="padding-left:${indent / 2 + HALF}em"`;
  return `<td${className}${moved}>${inside}</td>`;
}

/** What a cell has at its left, in letters. */
const HALF = 0.5;
