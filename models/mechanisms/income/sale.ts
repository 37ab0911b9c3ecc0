import { area, choice, flag, month, party, plot, profile, quantity, rate, table, unitPrice, word } from "../../terms/inputs.ts";
import { type Component, needs, perRow } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { booking, cash, flagLine, flow, type LineSpec, rateLine, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS } from "../define/parties.ts";
import { rateBaseInput, rateBaseLines, rateBaseOf } from "../define/rateBase.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { inputVatLines, outputVatLines, PURCHASE_METHODS, saleVatInputs, type Vat, vatNamed, vatOf } from "../define/vat.ts";
import { AREA_A_HOUSEHOLD, SALE_PRICES } from "./likelyPrices.ts";
import { perArea, piecesInput, piecesLine } from "./pieces.ts";
import { presaleInputs, presaleLines } from "./presale.ts";
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
  offers: ["area_offered", "planned", "price_exvat", "cap_exvat", "construction", "talent_discount"],
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
    plot: plot("地块(预售投入按地块计时)", "plot, where presale looks at its spending alone", { optional: true }),
    price: quantity("CNY/m2", "预期售价(元/㎡;按个计价时不填)", "expected price per ㎡, unless priced by the piece", {
      from: 0,
      usual: [8000, 35000],
      plausible: SALE_PRICES,
      unless: ["pricePerPiece"],
    }),
    pricePerPiece: unitPrice("预期单价(元/个,如车位)", "expected price per piece, e.g. a parking space", { from: 0, optional: true, usual: [60000, 250000] }),
    ...piecesInput,
    ...saleVatInputs,
    vatDue: choice(
      "增值税纳税义务发生(不填为交付时,预售款预缴)",
      "output VAT arises (at hand-over with prepayments, when left out)",
      {
        handover: { zh: "交付时,预售款预缴", en: "at hand-over, prepaid on presale receipts" },
        receipt: { zh: "收款时(至迟交付时),不预缴", en: "on receipt, at the latest at hand-over; nothing prepaid" },
      },
      { optional: true },
    ),
    priceCap: quantity("CNY/m2", "限价", "price cap", { from: 0, optional: true, usual: [9000, 36000] }),
    capIncludesVat: flag("限价含税", "cap includes VAT", { optional: true }),
    priceGrowth: rate("年涨幅", "growth per year", { from: -0.5, to: 0.5, usual: [0, 0.03] }),
    priceFrom: month("价格基准月", "month of the price base", "base"),
    absorption: profile("share", "1", "去化比例(占可售面积)", "absorption, share of the area for sale", {
      from: 0,
      to: 1,
      rest: { zh: "余下部分为期末未售", en: "the rest is not sold within the horizon" },
      unless: ["paceArea", "pacePieces"],
    }),
    paceArea: quantity("m2/mo", "每月去化面积(自可以签约起;替代去化比例)", "area sold a month from when selling is allowed, instead of the shares", {
      from: 0,
      optional: true,
      usual: [300, 3000],
    }),
    pacePieces: quantity("1/mo", "每月去化个数(自可以签约起;替代去化比例)", "pieces sold a month from when selling is allowed, instead of the shares", {
      from: 0,
      optional: true,
      usual: [3, 40],
    }),
    mode: choice("销售方式", "way of selling", {
      presale: { zh: "预售", en: "presale" },
      completed: { zh: "现房销售", en: "completed sale only" },
    }),
    ...presaleInputs,
    handover: month("交付月", "hand-over month", "starting"),
    collection: table("回款节奏", "collection schedule", {
      lag: { type: "number", unit: "mo", label: { zh: "签约后月数", en: "months after contract" }, from: 0, to: 60, usual: [0, 12] },
      share: { type: "number", unit: "1", label: { zh: "比例", en: "share" }, whole: true, from: 0, to: 1, usual: [0.3, 0.6] },
    }),
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
      plausible: [0.002, 0.1],
    }),
    rateBase: rateBaseInput,
    sellingCostPayee: party("销售代理", "agent", ["supplier", "contractor", "other"]),
    sellingVatMethod: choice("销售费用进项税处理(不填为不涉及)", "input VAT of the selling cost (none when left out)", PURCHASE_METHODS, { optional: true }),
    sellingVatRate: rate("销售费用增值税率", "VAT rate of the selling cost", { from: 0, to: 1, optional: true, statutory: true, usual: [0.06, 0.06] }),
    sellingIncludesVat: flag("销售费用含税", "the selling cost includes VAT", { optional: true }),
  },
  // Most products are priced in full.
  mayFindNothing: ["priced_share"],
  lines: (c) => {
    const vat = vatOf(c);
    return [
      ...offerLines(c),
      ...paceLines(c),
      ...priceLines(c, vat),
      ...moneyLines(c, vat),
      ...handoverLines(c, vat),
      ...sellingLines(c, vat),
      ...restLines(c),
      ...(c.has("areaForSale") ? [] : [handedOverUnbuilt]),
    ];
  },
});

