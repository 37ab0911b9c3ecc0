import { area, choice, flag, money, months, party, profile, quantity, rate, unitPrice, word, years } from "../../terms/inputs.ts";
import type { RangeWhere } from "../../terms/plausible.ts";
import { type Component, needs } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS, PROJECT_SIDE } from "../define/parties.ts";
import { outputVatLines, saleVatInputs, type Vat, vatOf } from "../define/vat.ts";
import { RENTS, RENTS_PER_PIECE } from "./likelyPrices.ts";
import { acrossYears, atCapacity, CHARGED, incomeGrowthColumns, operationInputs, operationLines, PRICE_PER } from "./operation.ts";
import { perArea, piecesInput, piecesLine } from "./pieces.ts";
import { TALENT_DISCOUNT, talentReliefLines } from "./talent.ts";

/** 设点机构: what they pay for their rooms may be nothing. */
const BRANCHES = {
  library: { zh: "图书馆", en: "library" },
  youth: { zh: "青少年活动中心", en: "youth centre" },
  elderly: { zh: "公办养老机构", en: "public home for the elderly" },
  bank: { zh: "金融机构", en: "bank" },
};
const BRANCH_RENTS: readonly RangeWhere[] = RENTS.map(({ where, range: [, most] }) => ({ where: { ...where, branch: Object.keys(BRANCHES) }, range: [0, most] }));

/** 限价出租: rent at the lower of market rent and cap, filling up by operating year, growing by steps; what is not collected is no revenue. */
export const lease = mechanism("lease", {
  title: { zh: "限价出租", en: "Lease at a capped rent" },
  summary: {
    zh: "自持面积按市场租金与限价孰低出租,按运营年培育期与阶梯涨租,扣免租期与未收缴部分。",
    en: "Leases held area at the lower of market rent and cap, with ramp-up and stepped growth, net of rent-free months and of what is not collected.",
  },
  family: "income",
  clauses: ["jinhua-2020/3(3)", "civil-code/705"],
  checks: ["C12", "C23"],
  offers: ["fit_out", "area_used", "rent_exvat", "cap_exvat", "term_years", "talent_discount"],
  inputs: {
    lessor: party("出租方", "lessor", PROJECT_SIDE),
    tenant: party("承租方", "tenants", ["tenant", "operator", "soe", "other"]),
    product: word("产品(与面积平衡表一致)", "product, as in the area balance"),
    source: choice(
      "面积来源(不填为新增产品)",
      "where the area comes from (a product when left out)",
      {
        product: { zh: "面积平衡表的产品", en: "a product of the area balance" },
        existing: { zh: "保留的原有房屋", en: "existing buildings that are kept" },
        outside: { zh: "项目以外借用、租入的房屋", en: "rooms borrowed or rented outside the project" },
      },
      { optional: true },
    ),
    areaLeased: area("出租面积(面积平衡表无此产品时填写)", "area leased, when no area balance names the product", {
      from: 0,
      optional: true,
      usual: [500, 10000],
    }),
    ...operationInputs,
    contractYears: years("单份租约年限(到期续签;不填则整段为一份)", "years of one lease, renewed when it ends (one lease for the whole time when left out)", {
      from: 1,
      optional: true,
      usual: [3, 10],
    }),
    branch: choice("公共机构、金融机构设点(一般租户不填)", "branch of an institution (none when left out)", BRANCHES, { optional: true }),
    fitOut: money("装修投入(由设点机构承担,线下列示)", "fit-out, paid by the institution and shown below the line", { from: 0, optional: true, usual: [100000, 2000000] }),
    rentPer: choice("租金口径", "rent per", { month: PRICE_PER.month, day: PRICE_PER.day }),
    rent: quantity("CNY/m2", "市场租金(元/㎡·月或日;按个计租时不填)", "market rent per ㎡ and month or day, unless rented by the piece", {
      from: 0,
      usual: [10, 60],
      plausible: [...BRANCH_RENTS, ...RENTS],
      unless: ["rentPerPiece"],
    }),
    rentPerPiece: unitPrice("租金(元/个·月或日,如车位)", "rent per piece and month or day, e.g. a parking space", {
      from: 0,
      optional: true,
      usual: [150, 600],
      plausible: RENTS_PER_PIECE,
    }),
    ...piecesInput,
    ...saleVatInputs,
    rentCap: quantity("CNY/m2", "租金限价(同口径)", "rent cap, per the same time", {
      from: 0,
      optional: true,
      usual: [12, 65],
      plausible: RENTS,
    }),
    capIncludesVat: flag("限价含税", "cap includes VAT", { optional: true }),
    capGrowth: rate("限价年涨幅(不填为不涨)", "growth of the cap per year (none when left out)", {
      from: 0,
      to: 0.2,
      optional: true,
      usual: [0, 0.03],
    }),
    ...incomeGrowthColumns,
    collection: rate("收缴率(按年另列时不填)", "collection rate, unless given by year", { from: 0, to: 1, usual: [0.9, 0.99], unless: ["collectionByYear"] }),
    collectionByYear: profile("rate", "1", "各年收缴率", "collection rate by year", { averaged: true, from: 0, to: 1, optional: true, usual: [0.85, 0.99] }),
    talentShare: rate("人才租户面积占比", "share of the area let to recruited talent", { from: 0, to: 1, optional: true, usual: [0.05, 0.3] }),
    talentDiscount: rate("人才租金优惠率", "rent relief for talent", { from: 0, to: 1, optional: true, usual: [0.1, 0.5] }),
    talentPayer: party("优惠补偿方(不填由项目承担)", "who makes the relief good; the project bears it when left out", [...BUDGETS, "soe", "other"], { optional: true }),
    rentFreeMonths: months("免租期", "rent-free months", { from: 0, to: 60, optional: true, usual: [0, 6] }),
  },
  lines: (c) => {
    const vat = vatOf(c);
    const full = `area_used * rent_used * ${CHARGED[c.word("rentPer")]} * charged_share * occupancy * ${c.has("collectionByYear") ? "collectionByYear" : "collection"}`;
    return [
      ...operationLines(c, PAID_FROM),
      ...areaLines(c),
      ratio("term_years", "租赁年数", "years of the lease", "(end + 1 mo - start) / monthsperyear", {
        unit: "a",
        clauses: ["civil-code/705"],
      }),
      ...rentLines(c, vat),
      flow("charged_months", "当期计租月数", "months of rent", `monthsin(${PAID_FROM}, end + 1 mo)`, { unit: "mo" }),
      rateLine("charged_share", "计租占运营比例", "rent-paying share of the time open", "share(charged_months, open_months)", { unit: "1" }),
      cash("rent_received", "租金收入(不含税)", "rent, ex VAT", `${full} * (1 - ${TALENT_DISCOUNT})`, {
        from: "tenant",
        to: "lessor",
        role: "revenue.lease",
        tags: { ramped: "yes" },
        words: { product: "product", taxpayer: "lessor" },
        posts: { debit: "cash", credit: "revenue" },
      }),
      atCapacity("rent_received"),
      ...outputVatLines("rent_received", vat, { from: "tenant", to: "lessor" }),
      ...talentReliefLines(c, full, "lessor"),
      ...(c.has("fitOut") ? [fitOutLine] : []),
    ];
  },
});

