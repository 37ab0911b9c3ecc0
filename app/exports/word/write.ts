import type { WordDocument } from "./blocks.ts";
import { BodyWriter, chartId, field, pagesOf, roomOf } from "./body.ts";
import { chartXml } from "./chart.ts";
import { fontTableXml, NAMESPACE, numberingXml, stylesXml } from "./styles.ts";
import type { WordTemplate } from "./template/template.ts";
import { XML_HEAD, xmlText } from "./xml.ts";
import { type ZipEntry, zipped } from "./zip.ts";

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
const THEME = "theme/theme1.xml";
/** What endings of pictures are called, where that is not their ending. */
const PICTURES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  tif: "image/tiff",
  emf: "image/x-emf",
  wmf: "image/x-wmf",
};
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/** A document as the bytes of a .docx file: the same bytes of the same document and time; in the styles and on the pages of a template where there is one. */
export function writeWord(document: WordDocument, template?: WordTemplate): Uint8Array {
  const { made, lang } = document;
  const charts = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
  const own: readonly ZipEntry[] = [
    { name: "word/fontTable.xml", text: fontTableXml },
    { name: "word/header1.xml", text: headerXml(document, template) },
    { name: "word/footer1.xml", text: footerXml(document, template) },
  ];
  const given = template === undefined ? [] : [...template.parts, ...template.carried.entries];
  const isGiven = (name: string): boolean => given.some((one) => one.name === name);
  return zipped(
    [
      { name: "[Content_Types].xml", text: contentTypes(charts.length, template) },
      { name: "_rels/.rels", text: packageRelations },
      { name: "docProps/core.xml", text: properties(document) },
      { name: "word/_rels/document.xml.rels", text: documentRelations(charts.length, template) },
      { name: "word/document.xml", text: bodyXml(document, template) },
      { name: "word/styles.xml", text: template?.styling.xml ?? stylesXml(lang) },
      { name: "word/numbering.xml", text: template?.numbering.xml ?? numberingXml },
      { name: "word/settings.xml", text: settings(template?.carried.evenAndOdd === true) },
      ...own.filter(({ name }) => !isGiven(name)),
      ...given,
      ...charts.map((chart, at) => ({ name: `word/${chartFile(at + 1)}`, text: chartXml(chart) })),
    ],
    made,
  );
}

function bodyXml({ sections, lang }: WordDocument, template: WordTemplate | undefined): string {
  const { room, pages } = template?.shapes ?? { room: roomOf, pages: pagesOf };
  const writer = new BodyWriter(sections, CAPTIONS[lang], room);
  const parts = sections.map((section, at) => {
    const end = pages(section, at === 0);
    const isLast = at === sections.length - 1;
    return `${writer.section(section)}${isLast ? end : `<w:p><w:pPr><w:pStyle w:val="TableSmall"/>${end}</w:pPr></w:p>`}`;
  });
  const body = parts.join("\n");
  return `${XML_HEAD}<w:document ${NAMESPACE} xmlns:r="${OFFICE}" xmlns:wp="${WP}"><w:body>${template?.styling.restyled(body) ?? body}</w:body></w:document>`;
}

/** A part of ours in the styles of a template. */
const styled = (part: string, template: WordTemplate | undefined): string => template?.styling.restyled(part) ?? part;

function headerXml({ header }: WordDocument, template: WordTemplate | undefined): string {
  const part = `${XML_HEAD}<w:hdr ${NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(header)}</w:t></w:r></w:p></w:hdr>`;
  return styled(part, template);
}

function footerXml({ lang }: WordDocument, template: WordTemplate | undefined): string {
  const [before, between, after] = lang === "zh" ? ["第 ", " 页 共 ", " 页"] : ["page ", " of ", ""];
  const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const part = `${XML_HEAD}<w:ftr ${NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${words(before)}${field("PAGE", "1")}${words(between)}${field("NUMPAGES", "1")}${words(after)}</w:p></w:ftr>`;
  return styled(part, template);
}

const settings = (evenAndOdd: boolean): string =>
  `${XML_HEAD}<w:settings ${NAMESPACE}>${evenAndOdd ? "<w:evenAndOddHeaders/>" : ""}<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

function properties({ title, author, made, lang }: WordDocument): string {
  const stamp = made.toISOString().replace(/\.\d+Z$/, "Z");
  const when = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>${lang === "zh" ? "zh-CN" : "en-US"}</dc:language>${when("created")}${when("modified")}</cp:coreProperties>`;
}

const contentTypes = (charts: number, template: WordTemplate | undefined): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${(template?.carried.pictures ?? []).map((ending) => `<Default Extension="${ending}" ContentType="${PICTURES[ending] ?? `image/${ending}`}"/>`).join("")}<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${PARTS.map(({ kind, file }) => `<Override PartName="/word/${file}" ContentType="${WORD}.${kind}+xml"/>`).join("")}${(template?.carried.relations ?? []).map(({ kind, target }) => `<Override PartName="/word/${target}" ContentType="${WORD}.${kind}+xml"/>`).join("")}${template?.theme === true ? `<Override PartName="/word/${THEME}" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>` : ""}${numbered(charts, (at) => `<Override PartName="/word/${chartFile(at)}" ContentType="${CHART_TYPE}"/>`)}</Types>`;

const packageRelations = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const documentRelations = (charts: number, template: WordTemplate | undefined): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${PARTS.map(({ id, kind, file }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${file}"/>`).join("")}${(template?.carried.relations ?? []).map(({ id, kind, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}${template?.theme === true ? `<Relationship Id="rIdTheme" Type="${OFFICE}/theme" Target="${THEME}"/>` : ""}${numbered(charts, (at) => `<Relationship Id="${chartId(at)}" Type="${OFFICE}/chart" Target="${chartFile(at)}"/>`)}</Relationships>`;

const chartFile = (at: number): string => `chart${at}.xml`;

const numbered = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at + 1)).join("");