const seller = { taxpayer: "seller" };
const ofProduct = (c: Component) => ({ tags: { pool: c.word("level", "above") }, words: { product: "product" } });
const sold = (c: Component) => ({ tags: { pool: c.word("level", "above") }, words: { product: "product", ...seller } });

/** What there is to sell. Area common to a product is sold with it but not priced (得房率). */
function offerLines(c: Component): readonly LineSpec[] {
  const own = c.has("areaForSale");
  return [
    scalar("area_offered", "可售面积", "area for sale", "areaForSale or sum(role = area.disposition.sale, product = product)", {
      ...sold(c),
      tags: { ...sold(c).tags, plausible_each: own ? AREA_A_HOUSEHOLD.plausible : "0", at: own ? "areaForSale" : "product" },
      unit: "m2",
      ...(own ? { role: "area.disposition.sale" } : {}),
    }),
    ratio("priced_share", "计价面积比例", "share of the area that is priced", own ? "1" : "1 - share(sum(role = area.unsaleable, product = product), area_offered)"),
    ...(c.has("pricePerPiece") || c.has("pacePieces") ? [piecesLine] : []),
  ];
}

/** How fast it is sold: by shares of the area, what was planned too early being made up, or so much a month from when selling is allowed. */
function paceLines(c: Component): readonly LineSpec[] {
  const presale = c.is("mode", "presale");
  const pace = c.has("paceArea") ? "paceArea" : perPiece("pacePieces");
  const paced = c.has("paceArea") || c.has("pacePieces");
  return [
    ...(presale ? presaleLines(c) : [flagLine("allowed", "可以签约", "selling allowed", "month >= handover ? 1 : 0", { clauses: ["national-law/real-estate-45"] })]),
    ...(paced
      ? [flow("months_selling", "当期签约月数", "months of selling", `allowed > 0 ? monthsin(${presale ? "allowed_from" : "handover"}, month + dtmonths) : 0`, { unit: "mo" })]
      : []),
    flow("planned", "计划签约面积", "area planned to be sold", paced ? "sold" : "area_offered * absorption", { unit: "m2" }),
    flow(
      "sold",
      "签约面积",
      "area sold",
      paced ? `min(area_offered - prev(running(sold)), ${pace} * months_selling)` : "allowed > 0 ? area_offered * min(1, running(absorption)) - prev(running(sold)) : 0",
      { ...sold(c), tags: { ...sold(c).tags, ...countedTags("in", "m2") }, unit: "m2", role: "area.sold" },
    ),
    stock("earned_area", "已售面积", "area sold so far", "running(sold)", { ...sold(c), unit: "m2", role: "area.in_use" }),
  ];
}

const perPiece = (pieces: string): string => `(pieces_offered > 0 ? ${pieces} * area_offered / pieces_offered : 0)`;

/** In a period that runs into the next year of growth, the average of its months. */
const grown =
  "price_exvat * across(grown(priceGrowth, yearof(priceFrom), 1), grown(priceGrowth, yearof(priceFrom) + 1, 1), max(0, month + dtmonths - nextyear(priceFrom)) / dtmonths)";

function priceLines(c: Component, vat: Vat): readonly LineSpec[] {
  const perM2 = { unit: "CNY/m2" };
  if (c.has("priceCap") && vat.taxed) needs(c, "capIncludesVat");
  return [
    scalar(
      "price_exvat",
      "预期单价(不含税)",
      "price expected, ex VAT",
      c.has("pricePerPiece") ? perArea(vat.net("pricePerPiece"), "(area_offered * priced_share)") : vat.net("price"),
      perM2,
    ),
    ...(c.has("priceCap") ? [scalar("cap_exvat", "限价(不含税)", "cap, ex VAT", `exvat(priceCap, ${vat.rate}, capIncludesVat or 0)`, perM2)] : []),
    rateLine("price_used", "执行单价(不含税)", "price used, ex VAT", `${c.has("priceCap") ? `min(${grown}, cap_exvat)` : grown} * project.price_factor`, {
      unit: "CNY/m2",
      clauses: ["jinhua-2020/3(3)"],
      convention: { zh: "限价不随涨幅变动,与售价换算到同一含税口径后比较", en: "the cap stays while the price grows; both are compared on the same VAT basis" },
    }),
  ];
}

