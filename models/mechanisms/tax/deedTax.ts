import { party, rate } from "../../terms/inputs.ts";
import { costTagInputs, costTags } from "../cost/tags.ts";
import { cash, flow } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

/** 土地契税: on the land price, paid with it, part of the cost of the land; outside the base of the contingency unless the user says otherwise. */
export const deedTax = mechanism("deed_tax", {
  title: { zh: "土地契税", en: "Deed tax on land" },
  summary: {
    zh: "按支付的土地价款乘以税率,计入土地成本,默认不计入预备费基数。",
    en: "A rate on the land price as it is paid; part of the cost of land, outside the contingency base by default.",
  },
  family: "tax",
  clauses: ["national-law/deed-tax"],
  checks: ["C13"],
  inputs: {
    taxpayer: party("受让人", "buyer of the land", PROJECT_SIDE),
    authority: party("征收机关", "tax authority", ["tax"]),
    taxRate: rate("契税税率", "deed tax rate", { from: 0, to: 0.05, policy: "deed_tax_min" }),
    ...costTagInputs,
  },
  once: ["taxpayer"],
  lines: (c) => [
    flow("base", "计税依据(土地价款)", "land price paid", "sum(payer = taxpayer, role = cost.land.price)"),
    cash("paid", "缴纳土地契税", "deed tax paid", "base * taxRate", {
      from: "taxpayer",
      to: "authority",
      role: "cost.land.deed_tax",
      tags: { ...costTags(c), contingency: c.word("contingency", "no") },
      words: { taxpayer: "taxpayer" },
      posts: { debit: "wip", credit: "cash" },
      clauses: ["national-law/deed-tax"],
      convention: { zh: "计入土地成本,默认不计预备费", en: "part of the cost of land, without contingency by default" },
    }),
  ],
});
