import { plainText, type TableText, type TableTexts } from "./texts.ts";

/** What is there to be pressed or seen, and is no text of the table. */
const BESIDE = ".ant-btn, svg, [aria-hidden=true], .ant-select-arrow, .lever-slider, .table-tools";

/** A table of the page as texts: numbers as they are shown, with a point and a minus sign, so that a spreadsheet takes them for numbers. */
export function textsIn(table: HTMLTableElement): TableTexts {
  const rows = [...table.rows].filter((row) => row.closest("table") === table);
  const isHead = (row: HTMLTableRowElement): boolean => row.parentElement?.tagName === "THEAD";
  return {
    heads: rows.filter(isHead).map(cellsIn),
    body: rows.filter((row) => !isHead(row)).map(cellsIn),
  };
}

function cellsIn(row: HTMLTableRowElement): readonly TableText[] {
  return [...row.cells].flatMap((cell) => [
    textIn(cell),
    ...Array.from({ length: cell.colSpan - 1 }, (): TableText => ({ text: "" })),
  ]);
}

function textIn(cell: HTMLTableCellElement): TableText {
  // What only screen readers are told is the text of a mark, and beside a number or word it is not part of that.
  const said = linesIn(wordsIn(cell, UNSEEN)) || linesIn(wordsIn(cell));
  const figures = [...cell.querySelectorAll<HTMLElement>("[data-plain]")];
  const [figure] = figures;
  if (figure === undefined || figures.length > 1) return { text: plainText(said) };
  const { plain = "", unit = "" } = figure.dataset;
  // A figure with words beside it, an error or a year, is a text.
  const own = (figure.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  return own === said ? { text: plain, ...(plain === "" ? {} : { unit }) } : { text: said };
}

const UNSEEN = ".unseen";

const linesIn = (words: string): string =>
  words
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("; ");

function wordsIn(node: Node, without?: string): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (!(node instanceof Element) || node.matches(BESIDE)) return "";
  if (without !== undefined && node.matches(without)) return "";
  if (node instanceof HTMLInputElement) return node.type === "checkbox" || node.type === "radio" ? "" : node.value;
  const inside = [...node.childNodes].map((child) => wordsIn(child, without)).join("");
  // Neighbours stand apart on the page, be it by a style sheet.
  return node.tagName === "BR" || !getComputedStyle(node).display.startsWith("inline") ? `\n${inside}\n` : `${inside} `;
}

/** The heading a table stands under. */
export function headingOf(element: Element): string {
  const before = [...document.querySelectorAll("h1, h2, h3, h4, summary")].filter(
    (one) => (one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return (before.at(-1)?.textContent ?? "").trim();
}
