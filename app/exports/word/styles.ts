import type { Lang } from "../../contract.ts";
import { XML_HEAD } from "./xml.ts";

export const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const SONG = "宋体";
const HEI = "黑体";

/** What offices print in, for either kind of letters. */
const fonts = (asian: string, latin: string): string =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${asian}"/>`;
const text = fonts(SONG, "Times New Roman");
const head = fonts(HEI, "Arial");

export interface Look {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly paragraph?: string;
  readonly run?: string;
  /** The style of the paragraph that is typed after it. */
  readonly next?: string;
}

/** Half points, as files count them. */
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const space = (before: number, after: number, line = 240): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
/** Lines of small print, of one height in every font: ten points. */
const CLOSE = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>';
const middle = '<w:jc w:val="center"/>';
const bold = "<w:b/><w:bCs/>";
/** Where the page numbers of a table of contents end. */
const CONTENTS_RIGHT = 9000;

/** Where the number of a style stands among the properties of its paragraphs. */
const NUMBER_HERE = "<number/>";

/** All styles of paragraphs. */
export const LOOKS: readonly Look[] = [
  { id: "Title", name: "Title", paragraph: `${space(2400, 240)}${middle}`, run: `${head}${bold}${size(26)}` },
  { id: "Subtitle", name: "Subtitle", paragraph: `${space(120, 240)}${middle}`, run: `${head}${size(20)}` },
  {
    id: "PaperTitle",
    name: "Paper Title",
    next: "Body",
    paragraph: `${space(120, 360)}${middle}`,
    run: `${head}${bold}${size(20)}`,
  },
  { id: "DraftMark", name: "Draft Mark", paragraph: `${space(120, 480)}${middle}`, run: `${head}${size(14)}` },
  {
    id: "Heading1",
    name: "heading 1",
    next: "Body",
    paragraph: `<w:keepNext/><w:keepLines/>${NUMBER_HERE}${space(360, 160)}<w:outlineLvl w:val="0"/>`,
    run: `${head}${bold}${size(16)}`,
  },
  {
    id: "Heading2",
    name: "heading 2",
    next: "Body",
    paragraph: `<w:keepNext/><w:keepLines/>${NUMBER_HERE}${space(240, 120)}<w:outlineLvl w:val="1"/>`,
    run: `${head}${size(13)}`,
  },
  {
    id: "AnnexHeading",
    name: "Annex Heading",
    next: "Body",
    paragraph: `<w:keepNext/>${space(0, 160)}<w:outlineLvl w:val="0"/>`,
    run: `${head}${bold}${size(16)}`,
  },
  {
    id: "AnnexTable",
    name: "Annex Table",
    next: "Body",
    paragraph: `<w:keepNext/>${space(240, 60)}${middle}<w:outlineLvl w:val="1"/>`,
    run: `${head}${size(12)}`,
  },
  { id: "Body", name: "Body Text", paragraph: `${space(0, 80, 340)}<w:ind w:firstLine="420" w:firstLineChars="200"/>` },
  {
    id: "Item",
    name: "List Bullet",
    paragraph: `${NUMBER_HERE}${space(0, 60, 300)}`,
  },
  { id: "Note", name: "Table Note", paragraph: `${space(60, 120)}`, run: size(9) },
  {
    id: "UnitLine",
    name: "Table Unit",
    paragraph: `<w:keepNext/>${space(0, 40)}<w:jc w:val="right"/>`,
    run: size(9),
  },
  { id: "Caption", name: "caption", paragraph: `<w:keepNext/>${space(160, 60)}${middle}`, run: `${head}${size(10.5)}` },
  { id: "FigureCaption", name: "Figure Caption", paragraph: `${space(40, 160)}${middle}`, run: `${head}${size(10.5)}` },
  { id: "TableText", name: "Table Text", paragraph: `${space(20, 20)}`, run: size(9) },
  {
    id: "TableHead",
    name: "Table Head",
    paragraph: `<w:keepNext/>${space(20, 20)}${middle}`,
    run: `${head}${size(9)}`,
  },
  { id: "TableSmall", name: "Table Text Small", paragraph: CLOSE, run: size(7.5) },
  {
    id: "TableSmallHead",
    name: "Table Head Small",
    paragraph: `<w:keepNext/>${CLOSE}${middle}`,
    run: `${head}${size(7.5)}`,
  },
  {
    id: "ContentsTitle",
    name: "Contents Title",
    paragraph: `${space(240, 240)}${middle}`,
    run: `${head}${bold}${size(16)}`,
  },
  { id: "TOC1", name: "toc 1", paragraph: tabs(0) },
  { id: "TOC2", name: "toc 2", paragraph: tabs(420), run: size(9) },
  { id: "Header", name: "header", paragraph: `${space(0, 0)}${middle}`, run: size(9) },
  { id: "Footer", name: "footer", paragraph: `${space(0, 0)}${middle}`, run: size(9) },
];

