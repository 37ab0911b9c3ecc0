import { choice } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";

/** How money given without return enters the books: capital reserve on receipt, off the cost of the assets, or taxable subsidy income. */
export const taxTreatment = choice(
  "税务处理(不填为不征税)",
  "tax treatment (not taxable when left out)",
  {
    non_taxable: { zh: "不征税(计入资本公积)", en: "not taxable (capital reserve)" },
    net_asset: { zh: "不征税(冲减资产成本)", en: "not taxable (taken off the cost of the assets)" },
    taxable: { zh: "应税(计入补贴收入)", en: "taxable (subsidy income)" },
  },
  { optional: true },
);

/** How support received by `payee` is entered, with the tags by which income tax finds out whether it counts. */
export function supportEntry(c: Component, tags: Readonly<Record<string, string>> = {}) {
  const taxable = c.is("taxTreatment", "taxable");
  const netsAsset = c.is("taxTreatment", "net_asset");
  return {
    to: "payee",
    tags: { ...tags, taxable: taxable ? "yes" : "no", booked: netsAsset ? "asset" : "reserve" },
    words: { taxpayer: "payee" },
    posts: { debit: "cash", credit: taxable ? "subsidy" : netsAsset ? "wip" : "reserve" },
  } as const;
}

/**
 * Formula text of money that is due by `due` but waits for a dated fact: nothing before it, then all that had become due; `name` is the line itself.
 */
export const onceRecorded = (records: string | readonly string[], name: string, due: string): string =>
  `${[records]
    .flat()
    .map((record) => `recorded(${record})`)
    .join(" * ")} > 0 ? running(${due}) - prev(running(${name})) : 0`;

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

/** How such money received by `payee` is entered, with the tags by which the books of the assets and income tax find out. */
export function contributionEntry(c: Component, tags: Readonly<Record<string, string>> = {}) {
  const netsAsset = c.is("contributionTreatment", "net_asset");
  return {
    to: "payee",
    tags: { ...tags, taxable: "no", booked: netsAsset ? "asset" : "reserve" },
    words: { taxpayer: "payee" },
    posts: { debit: "cash", credit: netsAsset ? "wip" : "reserve" },
  } as const;
}
