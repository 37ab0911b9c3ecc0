import type { WordDocument } from "./blocks.ts";
import { SMALL_PRINT } from "./fitting.ts";

/** Letters and digits as they are, everything else by its number: nothing a person wrote can end a string of a style sheet. */
function quoted(text: string): string {
  const safe = [...text.toWellFormed().replaceAll(/\s+/g, " ")].map((sign) =>
    /[\p{L}\p{N}]/u.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `,
  );
  return `"${safe.join("")}"`;
}

/** How pages look on paper and, with the same widths, on screen. */
export function pageStyle({ header, lang }: Pick<WordDocument, "header" | "lang">): string {
  const { points, loose, tight } = SMALL_PRINT;
  const number =
    lang === "zh"
      ? `"第 " counter(page) " 页 共 " counter(pages) " 页"`
      : `"page " counter(page) " of " counter(pages)`;
  const boxes = `@top-center { content: ${quoted(header)}; font: 9pt serif } @bottom-center { content: ${number}; font: 9pt serif }`;
  return `
@page cover { size: A4; margin: 22mm 23mm 19mm }
@page upright { size: A4; margin: 22mm 23mm 19mm; ${boxes} }
@page wide { size: A4 landscape; margin: 22mm 15mm 19mm; ${boxes} }
:root { color-scheme: light }
body { margin: 0; font: 10.5pt/1.6 "SimSun", "Songti SC", "Noto Serif CJK SC", "Times New Roman", serif; color: #000; background: #fff }
section { break-before: page }
section:first-child { break-before: auto }
.upright { page: upright }
.wide { page: wide }
.cover { page: cover }
h1, h2, h3, thead, .caption, .subtitle, .mark { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", Arial, sans-serif }
h1.title { margin: 40mm 0 6mm; font-size: 26pt; text-align: center }
h1.paper { margin: 2mm 0 8mm; font-size: 20pt; text-align: center }
.subtitle { font-size: 20pt; text-align: center }
.mark { font-size: 14pt; text-align: center; margin-bottom: 10mm }
h2 { font-size: 16pt; margin: 7mm 0 3mm; break-after: avoid }
h3 { font-size: 13pt; font-weight: normal; margin: 5mm 0 2mm; break-after: avoid }
h2.contents { text-align: center }
h3.annex { text-align: center; font-size: 12pt }
.body { margin: 0 0 1.5mm; text-indent: 2em; orphans: 2; widows: 2 }
.item { margin: 0 0 1mm; padding-left: 1.6em; text-indent: -1em }
.item::before { content: "• " }
.note { margin: 1mm 0 2mm; font-size: 9pt }
.unit { margin: 0 0 0.7mm; font-size: 9pt; text-align: right; break-after: avoid }
.caption { margin: 3mm 0 1mm; text-align: center; break-after: avoid }
figure { margin: 3mm 0; break-inside: avoid; text-align: center }
figure svg { width: 100% }
figcaption { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", Arial, sans-serif }
nav ol { list-style: none; padding: 0; margin: 0 }
nav a { color: inherit; text-decoration: none }
nav .level2 { padding-left: 2em; font-size: 9pt }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9pt; line-height: 1.3; margin: 0 0 4mm }
table.small { font-size: ${points}pt; line-height: ${loose.line} }
table.tight { line-height: ${tight.line} }
table.tight :is(th, td) { padding: ${tight.padding}mm 1mm }
table + .note { break-before: avoid }
table.kept { break-inside: avoid }
tr { break-inside: avoid }
th, td { border: 0.5pt solid #000; padding: ${loose.padding}mm 1mm; overflow-wrap: anywhere; vertical-align: middle }
th { font-weight: normal; text-align: center }
td.right { text-align: right }
td.center { text-align: center }
@media screen { body { background: #e9e9e9 } section { box-sizing: border-box; width: 210mm; margin: 8mm auto; padding: 18mm 23mm; background: #fff } section.wide { width: 297mm; padding: 18mm 15mm } }
`;
}
