import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { InputSpec } from "../../../models/terms/inputs.ts";
import type { Lang } from "../../contract.ts";
import { jsonText } from "../../files/jsonText.ts";
import { revisionOfText } from "../../files/parse.ts";
import { MONEY_UNITS, type MoneyUnit } from "../tables/money.ts";
import type { BookRow, BookSheet } from "../workbook/book.ts";
import { CARRIED_SHEET } from "./words.ts";

/** What a template says it was made from. */
export interface Origin {
  readonly lang: Lang;
  readonly money: MoneyUnit;
  /** The scenario whose values it shows; nothing for the file itself. */
  readonly scenario: string | undefined;
  /** What its document is told apart by. */
  readonly document: string;
  /** What the declared inputs of its mechanisms are told apart by. */
  readonly inputs: string;
  /** Program that made it. */
  readonly version: string;
  /** The document as JSON. */
  readonly text: string | undefined;
  /** The text is only what the sheets show, where the document holds what the one who fills in the template is not to see. */
  readonly isPart: boolean;
}

const MARK = "pingheng/template";
const PART_MARK = "pingheng/template-part";
const FORM = "1";
/** A cell takes 32 767 characters. */
const CHUNK = 32_000;
/** Rows of the sheet before the document begins. */
const FACT_ROWS = 7;
/** As much as a JSON document may have. */
export const CARRIED_BYTES_MAX = 64_000_000;

/** The document as a JSON file has it, and what it is told apart by. */
export function textOfDocument(document: ModelDocument): { readonly text: string; readonly revision: string } {
  const text = jsonText(document);
  return { text, revision: revisionOfText(text) };
}

/** What the inputs of the mechanisms a document uses are told apart by: another version of Pingheng may ask for others. */
export function inputsHash({ components }: ModelDocument): string {
  const used = [...new Set(components.map(({ mechanism }) => mechanism))].toSorted();
  const shapes = used.map((id) => [id, Object.entries(mechanisms.get(id)?.inputs ?? {}).map(shapeOf)]);
  return createHash("sha256").update(JSON.stringify(shapes)).digest("hex").slice(0, 16);
}

function shapeOf([name, spec]: readonly [string, InputSpec]): unknown {
  if (spec.type === "table") return [name, Object.entries(spec.columns).map(([code, { type }]) => [code, type])];
  return [name, spec.type, "unit" in spec ? spec.unit : ""];
}

/** The hidden sheet that carries all this: letters and digits only, so that no program changes them on the way. */
export function carriedSheet({ lang, money, scenario, document, inputs, version, text, isPart }: Origin): BookSheet {
  const facts = [lang, money, scenario ?? "", document, inputs, version];
  return isPart
    ? hiddenSheet([`${PART_MARK} ${FORM}`, ...facts, revisionOfText(text ?? "")], text)
    : hiddenSheet([`${MARK} ${FORM}`, ...facts], text);
}

/** Facts, and below them a text that is packed into as many cells as it takes. */
export function hiddenSheet(facts: readonly string[], text: string | undefined): BookSheet {
  const packed = text === undefined ? "" : gzipSync(text, { level: 9 }).toString("base64");
  const chunks = packed.match(new RegExp(`.{1,${CHUNK}}`, "g")) ?? [];
  return {
    name: CARRIED_SHEET,
    rows: [...facts, ...chunks].map((one): BookRow => [{ text: one }]),
    widths: [20],
    isHidden: true,
  };
}

/** The same read back from the first column; undefined where this is no template's, or not as it was written. */
export function readOrigin(column: readonly string[]): Origin | undefined {
  const [mark, lang, money, scenario = "", document = "", inputs = "", version = "", part] = column;
  const unit = MONEY_UNITS.find((one) => one === money);
  const isPart = mark === `${PART_MARK} ${FORM}`;
  if ((!isPart && mark !== `${MARK} ${FORM}`) || (lang !== "zh" && lang !== "en") || unit === undefined)
    return undefined;
  const facts = isPart ? FACT_ROWS + 1 : FACT_ROWS;
  const text = packedText(column, facts);
  const isAsked = isPart || column.slice(facts).join("") !== "";
  if (isAsked && (text === undefined || revisionOfText(text) !== (isPart ? part : document))) return undefined;
  const chosen = scenario === "" ? undefined : scenario;
  return { lang, money: unit, scenario: chosen, document, inputs, version, text, isPart };
}

/** The text that is packed below so many facts; undefined where there is none, or it cannot be unpacked. */
export function packedText(column: readonly string[], facts: number): string | undefined {
  const packed = column.slice(facts).join("");
  return packed === "" ? undefined : unpacked(packed);
}

function unpacked(packed: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: CARRIED_BYTES_MAX }).toString("utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return undefined;
  }
}
