import type { WordDocument } from "./blocks.ts";
import { BodyWriter, chartId, field, pagesOf } from "./body.ts";
import { chartXml } from "./chart.ts";
import { fontTableXml, NAMESPACE, numberingXml, stylesXml } from "./styles.ts";
import { XML_HEAD, xmlText } from "./xml.ts";
import { zipped } from "./zip.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Parts of the file beside its body. */
const PARTS = [
  { id: "rIdStyles", kind: "styles", file: "styles.xml" },
  { id: "rIdNumbering", kind: "numbering", file: "numbering.xml" },
  { id: "rIdFonts", kind: "fontTable", file: "fontTable.xml" },
  { id: "rIdSettings", kind: "settings", file: "settings.xml" },
  { id: "rIdHeader", kind: "header", file: "header1.xml" },
  { id: "rIdFooter", kind: "footer", file: "footer1.xml" },
] as const;

const CAPTIONS = { zh: { table: "表", figure: "图" }, en: { table: "Table", figure: "Figure" } } as const;
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/** A document as the bytes of a .docx file: the same bytes of the same document and time. */
export function writeWord(document: WordDocument): Uint8Array {
  const { made, lang } = document;
  const charts = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
  return zipped(
    [
      { name: "[Content_Types].xml", text: contentTypes(charts.length) },
      { name: "_rels/.rels", text: packageRelations },
      { name: "docProps/core.xml", text: properties(document) },
      { name: "word/_rels/document.xml.rels", text: documentRelations(charts.length) },
      { name: "word/document.xml", text: bodyXml(document) },
      { name: "word/styles.xml", text: stylesXml(lang) },
      { name: "word/numbering.xml", text: numberingXml },
      { name: "word/fontTable.xml", text: fontTableXml },
      { name: "word/settings.xml", text: settings },
      { name: "word/header1.xml", text: headerXml(document) },
      { name: "word/footer1.xml", text: footerXml(document) },
      ...charts.map((chart, at) => ({ name: `word/${chartFile(at + 1)}`, text: chartXml(chart) })),
    ],
    made,
  );
}

function bodyXml({ sections, lang }: WordDocument): string {
  const writer = new BodyWriter(sections, CAPTIONS[lang]);
  const parts = sections.map((section, at) => {
    const pages = pagesOf(section);
    const isLast = at === sections.length - 1;
    return `${writer.section(section)}${isLast ? pages : `<w:p><w:pPr><w:pStyle w:val="TableSmall"/>${pages}</w:pPr></w:p>`}`;
  });
  return `${XML_HEAD}<w:document ${NAMESPACE} xmlns:r="${OFFICE}" xmlns:wp="${WP}"><w:body>${parts.join("\n")}</w:body></w:document>`;
}

function headerXml({ header }: WordDocument): string {
  return `${XML_HEAD}<w:hdr ${NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(header)}</w:t></w:r></w:p></w:hdr>`;
}

function footerXml({ lang }: WordDocument): string {
  const [before, between, after] = lang === "zh" ? ["第 ", " 页 共 ", " 页"] : ["page ", " of ", ""];
  const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `${XML_HEAD}<w:ftr ${NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${words(before)}${field("PAGE", "1")}${words(between)}${field("NUMPAGES", "1")}${words(after)}</w:p></w:ftr>`;
}

const settings = `${XML_HEAD}<w:settings ${NAMESPACE}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

function properties({ title, author, made, lang }: WordDocument): string {
  const stamp = made.toISOString().replace(/\.\d+Z$/, "Z");
  const when = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>${lang === "zh" ? "zh-CN" : "en-US"}</dc:language>${when("created")}${when("modified")}</cp:coreProperties>`;
}

const contentTypes = (charts: number): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${PARTS.map(({ kind, file }) => `<Override PartName="/word/${file}" ContentType="${WORD}.${kind}+xml"/>`).join("")}${numbered(charts, (at) => `<Override PartName="/word/${chartFile(at)}" ContentType="${CHART_TYPE}"/>`)}</Types>`;

const packageRelations = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const documentRelations = (charts: number): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${PARTS.map(({ id, kind, file }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${file}"/>`).join("")}${numbered(charts, (at) => `<Relationship Id="${chartId(at)}" Type="${OFFICE}/chart" Target="${chartFile(at)}"/>`)}</Relationships>`;

const chartFile = (at: number): string => `chart${at}.xml`;

const numbered = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at + 1)).join("");
