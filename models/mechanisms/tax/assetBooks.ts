import { month, months, party, rate } from "../define/inputs.ts";
import { booking, flow, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";

/**
 * 资产成本归集: what was built is either sold or held. Building cost gathers in work in progress; at completion it divides by product floor area between
 * inventory (for sale) and fixed assets (held); inventory turns into cost of sales per ㎡ handed over, fixed assets depreciate straight-line from the
 * period after completion.
 */
export const assetBooks = mechanism("asset_books", {
  title: { zh: "资产成本归集、结转与折旧", en: "Cost of assets, cost of sales and depreciation" },
  summary: {
    zh: "建设成本与资本化利息按产品建筑面积分配至存货与固定资产,按交付面积结转成本、按直线法折旧。",
    en: "Divides building cost and capitalised interest by product floor area; cost of sales by ㎡ handed over, straight-line depreciation.",
  },
  family: "tax",
  clauses: ["national-law/income-tax"],
  inputs: {
    taxpayer: party("核算主体", "books of", ["entity", "spv", "operator"]),
    completion: month("竣工转固月", "month of completion"),
    life: months("折旧年限(月)", "depreciation life", { from: 1, to: 840, usual: [240, 480] }),
    residualShare: rate("残值率", "residual share", { from: 0, to: 1, usual: [0, 0.05] }),
  },
  lines: (c) => {
    const taxpayer = c.word("taxpayer");
    const tags = { taxpayer };
    return [
      flow(
        "cost",
        "计入资产的成本",
        "cost capitalised",
        `sum(payer = ${taxpayer}, role = cost.*) + sum(role = debt.capitalised, borrower = ${taxpayer}) + sum(payer = ${taxpayer}, role = debt.interest, stage = construction, form != bond) + sum(role = debt.interest_accrued, stage = construction, borrower = ${taxpayer})`,
      ),
      scalar("sale_area", "出售面积", "area for sale", "sum(role = area.disposition.sale)", { unit: "m2" }),
      scalar("held_area", "持有经营面积", "area held", "sum(role = in(area.disposition.lease, area.disposition.ceded))", { unit: "m2" }),
      scalar("sale_share", "出售分摊比例", "share of products for sale", "sale_area + held_area > 0 ? sale_area / (sale_area + held_area) : 0", {
        unit: "1",
        convention: { zh: "按产品建筑面积分摊", en: "by ㎡ of product floor area" },
      }),
      flow("transferred", "竣工结转", "moved at completion", "month >= completion ? running(cost) - prev(running(transferred)) : 0"),
      booking("to_inventory", "结转存货", "to inventory", "transferred * sale_share", {
        role: "noncash.transfer",
        tags,
        posts: { debit: "inventory", credit: "wip" },
      }),
      booking("to_fixed", "转入固定资产", "to fixed assets", "transferred * (1 - sale_share)", {
        role: "noncash.transfer",
        tags,
        posts: { debit: "fixed", credit: "wip" },
      }),
      flow("handed_over", "交付面积", "area handed over", "sum(role = area.handed_over)", { unit: "m2" }),
      booking("cost_of_sales", "销售成本", "cost of sales", "sale_area > 0 ? running(to_inventory) * min(1, running(handed_over) / sale_area) - prev(running(cost_of_sales)) : 0", {
        role: "sale.cost",
        tags,
        posts: { debit: "cost_of_sales", credit: "inventory" },
      }),
      stock("gross", "固定资产原值", "fixed assets at cost", "prev(gross) + to_fixed"),
      flow("remaining", "剩余折旧期数", "periods of depreciation left", "max(0, ceil((completion + dtmonths + life - month) / dtmonths))", { unit: "1" }),
      booking("depreciation", "折旧", "depreciation", "month > completion and remaining > 0 ? max(0, prev(net) - residualShare * prev(gross)) / max(remaining, 1) : 0", {
        role: "depreciation",
        tags,
        posts: { debit: "depreciation", credit: "fixed" },
        convention: { zh: "完工次期起直线法", en: "straight-line from the period after completion" },
      }),
      stock("net", "固定资产净值", "fixed assets, net", "prev(net) + to_fixed - depreciation"),
    ];
  },
});
