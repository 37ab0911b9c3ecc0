import { area, choice, flag, month, party, profile, quantity, rate, record, table, word } from "../../terms/inputs.ts";
import { perRow } from "../define/component.ts";
import { booking, cash, flagLine, flow, rateLine, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS } from "../define/parties.ts";
import { outputVatLines, saleVatInputs, vatOf } from "../define/vat.ts";
import { TALENT_DISCOUNT, talentReliefLines } from "./talent.ts";

/**
 * 限价出售: increment sold at the lower of expected price and cap, as fast as the market absorbs it and not before the presale rule allows; collected by
 * schedule; revenue recognised at hand-over. Sales planned before they are allowed are made up when they become allowed.
 */
export const sale = mechanism("sale", {
  title: { zh: "限价出售", en: "Sale at a capped price" },
  summary: {
    zh: "按预期价与限价孰低出售增量面积,按去化节奏签约、按回款节奏收款,预售条件达到前不得签约,交付时确认收入。",
    en: "Sells increment floor area at the lower of expected and capped price, by absorption and collection schedules, not before presale is allowed; revenue at hand-over.",
  },
  family: "income",
  clauses: ["jinhua-2020/3(3)", "national-law/real-estate-45"],
  checks: ["C11"],
  inputs: {
    seller: party("销售方", "seller", ["entity", "spv", "operator"]),
    buyer: party("购房人", "buyers", ["buyer", "resident"]),
    product: word("产品(与面积平衡表一致)", "product, as in the area balance"),
    level: choice(
      "位置(不填为地上)",
      "level (above ground when left out)",
      { above: { zh: "地上", en: "above ground" }, below: { zh: "地下", en: "below ground" } },
      { optional: true },
    ),
    areaForSale: area("可售面积(面积平衡表无此产品时填写)", "area for sale, when no area balance names the product", {
      from: 0,
      optional: true,
      usual: [2000, 30000],
    }),
    price: quantity("CNY/m2", "预期售价", "expected price", { from: 0, usual: [8000, 35000] }),
    ...saleVatInputs,
    priceCap: quantity("CNY/m2", "限价", "price cap", { from: 0, optional: true, usual: [9000, 36000] }),
    capIncludesVat: flag("限价含税", "cap includes VAT", { optional: true }),
    priceGrowth: rate("年涨幅", "growth per year", { from: -0.5, to: 0.5, usual: [0, 0.03] }),
    priceFrom: month("价格基准月", "month of the price base", "base"),
    absorption: profile("share", "1", "去化比例(占可售面积)", "absorption, share of the area for sale", {
      from: 0,
      to: 1,
    }),
    mode: choice("销售方式", "way of selling", {
      presale: { zh: "预售", en: "presale" },
      completed: { zh: "现房销售", en: "completed sale only" },
    }),
    presalePermit: record("预售许可", "presale permit", { kinds: ["permit"] }),
    handover: month("交付月", "hand-over month", "starting"),
    collection: table(
      "回款节奏",
      "collection schedule",
      {
        lag: { type: "number", unit: "mo", label: { zh: "签约后月数", en: "months after contract" }, from: 0, to: 60, usual: [0, 12] },
        share: { type: "number", unit: "1", label: { zh: "比例", en: "share" }, from: 0, to: 1, usual: [0.3, 0.6] },
      },
      { minRows: 1 },
    ),
    retention: rate("监管账户留存比例", "share of receipts kept in the supervised account until hand-over", {
      from: 0,
      to: 1,
      optional: true,
      usual: [0, 0.3],
    }),
    talentShare: rate("人才购房面积占比", "share of the area sold to recruited talent", { from: 0, to: 1, optional: true, usual: [0.05, 0.2] }),
    talentDiscount: rate("人才购房优惠率", "price discount for talent", { from: 0, to: 1, optional: true, usual: [0.05, 0.2] }),
    talentPayer: party("优惠补偿方(不填由项目承担)", "who makes the discount good; the project bears it when left out", [...BUDGETS, "soe", "other"], { optional: true }),
    sellingCost: rate("销售费用率(占签约额)", "selling cost, share of contracts", {
      from: 0,
      to: 0.2,
      usual: [0.01, 0.03],
    }),
    sellingCostPayee: party("销售代理", "agent", ["supplier", "contractor", "other"]),
  },
  lines: (c) => {
    const vat = vatOf(c);
    const product = { tags: { pool: c.word("level", "above") }, words: { product: "product" } };
    const sold = { ...product, words: { ...product.words, taxpayer: "seller" } };
    const perM2 = { unit: "CNY/m2" };
    const grown = "price_exvat * grown(priceGrowth, yearof(priceFrom), 1)";
    return [
      flagLine("allowed", "可以签约", "selling allowed", c.is("mode", "presale") ? PRESALE : "month >= handover ? 1 : 0", {
        clauses: ["national-law/real-estate-45"],
        convention: {
          zh: "累计投入工程费达到比例当期起可以预售",
          en: "presale from the period in which works spent reach the ratio",
        },
      }),
      scalar("area_offered", "可售面积", "area for sale", "areaForSale or sum(role = area.disposition.sale, product = product)", {
        ...sold,
        unit: "m2",
        ...(c.has("areaForSale") ? { role: "area.disposition.sale" } : {}),
      }),
      flow("sold", "签约面积", "area sold", "allowed > 0 ? area_offered * min(1, running(absorption)) - prev(running(sold)) : 0", {
        ...sold,
        unit: "m2",
        role: "area.sold",
      }),
      scalar("price_exvat", "预期单价(不含税)", "price expected, ex VAT", vat.net("price"), perM2),
      ...(c.has("priceCap") ? [scalar("cap_exvat", "限价(不含税)", "cap, ex VAT", `exvat(priceCap, ${vat.rate}, capIncludesVat or 0)`, perM2)] : []),
      rateLine("price_used", "执行单价(不含税)", "price used, ex VAT", `${c.has("priceCap") ? `min(${grown}, cap_exvat)` : grown} * project.price_factor`, {
        unit: "CNY/m2",
        clauses: ["jinhua-2020/3(3)"],
        convention: { zh: "限价不随涨幅变动,与售价换算到同一含税口径后比较", en: "the cap stays while the price grows; both are compared on the same VAT basis" },
      }),
      flow("contract", "签约金额(不含税)", "contracts, ex VAT", `sold * price_used * (1 - ${TALENT_DISCOUNT})`, { ...sold, role: "sale.contract" }),
      ...talentReliefLines(c, "sold * price_used", "seller"),
      ...perRow(c, "collection", () => [flow("collected", "回款", "collected", "lag(contract, row.lag / dtmonths) * row.share")]),
      cash("receipt", "销售回款(不含税)", "sale receipts, ex VAT", "sumrows(collection, row.collected)", {
        ...product,
        from: "buyer",
        to: "seller",
        role: "sale.receipt",
        posts: { debit: "cash", credit: "advance" },
      }),
      flow("handed_over", "交付面积", "area handed over", "month >= handover ? running(sold) - prev(running(handed_over)) : 0", {
        ...sold,
        unit: "m2",
        role: "area.handed_over",
      }),
      booking("revenue", "销售收入", "sale revenue", "month >= handover ? running(contract) - prev(running(revenue)) : 0", {
        ...sold,
        role: "sale.revenue",
        posts: { debit: "advance", credit: "revenue" },
      }),
      ...outputVatLines("receipt", vat, { from: "buyer", to: "seller" }, "revenue"),
      ...(vat.taxed
        ? [
            flow("prepayment_base", "预缴增值税计税依据", "base of VAT prepayment", "month < handover ? receipt : 0", {
              role: "vat.prepayment_base",
              words: { taxpayer: "seller" },
            }),
          ]
        : []),
      ...(c.has("retention")
        ? [
            stock("supervised", "监管账户余额", "supervised account", "month < handover ? running(receipt) * retention : 0", {
              role: "cash.restricted",
              words: { holder: "seller" },
            }),
          ]
        : []),
      cash("selling_cost", "销售费用", "selling cost", "contract * sellingCost", {
        from: "seller",
        to: "sellingCostPayee",
        role: "opex.selling",
        words: { taxpayer: "seller" },
        posts: { debit: "opex", credit: "cash" },
      }),
    ];
  },
});

/** Presale is allowed once works spent have reached their ratio and the permit, where one is named, is on record. */
const PRESALE = "since(running(sum(role = cost.works.*)) >= param(presale_invested_ratio) * total(sum(role = cost.works.*)) and recorded(presalePermit) > 0) > 0 ? 1 : 0";