/** The page numbers of a table of contents stand at the right. */
function tabs(indent: number): string {
  return `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${CONTENTS_RIGHT}"/></w:tabs>${space(10, 10)}<w:ind w:left="${indent}"/>`;
}

/** Which styles have a number or sign, and of which level. */
export const NUMBERED: Readonly<Record<string, number>> = { Heading1: 0, Heading2: 1, Item: 0 };

/** The lists of headings and of items in a file of ours. */
const OWN_LISTS = { headings: 1, items: 2 };

export function styleXml(
  { id, name, basedOn = "Normal", next, paragraph = "", run = "" }: Look,
  lists: { readonly headings: number; readonly items: number } = OWN_LISTS,
): string {
  const level = NUMBERED[id.replace(/^(Pingheng)+/, "")];
  const list = id.endsWith("Item") ? lists.items : lists.headings;
  const number =
    level === undefined
      ? ""
      : `<w:numPr>${level === 0 ? "" : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${list}"/></w:numPr>`;
  const set = paragraph.replace(NUMBER_HERE, number);
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${
    next === undefined ? "" : `<w:next w:val="${next}"/>`
  }<w:qFormat/><w:pPr>${set}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** Room at both sides of what stands in a cell. */
const CELLS = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>';

const edges = (...names: readonly string[]): string =>
  names.map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("");

/** Tables with lines on all sides. */
export const tableStyle = (id: string, base: string | undefined): string =>
  `<w:style w:type="table" w:styleId="${id}"><w:name w:val="Plan Table"/>${base === undefined ? "" : `<w:basedOn w:val="${base}"/>`}<w:tblPr><w:tblBorders>${edges("top", "left", "bottom", "right", "insideH", "insideV")}</w:tblBorders>${base === "TableNormal" ? "" : CELLS}</w:tblPr></w:style>`;

/** Styles of the document: whoever changes one changes all that looks so. */
export function stylesXml(lang: Lang): string {
  const spoken = lang === "zh" ? "zh-CN" : "en-US";
  return `${XML_HEAD}<w:styles ${NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>${text}${size(10.5)}<w:lang w:val="${spoken}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${CELLS}</w:tblPr></w:style>
${tableStyle("PlanTable", "TableNormal")}
${LOOKS.map((look) => styleXml(look)).join("\n")}</w:styles>`;
}

/** Numbers of headings (1, 1.1) and the sign before items, as two lists after so many others, and what uses them. */
export function numberingParts(
  abstract: number,
  headings: number,
  items: number,
): { readonly lists: string; readonly uses: string; readonly whole: string } {
  const lists = `<w:abstractNum w:abstractNumId="${abstract}"><w:multiLevelType w:val="multilevel"/>${level(0, "%1", "Heading1")}${level(1, "%1.%2", "Heading2")}</w:abstractNum><w:abstractNum w:abstractNumId="${abstract + 1}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Item"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum>`;
  const uses = `<w:num w:numId="${headings}"><w:abstractNumId w:val="${abstract}"/></w:num><w:num w:numId="${items}"><w:abstractNumId w:val="${abstract + 1}"/></w:num>`;
  return { lists, uses, whole: `${XML_HEAD}<w:numbering ${NAMESPACE}>${lists}${uses}</w:numbering>` };
}

export const numberingXml = numberingParts(0, OWN_LISTS.headings, OWN_LISTS.items).whole;

function level(at: number, shown: string, style: string): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="${style}"/><w:suff w:val="space"/><w:lvlText w:val="${shown}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>`;
}

/** Fonts by name, and what stands in where a machine has none of that name. */
export const fontTableXml = `${XML_HEAD}<w:fonts ${NAMESPACE}>${font(SONG, "SimSun;Songti SC;Noto Serif CJK SC", "roman")}${font(HEI, "SimHei;Heiti SC;Noto Sans CJK SC", "swiss")}</w:fonts>`;

function font(name: string, others: string, family: string): string {
  return `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`;
}
