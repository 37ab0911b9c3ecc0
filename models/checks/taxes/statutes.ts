import type { ModelDocument } from "../../document/schema.ts";
import type { PackClause, PackLaw } from "../../policy/pack.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import { isCareRow } from "./care.ts";
import numerals from "./numerals.json" with { type: "json" };
import type { TaxPlace } from "./place.ts";

/** How a tax is made less: a treatment of one place, or a tax said to be none at all. */
export type Ease =
  | "exempt"
  | "none"
  | "simplified"
  | "relief"
  | "rate"
  | "surcharge"
  | "housing"
  | "property_relief"
  | "small_profit"
  | "land_area"
  | "papers"
  | "credit"
  | "absent"
  | "other";

/** What is eased: of a place its mechanism and cells, of an absent tax its word and the file. */
export interface Eased {
  readonly ease: Ease;
  readonly place?: Pick<TaxPlace, "mechanism" | "values"> | undefined;
  readonly tax?: string | undefined;
  readonly document: Pick<ModelDocument, "components">;
}

interface Statute {
  readonly clause: string;
  readonly fits?: (eased: Eased) => boolean;
}

const SOLD: ReadonlySet<string> = new Set(["sale", "deemed_sale"]);
/** What earns, as far as VAT looks at it. */
const EARNS: ReadonlySet<string> = new Set([
  "sale",
  "deemed_sale",
  "lease",
  "ceded_space",
  "operating_revenue",
  "common_income",
  "operator_contract",
]);

const isService = ({ place }: Eased): boolean =>
  place?.mechanism === "operating_revenue" && place.values["kind"] === "service";
const isCare = ({ place }: Eased): boolean => place !== undefined && isCareRow(place.mechanism, place.values);

/** A taxpayer owes no VAT at all only where all that the file sells is care. */
function isAllCare({ tax, document }: Eased): boolean {
  const earning = document.components.filter(({ enabled, mechanism }) => enabled && EARNS.has(mechanism));
  const rows = earning.flatMap(({ mechanism, inputs }) => {
    const items = inputs["items"];
    return Array.isArray(items)
      ? items.map((row) => isCareRow(mechanism, row as Readonly<Record<string, unknown>>))
      : [false];
  });
  return tax === "tax_vat" && rows.length > 0 && rows.every(Boolean);
}

/**
 * 可以作为依据的条款: by what is eased, the clauses of the packs that allow it, and for what. A clause that only says that there is such a tax, or
 * that exempts something else, is none; what no pack holds has to be looked up.
 */
const STATUTES: Readonly<Record<Ease, readonly Statute[]>> = {
  exempt: [
    { clause: "national-law/vat-exempt", fits: isCare },
    { clause: "national-law/community-service-relief", fits: isService },
  ],
  none: [],
  simplified: [
    { clause: "national-law/vat", fits: ({ place }) => place !== undefined && !SOLD.has(place.mechanism) },
    { clause: "national-law/vat-simplified-5", fits: ({ place }) => place !== undefined && !SOLD.has(place.mechanism) },
  ],
  relief: [{ clause: "national-law/community-service-relief", fits: isService }],
  rate: [],
  surcharge: [{ clause: "national-law/surcharges" }],
  housing: [{ clause: "national-law/property-tax-housing" }],
  property_relief: [{ clause: "national-law/community-service-property" }],
  small_profit: [{ clause: "national-law/small-profit" }],
  land_area: [{ clause: "national-law/land-use-tax" }],
  papers: [{ clause: "national-law/stamp-tax" }],
  credit: [{ clause: "national-law/vat-input" }, { clause: "national-law/vat-long-assets" }],
  absent: [{ clause: "national-law/vat-exempt", fits: isAllCare }],
  other: [],
};

/** Whether the text of a ground names a clause of the packs that allows this treatment of this place. */
export function allows(text: string, eased: Eased): boolean {
  const written = plain(text);
  return STATUTES[eased.ease].some(({ clause, fits }) => (fits?.(eased) ?? true) && cites(written, clause));
}

/** Whether a text names a law or numbered paper of the packs at all. */
export const namesLaw = (text: string): boolean =>
  INSTALLED_PACKS.some(({ laws = [] }) => laws.some((law) => namesOne(plain(text), law)));

function cites(written: string, id: string): boolean {
  const pack = INSTALLED_PACKS.find(({ clauses }) => clauses.some((clause) => clause.id === id));
  const clause = pack?.clauses.find((one) => one.id === id);
  const law = pack?.laws?.find((one) => one.id === clause?.law);
  return clause !== undefined && law !== undefined && namesOne(written, law) && namesArticle(written, clause);
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[[〔【(]\s*(\d{4})\s*[\]〕】)]/g, "〔$1〕")
    .replaceAll(/[\s《》“”"]/g, "")
    .toLowerCase();

/** By its title, without the name of the state and not as a part of another title, or by its number. */
function namesOne(written: string, { title, number }: PackLaw): boolean {
  const zh = plain(title.zh).replace("中华人民共和国", "");
  const own = /公告\d{4}年第\d+号$/.exec(plain(number))?.[0] ?? plain(number);
  const at = written.indexOf(zh);
  const isTitle = at >= 0 && !/^(?:实施|暂行)/.test(written.slice(at + zh.length));
  return isTitle || written.includes(plain(title.en)) || (/\d/.test(own) && written.includes(own));
}

const ARTICLE =
  /第([一二三四五六七八九十百]+|\d+)条(?:第([一二三四五六七八九十]+|\d+)款)?(?:第([一二三四五六七八九十]+|\d+)项)?/g;

/** One of the articles the clause stands in; an item that is named is one of the clause. A paper without articles is cited as a whole. */
function namesArticle(written: string, { article = "" }: PackClause): boolean {
  const own = articlesIn(plain(article));
  if (own.length === 0) return true;
  const en = [...written.matchAll(/art(?:icle|\.)?(\d+)/g)].map(([, no = ""]) => ({ no: Number(no), item: undefined }));
  return [...articlesIn(written), ...en].some(({ no, item }) =>
    own.some((one) => one.no === no && (item === undefined || one.item === undefined || one.item === item)),
  );
}

const articlesIn = (text: string): readonly { readonly no: number; readonly item: number | undefined }[] =>
  [...text.matchAll(ARTICLE)].map(([, no = "", , item]) => ({
    no: numeral(no),
    item: item === undefined ? undefined : numeral(item),
  }));

const DIGITS: Readonly<Record<string, number>> = numerals.digits;
const UNITS: Readonly<Record<string, number>> = numerals.units;

/** 二十四 → 24, up to hundreds. */
function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let [sum, digit] = [0, 0];
  for (const sign of text) {
    const unit = UNITS[sign];
    if (unit === undefined) digit = DIGITS[sign] ?? 0;
    else [sum, digit] = [sum + (digit || 1) * unit, 0];
  }
  return sum + digit;
}
