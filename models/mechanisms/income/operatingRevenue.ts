import { BY_NUMBER } from "../../terms/counted.ts";
import { area, choice, count, party, profile, rate, record, table, unitPrice, word } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { perRow, type Row } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { outputVatLines, saleVatInputs, vatOf } from "../define/vat.ts";
import { assumeRenewal, INCOME_SHARE_COUNTED, RELIEF_CONVENTION, RELIEF_IN_FORCE, reliefColumn } from "../tax/relief.ts";
import { BOOKS } from "./books.ts";
import { plausibleIncome, REVENUE_PRICES, REVENUE_QUANTITIES } from "./likelyPrices.ts";
import { measuredPlot, OPERATING_BASES, operatingQuantity } from "./operatingBase.ts";
import { atCapacity, CHARGED, grownRow, incomeGrowthColumns, operationInputs, operationLines, PRICE_PER } from "./operation.ts";
import { heldInAreas, scaleLines } from "./scale.ts";
import { serviceColumns, serviceSubsidyLines } from "./service.ts";

const KINDS = {
  parking: { zh: "停车", en: "parking" },
  property_fee: { zh: "物业费", en: "property fee" },
  service: { zh: "养老托育餐饮等服务", en: "services (elderly, childcare, meals …)" },
  startup: { zh: "创业服务(培训、融资、工位等)", en: "start-up services (training, finance, desks …)" },
  energy: { zh: "能源及充电", en: "energy and charging" },
  common: { zh: "共有部分收益(须业主表决)", en: "income of common parts (owners' vote needed)" },
  ceded: { zh: "让渡运营对价", en: "price of ceded space" },
  municipal: { zh: "市政服务(依法采购)", en: "municipal services, legally procured" },
  commission: { zh: "团购、电商及农产品佣金", en: "commissions on group purchase, online sales and farm goods" },
  other: { zh: "其他", en: "other" },
};

const ROLE_OF: Readonly<Record<string, Role>> = {
  parking: "revenue.parking",
  property_fee: "revenue.property_fee",
  service: "revenue.service",
  startup: "revenue.service",
  energy: "revenue.energy",
  common: "revenue.common",
  ceded: "revenue.ceded",
  municipal: "revenue.service",
  commission: "revenue.other",
  other: "revenue.other",
};

/** 经营收入: lines of base × price × growth × occupancy × collection; income of common parts only from the owners' vote on. */
export const operatingRevenue = mechanism("operating_revenue", {
  title: { zh: "经营收入", en: "Operating revenue" },
  summary: {
    zh: "逐项:数量×单价×(1+涨幅)^(年序-1)×培育期比例×收缴率;共有部分收益须经业主重大事项表决后方可计入。",
    en: "By line: base × price × growth × occupancy × collection; income of common parts counts only after the owners' major vote.",
  },
  family: "income",
  clauses: ["civil-code/278", "civil-code/282", "taizhou-2023-draft/4(5)12"],
  checks: ["C10", "C12", "C13"],
  offers: ["received", "held", "unheld"],
  inputs: {
    earner: party("收入归属方", "earner", PROJECT_SIDE),
    plot: measuredPlot,
    ...operationInputs,
    assumeRenewal,
    collectionByYear: profile("rate", "1", "各年收缴率(用于未填收缴率的项目)", "collection rate by year, for lines without their own", {
      averaged: true,
      from: 0,
      to: 1,
      optional: true,
      usual: [0.7, 0.98],
    }),
    vote: record("业主表决(经营共有部分及收益分配)", "owners' vote on operating common parts and splitting the income", { kinds: ["vote"], majority: "major" }),
    items: table("收入项目", "lines", {
      kind: choice("类别", "category", KINDS),
      payer: party("付款方", "payer", ["tenant", "resident", "buyer", "operator", "utility", "city", "district", "soe", "supplier", "other"]),
      basis: choice("计量", "measured", OPERATING_BASES),
      quantity: count("数量或每计量单位数量", "number, or units per unit measured", {
        counted: BY_NUMBER,
        from: 0,
        optional: true,
        usual: [1, 400],
        plausible: REVENUE_QUANTITIES,
      }),
      price: unitPrice("单价", "price", { from: 0, usual: [1, 500], plausible: REVENUE_PRICES }),
      per: choice("计价周期", "price per", PRICE_PER),
      ...incomeGrowthColumns,
      ramped: choice("随培育期", "follows the ramp-up", { yes: { zh: "是", en: "yes" }, no: { zh: "否", en: "no" } }),
      collection: rate("收缴率(按年另列时不填)", "collection rate; that by year when left out", { from: 0, to: 1, optional: true, usual: [0.6, 0.98] }),
      product: word("所用产品面积(如车库)", "product whose area it earns from, e.g. a garage", { optional: true }),
      areaUsed: area("所用面积(不填为该产品全部)", "area it earns from (all of the product when left out)", { from: 0, optional: true, usual: [100, 5000] }),
      ...saleVatInputs,
      ...serviceColumns,
      book: choice("所属账(综合运营时)", "book, in an integrated operation", BOOKS, { optional: true }),
      relief: reliefColumn,
    }),
  },
  lines: (c) => [...operationLines(c), ...perRow(c, "items", revenueLines)],
});

