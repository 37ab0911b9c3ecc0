import { choice, month, months, party, rate } from "../../terms/inputs.ts";
import { type Member, perMember } from "../define/component.ts";
import { booking, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { CAPITALISED, COST_CAPITALISED } from "./capitalised.ts";

/** The two pools of product floor area; a cost line that does not say `below` belongs above. */
const POOLS: readonly Member[] = [
  { table: "pools", item: "pool", id: "above", label: { zh: "地上", en: "above ground" } },
  { table: "pools", item: "pool", id: "below", label: { zh: "地下", en: "below ground" } },
];

/**
 * 资产成本归集: what was built is either sold or held. Building cost divides into an above-ground and a below-ground pool (common cost in proportion to direct
 * cost), and each pool by ㎡ of product floor area: what is for sale is inventory as it is built, what is held is work in progress until completion and a
 * fixed asset then. Inventory turns into cost of sales per ㎡ handed over, fixed assets depreciate straight-line from the period after completion.
 */
export const assetBooks = mechanism("asset_books", {
  title: { zh: "资产成本归集、结转与折旧", en: "Cost of assets, cost of sales and depreciation" },
  summary: {
    zh: "建设成本与资本化利息分地上、地下两个成本池,按产品建筑面积分配至存货与固定资产,按交付面积结转成本、按直线法折旧。",
    en: "Divides building cost and capitalised interest into two pools and by product floor area; cost of sales by ㎡ handed over, straight-line depreciation.",
  },
  family: "tax",
  clauses: ["national-law/income-tax"],
  inputs: {
    taxpayer: party("核算主体", "books of", ["entity", "spv", "operator"]),
    completion: month("竣工转固月", "month of completion", "since", { hint: { zh: "次期起折旧", en: "depreciation from the next period" } }),
    life: months("折旧年限(月)", "depreciation life", { from: 1, to: 840, usual: [240, 480] }),
    residualShare: rate("残值率", "residual share", { from: 0, to: 1, usual: [0, 0.05] }),
    costOfSales: choice(
      "销售成本结转(不填为按面积)",
      "cost of sales (by area when left out)",
      { area: { zh: "按交付面积", en: "by ㎡ handed over" }, value: { zh: "按销售额", en: "by value" } },
      { optional: true },
    ),
  },
  selections: {
    ...CAPITALISED,
    direct: "payer = taxpayer, role = in(cost.works.*, cost.land.*, cost.compensation.*)",
  },
  lines: (c) => {
    const byValue = c.is("costOfSales", "value");
    return [...gatheredLines, ...(byValue ? valueLines : []), ...perMember(POOLS, ({ id }) => poolLines(id === "below", byValue)), ...fixedLines];
  },
});

const gatheredLines: readonly LineSpec[] = [
  flow("cost", "计入资产的成本", "cost capitalised", COST_CAPITALISED, {
    convention: { zh: "含资本化利息,不含可抵扣增值税", en: "with capitalised interest, without creditable VAT" },
  }),
  stock("direct_above", "地上直接成本(含土地)", "direct cost above ground, land included", "running(sum(direct, pool != below))"),
  stock("direct_below", "地下直接成本", "direct cost below ground", "running(sum(direct, pool = below))"),
  stock("below_share", "地下成本池比例", "share of the below-ground pool", "sale.below + held.below > 0 ? share(direct_below, direct_above + direct_below) : 0", {
    unit: "1",
    convention: {
      zh: "共同成本按直接成本比例分摊;地下无产品时由地上产品承担",
      en: "common cost in proportion to direct cost; without products below ground the ones above bear all",
    },
  }),
];

const valueLines: readonly LineSpec[] = [
  scalar("contracts", "签约金额合计", "contracts in total", "total(sum(role = sale.contract, taxpayer = taxpayer))"),
  stock("value_handed_over", "累计确认销售额比例", "share of contracts recognised", "share(running(sum(role = sale.revenue, taxpayer = taxpayer)), contracts)", { unit: "1" }),
];

/** Areas, inventory and cost of sales of one pool. */
function poolLines(below: boolean, byValue: boolean): readonly LineSpec[] {
  const areas = below ? "pool = below" : "pool != below";
  return [
    scalar("sale", "出售面积", "area for sale", `sum(role = area.disposition.sale, taxpayer = in(taxpayer, unset), ${areas})`, { unit: "m2" }),
    scalar("held", "持有经营面积", "area held", `sum(role = in(area.disposition.lease, area.disposition.ceded), taxpayer = in(taxpayer, unset), ${areas})`, { unit: "m2" }),
    stock("gathered", "成本池累计", "cost in the pool", `running(cost) * ${below ? "below_share" : "(1 - below_share)"}`),
    stock("for_sale", "存货累计", "cost of what is for sale", "gathered * share(sale, sale + held)", {
      convention: { zh: "池内按产品建筑面积分摊(含持有)", en: "within the pool by ㎡ of product floor area, held area included" },
    }),
    booking("inventory", "结转存货", "to inventory", "for_sale - prev(for_sale)", {
      role: "noncash.transfer",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "inventory", credit: "wip" },
    }),
    ...(byValue ? [] : [flow("handed_over", "交付面积", "area handed over", `sum(role = area.handed_over, taxpayer = taxpayer, ${areas})`, { unit: "m2" })]),
    booking(
      "cost_of_sales",
      "销售成本",
      "cost of sales",
      `for_sale * min(1, ${byValue ? "value_handed_over" : "share(running(handed_over), sale)"}) - prev(running(cost_of_sales))`,
      {
        role: "sale.cost",
        words: { taxpayer: "taxpayer" },
        convention: byValue ? { zh: "按销售额结转", en: "by value of sales recognised" } : { zh: "池内按交付面积结转", en: "per ㎡ handed over within the pool" },
        posts: { debit: "cost_of_sales", credit: "inventory" },
      },
    ),
  ];
}

const fixedLines: readonly LineSpec[] = [
  booking("to_fixed", "转入固定资产", "to fixed assets", "month + dtmonths > completion ? running(cost) - sumrows(pools, pool.for_sale) - prev(gross) : 0", {
    role: "noncash.transfer",
    words: { taxpayer: "taxpayer" },
    posts: { debit: "fixed", credit: "wip" },
  }),
  stock("gross", "固定资产原值", "fixed assets at cost", "prev(gross) + to_fixed"),
  flow("remaining", "剩余折旧期数", "periods of depreciation left", "max(0, ceil(life / dtmonths) + 1 - since(month > completion))", { unit: "1" }),
  booking("depreciation", "折旧", "depreciation", "month > completion and remaining > 0 ? max(0, prev(net) - residualShare * prev(gross)) / max(remaining, 1) : 0", {
    role: "depreciation",
    words: { taxpayer: "taxpayer" },
    posts: { debit: "depreciation", credit: "fixed" },
    convention: { zh: "完工次期起直线法", en: "straight-line from the period after completion" },
  }),
  stock("net", "固定资产净值", "fixed assets, net", "prev(net) + to_fixed - depreciation", { role: "asset.net", words: { taxpayer: "taxpayer" } }),
];
