import { isFollowing } from "../../../models/document/follow.ts";
import type { InputValue } from "../../../models/document/inputSchema.ts";
import { show } from "../../../models/document/issues.ts";
import { readMonth, writeMonth } from "../../../models/language/calendar.ts";
import { decimalOfNumber, readDecimal, writeDecimal } from "../../../models/language/decimal.ts";
import { suggestion } from "../../../models/wording/document.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Lang } from "../../contract.ts";
import type { Entry } from "../../exports/template/grid.ts";
import { type EntryKind, type EntryValue, entryCell, MARKS, scaledText } from "../../exports/template/kinds.ts";
import { asNamedNow } from "../formerly.ts";
import type { ReadCell } from "../sheets/cells.ts";
import { isInside, readMonthCell, type Span } from "./months.ts";

/** What a cell says: nothing new, a value (undefined: it was emptied), or what is wrong with it; `told`: how it was understood. */
export type Reading =
  | { readonly is: "same" }
  | { readonly is: "value"; readonly value: EntryValue; readonly told?: Problem }
  | { readonly is: "fault"; readonly problem: Problem };

export interface ReadingContext {
  readonly lang: Lang;
  /** Months of the horizon. */
  readonly span: Span;
  readonly is1904: boolean;
}

const SAME: Reading = { is: "same" };
const value = (found: EntryValue, told?: Problem): Reading =>
  told === undefined ? { is: "value", value: found } : { is: "value", value: found, told };

/** Significant digits a spreadsheet keeps; beyond them a number it wrote back is the same. */
const DIGITS = 15;
export const sameNumber = (a: number, b: number): boolean => a.toPrecision(DIGITS) === b.toPrecision(DIGITS);

/** Texts that differ only in spaces, line ends and forms of the same letter. */
const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

/** Reads a cell as the entry it is for; what it held when the template was made is told apart from what was changed. */
export function readEntry(cell: ReadCell | undefined, entry: Entry, at: string, context: ReadingContext): Reading {
  const { kind, label } = entry;
  const fault = (problem: Problem): Reading => ({ is: "fault", problem });
  if (cell?.kind === "formula") return fault(sheetProblem("formula", at, { input: label }));
  if (cell?.kind === "error") return fault(sheetProblem("error_cell", at, { input: label, found: cell.text }));
  if (isAsWritten(cell, entry, context)) return SAME;
  if (cell === undefined || plain(cell.text) === "") return entry.value === undefined ? SAME : value(undefined);
  const text = plain(cell.text);
  if (cell.kind === "text" && beginsWith(text, MARKS.formula) !== undefined)
    return fault(sheetProblem("model_formula", at, { input: label }));
  const reading = read(cell, text, kind, entry, at, context);
  return reading.is === "value" && isEqual(reading.value, entry.value) ? SAME : reading;
}

function isAsWritten(cell: ReadCell | undefined, { value: held, kind }: Entry, context: ReadingContext): boolean {
  const written = entryCell(held, kind, context.lang);
  if (cell === undefined) return written.number === undefined && (written.text ?? "").trim() === "";
  if (written.number !== undefined && cell.kind === "number" && kind.type === "number")
    return !cell.isDate && sameNumber(Number(cell.text), written.number);
  return written.text !== undefined && cell.kind === "text" && plain(cell.text) === plain(written.text);
}

const isEqual = (a: EntryValue, b: EntryValue): boolean => JSON.stringify(a) === JSON.stringify(b);

function read(
  cell: ReadCell,
  text: string,
  kind: EntryKind,
  entry: Entry,
  at: string,
  context: ReadingContext,
): Reading {
  switch (kind.type) {
    case "number":
      return readNumber(cell, text, kind, entry, at);
    case "month":
      return readMonthEntry(cell, text, kind, entry, at, context);
    case "choice":
      return readChoice(cell.kind === "number" ? String(Number(text)) : text, kind, entry, at, context.lang);
    default:
      return cell.isDate
        ? { is: "fault", problem: sheetProblem("date_for_text", at, { input: entry.label }) }
        : value(cell.text.trim());
  }
}

type NumberKind = Extract<EntryKind, { type: "number" }>;

