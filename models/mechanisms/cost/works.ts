import { BY_NUMBER } from "../../terms/counted.ts";
import { choice, count, type InputSpec, month, months, party, plot, profile, rate, table, unitPrice, word } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { flow, type LineSpec, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { completionInput, completionLines, lastMonthOf, moreThanAYear } from "../define/stage.ts";
import { uncountedLines } from "../define/uncounted.ts";
import { purchaseVatInputs } from "../define/vat.ts";
import { wholeShare } from "../define/wholeShare.ts";
import { poolInput } from "./costPool.ts";
import { coveredInputs } from "./coveredArea.ts";
import { WORKS_PIECES, WORKS_PRICES } from "./likelyPrices.ts";
import { BASES } from "./quantity.ts";
import { costTagInputs } from "./tags.ts";
import { buildingOf, itemLines, paidTotal } from "./worksItem.ts";

const KINDS = {
  building: { zh: "建筑工程", en: "building works" },
  equipment: { zh: "安装及设备", en: "installation and equipment" },
  outdoor: { zh: "室外及公用配套", en: "outdoor works and networks" },
  demolition: { zh: "拆除工程", en: "demolition" },
  platform: { zh: "数字平台及安防", en: "digital platform and security" },
};

/** How the works are delivered and paid: what a way of building adds, what suppliers of an alliance take off or let wait. */
const terms = {
  premium: rate("交付方式溢价(工程总承包风险、装配式、超低能耗等)", "premium of the way of building (EPC risk, prefabrication, low energy …)", {
    from: -0.5,
    to: 1,
    optional: true,
    usual: [0.01, 0.08],
  }),
  discount: rate("产业联盟供应商优惠", "discount of allied suppliers", { from: 0, to: 1, optional: true, usual: [0, 0.05] }),
  deferredShare: rate("延期支付比例", "share paid later", { from: 0, to: 1, optional: true, usual: [0, 0.1] }),
  deferredMonths: months("延期月数", "months later", { from: 0, to: 120, optional: true, usual: [0, 12] }),
} satisfies Record<string, InputSpec>;

const STAGE_WORDS = { plot: "plot", taxpayer: "payer" };

/** 工程费用: items of works, each a quantity times a price, spread over time by one phasing. Several components take several phasings. */
export const works = mechanism("works", {
  title: { zh: "工程费用", en: "Works" },
  summary: {
    zh: "工程量(面积、户数、数量或总额)乘以单价,按投资进度支付;可抵扣进项税另列,不可抵扣部分计入成本。",
    en: "Quantity (area, households, pieces or a lump sum) times price, paid by phasing; creditable VAT apart, other VAT part of the cost.",
  },
  family: "cost",
  clauses: ["taizhou-2023-draft/4(5)12"],
  checks: ["C04", "C05"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    payee: party("承包单位", "contractor", SUPPLIERS),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    items: table("工程项目", "items", {
      kind: choice("类别", "category", KINDS),
      basis: choice("计量", "measured", BASES),
      product: word("产品(按产品计量时)", "product, when measured by a product", { optional: true }),
      quantity: count("数量(按数量时)", "pieces, when measured by number", { counted: BY_NUMBER, from: 0, optional: true, usual: [1, 40], plausible: WORKS_PIECES }),
      price: unitPrice("单价或总额(元/计量单位)", "price per unit measured, or lump sum", {
        from: 0,
        usual: [300, 4000],
        plausible: WORKS_PRICES,
      }),
      start: month("本项开工月(与工期同填时单独均匀支付)", "start of this item; with its months it is paid evenly by itself", "from", { late: "open", optional: true }),
      duration: months("本项工期(月)", "months of this item", { from: 1, to: 240, optional: true, usual: [3, 36] }),
      eligibleShare: rate("可用资金部分占本项比例(不填为全部)", "part of the item the eligibility holds for (all when left out)", {
        from: 0,
        to: 1,
        optional: true,
        usual: [0.3, 1],
      }),
      ...coveredInputs,
      ...purchaseVatInputs,
      pool: poolInput,
      ...costTagInputs,
    }),
    phasing: profile("share", "1", "投资进度", "phasing", { from: 0, to: 1 }),
    ...terms,
    completion: completionInput,
  },
  lines: (c) => [
    flow("spread", "当期投资比例", "share of the period", wholeShare("phasing"), {
      unit: "1",
      convention: { zh: "按全部进度计,计算期后的部分未计入", en: "of the whole phasing; what lies after the horizon is not counted" },
    }),
    ...completionLines(c, { of: "works", otherwise: lastMonthOf(buildingOf(c)), words: STAGE_WORDS }),
    ...perRow(c, "items", (row) => itemLines(c, row)),
    scalar("total_budget", "工程费合计", "cost of works in total", "sumrows(items, row.budget)"),
    ...uncountedLines({ way: "out", entered: "total_budget", counted: paidTotal(c), words: STAGE_WORDS }),
    ...(c.has("deferredShare") ? [retained(c)] : []),
    ...afterIncome(c),
  ],
});

const EARNED = "sum(role = revenue.*, crosses != outside)";

/** 整治迟于收入: what is renovated earns once it is done; stages may follow each other within a year. */
function afterIncome(c: Component): readonly LineSpec[] {
  if (!c.rows("items").some((row) => row.is("basis", "kept") || row.is("basis", "existing"))) return [];
  return [
    doubt(
      "after_income",
      "phasing",
      "整治工程完工比经营收入开始晚一年以上:收入先于所依据的整治,请核对投资进度",
      "the renovation is completed more than a year after income begins: the income comes before what it rests on",
      moreThanAYear("completed", `total(${EARNED}) > 0 ? lowest(month, ${EARNED} > 0) : 0 mo`),
    ),
  ];
}

/** 质保金: kept back and due after the last period. */
const retained = (c: Component): LineSpec =>
  scalar("retention_due", "计算期后应付质保金", "retention due after the horizon", `total_budget - (${paidTotal(c)})`, { role: "open.owed.retention", words: STAGE_WORDS });
