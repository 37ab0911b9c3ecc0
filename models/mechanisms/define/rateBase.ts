import { choice } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import type { Source } from "./component.ts";
import { flow, type LineExtra, type LineSpec } from "./lines.ts";
import { inputVatLines, type Sides, type Vat } from "./vat.ts";

/** 计费基数口径: what a rate is applied to. */
const BASES = {
  entered: { zh: "按录入口径(价格含税的即含税)", en: "as entered, with VAT where prices include it" },
  net: { zh: "不含增值税", en: "without VAT" },
};

export const rateBaseInput = choice("计费基数口径(不填为按录入口径)", "base of the rate (as entered when left out)", BASES, { optional: true });

export type RateBase = keyof typeof BASES;

export const rateBaseOf = (source: Source): RateBase => (source.is("rateBase", "net") ? "net" : "entered");

/** What a line about a cost is found by: the role of the cost, its tags and words. */
interface About {
  readonly role: Role;
  readonly tags?: LineExtra["tags"];
  readonly words?: LineExtra["words"];
}

/**
 * A cost line carries VAT only where it cannot be credited, whatever its price said. These lines are what must be added to line `of` to have its price as it
 * was entered, or without VAT.
 */
export function rateBaseLines(of: string, vat: Vat, { role, tags, words }: About): readonly LineSpec[] {
  if (!vat.taxed) return [];
  const about = { tags: { ...tags, base_of: role }, ...(words === undefined ? {} : { words }) };
  const carriesVat = vat.method === "non_creditable";
  const entered = carriesVat ? `${of} * (1 / (1 + (1 - ${vat.included}) * ${vat.rate}) - 1)` : `${of} * ${vat.included} * ${vat.rate}`;
  return [
    flow(`${of}_as_entered`, "计费基数:折回录入口径", "base of rates: back to the price as entered", entered, { ...about, role: "rate_base.entered" }),
    ...(carriesVat
      ? [flow(`${of}_without_vat`, "计费基数:扣除增值税", "base of rates: less VAT", `${of} * (1 / (1 + ${vat.rate}) - 1)`, { ...about, role: "rate_base.net" })]
      : []),
  ];
}

/** Lines of the VAT on a cost, and of what its rates rest on. */
export function costVatLines(of: string, vat: Vat, sides: Sides, about: About): readonly LineSpec[] {
  const { role, tags, words } = about;
  return [...inputVatLines(of, vat, sides, { tags: { ...tags, base_of: role }, ...(words === undefined ? {} : { words }) }), ...rateBaseLines(of, vat, about)];
}

/** Formula of the costs with these roles as the base of a rate; `conditions` must hold for the costs and for the lines about them, `payer` is who bears them. */
export function rateBase(roles: string, base: RateBase, conditions: readonly string[] = [], payer?: string): string {
  const among = (key: string) => [...conditions, ...(payer === undefined ? [] : [`${key} = ${payer}`])].map((condition) => `, ${condition}`).join("");
  return `sum(role = ${roles}${among("payer")}) + sum(role = rate_base.${base}, base_of = ${roles}${among("taxpayer")})`;
}
