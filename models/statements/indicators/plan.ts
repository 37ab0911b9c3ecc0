import { amountText } from "../../wording/grouped.ts";
import { extreme } from "../extreme.ts";
import type { StatementFacts } from "../tables/facts.ts";
import { AREA_TOLERANCE } from "../tolerances.ts";
import { aside, type IndicatorSpec, type IndicatorTable, indicator } from "./indicator.ts";

/** Planned plot ratio, area residual, households' burden and the public purse. */
export const plan: IndicatorTable = (facts) => [far(facts), ...residual(facts), ...burdens(facts), ...fiscal()];

function far({ has }: StatementFacts): IndicatorSpec {
  const [counted, site] = ["sum(role = area.counted)", "sum(role = area.site)"];
  const formula = has("area.counted") ? `${site} > 0 ? ${counted} / ${site} : none.no_site` : "none.no_area_balance";
  return indicator("far.planned", "规划容积率", "planned FAR", "1", formula);
}

const CLOSES = `${AREA_TOLERANCE} m2`;

/** What is sold, let and ceded of a product at a time, beyond the floor area there is of it. */
const twice = (product: string): string => `highest(sum(role = area.in_use, product = ${product})) - sum(role = area.disposition.*, product = ${product})`;

function residual({ plots, dispositions, earning }: StatementFacts): readonly IndicatorSpec[] {
  const lines = plots.map(({ id }) => `plot.${id}.residual`);
  const [most, least] = [extreme("max", lines), extreme("min", lines)];
  const short = [...dispositions, ...lines];
  return [
    indicator("area.residual", "面积平衡差额", "area residual", "m2", lines.length === 0 ? "none.no_plot" : `${most} + ${least} >= 0 ? ${most} : ${least}`, {
      convention: { zh: "各地块中绝对值最大者", en: "of all plots the one furthest from 0" },
    }),
    ...earning.map((product) => aside(`area.earned_twice.${product}`, `${product}:重复出售、出租的面积`, `${product}: area sold or let twice`, "m2", twice(product))),
    aside(
      "area.earned_twice",
      "重复出售、出租的面积",
      "area sold or let twice",
      "m2",
      earning.length === 0 ? "0" : extreme("max", ["0", ...earning.map((product) => `area.earned_twice.${product}`)]),
    ),
    aside("area.built", "规划建筑面积合计", "planned floor area in all", "m2", plots.length === 0 ? "none.no_plot" : "sum(role = area.gfa.*)"),
    aside("area.short", "最小的去向面积或地块差额", "least disposition or residual of a plot", "m2", short.length === 0 ? "none.no_area_balance" : extreme("min", short)),
    aside("area.claimed_twice", "有面积重复计用", "more area is used than there is", "1", `area.short < 0 - ${CLOSES} or area.earned_twice > ${CLOSES} ? 1 : 0`),
    aside("area.residual.disposition", "最小的去向面积", "least disposition", "m2", dispositions.length === 0 ? "none.no_area_balance" : extreme("min", dispositions)),
  ];
}

function burdens({ hasHouseholds }: StatementFacts): readonly IndicatorSpec[] {
  const perHousehold = (row: string): string => (hasHouseholds ? `total(stmt_residents.${row})` : "none.no_households");
  return [
    indicator("burden.household", "户均居民负担", "burden per household", "CNY/household", perHousehold("r6"), {
      convention: {
        zh: "居民出资与维修资金续筹、补建之和除以户数;其中公积金支付的部分另列,不另加;首期维修资金交存、购房购车位、服务费与共有部分收益不计",
        en: "residents' contributions and top-ups of the maintenance fund over households; the part paid by the provident fund is in it and shown beside it; first deposits, purchases, fees and income of common parts are not in it",
      },
    }),
    indicator("burden.household.provident_fund", "其中公积金", "of which by provident fund", "CNY/household", perHousehold("r7")),
  ];
}

/** Net fiscal effect: money out positive. All money of the budgets, capital and land included, less taxes; VAT is shown apart. */
const fiscal = (): readonly IndicatorSpec[] => [
  indicator("fiscal.net", "财政净支出(正为支出,不含增值税)", "net fiscal effect, money out positive, VAT apart", "CNY", "total(stmt_fiscal.net)", {
    note: (read) => {
      const paid = read.value("fiscal.vat");
      const vat = paid === undefined ? "–" : amountText(paid);
      return { zh: `另缴增值税 ${vat} 元`, en: `VAT paid besides: CNY ${vat}` };
    },
  }),
  aside("fiscal.support", "补助与返还合计", "grants and rebates in total", "CNY", "total(stmt_fiscal.support)"),
  aside("fiscal.vat", "增值税(另列)", "VAT, apart", "CNY", "total(sum(role = tax.vat))"),
];
