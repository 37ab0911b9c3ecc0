import { fail, type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { Archive, Unreadable } from "../archive/archive.ts";
import { LIMITS } from "../limits.ts";
import { type CellContext, type ReadSheet, readCells, tooMany } from "./cells.ts";
import { numberStyles, sharedStrings } from "./parts.ts";
import { readXml } from "./xml.ts";

/** A workbook whose sheets are read one by one, when they are asked for. */
export interface SheetFile {
  readonly file: string;
  readonly names: readonly string[];
  /** It counts dates from 1904. */
  readonly is1904: boolean;
  sheet(name: string): Result<ReadSheet | undefined>;
}

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** Opens an .xlsx file: nothing is unpacked before the archive's directory was judged, nothing is calculated, nothing outside the file is looked at. */
export function openSheets(bytes: Uint8Array, file: string): Result<SheetFile> {
  const opened = Archive.open(bytes, file);
  return opened.ok ? caught(() => sheetFile(opened.value)) : opened;
}

/** What readers throw, as the problem it is. */
function caught<T>(work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.problem);
    throw error;
  }
}

function sheetFile(archive: Archive): Result<SheetFile> {
  const { file } = archive;
  const refused = refusedPart(archive);
  if (refused !== undefined) return fail(refused);
  if (![WORKBOOK, RELATIONS].every((part) => archive.names().includes(part)))
    return fail(sheetProblem("not_xlsx", file));
  const targets = targetsOf(archive);
  const listed: { readonly name: string; readonly part: string }[] = [];
  let is1904 = false;
  readXml(archive, WORKBOOK, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") is1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
      if (tag !== "sheet") return;
      const part = targets.get(attributes.get("r:id") ?? attributes.get("id") ?? "");
      if (part !== undefined) listed.push({ name: attributes.get("name") ?? "", part });
      if (listed.length > LIMITS.sheets) throw tooMany("sheets", listed.length, file);
    },
  });
  const parts = new Map(listed.map(({ name, part }) => [name, part]));
  let context: CellContext | undefined;
  return succeed({
    file,
    names: listed.map(({ name }) => name),
    is1904,
    sheet: (name) =>
      caught(() => {
        const part = parts.get(name);
        if (part === undefined || !archive.names().includes(part)) return succeed(undefined);
        context ??= {
          strings: sharedStrings(archive, "xl/sharedStrings.xml"),
          ...numberStyles(archive, "xl/styles.xml"),
        };
        return succeed(readCells(archive, name, part, context));
      }),
  });
}

/** Macros, links to other files and data connections; whoever needs them has no sheet of entries. */
function refusedPart(archive: Archive) {
  const { file } = archive;
  const names = archive.names();
  const macros = names.find((name) => /vbaproject|\.bin\.macro|xl\/(macrosheets|dialogsheets)\//i.test(name));
  if (macros !== undefined || /macroEnabled/i.test(archive.text("[Content_Types].xml") ?? ""))
    return sheetProblem("macros", file, { part: macros ?? "[Content_Types].xml" });
  const external = names.find((name) => /^xl\/(externalLinks\/|connections\.xml|queryTables\/)/i.test(name));
  return external === undefined ? undefined : sheetProblem("external", file, { part: external });
}

/** Where the parts of the workbook are, by the name it refers to them. */
function targetsOf(archive: Archive): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(archive, RELATIONS, {
    open: (tag, attributes) => {
      const [id, target] = [attributes.get("Id"), attributes.get("Target")];
      if (tag !== "Relationship" || id === undefined || target === undefined) return;
      if (attributes.get("TargetMode") === "External") return;
      targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
    },
  });
  return targets;
}
