import type { Decimal } from "decimal.js";
import { parameterCitation } from "../../policy/cite.ts";
import type { PackedParameter } from "../../policy/load.ts";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Given, Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";

/** Mechanisms that sell or let real property. */
const PROPERTY: readonly string[] = ["sale", "lease", "deemed_sale"];
const GENERAL = ["vat_sale", "vat_service", "vat_goods"];
const LISTED = "vat_simplified_5pct_listed_2026_2027";

/** Rates that may stand beside a method. */
const RATES: Readonly<Record<string, (property: boolean) => readonly string[]>> = {
  general: (property) => (property ? ["vat_sale"] : GENERAL),
  simplified: (property) => (property ? [LISTED] : ["vat_simplified", LISTED]),
};

const PURCHASES: readonly string[] = ["creditable", "non_creditable"];

/** VAT rates no law has for what is sold by that method; input VAT above every rate there is. */
export function vatRates(review: Review, part: Part): readonly Finding[] {
  const inputs = review.document.components.find(({ id }) => id === part.id)?.inputs ?? {};
  const tables = Object.entries(inputs).flatMap(([name, value]) => (Array.isArray(value) ? part.rows(name) : []));
  return [part, ...tables].flatMap((place) => rateAt(review, part, place));
}

function rateAt(review: Review, part: Part, place: Given): readonly Finding[] {
  const method = place.word("vatMethod") ?? "";
  const entered = place.has("vatRate") ? place.number("vatRate") : undefined;
  if (entered === undefined) return [];
  const ids = PURCHASES.includes(method) ? GENERAL : (RATES[method]?.(PROPERTY.includes(part.mechanism)) ?? []);
  const rules = ids.flatMap((id) => stated(review, id));
  const fits = PURCHASES.includes(method)
    ? rules.some(({ value }) => entered.lessThanOrEqualTo(value))
    : rules.some(({ value }) => entered.equals(value));
  if (rules.length === 0 || fits) return [];
  const names = rules.map(({ rule: { pack, parameter }, value }) => {
    const source = parameterCitation(pack, parameter).text;
    return {
      zh: `“${parameter.label.zh}”${value.toFixed()}(${source.zh})`,
      en: `“${parameter.label.en}” ${value.toFixed()} (${source.en})`,
    };
  });
  const [zh, en] = [names.map((text) => text.zh).join("、"), names.map((text) => text.en).join(", ")];
  return [
    finding(review, {
      id: "M16",
      severity: "Q",
      pass: false,
      clauses: ["national-law/vat"],
      numbers: { entered },
      path: `${place.path}/vatRate`,
      message: {
        zh: `${part.label.zh}:增值税率/征收率填写 ${entered.toFixed()},该计税方法下可用的为${zh}`,
        en: `${part.label.en}: the VAT rate is entered as ${entered.toFixed()}; with this method there is ${en}`,
      },
    }),
  ];
}

function stated(review: Review, id: string): readonly { readonly rule: PackedParameter; readonly value: Decimal }[] {
  const rule = ruleOf(review, id);
  const value = rule === undefined ? undefined : statedBy(review, rule);
  return rule === undefined || value === undefined ? [] : [{ rule, value }];
}
