import { choice, money, month, party, rate, table, word } from "../../terms/inputs.ts";
import { perRow } from "../define/component.ts";
import { cash, flow, rateLine } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { assumeRenewal, RELIEF_CONVENTION, RELIEF_IN_FORCE, reliefColumn } from "./relief.ts";

/** 房产税: own use on the original value after a deduction, let property on rent without VAT, housing let to individuals at its own rate. */
export const propertyTax = mechanism("property_tax", {
  title: { zh: "房产税", en: "Property tax" },
  summary: {
    zh: "自用房产按原值减除后的余值计征;出租房产按不含税租金计征;出租住房按优惠税率;社区服务用房在优惠期内免征。",
    en: "Own use on the value after a deduction; let property on rent ex VAT; let housing at its own rate; exempt while used for community services under the relief.",
  },
  family: "tax",
  clauses: ["national-law/property-tax", "national-law/community-service-relief"],
  checks: ["C13"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", PROJECT_SIDE),
    authority: party("征收机关", "tax authority", ["tax"]),
    items: table(
      "房产",
      "property",
      {
        basis: choice("计征方式", "charged on", {
          value: { zh: "从价(自用)", en: "value (own use)" },
          rent: { zh: "从租", en: "rent" },
          housing: { zh: "从租(出租住房)", en: "rent of housing" },
          parking: { zh: "从租(车位租金)", en: "rent of parking spaces" },
        }),
        product: word("出租产品(从租时;不填为全部租金)", "product let (all rent when left out)", { optional: true }),
        value: money("房产原值(从价时)", "original value, when charged on value", { from: 0, optional: true, usual: [1000000, 50000000] }),
        deduction: rate("原值减除比例(从价时)", "deduction from the value", { from: 0, to: 1, policy: "property_tax_deduct_max" }),
        chargedFrom: month("起征月(从价时)", "charged from, on value", "from", { optional: true }),
        chargedUntil: month("止征月(从价时,含)", "charged until, on value, inclusive", "through", { notBefore: ["chargedFrom"], optional: true }),
        relief: reliefColumn,
      },
      { namedBy: ["basis", "product", "value"] },
    ),
    valueRate: rate("从价税率", "rate on value", { from: 0, to: 1, policy: "property_tax_value" }),
    rentRate: rate("从租税率", "rate on rent", { from: 0, to: 1, policy: "property_tax_rent" }),
    housingRate: rate("出租住房税率", "rate on rent of housing", { from: 0, to: 1, policy: "property_tax_housing_lease" }),
    assumeRenewal,
  },
  selections: {
    rent: "payee = taxpayer, role = revenue.lease, product = row.product",
    parking: "payee = taxpayer, role = revenue.parking, product = row.product",
  },
  lines: (c) => [
    rateLine("relief_in_force", "社区服务优惠执行比例", "relief for community services in force", RELIEF_IN_FORCE, { convention: RELIEF_CONVENTION }),
    ...perRow(c, "items", (row) => [
      flow("due", "房产税(优惠前)", "property tax before relief", DUE[row.word("basis")] ?? DUE_ON_VALUE, {
        convention: { zh: "按不含增值税租金,按月折算", en: "on rent without VAT, by months" },
      }),
      cash("paid", "缴纳房产税", "property tax paid", row.is("relief", "community_service") ? "due * (1 - relief_in_force)" : "due", {
        from: "taxpayer",
        to: "authority",
        role: "tax.property",
        words: { taxpayer: "taxpayer" },
        posts: { debit: "surcharge", credit: "cash" },
        clauses: ["national-law/property-tax"],
      }),
    ]),
  ],
});

const DUE_ON_VALUE = "row.value * (1 - row.deduction) * valueRate * monthsin(row.chargedFrom or startmonth, (row.chargedUntil or endmonth) + 1 mo) / 12 mo";
const DUE: Readonly<Record<string, string>> = { rent: "sum(rent) * rentRate", housing: "sum(rent) * housingRate", parking: "sum(parking) * rentRate" };
