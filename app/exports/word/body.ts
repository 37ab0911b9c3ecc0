import type { Block, ChartBlock, ParagraphLook, TableBlock, TableCell, WordSection } from "./blocks.ts";
import { CHART, DRAWING } from "./chart.ts";
import { type Heading, headingsOf } from "./headings.ts";
import { xmlText } from "./xml.ts";

const STYLES: Readonly<Record<ParagraphLook, string>> = {
  title: "Title",
  subtitle: "Subtitle",
  heading: "PaperTitle",
  mark: "DraftMark",
  body: "Body",
  item: "Item",
  note: "Note",
  unit: "UnitLine",
};

/** Pages of A4 and what is left inside their margins, in twentieths of a point. */
const SHORT = 11906;
const LONG = 16838;
const [TOP, BOTTOM] = [1247, 1077];
const MARGIN = { portrait: 1304, landscape: 850 };
export const roomOf = (landscape: boolean): number =>
  landscape ? LONG - 2 * MARGIN.landscape : SHORT - 2 * MARGIN.portrait;

/** Letters of a text: lines are kept, a tab is a blank. Never a field. */
function run(text: string, properties = ""): string {
  const lines = xmlText(text).replaceAll("\t", " ").split("\n");
  return `<w:r>${properties}${lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join("<w:br/>")}</w:r>`;
}

const BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>";

const paragraph = (style: string, inside: string, more = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`;

const mark = (type: "begin" | "separate" | "end", dirty = false): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"${dirty ? ' w:dirty="true"' : ""}/></w:r>`;

/** A field of ours: its instruction and what it shows until it is worked out anew. */
export const field = (instruction: string, shown: string): string =>
  `${mark("begin")}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark("separate")}${shown === "" ? "" : run(shown)}${mark("end")}`;

/** Units of drawings in a twentieth of a point. */
const EMU = 635;
const CHART_SHAPE = 0.42;

/** Name of a chart among the parts of the file, from 1. */
export const chartId = (at: number): string => `rIdChart${at}`;

/** Blocks as the body of a file. Headings and captions are numbered through all sections. */
export class BodyWriter {
  readonly #headings: readonly Heading[];
  readonly #captionWord: string;
  readonly #figureWord: string;
  readonly #room: (landscape: boolean) => number;
  #heading = 0;
  #caption = 0;
  #figure = 0;

  /**
   * @param captions what stands before the number of a table, and of a figure
   * @param room what is left between the margins, in twentieths of a point
   */
  constructor(
    sections: readonly WordSection[],
    captions: { readonly table: string; readonly figure: string },
    room: (landscape: boolean) => number,
  ) {
    this.#room = room;
    this.#captionWord = captions.table;
    this.#figureWord = captions.figure;
    this.#headings = headingsOf(sections);
  }

  section({ blocks, landscape }: WordSection): string {
    return blocks.map((block) => this.#block(block, this.#room(landscape))).join("\n");
  }

  #block(block: Block, room: number): string {
    switch (block.kind) {
      case "heading":
        return this.#headed(`Heading${block.level}`, block.text);
      case "annex":
        return this.#headed(block.level === 1 ? "AnnexHeading" : "AnnexTable", block.text);
      case "paragraph":
        return paragraph(STYLES[block.look], run(block.text));
      case "caption": {
        this.#caption += 1;
        const number = field("SEQ Table \\* ARABIC", String(this.#caption));
        return paragraph("Caption", `${run(`${this.#captionWord} `)}${number}${run(`  ${block.text}`)}`);
      }
      case "table":
        // Two tables that touch would be one.
        return `${tableXml(block, room)}${paragraph("TableSmall", "")}`;
      case "chart":
        return this.#chart(block, room);
      case "contents":
        return this.#contents(block.title);
    }
  }

  #chart({ caption }: ChartBlock, room: number): string {
    this.#figure += 1;
    const [width, height] = [room * EMU, Math.round(room * EMU * CHART_SHAPE)];
    const at = this.#figure;
    const drawing = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${at}" name="Chart ${at}" descr="${xmlText(caption)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${chartId(at)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const number = field("SEQ Figure \\* ARABIC", String(at));
    return `${paragraph("Normal", drawing, "<w:keepNext/>")}${paragraph("FigureCaption", `${run(`${this.#figureWord} `)}${number}${run(`  ${caption}`)}`)}`;
  }

  #headed(style: string, text: string): string {
    const { anchor } = this.#headings[this.#heading] as Heading;
    this.#heading += 1;
    const id = this.#heading;
    return paragraph(
      style,
      `<w:bookmarkStart w:id="${id}" w:name="${anchor}"/>${run(text)}<w:bookmarkEnd w:id="${id}"/>`,
    );
  }

  /** The headings as they are now; Word fills in the pages when it opens the file. */
  #contents(title: string): string {
    const entries = this.#headings.map(({ level, text, anchor }, at) => {
      const begin =
        at === 0
          ? `${mark("begin", true)}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>${mark("separate")}`
          : "";
      const page = `<w:r><w:tab/></w:r>${field(`PAGEREF ${anchor} \\h`, "")}`;
      const end = at === this.#headings.length - 1 ? mark("end") : "";
      return paragraph(
        `TOC${level}`,
        `${begin}<w:hyperlink w:anchor="${anchor}" w:history="1">${run(text)}${page}</w:hyperlink>${end}`,
      );
    });
    return [paragraph("ContentsTitle", run(title)), ...entries].join("\n");
  }
}

function tableXml({ widths, head, rows, small, kept }: TableBlock, room: number): string {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const twips = widths.map((one) => Math.floor((one / whole) * room));
  const [text, title] = small === true ? ["TableSmall", "TableSmallHead"] : ["TableText", "TableHead"];
  const cell = (inside: string, at: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips[at] ?? 0}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${inside}</w:tc>`;
  const heads = (head ?? []).map((one, at) => cell(paragraph(title, run(one)), at)).join("");
  const headRow = head === undefined ? "" : `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads}</w:tr>`;
  const row = (cells: readonly TableCell[], r: number): string => {
    const isKept = kept === true && r < rows.length - 1;
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((one, at) => cell(cellParagraph(one, text, isKept), at)).join("")}</w:tr>`;
  };
  return `<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="${room}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${twips.map((one) => `<w:gridCol w:w="${one}"/>`).join("")}</w:tblGrid>${headRow}${rows.map(row).join("")}</w:tbl>`;
}

/** Letters of small print, in twentieths of a point. */
const INDENT = 100;

function cellParagraph({ text, align, bold, indent = 0 }: TableCell, style: string, isKept: boolean): string {
  const next = isKept ? "<w:keepNext/>" : "";
  const moved = indent === 0 ? "" : `<w:ind w:left="${indent * INDENT}"/>`;
  const set = align === undefined ? "" : `<w:jc w:val="${align}"/>`;
  return paragraph(style, text === "" ? "" : run(text, bold === true ? BOLD : ""), `${next}${moved}${set}`);
}

/** What follows the last block of a section: the shape of its pages. */
export function pagesOf({ landscape, cover }: WordSection): string {
  const [width, height] = landscape ? [LONG, SHORT] : [SHORT, LONG];
  const margin = landscape ? MARGIN.landscape : MARGIN.portrait;
  return `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ""}/><w:pgMar w:top="${TOP}" w:bottom="${BOTTOM}" w:left="${margin}" w:right="${margin}" w:header="567" w:footer="567" w:gutter="0"/>${cover === true ? "<w:titlePg/>" : ""}</w:sectPr>`;
}
