import type { Archive } from "../archive/archive.ts";
import { LIMITS } from "../limits.ts";
import { tooMany, withoutEscapes } from "./cells.ts";
import { readXml } from "./xml.ts";

/** Texts that cells share, without how they are pronounced. */
export function sharedStrings(archive: Archive, part: string): readonly string[] {
  const strings: string[] = [];
  let [text, isText, isSound] = ["", false, false];
  readXml(archive, part, {
    open: (tag) => {
      if (tag === "si") text = "";
      if (tag === "rPh") isSound = true;
      isText = tag === "t" && !isSound;
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (tag) => {
      isText = false;
      if (tag === "rPh") isSound = false;
      if (tag !== "si") return;
      strings.push(withoutEscapes(text));
      if (strings.length > LIMITS.strings) throw tooMany("strings", strings.length, archive.file);
    },
  });
  return strings;
}

/** Number formats every program knows that show a date. */
const DATE_FORMATS: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 58],
];

const PERCENT_FORMATS: readonly number[] = [9, 10];

/** Of each style of a cell, whether it shows numbers as dates, and whether in per cent. */
export function numberStyles(
  archive: Archive,
  part: string,
): { readonly dates: readonly boolean[]; readonly percents: readonly boolean[] } {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  readXml(archive, part, {
    open: (tag, attributes) => {
      if (tag === "cellXfs") inCells = true;
      if (tag === "numFmt") custom.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      if (tag === "xf" && inCells) ids.push(Number(attributes.get("numFmtId") ?? 0));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  const of = (id: number, isSuch: (code: string) => boolean, isKnown: boolean): boolean => {
    const code = custom.get(id);
    return code === undefined ? isKnown : isSuch(withoutTexts(code));
  };
  return {
    dates: ids.map((id) =>
      of(
        id,
        isDateFormat,
        DATE_FORMATS.some(([from, to]) => id >= from && id <= to),
      ),
    ),
    percents: ids.map((id) => of(id, (code) => code.includes("%"), PERCENT_FORMATS.includes(id))),
  };
}

/** A format without what it only shows: quotes, brackets, single letters. */
const withoutTexts = (code: string): string => code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");

/** A format with years, months or days. */
const isDateFormat = (code: string): boolean => /[ymd]/i.test(code.replace(/general/gi, ""));
