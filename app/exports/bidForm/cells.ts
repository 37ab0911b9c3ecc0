import type { BidSpec, ModelDocument } from "../../../models/document/schema.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { MoneyUnit } from "../tables/money.ts";
import type { Entry } from "../template/grid.ts";
import { kindOf } from "../template/kindOf.ts";
import { type EntryKind, type EntryValue, typedText } from "../template/kinds.ts";
import { typedAs } from "../template/units.ts";
import { KIND_WORDS } from "../template/words.ts";
import { type BidSpecOf, money as moneySpec } from "./specs.ts";

/** What the sheets of a bid form are made from. */
export interface BidFacts {
  readonly document: ModelDocument;
  readonly bid: BidSpec;
  readonly money: MoneyUnit;
  readonly lang: "zh" | "en";
}

/** How a cell is written and read. */
export function kindOfTerm(spec: BidSpecOf, { document, money }: BidFacts): EntryKind {
  if (spec.type === "text") return { type: "text" };
  const kind = kindOf(spec, document, money);
  // Counts of years are JSON numbers of the document.
  return kind.type === "number" && spec.type === "number" && spec.integer === true ? { ...kind, asJson: true } : kind;
}

export const kindWord = (spec: BidSpecOf, lang: "zh" | "en"): string => KIND_WORDS[spec.type]?.[lang] ?? spec.type;

/** Value of a path within a bid (`prices/water/vat/rate`): rows of lists by their id; a label of two languages in one. */
export function termValue(bid: BidSpec, path: string, lang: "zh" | "en"): EntryValue {
  const words = path.split("/");
  if (words[0] === "takesOver") return bid.takesOver.includes(words[1] ?? "") ? true : undefined;
  const found = words.reduce<unknown>((value, word) => {
    if (Array.isArray(value)) return value.find((row: { readonly id?: unknown }) => row.id === word);
    return typeof value === "object" && value !== null && Object.hasOwn(value, word)
      ? (value as Record<string, unknown>)[word]
      : undefined;
  }, bid);
  if (path.endsWith("/label") && typeof found === "object" && found !== null) return (found as Text)[lang];
  return found === "" ? undefined : (found as EntryValue);
}

/** The entry of a term. */
export function termEntry(path: string, label: Text, spec: BidSpecOf, facts: BidFacts): Entry {
  const place = `bids/${facts.bid.id}/${path}`;
  return { place, label, kind: kindOfTerm(spec, facts), value: termValue(facts.bid, path, facts.lang) };
}

/** What the notice asks for, in the unit the form is typed in. */
export function askedText(
  asked: { readonly how: Text; readonly value: string | number | undefined } | undefined,
  spec: BidSpecOf,
  { money, lang }: BidFacts,
): string {
  if (asked?.value === undefined) return "";
  const shown = spec.type === "number" ? typedText(String(asked.value), typedAs(spec, money)) : undefined;
  return `${asked.how[lang]} ${shown ?? asked.value}`;
}

/** Code of a year's column. */
export const yearCode = (year: number): string => `y${year}`;
export const EVERY = "every";
export const REFERENCE = "reference";

const HORIZON = 30;
const YEARS_MAX = 60;

/** Years the form has a column for: as long as the notice or the bid may go, and as any amount that is there. */
export function yearsOf({ document, bid }: Pick<BidFacts, "document" | "bid">): number {
  const { termYears = HORIZON, extensionYearsMost = 0 } = document.tender?.notice ?? {};
  const rows = [bid.fee, ...bid.subsidies, ...bid.borne, ...bid.own.revenues, ...bid.own.costs];
  const named = rows.flatMap(({ amounts }) => (typeof amounts === "object" ? Object.keys(amounts).map(Number) : []));
  return Math.min(YEARS_MAX, Math.max(1, termYears + extensionYearsMost, bid.termYears ?? 0, ...named));
}

type Yearly = BidSpec["own"]["revenues"][number]["amounts"];

/** A cell for every year alike, and one for each year. */
export function yearlyEntries(path: string, label: Text, facts: BidFacts): Readonly<Record<string, Entry>> {
  const kind = kindOfTerm(moneySpec("", ""), facts);
  const held = termValue(facts.bid, path, facts.lang) as Yearly;
  const place = `bids/${facts.bid.id}/${path}`;
  const every: Entry = { place, label, kind, value: typeof held === "string" && held !== REFERENCE ? held : undefined };
  const years = Array.from({ length: yearsOf(facts) }, (_, i): readonly [string, Entry] => {
    const year = String(i + 1);
    const named = { zh: `${label.zh} · 第${year}年`, en: `${label.en} · year ${year}` };
    const value = typeof held === "object" && Object.hasOwn(held, year) ? held[year] : undefined;
    return [yearCode(i + 1), { place: `${place}/${year}`, label: named, kind, value }];
  });
  return { [EVERY]: every, ...Object.fromEntries(years) };
}
