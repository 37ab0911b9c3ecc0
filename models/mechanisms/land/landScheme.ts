import { choice, flag, money, month, party, plot, profile, rate, table, word } from "../../terms/inputs.ts";
import { type Component, perRow, type Row, together } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, flow, type LineSpec, ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS, PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { completionInput, completionLines, firstMonthOf, paidAfterWorks } from "../define/stage.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { wholeShare } from "../define/wholeShare.ts";
import { LAND_PRICE, pricePerSite } from "./likelyPrice.ts";

const PROFIT_BASES = {
  revenue: { zh: "收入", en: "revenue" },
  cost: { zh: "成本(不含土地)", en: "cost without land" },
};

/**
 * 带方案出让: land bought with a scheme that binds the buyer to build and run named facilities. What the land can be worth is what revenue leaves after cost, profit and
 * the obligations; the obligations lower the price, the value of the operation raises it.
 */
export const landScheme = mechanism("land_scheme", {
  title: { zh: "带方案出让购地与剩余地价", en: "Land bought with a scheme, residual land value" },
  summary: {
    zh: "约束性清单的成本与运营价值对地价的影响;剩余地价=收入-成本-利润-清单义务(扣契税);可在此支付地价。",
    en: "What the binding list costs and what the operation is worth; residual land value = revenue − cost − profit − obligations, net of deed tax; the price may be paid here.",
  },
  family: "land",
  clauses: ["jinhua-2020/1(2)3", "taizhou-2023-draft/4(3)7", "national-law/land-receipts"],
  checks: ["C09"],
  mayFindNothing: ["price_per_site"],
  offers: ["undelivered"],
  inputs: {
    buyer: party("受让人", "buyer of the land", PROJECT_SIDE),
    treasury: party("收款财政", "collecting budget", BUDGETS),
    plot: plot("地块", "plot", { optional: true }),
    price: money("土地价款(已在土地出让组件支付时不填)", "land price (left out when land revenue pays it)", {
      from: 0,
      optional: true,
      usual: [50000000, 800000000],
      plausible: LAND_PRICE,
    }),
    instalments: profile("share", "1", "缴款进度", "instalments", { from: 0, to: 1, optional: true }),
    obligations: table("方案清单", "list of the scheme", {
      item: word("内容", "item"),
      kind: choice("性质", "kind", { binding: { zh: "约束性", en: "binding" }, guiding: { zh: "引导性", en: "guiding" } }),
      cost: money("成本", "cost", { from: 0, usual: [1000000, 30000000] }),
      costed: choice("成本列支", "cost is", { here: { zh: "在此支付", en: "paid here" }, works: { zh: "已含在工程费用中", en: "already among the works" } }),
      worksRow: word("所在工程项(工程费用的行名,已含在工程费用中时)", "row of the works it is among, when already among the works", { optional: true }),
      due: month("交付月", "due month", "within"),
      delivered: flag("已交付", "delivered"),
    }),
    contractor: party("清单建设单位", "builder of the listed facilities", SUPPLIERS),
    operatorValue: money("运营权价值", "value of the operation", { from: 0, optional: true, usual: [0, 20000000] }),
    profitRate: rate("要求利润率", "profit required", { from: 0, to: 1, usual: [0.05, 0.12] }),
    profitBase: choice("利润率基数", "profit is a share of", PROFIT_BASES),
    deedRate: rate("契税税率", "deed tax rate", { from: 0, to: 0.05, policy: "deed_tax_min" }),
    discountRate: rate("折现率(不填不折现)", "discount rate per year (none when left out)", { from: 0, to: 0.3, optional: true, usual: [0.04, 0.1] }),
    completion: completionInput,
  },
  lines: (c) => {
    together(c, "price", "instalments");
    return [...(c.has("price") ? [pricePerSite, pricePaid, ...priceLater, ...bought(c), paidAfterWorks("instalments")] : []), ...obligationLines(c), ...residualLines(c)];
  },
});

const pricePaid = cash("price_paid", "土地价款", "land price paid", `price * ${wholeShare("instalments")}`, {
  from: "buyer",
  to: "treasury",
  role: "cost.land.price",
  tags: { contingency: "no", ...countedTags("out") },
  words: { taxpayer: "buyer", plot: "plot" },
  posts: { debit: "wip", credit: "cash" },
  clauses: ["national-law/land-receipts"],
});

const priceLater = uncountedLines({ way: "out", prefix: "price_", entered: "price", counted: "total(price_paid)", words: { taxpayer: "buyer", plot: "plot" } });

const STAGE_WORDS = { plot: "plot", taxpayer: "buyer" };

const bought = (c: Component): readonly LineSpec[] => completionLines(c, { of: "land", otherwise: firstMonthOf("instalments"), words: STAGE_WORDS });

const builtBy = scalar("built_by", "清单设施完工月", "listed facility completed", "row.due", {
  unit: "mo",
  role: "stage.completion",
  tags: { stage_of: "works" },
  words: STAGE_WORDS,
});

