import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { boundOf, within } from "../../policy/bounds.ts";
import { parameterCitation } from "../../policy/cite.ts";
import { documentProblem } from "../../wording/document.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Rules, TaxFile } from "./file.ts";
import { type TaxPlace, wordIn } from "./place.ts";

/** Inputs of taxes of which more means less tax. */
const EASING: ReadonlySet<string> = new Set([
  "addition",
  "exemptRatio",
  "expenseRate",
  "expenseRateBesideInterest",
  "deduction",
  "limit1",
  "limit2",
  "limit3",
  "settlementSold",
  "saleRate",
]);

/** Rules of inputs that do not take their value from them. */
const RULED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  deed_tax: { taxRate: ["deed_tax", "deed_tax_min"] },
  land_scheme: { deedRate: ["deed_tax", "deed_tax_min"] },
  bundled_transfer: { deedRate: ["deed_tax", "deed_tax_min"] },
  vat_return: { surchargeRate: ["city_tax", "edu", "local_edu"], prepaymentRate: ["vat_presale_prepay"] },
};

/** Rate of a taxed paper, by what it is about. */
const STAMPS: Readonly<Record<string, string>> = {
  sale: "stamp_sale",
  land: "stamp_sale",
  construction: "stamp_construction",
  lease: "stamp_lease",
  loan: "stamp_loan",
  books: "stamp_books",
};

/** 税率、扣除比例低于或高于规定: typed rates that make a tax less than the rules in force have it. */
export function rateProblems(file: TaxFile): readonly Problem[] {
  return file.places.flatMap((place) => {
    return Object.entries(place.specs).flatMap(([name, spec]) => {
      if (spec.type !== "number" || place.values[name] === undefined) return [];
      if (name === "prepaymentRate" && !presells(file)) return [];
      if (file.isGrounded(place, name === "surchargeRate" ? "surcharge" : "rate")) return [];
      const policy = isOfTax(place) ? spec.policy : undefined;
      const ids = RULED[place.mechanism]?.[name] ?? stampOf(place, name) ?? (policy === undefined ? [] : [policy]);
      return ids.length === 0 ? [] : less(file, place, name, ids);
    });
  });
}

/** Prepayment is due on receipts before hand-over only. */
const presells = ({ lines }: TaxFile): boolean => lines.some(({ role }) => role === "vat.prepayment_base");

const isOfTax = ({ mechanism }: TaxPlace): boolean => mechanisms.get(mechanism)?.family === "tax";

const stampOf = (place: TaxPlace, name: string): readonly string[] | undefined => {
  const id = place.mechanism === "stamp_tax" && name === "rate" ? STAMPS[wordIn(place, "kind") ?? ""] : undefined;
  return id === undefined ? undefined : [id];
};

/** The rule that governs, of several that add up their sum; the deed tax is that of the province, or at least the lowest there is. */
function less({ rules, numberOf }: TaxFile, place: TaxPlace, name: string, ids: readonly string[]): readonly Problem[] {
  const entered = numberOf(place, name);
  const stated =
    name === "surchargeRate" ? sumOf(rules, ids) : ids.map((id) => rules.stated(id)).find((rule) => rule !== undefined);
  if (entered === undefined || stated === undefined) return [];
  const { value, rule } = stated;
  const eased = EASING.has(name) ? entered.greaterThan(value) : entered.lessThan(value);
  if (!eased || (name !== "surchargeRate" && within(entered, boundOf(rule.parameter), value))) return [];
  const source = parameterCitation(rule.pack, rule.parameter).text;
  const spec = place.specs[name];
  return [
    documentProblem("document.tax_rate", `${place.path}/${name}`, {
      input: spec?.label ?? name,
      value: grouped(entered.toFixed()),
      rule: grouped(value.toFixed()),
      source,
      word: place.word,
    }),
  ];
}

function sumOf(rules: Rules, ids: readonly string[]): ReturnType<Rules["stated"]> {
  const all = ids.flatMap((id) => rules.stated(id) ?? []);
  const [first] = all;
  if (first === undefined || all.length < ids.length) return undefined;
  return { rule: first.rule, value: all.reduce((sum, { value }) => sum.plus(value), new RecordDecimal(0)) };
}
