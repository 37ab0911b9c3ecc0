import type { Block, TableBlock, TableCell, WordSection } from "./blocks.ts";

/** A page across, as the style sheet has it, mm. */
const PAGE = { width: 267, height: 169 };
const MM_PER_POINT = 25.4 / 72;
/** Small print of wide tables, as the style sheet sets it: letters in points, lines in letters, what a cell has above and below in mm. */
export const SMALL_PRINT = {
  points: 7.5,
  loose: { line: 1.25, padding: 0.5 },
  tight: { line: 1.12, padding: 0.15 },
} as const;
const BORDER = 0.2;
const LETTER = SMALL_PRINT.points * MM_PER_POINT;
/** What a cell has at its sides. */
const SIDES = 2;
/** Of blocks that are no table, with their margins, a little more than they take. */
const HEIGHTS: Readonly<Record<Exclude<Block["kind"], "table">, number>> = {
  heading: 17,
  annex: 17,
  caption: 9,
  paragraph: 7,
  chart: 110,
  contents: 0,
};
const TITLE = 22;
const NOTE_LETTERS = 80;

type Rows = "loose" | "tight";

/**
 * Tables of a page across whose rows stand closer, because a few of them, or the notes beneath, would else have a page of their own. What is reckoned here is a little
 * more than what browsers set, so that a page that was reckoned to do does.
 */
export function tightTables({ blocks, landscape }: WordSection): ReadonlySet<Block> {
  const tight = new Set<Block>();
  if (!landscape) return tight;
  let used = 0;
  blocks.forEach((block, place) => {
    if (block.kind !== "table" || block.small !== true) {
      used = after(used, heightOf(block));
      return;
    }
    const around = { above: headsAbove(blocks, place), below: notesAfter(blocks, place) };
    const [loose, close] = (["loose", "tight"] as const).map((rows) => pagesOf(block, around, used, rows)) as [
      Flow,
      Flow,
    ];
    if (close.pages < loose.pages) tight.add(block);
    used = (close.pages < loose.pages ? close : loose).used;
  });
  return tight;
}

interface Flow {
  readonly pages: number;
  /** Of the last page, before the notes. */
  readonly used: number;
}

/** Heights of what goes with a table to the page it begins on, and of what stands beneath it. */
interface Around {
  readonly above: number;
  readonly below: number;
}

function pagesOf(table: TableBlock, { above, below }: Around, from: number, rows: Rows): Flow {
  const head =
    table.head === undefined
      ? 0
      : rowHeight(
          table,
          table.head.map((text) => ({ text })),
          rows,
        );
  const heights = table.rows.map((row) => rowHeight(table, row, rows));
  const whole = heights.reduce((sum, one) => sum + one, head);
  // What is to stay together begins a page where it does not fit beneath what stands there.
  const begins = table.kept === true && from > above && from + whole > PAGE.height;
  let [pages, used] = begins ? [1, above + head] : [0, from + head];
  for (const height of heights) {
    if (used + height > PAGE.height) [pages, used] = [pages + 1, head];
    used += height;
  }
  return { pages: used + below > PAGE.height ? pages + 1 : pages, used };
}

function rowHeight({ widths }: TableBlock, row: readonly TableCell[], rows: Rows): number {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const most = row.map(({ text, indent = 0 }, column) => {
    const room = ((widths[column] ?? 1) / all) * PAGE.width - SIDES - (indent / 2) * LETTER;
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((lettersOf(line) * LETTER) / room)), 0);
  });
  const { line, padding } = SMALL_PRINT[rows];
  return Math.max(1, ...most) * line * LETTER + 2 * padding + BORDER;
}

/** Chinese letters are square, others about half as wide. */
const lettersOf = (line: string): number =>
  [...line].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.55), 0);

function heightOf(block: Block): number {
  if (block.kind === "table") return block.rows.length * HEIGHTS.paragraph;
  const lines = block.kind === "paragraph" ? Math.max(1, Math.ceil(lettersOf(block.text) / NOTE_LETTERS)) : 1;
  const isTitle = block.kind === "paragraph" && (block.look === "heading" || block.look === "title");
  return isTitle ? TITLE : HEIGHTS[block.kind] * lines;
}

/** The headings, captions and units directly above a table. */
function headsAbove(blocks: readonly Block[], place: number): number {
  const before = blocks.slice(0, place);
  const start = before.findLastIndex(
    (block) =>
      block.kind === "table" || block.kind === "chart" || (block.kind === "paragraph" && block.look !== "unit"),
  );
  return before.slice(start + 1).reduce((sum, block) => sum + heightOf(block), 0);
}

/** The paragraphs that belong to a table: all that follow it up to what is none. */
function notesAfter(blocks: readonly Block[], place: number): number {
  const rest = blocks.slice(place + 1);
  const end = rest.findIndex(({ kind }) => kind !== "paragraph");
  return rest.slice(0, end < 0 ? rest.length : end).reduce((sum, block) => sum + heightOf(block), 0);
}

const after = (used: number, height: number): number => {
  const whole = used + height;
  return whole > PAGE.height ? height : whole;
};