const built = cash("built", "清单设施建设", "listed facility built", "falls(row.due) ? row.cost : 0", {
  from: "buyer",
  to: "contractor",
  role: "cost.works.building",
  tags: { pool: "above", bearer: "market", contingency: "yes" },
  words: STAGE_WORDS,
  posts: { debit: "wip", credit: "cash" },
});

/** 已含在工程费用中: what is said to be among the works is paid by the row it names, or by nobody. All that names one row is held against it together. */
function amongWorks(c: Component, row: Row): readonly LineSpec[] {
  const placed = row.has("worksRow");
  const same = c.rows("obligations").filter((other) => other.is("costed", "works") && other.word("worksRow", "") === row.word("worksRow", ""));
  const isFirst = same[0]?.id === row.id;
  const costs = same.map(({ id }) => `entered.${id}`).join(" + ");
  return [
    scalar("entered", "清单所列成本", "cost of the item as entered", "row.cost"),
    doubt(
      "unplaced",
      `obligations/${row.id}/costed`,
      "称已含在工程费用中,但未指明所在工程项:这笔成本可能无处列支,请填写所在工程项,或改为在此支付",
      "said to be among the works, in no row of them: name the row that pays for it, or pay for it here",
      placed ? "0" : `row.cost > ${FEN} ? 1 : 0`,
    ),
    ...(placed ? [flow("among", "所在工程项支付", "works that contain it", "sum(role = cost.works.*, payer = buyer, row = row.worksRow)")] : []),
    doubt(
      "beyond",
      `obligations/${row.id}/worksRow`,
      "列入该工程项的清单成本大于该工程项的金额",
      "what is said to be among that row of works comes to more than the row",
      placed && isFirst ? `${costs} > total(among) + ${FEN} ? 1 : 0` : "0",
    ),
  ];
}

function obligationLines(c: Component): readonly LineSpec[] {
  return [
    ...perRow(c, "obligations", (row) => [
      ratio("obliged", "清单成本", "cost of the item", row.is("kind", "binding") ? "row.cost" : "0", { unit: "CNY" }),
      ratio("missing", "约束性内容未交付", "binding item not delivered", row.is("kind", "binding") ? "1 - row.delivered" : "0"),
      ...(row.is("costed", "here") ? [built, builtBy] : amongWorks(c, row)),
    ]),
    scalar("obligations_total", "约束性清单成本", "cost of the binding list", "sumrows(obligations, row.obliged)"),
    ratio("undelivered", "未交付约束性内容数", "binding items not delivered", "sumrows(obligations, row.missing)", {
      clauses: ["taizhou-2023-draft/4(3)7"],
    }),
    scalar("scheme_effect", "方案对地价的影响", "effect of the scheme on the price", "(operatorValue or 0) - obligations_total", {
      convention: { zh: "运营权价值减约束性清单成本", en: "value of the operation less cost of the binding list" },
    }),
  ];
}

/** Obligations are taken out by themselves, so their cost is left out of the other cost whether it is paid here or among the works. */
function residualLines(c: Component): readonly LineSpec[] {
  const factor = "(1 + (discountRate or 0)) ^ (0 - t * dtyears / 1 a)";
  const profit = c.is("profitBase", "revenue") ? "revenue_total * profitRate" : "(cost_total - obligations_total) * profitRate";
  return [
    flow("revenue", "项目收入(折现)", "revenue, discounted", `sum(payee = buyer, role = in(sale.receipt, revenue.*, support.operating)) * ${factor}`, {
      convention: c.has("discountRate") ? { zh: "年末流量折现", en: "year-end flows, discounted" } : { zh: "不折现", en: "not discounted" },
    }),
    flow(
      "cost",
      "项目成本(不含土地,折现)",
      "cost without land, discounted",
      `(sum(payer = buyer, role = in(cost.*, opex.*, replacement.*, debt.interest, tax.*), role != in(cost.land.*, tax.vat))
        + sum(role = debt.capitalised, borrower = buyer)) * ${factor}`,
    ),
    scalar("revenue_total", "收入合计", "revenue in total", "total(revenue)"),
    scalar("cost_total", "成本合计(含清单)", "cost in total, the list included", "total(cost)"),
    scalar("profit", "要求利润", "profit required", profit),
    scalar("residual", "可承受的土地成本", "what is left for the land", "revenue_total - (cost_total - obligations_total) - profit - obligations_total", {
      convention: { zh: "收入-成本-利润-清单义务", en: "revenue − cost − profit − obligations" },
    }),
    scalar("residual_value", "剩余地价(扣契税)", "residual land value, net of deed tax", "residual / (1 + deedRate)"),
    scalar("price_paid_total", "已付地价", "land price of the project", "total(sum(payer = buyer, role = cost.land.price))"),
    scalar("margin", "剩余地价减地价", "residual value less the price", "residual_value - price_paid_total"),
  ];
}
