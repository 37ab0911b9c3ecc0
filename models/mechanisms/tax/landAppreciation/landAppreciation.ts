import { choice, money, month, party, rate, table, word } from "../../../terms/inputs.ts";
import { type Component, perMember, perRow, type Row } from "../../define/component.ts";
import { doubt, FEN } from "../../define/doubt.ts";
import { type LineSpec, scalar, stock } from "../../define/lines.ts";
import { mechanism } from "../../define/mechanism.ts";
import { CAPITALISED } from "../capitalised.ts";
import { POOLED } from "../costPools.ts";
import { profitTiming, taxPaidLines } from "../matched.ts";
import { CATEGORIES, categoriesOf } from "./categories.ts";
import { categoryLines } from "./category.ts";
import { poolLines } from "./pools.ts";
import { transferTaxInputs, transferTaxLines } from "./transferTaxes.ts";

const policy = (zh: string, en: string, id: string) => rate(zh, en, { from: 0, to: 1, policy: id });
/** Upper end of a bracket: appreciation over deductions, which may exceed 1. */
const limit = (zh: string, en: string, id: string) => rate(zh, en, { from: 0, to: 100, policy: id });

const categoryOptions = Object.fromEntries(Object.entries(CATEGORIES).map(([id, { label }]) => [id, label]));

/**
 * 土地增值税, one per taxpayer: prepaid on receipts, settled per category of property at the date entered, else when enough is sold, else at the end of the
 * file's horizon.
 */
export const landAppreciationTax = mechanism("land_appreciation_tax", {
  title: { zh: "土地增值税", en: "Land appreciation tax" },
  summary: {
    zh: "普通住宅、其他住宅、非住宅分别清算:收入减扣除项目得增值额,四级超率累进;普通住宅增值率不超过限额免征;按预收款预征,清算时多退少补。",
    en: "Ordinary housing, other housing and non-housing settled separately: revenue less deductions, four brackets; ordinary housing exempt up to a ratio; prepaid on receipts, paid or refunded at settlement.",
  },
  family: "tax",
  clauses: ["national-law/land-appreciation-tax"],
  checks: ["C13"],
  offers: ["gain_ratio"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", ["entity", "spv", "operator"]),
    authority: party("征收机关", "tax authority", ["tax"]),
    products: table(
      "产品分类",
      "products by category",
      { product: word("产品(与销售一致)", "product, as in the sales"), category: choice("类别", "category", categoryOptions) },
      { namedBy: ["product"] },
    ),
    prepaymentOrdinary: policy("预征率:普通标准住宅", "prepayment rate, ordinary housing", "lat_prepay_floor_east"),
    prepaymentOther: policy("预征率:其他住宅", "prepayment rate, other housing", "lat_prepay_floor_east"),
    prepaymentCommercial: policy("预征率:非住宅", "prepayment rate, non-housing", "lat_prepay_floor_east"),
    settlementMonth: month("清算月(不填按已售比例)", "month of settlement (by the share sold when left out)", "since", { late: "open", optional: true }),
    completion: month("竣工验收月(填写后竣工前不清算)", "completion, no settlement before it when given", "since", { optional: true }),
    settlementSold: policy("清算的已售比例", "share sold at which it is settled", "lat_settlement_sold"),
    expenses: choice("开发费用扣除", "expenses deducted", {
      rate: { zh: "按比例", en: "by rate" },
      interest: { zh: "利息据实+比例", en: "interest proved, plus a rate" },
    }),
    expenseRate: policy("开发费用比例", "expenses, by rate", "lat_expense_rate"),
    expenseRateBesideInterest: policy("利息据实时的其他费用比例", "other expenses beside proved interest", "lat_expense_rate_with_interest"),
    addition: policy("加计扣除比例", "additional deduction", "lat_addon"),
    exemptRatio: policy("普通标准住宅免税增值率(含)", "exempt ratio of ordinary housing, inclusive", "lat_exempt_ratio"),
    limit1: limit("第一级上限", "upper ratio of bracket 1", "lat_limit_1"),
    limit2: limit("第二级上限", "upper ratio of bracket 2", "lat_limit_2"),
    limit3: limit("第三级上限", "upper ratio of bracket 3", "lat_limit_3"),
    rate1: policy("第一级税率", "rate of bracket 1", "lat_rate_1"),
    rate2: policy("第二级税率", "rate of bracket 2", "lat_rate_2"),
    rate3: policy("第三级税率", "rate of bracket 3", "lat_rate_3"),
    rate4: policy("第四级税率", "rate of bracket 4", "lat_rate_4"),
    ...transferTaxInputs,
    givenTax: money("给定的清算税额(填写后清算按此多退少补)", "tax at settlement as given, in place of the one computed", { from: 0, optional: true, usual: [0, 50000000] }),
    profitTiming,
  },
  selections: {
    sold: "role = in(area.sold, area.deemed_sold), taxpayer = taxpayer",
    products: "role = in(area.disposition.sale, area.disposition.lease, area.disposition.ceded, area.deemed), taxpayer = in(taxpayer, unset)",
    direct: POOLED.direct,
    netted: CAPITALISED.netted,
  },
  once: ["taxpayer", "products.product"],
  // A product is sold, or deemed so: `value` finds the one or the other.
  mayFindNothing: ["signed", "recognised", "sold_above", "sold_below", "prepaid", "area_offered", "sold_share", "sold_by_others"],
  lines: (c) => [
    ...poolLines(c),
    ...settlementLines(c),
    ...perMember(categoriesOf(c), categoryLines(c)),
    ...taxPaidLines(c, {
      name: "paid",
      zh: "缴纳土地增值税(负数为清算退税)",
      en: "land appreciation tax paid, refund when negative",
      formula: c.has("givenTax") ? "settled > 0 ? givenTax - prev(running(paid)) : sumrows(categories, category.due)" : "sumrows(categories, category.due)",
      role: "tax.land_appreciation",
      charge: c.has("givenTax") ? "givenTax * share(sumrows(categories, category.recognised), sumrows(categories, category.signed))" : "sumrows(categories, category.charge)",
      clauses: ["national-law/land-appreciation-tax"],
    }),
    ...openLines(c),
    ...(c.has("givenTax")
      ? [
          doubt(
            "given_less",
            "givenTax",
            "给定的清算税额低于按规则计算的应纳税额",
            "the tax given is less than the one the rules give",
            `givenTax + ${FEN} < at(sumrows(categories, category.tax), endmonth) ? 1 : 0`,
          ),
        ]
      : []),
    ...perRow(c, "products", (row) => [sellerDoubt(row)]),
  ],
});

