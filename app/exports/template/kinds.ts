import { isFollowing } from "../../../models/document/follow.ts";
import type { Follows, InputValue } from "../../../models/document/inputSchema.ts";
import { readMonth } from "../../../models/language/calendar.ts";
import { readDecimal, writeDecimal } from "../../../models/language/decimal.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell } from "../workbook/book.ts";
import { monthFormat, serialOfMonth } from "../workbook/styles.ts";

/** One word an entry can be, with what people call it. */
export interface Option {
  readonly word: string | boolean;
  readonly label: Text;
}

/** How an entry is written into a cell and read back from it. */
export type EntryKind =
  /**
   * `places`: how far the point moves from the document to the cell (4: 万元). `asJson`: the document holds a JSON number. `mayBePercent`: a text may have the
   * sign. `shownIn`: a unit that no heading says.
   */
  | {
      readonly type: "number";
      readonly places: number;
      readonly format: string;
      readonly asJson?: true;
      readonly mayBePercent?: true;
      readonly shownIn?: Text;
    }
  /** `reach`: whether it has to lie in the horizon, may lie after it, or anywhere. `mayFollow`: it may follow a phase. */
  | { readonly type: "month"; readonly mayFollow: boolean; readonly reach: "horizon" | "late" | "any" }
  | { readonly type: "choice"; readonly options: readonly Option[]; readonly mayBeUnneeded?: true }
  | { readonly type: "text" }
  /** 来源: the paper behind an input, or of an assumed one its source. */
  | { readonly type: "source" };

/** A value of an input or of a cell of a table; a JSON number of the project's facts. */
export type EntryValue = InputValue | number | undefined;

/** What begins the text of a cell that holds no plain value. None of them begins a formula of a spreadsheet. */
export const MARKS = {
  formula: { zh: "公式:", en: "formula: " },
  unneeded: { zh: "不需要:", en: "not needed: " },
  assumed: { zh: "假定:", en: "assumed: " },
} as const satisfies Record<string, Text>;

const INK = { style: "entry" } as const;

/** A value as the cell people type into; empty where there is none. A text is text, whatever it begins with. */
export function entryCell(value: EntryValue, kind: EntryKind, lang: Lang): BookCell {
  const look = kind.type === "number" ? { ...INK, format: kind.format } : INK;
  if (value === undefined) return kind.type === "month" ? { ...INK, format: monthFormat } : look;
  const special = specialText(value, lang);
  if (special !== undefined) return { text: special, ...INK };
  switch (kind.type) {
    case "number": {
      const shown = scaledText(String(value), -kind.places);
      return shown === undefined ? { text: String(value), ...look } : { number: Number(shown), ...look };
    }
    case "month": {
      const month = readMonth(String(value));
      return month === undefined
        ? { text: String(value), ...INK }
        : { number: serialOfMonth(month), ...INK, format: monthFormat };
    }
    case "choice": {
      const option = kind.options.find(({ word }) => word === value);
      return { text: option === undefined ? String(value) : optionText(option, kind.options, lang), ...INK };
    }
    default:
      return { text: String(value), ...INK };
  }
}

/** A formula of the model, the ground why no paper is needed, a month that follows a phase. */
function specialText(value: NonNullable<EntryValue>, lang: Lang): string | undefined {
  if (isFollowing(value)) return followText(value);
  if (typeof value !== "object") return undefined;
  if ("formula" in value && typeof value.formula === "string") return `${MARKS.formula[lang]}${value.formula}`;
  if ("notNeeded" in value && typeof value.notNeeded === "string") return `${MARKS.unneeded[lang]}${value.notNeeded}`;
  return undefined;
}

/** `build.end+12`: twelve months after the end of a phase. */
export function followText({ phase, edge, months = 0 }: Follows): string {
  const shift = months === 0 ? "" : months > 0 ? `+${months}` : `${months}`;
  return `${phase}.${edge}${shift}`;
}

/** The label of a word; with the word itself where two labels are the same. */
export function optionText({ word, label }: Option, options: readonly Option[], lang: Lang): string {
  const shared = options.some((other) => other.word !== word && other.label[lang] === label[lang]);
  return shared ? `${label[lang]}(${String(word)})` : label[lang];
}

/** A decimal literal with its point moved to the right by `places`, exactly; undefined for what is no number. */
export function scaledText(text: string, places: number): string | undefined {
  const read = readDecimal(text);
  if (read === undefined) return undefined;
  const scale = read.scale - places;
  return writeDecimal(
    scale >= 0 ? { units: read.units, scale } : { units: read.units * 10n ** BigInt(-scale), scale: 0 },
  );
}

const PERCENT_PLACES = 2;

/** A number of the document as people type it into a cell of its kind: moved by its places, a share in per cent; undefined for what is no number. */
export function typedText(text: string, { places, format }: { readonly places: number; readonly format: string }) {
  const isPercent = format.endsWith("%");
  const shown = scaledText(text, isPercent ? PERCENT_PLACES : -places);
  return shown === undefined || !isPercent ? shown : `${shown}%`;
}
