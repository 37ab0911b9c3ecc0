import { type Expectation, MONEY, type Place, type Planned, type PlannedLine } from "./expectation.ts";
import { each, isOf, lessors, partiesOf } from "./parties.ts";

/** Parties of the project that sell by the ㎡ or buy land: each declares its own taxes. */
const sellers = (planned: Planned): readonly Place[] => partiesOf(planned, "sale", isSale, ({ payee }) => payee);
const buyers = (planned: Planned): readonly Place[] => partiesOf(planned, "", isLand, ({ payer }) => payer);

/** Those of the project's own companies that earn anything from operating: what they earn is taxed whatever it is called. */
const earners = (planned: Planned): readonly Place[] => partiesOf(planned, "", isEarned, ({ payee }) => payee);

const isEarned = ({ role = "", tags }: PlannedLine): boolean =>
  role.startsWith("revenue.") && tags["crosses"] === "in" && tags["mechanism"] !== "scheduled_income";

const isSale = ({ role, tags }: PlannedLine): boolean => role === "sale.receipt" && tags["mechanism"] === "sale";
const isLand = ({ role }: PlannedLine): boolean => role === "cost.land.price";

/** 税种按纳税人: what each that sells, lets or buys land declares. */
export const taxes: readonly Expectation[] = [
  tax("tax_vat", "增值税申报", "VAT return", (planned) => each(sellers(planned), lessors(planned), earners(planned)), [
    "tax.vat",
  ]),
  tax("tax_land_appreciation", "土地增值税", "land appreciation tax", (planned) => each(sellers(planned)), [
    "tax.land_appreciation",
  ]),
  tax(
    "tax_income",
    "企业所得税",
    "income tax",
    (planned) => each(sellers(planned), lessors(planned), earners(planned)),
    ["tax.income"],
  ),
  tax("tax_property", "房产税", "property tax", (planned) => each(lessors(planned)), ["tax.property"]),
  {
    ...tax("tax_deed", "契税", "deed tax", (planned) => each(buyers(planned)), ["tax.deed", "cost.land.deed_tax"]),
    inSums: true,
  },
  tax("tax_land_use", "城镇土地使用税", "urban land-use tax", (planned) => each(buyers(planned)), ["tax.land_use"]),
  tax("tax_stamp", "印花税", "stamp tax", (planned) => each(sellers(planned), buyers(planned)), ["tax.stamp"]),
];

function tax(
  id: string,
  zh: string,
  en: string,
  expected: Expectation["expected"],
  roles: readonly string[],
): Expectation {
  return {
    id,
    name: { zh, en },
    expected,
    met: ({ lines }, place) => {
      const party = place.party ?? place.id;
      return lines.some(({ role = "", payer, tags }) => roles.includes(role) && isOf(party, payer, tags["taxpayer"]));
    },
    verdicts: [...MONEY, "B7"],
  };
}