/** What a later settlement will bring; what is charged ahead of it stands on the tax account and is not said twice. */
function openLines(c: Component): readonly LineSpec[] {
  const due = c.has("givenTax") ? "givenTax" : "sumrows(categories, category.tax)";
  const said = c.is("profitTiming", "matched") ? "running(paid_expensed)" : "running(paid)";
  return [
    stock("unsettled", "未清算税额(负数为应退)", "not settled, refund when negative", `settled > 0 ? 0 : ${due} - ${said}`),
    scalar("open", "期末未清算土地增值税", "land appreciation tax not settled at the end", "at(unsettled, endmonth)", {
      role: "open.owed.tax",
      words: { taxpayer: "taxpayer" },
    }),
  ];
}

/** A product others sell and the taxpayer does not is taxed nowhere here. */
const sellerDoubt = (row: Row): LineSpec =>
  doubt(
    "sold_by_others",
    `products/${row.id}/product`,
    "该产品由其他主体销售,本纳税人没有销售,此处不计土地增值税",
    "others sell this product and the taxpayer does not: no tax on it is reckoned here",
    `total(sum(role = sale.contract, taxpayer = taxpayer, product = row.product)) <= 0 and total(sum(role = sale.contract, taxpayer != taxpayer, product = row.product)) > 0 ? 1 : 0`,
  );

/** Sales of all categories to date, the tax on the transfers, and whether the project has been settled. */
function settlementLines(c: Component): readonly LineSpec[] {
  const reached = "(sold_share >= settlementSold and month + dtmonths > (completion or startmonth)) or t >= periodcount";
  return [
    stock("all_value", "全部销售收入(不含税)", "all sales ex VAT", "sumrows(categories, category.value)"),
    stock("all_sold_above", "地上已售面积合计", "all sold above ground", "sumrows(categories, category.sold_above)", { unit: "m2" }),
    stock("land_relief", "土地价款抵减累计", "VAT relief for land to date", "running(sum(role = vat.land_relief, taxpayer = taxpayer))"),
    ...transferTaxLines(c),
    scalar("area_offered", "可售面积", "area for sale", "sum(role = area.disposition.sale, taxpayer = in(taxpayer, unset), product = products.product)", { unit: "m2" }),
    stock("sold_share", "已售面积比例", "share of the area sold", "share(running(sum(role = area.sold, taxpayer = taxpayer, product = products.product)), area_offered)", {
      unit: "1",
    }),
    stock("settled", "已清算", "settled", `since(${c.has("settlementMonth") ? "month + dtmonths > settlementMonth" : reached}) > 0 ? 1 : 0`, {
      unit: "1",
      convention: { zh: "按填写的清算月;未填则已售达到比例时,再否则计算期末", en: "at the month entered; else when the share sold is reached; else at the end of the horizon" },
    }),
  ];
}