/** Contracts, and their money by the collection schedule. */
function moneyLines(c: Component, vat: Vat): readonly LineSpec[] {
  const full = "sold * priced_share * price_used";
  return [
    flow("contract", "签约金额(不含税)", "contracts, ex VAT", `${full} * (1 - ${TALENT_DISCOUNT})`, { ...sold(c), role: "sale.contract" }),
    ...rateBaseLines("contract", vat, { role: "sale.contract", words: seller }),
    ...talentReliefLines(c, full, "seller"),
    ...perRow(c, "collection", () => [flow("collected", "回款", "collected", "lag(contract, row.lag / dtmonths) * row.share")]),
    cash("receipt", "销售回款(不含税)", "sale receipts, ex VAT", "sumrows(collection, row.collected)", {
      ...ofProduct(c),
      tags: { ...ofProduct(c).tags, ...countedTags("in") },
      from: "buyer",
      to: "seller",
      role: "sale.receipt",
      posts: { debit: "cash", credit: "advance" },
    }),
    ...(c.has("retention")
      ? [
          stock("supervised", "监管账户余额", "supervised account", "month < handover ? running(receipt) * retention : 0", {
            role: "cash.restricted",
            words: { holder: "seller" },
          }),
        ]
      : []),
  ];
}

/** Revenue, area and VAT arise at hand-over; until then VAT is prepaid on what is received, unless it is due with the receipts. */
function handoverLines(c: Component, vat: Vat): readonly LineSpec[] {
  const onReceipt = c.is("vatDue", "receipt");
  return [
    flow("handed_over", "交付面积", "area handed over", "month >= handover ? running(sold) - prev(running(handed_over)) : 0", {
      ...sold(c),
      unit: "m2",
      role: "area.handed_over",
    }),
    booking("revenue", "销售收入", "sale revenue", "month >= handover ? running(contract) - prev(running(revenue)) : 0", {
      ...sold(c),
      role: "sale.revenue",
      posts: { debit: "advance", credit: "revenue" },
    }),
    ...(onReceipt ? [flow("vat_base", "增值税计税销售额", "sales on which VAT has arisen", "max(running(receipt), running(revenue)) - prev(running(vat_base))")] : []),
    ...outputVatLines("receipt", vat, { from: "buyer", to: "seller" }, onReceipt ? "vat_base" : "revenue"),
    ...(vat.taxed && !onReceipt
      ? [
          flow("prepayment_base", "预缴增值税计税依据", "base of VAT prepayment", "month < handover ? receipt : 0", {
            role: "vat.prepayment_base",
            words: seller,
          }),
        ]
      : []),
  ];
}

function sellingLines(c: Component, vat: Vat): readonly LineSpec[] {
  const own = vatNamed(c, { method: "sellingVatMethod", rate: "sellingVatRate", includes: "sellingIncludesVat" });
  const base = rateBaseOf(c) === "entered" && vat.taxed ? "(contract + contract_as_entered)" : "contract";
  return [
    cash("selling_cost", "销售费用", "selling cost", own.carried(`${base} * sellingCost`), {
      from: "seller",
      to: "sellingCostPayee",
      role: "opex.selling",
      words: seller,
      posts: { debit: "opex", credit: "cash" },
      convention:
        base === "contract"
          ? { zh: "以不含税签约额为基数", en: "on contracts without VAT" }
          : { zh: "以录入口径的签约额为基数,价格含税的即含税", en: "on contracts as entered, with VAT where the price includes it" },
    }),
    ...inputVatLines("selling_cost", own, { from: "seller", to: "sellingCostPayee" }),
  ];
}

const WORKS = "sum(role = cost.works.*, plot = plot)";

/** What the area balance has for sale is built first; works in stages go on after the first are handed over. */
const handedOverUnbuilt = doubt(
  "handed_over_unbuilt",
  "handover",
  "交付月时工程款支付不到一半:交付早于建成",
  "not half of the works is paid by the month of hand-over: nothing can have been built",
  `total(${WORKS}) > total(month <= handover ? ${WORKS} : 0) * 2 ? 1 : 0`,
);

/** What was offered and is not sold, what was asked and is not received: above the cap, in no instalment, or after the horizon. */
function restLines(c: Component): readonly LineSpec[] {
  const words = { product: "product", ...seller };
  const paced = c.has("paceArea") || c.has("pacePieces");
  const asked = `total(sold * priced_share * ${grown} * project.price_factor) * (1 - ${TALENT_DISCOUNT})`;
  return [
    ...uncountedLines({
      way: "in",
      unit: "m2",
      prefix: "area_",
      entered: "area_offered",
      counted: "total(sold)",
      limits: [{ reason: "cutoff", upTo: paced ? "area_offered" : "area_offered * min(1, total(absorption))" }],
      words,
    }),
    ...uncountedLines({
      way: "in",
      entered: c.has("priceCap") ? asked : "total(contract)",
      counted: "total(receipt)",
      limits: [...(c.has("priceCap") ? [{ reason: "cap", upTo: "total(contract)" } as const] : []), { reason: "cutoff", upTo: "total(contract) * sumrows(collection, row.share)" }],
      words,
    }),
    scalar("unsold", "期末未售面积", "area not sold at the end", "area_offered - total(sold)", { unit: "m2", role: "open.area.unsold", words }),
    scalar("uncollected", "期末未收销售款", "sale money not collected at the end", "total(contract) - total(receipt)", { role: "open.held.other", words }),
  ];
}
