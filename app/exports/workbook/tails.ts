import { crc32, createDeflateRaw } from "node:zlib";
import { Archive } from "../../imports/archive/archive.ts";
import { xmlText } from "../word/xml.ts";
import { archived, type PackedEntry, packedEntry } from "../word/zip.ts";
import type { Book, BookSheet, RowTail } from "./book.ts";
import { lettersOf } from "./columns.ts";
import { formulaText } from "./xlsxCells.ts";

/** What is packed at a time, in characters. */
const PIECE = 1 << 18;

/**
 * A workbook with the tails of its rows put in: the library that writes workbooks holds every cell of one in memory several times over, so it writes the
 * rows without them, and they are added to the text of their sheets on its way into the archive.
 */
export async function withTails(bytes: Uint8Array, { sheets, title, made }: Book): Promise<Uint8Array> {
  const long = new Map(sheets.flatMap((sheet, i) => (sheet.tails === undefined ? [] : [[partOf(i), sheet] as const])));
  if (long.size === 0) return bytes;
  const opened = Archive.open(bytes, title);
  if (!opened.ok) throw new Error(`what was just written cannot be read: ${JSON.stringify(opened.problems)}`);
  const entries: PackedEntry[] = [];
  for (const name of opened.value.names()) {
    const text = opened.value.text(name) ?? "";
    const sheet = long.get(name);
    entries.push(sheet === undefined ? packedEntry({ name, text }) : await packedPieces(name, pieces(text, sheet)));
  }
  return archived(entries, made);
}

const partOf = (position: number): string => `xl/worksheets/sheet${position + 1}.xml`;

const ROW_END = "</row>";

/** The text of a sheet, row by row, each with its tail. */
function* pieces(text: string, { name, tails = new Map(), rows }: BookSheet): Iterable<string> {
  let [at, added] = [0, 0];
  for (const found of text.matchAll(/<row r="(\d+)"/g)) {
    const tail = tails.get(Number(found[1]) - 1);
    if (tail === undefined) continue;
    const end = text.indexOf(ROW_END, found.index);
    yield text.slice(at, end);
    yield tailText(text.slice(found.index, end), tail, { row: Number(found[1]), column: rowLength(rows, found[1]) });
    at = end;
    added += 1;
  }
  if (added !== tails.size) throw new Error(`${name}: ${added} of ${tails.size} rows were found`);
  yield text.slice(at);
}

const rowLength = (rows: BookSheet["rows"], row = ""): number => rows[Number(row) - 1]?.length ?? 0;

function tailText(
  row: string,
  { count, at }: RowTail,
  last: { readonly row: number; readonly column: number },
): string {
  const reference = `<c r="${lettersOf(last.column)}${last.row}"`;
  const found = row.lastIndexOf(reference);
  if (found < 0) throw new Error(`row ${last.row} does not end at column ${last.column}`);
  const style = /^ s="\d+"/.exec(row.slice(found + reference.length))?.[0] ?? "";
  let text = "";
  for (let i = 0; i < count; i += 1) {
    const { formula = "", result } = at(i);
    const value = result === undefined ? "" : `<v>${typeof result === "number" ? result : xmlText(result)}</v>`;
    const kind = typeof result === "string" ? ' t="str"' : "";
    text += `<c r="${lettersOf(last.column + 1 + i)}${last.row}"${style}${kind}><f>${xmlText(formulaText(formula))}</f>${value}</c>`;
  }
  return text;
}

/** Texts one after the other as one file of an archive. */
async function packedPieces(name: string, texts: Iterable<string>): Promise<PackedEntry> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => packed.push(chunk));
  const ended = new Promise<void>((resolve, reject) => deflate.on("end", resolve).on("error", reject));
  let [crc, length] = [0, 0];
  const write = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text, "utf8");
    crc = crc32(bytes, crc);
    length += bytes.length;
    if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once("drain", resolve));
  };
  let waiting = "";
  for (const text of texts) {
    waiting += text;
    if (waiting.length < PIECE) continue;
    await write(waiting);
    waiting = "";
  }
  await write(waiting);
  deflate.end();
  await ended;
  return { name, packed: Buffer.concat(packed), crc, length };
}
