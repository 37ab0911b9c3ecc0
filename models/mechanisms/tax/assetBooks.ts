import { choice, month, months, party, rate } from "../../terms/inputs.ts";
import { booking, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";

/** The two pools of product floor area; a cost line that does not say `below` belongs above. */
const POOLS = {
  above: { zh: "地上", en: "above ground", areas: "pool != below" },
  below: { zh: "地下", en: "below ground", areas: "pool = below" },
} as const;
type Pool = keyof typeof POOLS;

const HELD = "in(area.disposition.lease, area.disposition.ceded)";

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
  lines: (c) => {
    const tags = { taxpayer: c.word("taxpayer") };
    const byValue = c.has("costOfSales") && c.word("costOfSales") === "value";
    return [...gatheredLines(c.word("taxpayer"), byValue), ...poolLines("above", tags, byValue), ...poolLines("below", tags, byValue), ...fixedLines(tags)];
  },
});

function gatheredLines(taxpayer: string, byValue: boolean): readonly LineSpec[] {
  const direct = "role = in(cost.works.*, cost.land.*, cost.compensation.*)";
  return [
    flow(
      "cost",
      "计入资产的成本",
      "cost capitalised",
      `sum(payer = ${taxpayer}, role = cost.*, crosses != inside) + sum(role = debt.capitalised, borrower = ${taxpayer}) + sum(payer = ${taxpayer}, role = debt.interest, stage = construction, form != bond) + sum(role = debt.interest_accrued, stage = construction, borrower = ${taxpayer}) + sum(role = noncash.transfer, debit = wip, taxpayer = ${taxpayer}) - sum(payee = ${taxpayer}, role = contribution.*, booked = asset)`,
      { convention: { zh: "含资本化利息,不含可抵扣增值税", en: "with capitalised interest, without creditable VAT" } },
    ),
    ...(byValue
      ? [
          scalar("contracts", "签约金额合计", "contracts in total", `total(sum(role = sale.contract, taxpayer = ${taxpayer}))`),
          stock(
            "value_handed_over",
            "累计确认销售额比例",
            "share of contracts recognised",
            `contracts > 0 ? running(sum(role = sale.revenue, taxpayer = ${taxpayer})) / contracts : 0`,
            { unit: "1" },
          ),
        ]
      : []),
    stock("direct_above", "地上直接成本(含土地)", "direct cost above ground, land included", `running(sum(payer = ${taxpayer}, ${direct}, pool != below))`),
    stock("direct_below", "地下直接成本", "direct cost below ground", `running(sum(payer = ${taxpayer}, ${direct}, pool = below))`),
    stock(
      "below_share",
      "地下成本池比例",
      "share of the below-ground pool",
      "below_sale + below_held > 0 and direct_above + direct_below > 0 ? direct_below / (direct_above + direct_below) : 0",
      {
        unit: "1",
        convention: {
          zh: "共同成本按直接成本比例分摊;地下无产品时由地上产品承担",
          en: "common cost in proportion to direct cost; without products below ground the ones above bear all",
        },
      },
    ),
  ];
}

/** Areas, inventory and cost of sales of one pool. */
function poolLines(pool: Pool, tags: Readonly<Record<string, string>>, byValue: boolean): readonly LineSpec[] {
  const { zh, en, areas } = POOLS[pool];
  const [sale, held, inventory, cost] = [`${pool}_sale`, `${pool}_held`, `${pool}_inventory`, `${pool}_cost_of_sales`];
  const share = pool === "below" ? "below_share" : "(1 - below_share)";
  return [
    scalar(sale, `${zh}出售面积`, `area for sale ${en}`, `sum(role = area.disposition.sale, ${areas})`, { unit: "m2" }),
    scalar(held, `${zh}持有经营面积`, `area held ${en}`, `sum(role = ${HELD}, ${areas})`, { unit: "m2" }),
    stock(`${pool}_gathered`, `${zh}成本池累计`, `cost in the pool ${en}`, `running(cost) * ${share}`),
    stock(`${pool}_for_sale`, `${zh}存货累计`, `cost of what is for sale ${en}`, `${sale} + ${held} > 0 ? ${pool}_gathered * ${sale} / (${sale} + ${held}) : 0`, {
      convention: { zh: "池内按产品建筑面积分摊(含持有)", en: "within the pool by ㎡ of product floor area, held area included" },
    }),
    booking(inventory, `结转存货(${zh})`, `to inventory, ${en}`, `${pool}_for_sale - prev(${pool}_for_sale)`, {
      role: "noncash.transfer",
      tags,
      posts: { debit: "inventory", credit: "wip" },
    }),
    ...(byValue ? [] : [flow(`${pool}_handed_over`, `${zh}交付面积`, `area handed over ${en}`, `sum(role = area.handed_over, ${areas})`, { unit: "m2" })]),
    booking(
      cost,
      `销售成本(${zh})`,
      `cost of sales, ${en}`,
      `${sale} > 0 ? ${pool}_for_sale * ${byValue ? "min(1, value_handed_over)" : `min(1, running(${pool}_handed_over) / ${sale})`} - prev(running(${cost})) : 0`,
      {
        role: "sale.cost",
        tags,
        convention: byValue ? { zh: "按销售额结转", en: "by value of sales recognised" } : { zh: "池内按交付面积结转", en: "per ㎡ handed over within the pool" },
        posts: { debit: "cost_of_sales", credit: "inventory" },
      },
    ),
  ];
}

function fixedLines(tags: Readonly<Record<string, string>>): readonly LineSpec[] {
  return [
    booking("to_fixed", "转入固定资产", "to fixed assets", "month + dtmonths > completion ? running(cost) - above_for_sale - below_for_sale - prev(gross) : 0", {
      role: "noncash.transfer",
      tags,
      posts: { debit: "fixed", credit: "wip" },
    }),
    stock("gross", "固定资产原值", "fixed assets at cost", "prev(gross) + to_fixed"),
    flow("remaining", "剩余折旧期数", "periods of depreciation left", "max(0, ceil(life / dtmonths) + 1 - since(month > completion))", { unit: "1" }),
    booking("depreciation", "折旧", "depreciation", "month > completion and remaining > 0 ? max(0, prev(net) - residualShare * prev(gross)) / max(remaining, 1) : 0", {
      role: "depreciation",
      tags,
      posts: { debit: "depreciation", credit: "fixed" },
      convention: { zh: "完工次期起直线法", en: "straight-line from the period after completion" },
    }),
    stock("net", "固定资产净值", "fixed assets, net", "prev(net) + to_fixed - depreciation", { role: "asset.net", tags }),
  ];
}
