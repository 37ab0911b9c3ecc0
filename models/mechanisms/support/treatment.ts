import { choice } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";

/** How money given without return enters the books: capital reserve on receipt, or taxable subsidy income. */
export const taxTreatment = choice(
  "税务处理(不填为不征税)",
  "tax treatment (not taxable when left out)",
  {
    non_taxable: { zh: "不征税(计入资本公积)", en: "not taxable (capital reserve)" },
    taxable: { zh: "应税(计入补贴收入)", en: "taxable (subsidy income)" },
  },
  { optional: true },
);

export function supportPosts(c: Component) {
  const taxable = c.has("taxTreatment") && c.word("taxTreatment") === "taxable";
  return { debit: "cash", credit: taxable ? "subsidy" : "reserve" } as const;
}

/** Tags by which income tax finds out whether the money counts. */
export function supportTags(c: Component, payee: string): Readonly<Record<string, string>> {
  return { taxpayer: payee, taxable: c.has("taxTreatment") && c.word("taxTreatment") === "taxable" ? "yes" : "no" };
}

/**
 * Formula text of money that is due by `due` but waits for a dated fact: nothing before it, then all that had become due; `name` is the line itself. Without the
 * record input it is paid as due.
 */
export function onceRecorded(c: Component, recordInput: string, name: string, due: string): string {
  return c.has(recordInput) ? `recorded(${recordInput}) > 0 ? running(${due}) - prev(running(${name})) : 0` : due;
}

/** How money of residents, their fund and donors enters the books: capital reserve, or off the cost of what it pays for. */
export const contributionTreatment = choice(
  "入账方式(不填为资本公积)",
  "enters the books as (capital reserve when left out)",
  {
    reserve: { zh: "计入资本公积,对应成本不得税前扣除", en: "capital reserve; the cost it pays for is not deductible" },
    net_asset: { zh: "冲减资产成本", en: "taken off the cost of the assets" },
  },
  { optional: true },
);

const netsAsset = (c: Component): boolean => c.has("contributionTreatment") && c.word("contributionTreatment") === "net_asset";

export function contributionPosts(c: Component) {
  return { debit: "cash", credit: netsAsset(c) ? "wip" : "reserve" } as const;
}

/** Tags by which the books of the assets and income tax find out. */
export function contributionTags(c: Component, payee: string): Readonly<Record<string, string>> {
  return { taxpayer: payee, taxable: "no", booked: netsAsset(c) ? "asset" : "reserve" };
}