const fitOutLine = flow("fit_out", "设点机构装修投入(线下)", "fit-out paid by the institution", "falls(start) ? fitOut : 0", {
  role: "memo",
  tags: { kind: "fit_out" },
  convention: { zh: "不计入项目投资与现金", en: "no investment and no cash of the project" },
});

/** First month that pays rent. */
const PAID_FROM = "(start + (rentFreeMonths or 0))";

/** The area let, and where it is: kept buildings and rooms outside are nobody else's, a product of the balance is let once. */
function areaLines(c: Component): readonly LineSpec[] {
  const source = c.word("source", "product");
  const found: Readonly<Record<string, string>> = {
    product: "areaLeased or sum(role = area.disposition.lease, product = product)",
    existing: "areaLeased or sum(role = area.disposition.kept, product = product)",
    outside: "areaLeased",
  };
  return [
    scalar("area_used", "出租面积", "area leased", found[source] ?? "areaLeased", { unit: "m2" }),
    stock("earned_area", "在租面积", "area let", "month <= end and month + dtmonths > start ? area_used : 0", {
      unit: "m2",
      ...(source === "product" ? { role: "area.in_use" } : {}),
      tags: { source },
      words: { product: "product", taxpayer: "lessor" },
    }),
    scalar("vacant", "期末空置面积", "area vacant at the end", "at(earned_area * (1 - occupancy), endmonth)", {
      unit: "m2",
      role: "open.area.vacant",
      tags: { way: "held" },
      words: { product: "product", taxpayer: "lessor" },
      convention: { zh: "按末期出租率", en: "by the occupancy of the last period" },
    }),
    ...(c.has("rentPerPiece") ? [piecesLine] : []),
  ];
}

function rentLines(c: Component, vat: Vat): readonly LineSpec[] {
  const perM2 = { unit: "CNY/m2" };
  const grown = (year: string): string => `rent_exvat * grown(growth, ${year}, everyYears or 1)`;
  const cap = (year: string): string => `cap_exvat * (given(capGrowth) ? grown(capGrowth, ${year}, 1) : 1)`;
  const asked = scalar("rent_exvat", "租金(不含税)", "rent asked, ex VAT", c.has("rentPerPiece") ? perArea(vat.net("rentPerPiece"), "area_used") : vat.net("rent"), perM2);
  if (c.has("rentCap") && vat.taxed) needs(c, "capIncludesVat");
  if (!c.has("rentCap")) return [asked, rateLine("rent_used", "执行租金(不含税)", "rent used, ex VAT", acrossYears(grown), perM2)];
  return [
    asked,
    scalar("cap_exvat", "租金限价(不含税,首年)", "rent cap of the first year, ex VAT", `exvat(rentCap, ${vat.rate}, capIncludesVat or 0)`, perM2),
    rateLine("cap_used", "租金限价(不含税)", "rent cap, ex VAT", acrossYears(cap), {
      unit: "CNY/m2",
      clauses: ["jinhua-2020/3(3)"],
      convention: { zh: "限价与租金换算到同一含税口径后比较", en: "cap and rent are compared on the same VAT basis" },
    }),
    rateLine(
      "rent_used",
      "执行租金(不含税)",
      "rent used, ex VAT",
      acrossYears((year) => `min(${grown(year)}, ${cap(year)})`),
      {
        unit: "CNY/m2",
        clauses: ["jinhua-2020/3(3)"],
      },
    ),
  ];
}