function revenueLines(row: Row): readonly LineSpec[] {
  const kind = row.word("kind");
  const role = ROLE_OF[kind];
  if (role === undefined) throw new Error(`no category ${kind}`);
  const label = KINDS[kind as keyof typeof KINDS];
  const relief = row.word("relief", "none");
  const relieved = relief !== "none" && vatOf(row, "row.").taxed;
  const vat = relieved ? vatOf(row, "row.", "vat_rate_used") : vatOf(row, "row.");
  const times = `${CHARGED[row.word("per")]}${row.is("ramped", "yes") ? " * occupancy" : ""}`;
  const voted = role === "revenue.common";
  return [
    ...(relieved ? [rateInForce] : []),
    ratio("measured", "数量", "quantity", operatingQuantity(row)),
    ratio("price_charged", "执行单价(不超政府指导价)", "price charged, not above the guided price", "min(row.price, row.guidePrice)", {
      unit: "CNY",
      clauses: ["taizhou-2023-draft/4(3)8"],
      convention: { zh: "与指导价同一含税口径比较", en: "compared with the guided price on one VAT basis" },
    }),
    flow(
      "gross",
      "应收收入(不含税)",
      "revenue due, ex VAT",
      `measured * ${vat.net("price_charged * (row.takeUp or 1) * (row.commission or 1)")} * ${times} * ${grownRow(row.is("ramped", "yes"))}`,
    ),
    cash("received", label.zh, label.en, `gross * (row.collection or collectionByYear)${voted ? " * recorded(vote)" : ""}`, {
      from: "row.payer",
      to: "earner",
      role,
      tags: { relief, ramped: row.word("ramped"), service: kind, ...plausibleIncome(row) },
      words: { taxpayer: "earner", book: "row.book" },
      posts: { debit: "cash", credit: "revenue" },
      ...(voted
        ? {
            clauses: ["civil-code/278", "civil-code/282"],
            convention: { zh: "无业主表决不计入项目收入", en: "no project revenue without the owners' vote" },
          }
        : {}),
    }),
    ...(row.is("ramped", "yes") ? [atCapacity("received")] : []),
    ...(row.has("product") ? earnedArea : []),
    ...(row.is("basis", "count") ? scaleLines(row, "items", "quantity", heldInAreas(row)) : []),
    ...outputVatLines("received", vat, { from: "row.payer", to: "earner" }),
    ...(relief === "community_service"
      ? [
          flow("not_counted", "减计收入(企业所得税)", "income not counted for income tax", `received * (1 - ${INCOME_SHARE_COUNTED})`, {
            role: "income_tax.reduced",
            words: { taxpayer: "earner" },
          }),
        ]
      : []),
    ...serviceSubsidyLines(row, times),
  ];
}

/** The space a line of income needs, so that no ㎡ earns twice. */
const earnedArea: readonly LineSpec[] = [
  scalar(
    "area_used",
    "取得经营收入的面积",
    "area it earns from",
    "row.areaUsed or sum(role = in(area.disposition.sale, area.disposition.lease, area.disposition.ceded, area.disposition.kept), product = row.product)",
    { unit: "m2" },
  ),
  stock("earned_area", "在营面积", "area in operation", "open_months > 0 ? area_used : 0", {
    unit: "m2",
    role: "area.in_use",
    words: { product: "row.product", taxpayer: "earner" },
  }),
];

/** A relief of limited time takes the rate away for as long as the rule is in force, so the price then holds no VAT. */
const rateInForce = rateLine("vat_rate_used", "执行税率", "VAT rate in force", `row.vatRate * (1 - ${RELIEF_IN_FORCE})`, {
  clauses: ["national-law/community-service-relief"],
  convention: RELIEF_CONVENTION,
});
