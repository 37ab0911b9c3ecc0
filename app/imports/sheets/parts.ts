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

/** Of each style of a cell, whether it shows numbers as dates. */
export function dateStyles(archive: Archive, part: string): readonly boolean[] {
  const custom = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  readXml(archive, part, {
    open: (tag, attributes) => {
      if (tag === "cellXfs") inCells = true;
      if (tag === "numFmt")
        custom.set(Number(attributes.get("numFmtId")), isDateFormat(attributes.get("formatCode") ?? ""));
      if (tag !== "xf" || !inCells) return;
      const id = Number(attributes.get("numFmtId") ?? 0);
      dates.push(custom.get(id) ?? DATE_FORMATS.some(([from, to]) => id >= from && id <= to));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return dates;
}

/** A format with years, months or days outside of quotes and brackets. */
const isDateFormat = (code: string): boolean =>
  /[ymd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").replace(/general/gi, ""));
