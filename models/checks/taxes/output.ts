import type { Decimal } from "decimal.js";
import { documentProblem } from "../../wording/document.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import { isCareRow } from "./care.ts";
import type { TaxFile } from "./file.ts";
import { type TaxPlace, wordIn } from "./place.ts";
import type { Ease } from "./statutes.ts";

/** What is taxed as the use or sale of real property. */
const PROPERTY: ReadonlySet<string> = new Set(["sale", "lease", "deemed_sale", "ceded_space"]);
/** Kinds of operating income that are rent of real property: spaces of a garage, rooms handed over to be operated. */
const RENT: ReadonlySet<string> = new Set(["parking", "ceded"]);
const SERVICE: ReadonlySet<string> = new Set(["property_fee", "service", "startup", "municipal", "commission"]);

const GENERAL = ["vat_service", "vat_sale", "vat_goods"];

/** 销项处理: of everything sold or let one treatment, at a rate there is; exempt, relieved or simplified only where a record says on what ground. */
export function outputProblems(file: TaxFile): readonly Problem[] {
  // That there is no VAT return, or why, is said of the whole file.
  if (!file.places.some(({ mechanism }) => mechanism === "vat_return")) return [];
  return file.places.flatMap((place) => (isSold(place) ? treatment(file, place) : []));
}

function isSold({ specs, mechanism, values }: TaxPlace): boolean {
  const spec = specs["vatMethod"];
  if (mechanism === "deemed_sale") return values["vatRate"] !== undefined;
  return spec?.type === "choice" && "simplified" in spec.options;
}

function treatment(file: TaxFile, place: TaxPlace): readonly Problem[] {
  const method = wordIn(place, "vatMethod") ?? "general";
  if (method === "exempt" && isCare(file, place)) return [];
  if (method === "general")
    return [...(file.isGrounded(place, "rate") ? [] : rateTooLow(file, place)), ...relief(file, place)];
  return isIncome(place) && !file.isGrounded(place, EASES[method] ?? "other") ? [told(place, method)] : [];
}

const EASES: Readonly<Record<string, Ease>> = { exempt: "exempt", none: "none", simplified: "simplified" };

/** Care is exempt by law where it is accounted for apart. */
function isCare({ document }: TaxFile, { mechanism, values }: TaxPlace): boolean {
  return isCareRow(mechanism, values) && document.records.some(({ kind }) => kind === "separate_accounting");
}

/** Scheduled income may be support or another's money, which bears no VAT. */
function isIncome({ mechanism, values }: TaxPlace): boolean {
  return mechanism !== "scheduled_income" || String(values["category"] ?? "").startsWith("revenue_");
}

const METHODS = {
  exempt: { zh: "免征增值税", en: "exempt from VAT" },
  none: { zh: "不计增值税", en: "without VAT" },
  simplified: { zh: "按简易计税", en: "under the simplified method" },
  relief: { zh: "享受社区服务优惠", en: "relieved as a community service" },
} as const;

function told(place: TaxPlace, method: string, at = "vatMethod"): Problem {
  return documentProblem("document.tax_ground", `${place.path}/${at}`, {
    what: place.name,
    treatment: METHODS[method as keyof typeof METHODS] ?? method,
    word: place.word,
  });
}

/** Only services to the community are relieved. */
function relief(file: TaxFile, place: TaxPlace): readonly Problem[] {
  const relieved = wordIn(place, "relief") === "community_service";
  return relieved && wordIn(place, "kind") !== "service" && !file.isGrounded(place, "relief")
    ? [told(place, "relief", "relief")]
    : [];
}

/** A rate below the lowest there is for what is sold. */
function rateTooLow(file: TaxFile, place: TaxPlace): readonly Problem[] {
  const entered = place.values["vatRate"] === undefined ? undefined : file.numberOf(place, "vatRate");
  const kind = wordIn(place, "kind") ?? "";
  const ids =
    PROPERTY.has(place.mechanism) || RENT.has(kind) ? ["vat_sale"] : SERVICE.has(kind) ? ["vat_service"] : GENERAL;
  const least = leastOf(file, ids);
  if (entered === undefined || least === undefined || entered.greaterThanOrEqualTo(least)) return [];
  return [
    documentProblem("document.tax_vat_rate", `${place.path}/vatRate`, {
      input: place.specs["vatRate"]?.label ?? "vatRate",
      value: grouped(entered.toFixed()),
      rule: grouped(least.toFixed()),
      word: place.word,
    }),
  ];
}

function leastOf({ rules }: TaxFile, ids: readonly string[]): Decimal | undefined {
  return ids
    .flatMap((id) => rules.stated(id)?.value ?? [])
    .reduce<Decimal | undefined>(
      (least, value) => (least === undefined || value.lessThan(least) ? value : least),
      undefined,
    );
}
