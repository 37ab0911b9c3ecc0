import type { Decimal } from "decimal.js";
import { lease } from "../../mechanisms/income/lease.ts";
import { sale } from "../../mechanisms/income/sale.ts";
import type { InputName } from "../../mechanisms/index.ts";
import { deemedSale } from "../../mechanisms/tax/deemedSale.ts";
import { parameterCitation } from "../../policy/cite.ts";
import type { PackedParameter } from "../../policy/load.ts";
import { listed, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import type { Judged } from "./check.ts";
import type { Given, Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";
import { inPercent, ofRule } from "./sides.ts";

/** Mechanisms that sell or let real property. */
const PROPERTY: readonly string[] = [sale.id, lease.id, deemedSale.id];
const GENERAL = ["vat_sale", "vat_service", "vat_goods"];
const LISTED = "vat_simplified_5pct_listed_2026_2027";

/** Rates that may stand beside a method. */
const RATES: Readonly<Record<string, (property: boolean) => readonly string[]>> = {
  general: (property) => (property ? ["vat_sale"] : GENERAL),
  simplified: (property) => (property ? [LISTED] : ["vat_simplified", LISTED]),
};

const PURCHASES: readonly string[] = ["creditable", "non_creditable"];

/** VAT rates no law has for what is sold by that method; input VAT above every rate there is. */
export function vatRates(review: Review): readonly Judged[] {
  return review.parts.flatMap((part) => {
    const tables = (Object.entries(part.mechanism.inputs) as [InputName, { readonly type: string }][]).flatMap(([name, { type }]) => (type === "table" ? part.rows(name) : []));
    return [part, ...tables].flatMap((place) => rateAt(review, part, place));
  });
}

function rateAt(review: Review, part: Part, place: Given): readonly Judged[] {
  const method = place.word("vatMethod") ?? "";
  const entered = place.has("vatRate") ? place.number("vatRate") : undefined;
  if (entered === undefined) return [];
  const ids = PURCHASES.includes(method) ? GENERAL : (RATES[method]?.(PROPERTY.includes(part.mechanism.id)) ?? []);
  const rules = ids.flatMap((id) => stated(review, id));
  const fits = PURCHASES.includes(method) ? rules.some(({ value }) => entered.lessThanOrEqualTo(value)) : rules.some(({ value }) => entered.equals(value));
  if (rules.length === 0 || fits) return [];
  const names = rules.map(({ rule: { pack, parameter }, value }) => {
    const source = parameterCitation(pack, parameter).text;
    return text(`“${parameter.label.zh}”${value.toFixed()}(${source.zh})`, `“${parameter.label.en}” ${value.toFixed()} (${source.en})`);
  });
  const { zh, en } = listed(names);
  return [
    {
      about: part.label,
      severity: "Q",
      clauses: ["national-law/vat"],
      path: place.at("vatRate"),
      answer: answer(false, inPercent(place.side("vatRate")), ...rules.map(({ rule }) => inPercent(ofRule(review, rule.parameter.id)))),
      says: text(`增值税率/征收率填写 ${entered.toFixed()},该计税方法下可用的为${zh}`, `the VAT rate is entered as ${entered.toFixed()}; with this method there is ${en}`),
    },
  ];
}

function stated(review: Review, id: string): readonly { readonly rule: PackedParameter; readonly value: Decimal }[] {
  const rule = ruleOf(review, id);
  const value = rule === undefined ? undefined : statedBy(review, rule);
  return rule === undefined || value === undefined ? [] : [{ rule, value }];
}
