import { describe, expect, test } from "vitest";
import { zipped } from "../../../app/exports/word/zip.ts";
import { importSheets } from "../../../app/imports/import.ts";

const WORKBOOK = `<workbook xmlns:r="r"><sheets><sheet name="pingheng" sheetId="1" r:id="r1"/></sheets></workbook>`;
const RELATIONS = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`;
const cells = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;
const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook of the parts it needs, and others. */
function book(parts: Readonly<Record<string, string>> = {}): Buffer {
  const all = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    [SHEET]: cells(""),
    ...parts,
  };
  const entries = Object.entries(all).map(([name, text]) => ({ name, text }));
  return Buffer.from(zipped(entries, new Date("2026-01-01T00:00:00Z")));
}

/** The same with what the archive says of a part's size changed. */
function lying(bytes: Buffer, name: string, unpacked: number): Buffer {
  const at = bytes.lastIndexOf(name) - 46;
  bytes.writeUInt32LE(unpacked, at + 24);
  return bytes;
}

const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>`;
const many = (count: number, text: string) => text.repeat(count);

const HOSTILE: readonly (readonly [what: string, bytes: () => Uint8Array, code: string])[] = [
  ["an empty file", () => new Uint8Array(), "sheet.not_xlsx"],
  ["a file that is something else", () => Buffer.from("%PDF-1.7 and so on, for a while at least"), "sheet.not_xlsx"],
  ["an old or encrypted workbook", () => Buffer.from(`d0cf11e0a1b11ae1${"00".repeat(600)}`, "hex"), "sheet.not_xlsx"],
  [
    "an archive that is no workbook",
    () => Buffer.from(zipped([{ name: "a.txt", text: "a" }], new Date(0))),
    "sheet.not_xlsx",
  ],
  [
    "a workbook that is not ours",
    () => book({ "xl/workbook.xml": WORKBOOK.replace("pingheng", "a") }),
    "sheet.not_ours",
  ],
  ["a part that unpacks a thousandfold", () => book({ [SHEET]: " ".repeat(40_000_000) }), "sheet.bomb"],
  [
    "parts that unpack to more than the archive says",
    () => lying(book({ [SHEET]: " ".repeat(9_000_000) }), SHEET, 900),
    "sheet.damaged",
  ],
  [
    "many parts that are large together",
    () => {
      const names = Array.from({ length: 600 }, (_, i) => `part${i}.xml`);
      const made = book(Object.fromEntries(names.map((name) => [name, "<a/>"])));
      return names.reduce((bytes, name) => lying(bytes, name, 999_999), made);
    },
    "sheet.too_large",
  ],
  [
    "too many parts",
    () => book(Object.fromEntries(Array.from({ length: 4100 }, (_, i) => [`x${i}`, ""]))),
    "sheet.too_large",
  ],
  ["a name that leads upwards", () => book({ "../../evil.xml": "a" }), "sheet.hostile_name"],
  ["a name that begins at the root", () => book({ "/etc/passwd": "a" }), "sheet.hostile_name"],
  ["a name of another system", () => book({ "..\\evil.xml": "a" }), "sheet.hostile_name"],
  ["macros", () => book({ "xl/vbaProject.bin": "a" }), "sheet.macros"],
  [
    "a type with macros",
    () => book({ "[Content_Types].xml": "<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>" }),
    "sheet.macros",
  ],
  ["links to other files", () => book({ "xl/externalLinks/externalLink1.xml": "<a/>" }), "sheet.external"],
  ["data connections", () => book({ "xl/connections.xml": "<a/>" }), "sheet.external"],
  ["entities that multiply", () => book({ "xl/workbook.xml": laughs }), "sheet.declaration"],
  ["entities in a sheet", () => book({ [SHEET]: laughs }), "sheet.declaration"],
  ["markup that never ends", () => book({ [SHEET]: `<worksheet a="${"x".repeat(900_000)}` }), "sheet.damaged"],
  ["markup nested without end", () => book({ [SHEET]: many(100_000, "<a>") }), "sheet.damaged"],
  [
    "a row beyond all rows",
    () => book({ [SHEET]: cells('<row><c r="A9999999"><v>1</v></c></row>') }),
    "sheet.too_large",
  ],
  [
    "a column beyond all columns",
    () => book({ [SHEET]: cells('<row><c r="XFD1"><v>1</v></c></row>') }),
    "sheet.too_large",
  ],
  [
    "a cell with a place that is none",
    () => book({ [SHEET]: cells('<row><c r="__proto__"><v>1</v></c></row>') }),
    "sheet.damaged",
  ],
  ["elements without number", () => book({ [SHEET]: cells("<c/>".repeat(11_000_000)) }), "sheet.bomb"],
  [
    "elements without number in parts that pack no better than others",
    () => book({ [SHEET]: cells(`<row>${"<c/>".repeat(240_000)}</row>`) }),
    "sheet.too_large",
  ],
  [
    "too many cells",
    () =>
      book({
        [SHEET]: cells(
          Array.from(
            { length: 600 },
            (_, r) =>
              `<row r="${r + 1}">${Array.from({ length: 900 }, (__, c) => `<c><v>${r * c}</v></c>`).join("")}</row>`,
          ).join(""),
        ),
      }),
    "sheet.too_large",
  ],
  [
    "too many shared texts",
    () =>
      book({
        "xl/sharedStrings.xml": `<sst>${Array.from({ length: 300_100 }, (_, i) => `<si><t>${i}</t></si>`).join("")}</sst>`,
      }),
    "sheet.too_large",
  ],
  [
    "a document that is none",
    () => book({ [SHEET]: cells('<row r="1"><c r="A1" t="inlineStr"><is><t>pingheng/template 9</t></is></c></row>') }),
    "sheet.carried_changed",
  ],
];

describe("a hostile file", () => {
  test.each(HOSTILE)("is refused with its reason and at once: %s", (_what, bytes, code) => {
    const made = bytes();
    const begun = performance.now();
    const read = importSheets(made, "hostile.xlsx", undefined);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(read.ok ? [] : read.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
