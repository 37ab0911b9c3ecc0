import { money, party, rate } from "../../terms/inputs.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { booking, cash, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { profitTiming, taxPaidLines } from "./matched.ts";

/**
 * 增值税申报, one per taxpayer: output less land-price relief, input and carried credit; prepayment on presale receipts; unused credits and prepayments
 * are carried, never refunded. Surcharges follow the VAT actually paid. In an ex-VAT file the return stays a memorandum and only surcharges are paid.
 */
export const vatReturn = mechanism("vat_return", {
  title: { zh: "增值税及附加申报", en: "VAT and surcharges" },
  summary: {
    zh: "按纳税人汇总销项、进项、土地价款抵减、留抵与预缴,计算当期应纳增值税及城建税、教育费附加。",
    en: "Collects output, input, land relief, credit and prepayments of one taxpayer; VAT payable and the surcharges on it.",
  },
  family: "tax",
  clauses: ["national-law/vat", "national-law/surcharges"],
  checks: ["C13"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", ["entity", "spv", "operator"]),
    authority: party("征收机关", "tax authority", ["tax"]),
    saleRate: rate("房地产销售税率(用于土地抵减)", "VAT rate of property sales, for the land relief", {
      from: 0,
      to: 1,
      policy: "vat_sale",
    }),
    prepaymentRate: rate("预征率", "prepayment rate on presale receipts", { from: 0, to: 1, usual: [0.03, 0.03] }),
    landPrice: money("允许扣除的土地价款(含税口径)", "land price allowed for deduction", {
      from: 0,
      optional: true,
      usual: [0, 300000000],
    }),
    cityRate: rate("城市维护建设税率", "city maintenance tax rate", { from: 0, to: 0.07, policy: "city_tax" }),
    educationRate: rate("教育费附加率", "education surcharge rate", { from: 0, to: 0.1, policy: "edu" }),
    localEducationRate: rate("地方教育附加率", "local education surcharge rate", {
      from: 0,
      to: 0.1,
      policy: "local_edu",
    }),
    surchargeRate: rate("附加综合费率(填写后代替以上三项)", "surcharges at one rate, in place of the three", { from: 0, to: 0.3, optional: true, usual: [0.06, 0.12] }),
    profitTiming,
  },
  selections: { output: "role = vat.output, taxpayer = taxpayer" },
  once: ["taxpayer"],
  lines: (c) => [
    flow("output", "一般计税销项税额", "output VAT, general method", "sum(output, method = general)"),
    flow("simplified", "简易计税应纳税额", "VAT under the simplified method", "sum(output, method = simplified)"),
    flow("input", "进项税额", "input VAT", "sum(role = vat.input, taxpayer = taxpayer)"),
    ...(c.has("landPrice") ? landReliefLines : []),
    flow("net", "当期应纳税额(抵留抵后)", "net VAT after carried credit", `output - ${c.has("landPrice") ? "relief" : "0"} - input - prev(credit)`),
    stock("credit", "期末留抵税额", "credit carried", "max(0, 0 - net)"),
    flow("payable", "应纳税额(抵预缴前)", "payable before prepayments", "max(0, net) + simplified"),
    flow("prepayment", "预缴增值税", "prepayment", "sum(role = vat.prepayment_base, taxpayer = taxpayer) * prepaymentRate"),
    flow("prepayment_used", "预缴抵减", "prepayment used", "min(payable, prev(prepaid) + prepayment)"),
    stock("prepaid", "预缴未抵减余额", "prepayment carried", "prev(prepaid) + prepayment - prepayment_used"),
    flow("due", "当期缴纳增值税", "VAT paid in the period", "payable - prepayment_used + prepayment"),
    cash("paid", "缴纳增值税", "VAT paid", "due * convention.separate_vat", {
      from: "taxpayer",
      to: "authority",
      role: "tax.vat",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "vat_credit", credit: "cash" },
    }),
    flow("surcharge_accrued", "应纳税额对应附加", "surcharges on VAT payable", `payable * ${SURCHARGES}`),
    ...taxPaidLines(c, {
      name: "surcharge",
      zh: "税金及附加",
      en: "surcharges",
      formula: `due * ${SURCHARGES}`,
      role: "tax.surcharge",
      charge: "running(surcharge_accrued)",
      clauses: ["national-law/surcharges"],
      convention: { zh: "以实际缴纳的增值税为计税依据", en: "on VAT actually paid" },
    }),
  ],
});

const SURCHARGES = "(surchargeRate or cityRate + educationRate + localEducationRate)";

/** Land price is deducted as above-ground floor area is handed over. */
const landReliefLines: readonly LineSpec[] = [
  doubt(
    "land_unpaid",
    "landPrice",
    "允许扣除的土地价款超过本纳税人实际支付的土地价款与拆迁补偿",
    "the land price deducted is more than the taxpayer pays for land and compensation",
    `total(sum(payer = taxpayer, role = in(cost.land.price, cost.compensation.*), crosses != inside)) > ${FEN} and landPrice > total(sum(payer = taxpayer, role = in(cost.land.price, cost.compensation.*), crosses != inside)) + ${FEN} ? 1 : 0`,
  ),
  scalar(
    "product_area",
    "地上产品建筑面积(含持有)",
    "above-ground product area, held included",
    "sum(role = in(area.disposition.sale, area.disposition.lease, area.disposition.ceded), taxpayer = in(taxpayer, unset), pool != below)",
    { unit: "m2" },
  ),
  flow("land_used", "允许扣除的土地价款(当期)", "land price deducted", "landPrice * share(sum(role = area.handed_over, taxpayer = taxpayer, pool != below), product_area)", {
    clauses: ["national-law/vat"],
  }),
  flow("relief", "土地价款抵减销项税额(申报)", "VAT relief for the land price, in the return", "land_used * saleRate / (1 + saleRate)"),
  booking("land_relief", "土地价款抵减销项税额", "VAT relief for the land price", "relief * convention.separate_vat", {
    role: "vat.land_relief",
    words: { taxpayer: "taxpayer" },
    posts: { debit: "vat_credit", credit: "cost_of_sales" },
    convention: { zh: "冲减销售成本", en: "reduces the cost of sales" },
  }),
];