/** A number and something behind or before it. */
const WITH_UNIT = /^(?:[^\d+\-.,]{1,8}\s*)?[+-]?\d[\d,]*(?:\.\d+)?\s*(?:[\p{L}%$¥€].{0,24})?$/u;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function readNumber(cell: ReadCell, text: string, kind: NumberKind, { label: input }: Entry, at: string): Reading {
  const fault = (code: Parameters<typeof sheetProblem>[0]): Reading => ({
    is: "fault",
    problem: sheetProblem(code, at, { input, found: show(text) }),
  });
  if (cell.isDate) return fault("date_for_number");
  if (cell.kind === "number") {
    const number = Number(cell.text);
    if (!Number.isFinite(number)) return fault("text_for_number");
    const found = scaled(decimalOfNumber(Number(number.toPrecision(DIGITS))), kind);
    return kind.asJson === true && typeof found !== "number" ? fault("whole_number") : value(found);
  }
  const isShare = kind.format.endsWith("%");
  const isPercent = isShare || (kind.mayBePercent === true && text.endsWith("%"));
  const written = isPercent ? text.replace(/\s*%$/, "") : text;
  const bare = GROUPED.test(written) ? written.replaceAll(",", "") : written;
  const decimal = cell.kind === "text" ? readDecimal(bare) : undefined;
  if (decimal !== undefined) {
    // A text without the sign may be meant as 7 % or as 0.07.
    if (isPercent && written === text) return fault("percent_text");
    const number = isPercent ? { units: decimal.units, scale: decimal.scale + 2 } : decimal;
    const told = sheetProblem("number_as_text", at, { input, found: show(text) });
    return value(scaled(writeDecimal(number), kind), told);
  }
  return fault(cell.kind === "text" && WITH_UNIT.test(text) ? "unit_in_number" : "text_for_number");
}

function scaled(text: string, { places, asJson }: NumberKind): EntryValue {
  const moved = scaledText(text, places) ?? text;
  return asJson === true && Number.isSafeInteger(Number(moved)) ? Number(moved) : moved;
}

type MonthKind = Extract<EntryKind, { type: "month" }>;

function readMonthEntry(
  cell: ReadCell,
  text: string,
  kind: MonthKind,
  { label: input, value: held }: Entry,
  at: string,
  { span, is1904 }: ReadingContext,
): Reading {
  const follows = kind.mayFollow && cell.kind === "text" ? readFollow(text) : undefined;
  if (follows !== undefined) return value(follows);
  const month = readMonthCell(cell, text, is1904);
  if (month === undefined) return { is: "fault", problem: sheetProblem("not_month", at, { input, found: show(text) }) };
  const written = writeMonth(month);
  const before = typeof held === "string" ? readMonth(held) : undefined;
  if (written !== held && !isInside(month, span, kind, before))
    return {
      is: "fault",
      problem: sheetProblem("month_outside", at, {
        input,
        found: written,
        from: writeMonth(span.first),
        to: writeMonth(span.last),
      }),
    };
  const asText = cell.kind === "text" && text !== written;
  return value(
    written,
    asText ? sheetProblem("month_as_text", at, { input, found: show(text), own: written }) : undefined,
  );
}

const FOLLOW = /^(\S{1,64})\.(start|end)(?:\s*([+-])\s*(\d{1,4}))?$/;

/** `build.end+12`. */
function readFollow(text: string): InputValue | undefined {
  const [, phase, edge, sign = "+", months = "0"] = FOLLOW.exec(text) ?? [];
  if (phase === undefined) return undefined;
  const shift = Number(`${sign}${months}`);
  const found = { phase, edge: edge === "start" ? "start" : "end", ...(shift === 0 ? {} : { months: shift }) } as const;
  return isFollowing(found) ? found : undefined;
}

type ChoiceKind = Extract<EntryKind, { type: "choice" }>;

function readChoice(
  text: string,
  { options, mayBeUnneeded }: ChoiceKind,
  { label: input }: Entry,
  at: string,
  lang: Lang,
): Reading {
  const ground = mayBeUnneeded === true ? beginsWith(text, MARKS.unneeded) : undefined;
  if (ground !== undefined) return value({ notNeeded: ground });
  const asked = text.toLowerCase();
  const renamed = plain(asNamedNow(text)).toLowerCase();
  const names = ({ word, label }: ChoiceKind["options"][number]) =>
    [
      word === true ? "1" : word === false ? "0" : word,
      String(word),
      label.zh,
      label.en,
      `${label.zh}(${word})`,
      `${label.en}(${word})`,
    ].map((name) => plain(asNamedNow(String(name))).toLowerCase());
  const exact = options.find(({ word }) => String(word).toLowerCase() === asked);
  const found = exact === undefined ? options.filter((option) => names(option).includes(renamed)) : [exact];
  const words = options.map(({ word, label }) => (typeof word === "boolean" ? label[lang] : `${label[lang]}(${word})`));
  const args = { input, found: show(text), suggestion: suggestion(text, words) };
  const [only, another] = found;
  if (only === undefined) return { is: "fault", problem: sheetProblem("choice_unknown", at, args) };
  return another === undefined ? value(only.word) : { is: "fault", problem: sheetProblem("choice_several", at, args) };
}

/** What follows a mark, in either language and with either colon. */
export function beginsWith(text: string, mark: { readonly zh: string; readonly en: string }): string | undefined {
  for (const word of [mark.zh, mark.en]) {
    const begin = plain(word);
    if (plain(text).toLowerCase().startsWith(begin.toLowerCase())) return plain(text).slice(begin.length).trim();
  }
  return undefined;
}
