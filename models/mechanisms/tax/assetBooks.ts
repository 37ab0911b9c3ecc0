import { choice, month, months, party, rate } from "../../terms/inputs.ts";
import { type Member, perMember } from "../define/component.ts";
import { booking, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { CAPITALISED, COST_CAPITALISED } from "./capitalised.ts";
import { keyLines, POOLED } from "./costPools.ts";
import { heldLines, intangiblesInput } from "./heldAssets.ts";

/** The two pools of product floor area; what a cost line does not claim for one of them is common. */
const POOLS: readonly Member[] = [
  { table: "pools", item: "pool", id: "above", label: { zh: "地上", en: "above ground" } },
  { table: "pools", item: "pool", id: "below", label: { zh: "地下", en: "below ground" } },
];

/**
 * 资产成本归集: what was built is either sold or held. Building cost divides into an above-ground and a below-ground pool (common cost in proportion to direct
 * cost), and each pool by ㎡ of product floor area: what is for sale is inventory as it is built, what is held is work in progress until completion and a
 * fixed asset then. Inventory turns into cost of sales per ㎡ handed over, fixed assets depreciate straight-line from the month after completion.
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
    completion: month("完工月(不填取本主体建设的最后完工月)", "month of completion; the last one of what the taxpayer builds when left out", "finished", {
      late: "unfinished",
      optional: true,
      hint: { zh: "次月起折旧", en: "depreciation from the next month" },
    }),
    life: months("折旧年限(月)", "depreciation life", { from: 1, to: 840, usual: [240, 480] }),
    residualShare: rate("残值率", "residual share", { from: 0, to: 1, usual: [0, 0.05] }),
    intangibles: intangiblesInput,
    costOfSales: choice(
      "销售成本结转(不填为按面积)",
      "cost of sales (by area when left out)",
      { area: { zh: "按交付面积", en: "by ㎡ handed over" }, value: { zh: "按销售额", en: "by value" } },
      { optional: true },
    ),
  },
  selections: {
    ...CAPITALISED,
    direct: POOLED.direct,
    land_built: POOLED.land,
  },
  once: ["taxpayer"],
  lines: (c) => {
    const byValue = c.is("costOfSales", "value");
    return [...gatheredLines, ...(byValue ? valueLines : []), ...perMember(POOLS, ({ id }) => poolLines(id === "below", byValue)), ...heldLines(c)];
  },
});

const gatheredLines: readonly LineSpec[] = [
  flow("cost", "计入资产的成本", "cost capitalised", COST_CAPITALISED, {
    convention: { zh: "含资本化利息,不含可抵扣增值税", en: "with capitalised interest, without creditable VAT" },
  }),
  stock("land", "土地及补偿成本", "land and compensation", "running(sum(land_built))"),
  ...keyLines({ above: "(sale.above + held.above)", below: "(sale.below + held.below)", land: "land" }),
  stock("common", "共同成本(含资本化利息)", "common cost, capitalised interest included", "running(cost) - land - direct_above - direct_below"),
];

const BELOW = "sale.below + held.below > 0 ? direct_below + common * below_share : 0";

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
    stock("gathered", "成本池累计", "cost in the pool", below ? BELOW : `running(cost) - (${BELOW})`),
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
