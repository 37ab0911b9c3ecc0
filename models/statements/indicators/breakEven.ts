import type { InputDecl, Solved } from "../../language/line.ts";
import { aside, type IndicatorSpec, type IndicatorTable, indicator } from "./indicator.ts";

/** Shares of the plan's own price and occupancy that are tried; 1 in the plan itself. They multiply every sale price and every occupancy. */
export const FACTORS = { price: "project.price_factor", occupancy: "project.occupancy_factor" } as const;

interface Searched {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly solved: Solved;
}

const [FROM, TO] = [0, 5];

/** Break-even points found by working the whole model out again: taxes, selling cost and what else moves with the price or occupancy move. */
const SEARCHED: readonly Searched[] = [
  { id: "bep.sale_price", zh: "售价平衡点", en: "break-even sale price", unit: "CNY", solved: { vary: FACTORS.price, target: "project.static_balance", from: FROM, to: TO } },
  { id: "bep.occupancy", zh: "平衡出租率", en: "break-even occupancy", unit: "CNY", solved: { vary: FACTORS.occupancy, target: "operation.result", from: FROM, to: TO } },
];

/** What is searched for, and what is moved in the search. */
export function searchedInputs(): readonly InputDecl[] {
  const input = (id: string, zh: string, en: string, unit: string): InputDecl => ({
    source: "input",
    id,
    label: { zh, en },
    unit,
    kind: "scalar",
    axis: "scalar",
    tags: {},
    clauses: [],
    path: "project",
  });
  return [
    input(FACTORS.price, "售价系数(求平衡点用)", "factor on sale prices, for the break-even point", "1"),
    input(FACTORS.occupancy, "出租率系数(求平衡点用)", "factor on occupancy, for the break-even point", "1"),
    ...SEARCHED.flatMap(({ id, zh, en, unit, solved }) => [
      { ...input(`${id}.root`, `${zh}:求解系数`, `${en}: factor found`, "1"), solved },
      input(`${id}.root.state`, `${zh}:求解状态`, `${en}: state of the search`, "1"),
      input(`${id}.root.lowest`, `${zh}:最小的求解系数`, `${en}: least factor found`, "1"),
      input(`${id}.root.residual`, `${zh}:求解残差`, `${en}: residual at the factor found`, unit),
    ]),
  ];
}

/** The root of a search; where there is none, what stands for a balance over the whole range, for none in it, and for several. */
function rootOf(id: string, ends: { readonly met: string; readonly missed: string; readonly several: string } = NO_POINT): string {
  const root = `${id}.root`;
  const cases: readonly (readonly [when: string, then: string])[] = [
    ["== 0", root],
    ["== -1", ends.met],
    ["== 1", ends.missed],
    ["> 2", ends.several],
    ["== -2", "none.not_moved"],
  ];
  return cases.reduceRight((otherwise, [when, then]) => `(${root}.state ${when} ? ${then} : ${otherwise})`, "none.not_computed");
}

const NO_POINT = { met: "none.always_met", missed: "none.never_met", several: "none.several_points" };

const SELLS = "total(project.sale_receipts) > 0";
const FILLS = "total(project.revenue_at_capacity) > 0";
const OPERATES = "total(project.operating_revenue) > 0";
const LIFE = { zh: "全运营期;固定成本/(收入-变动成本-税金)", en: "over the whole operation; fixed cost / (revenue - variable cost - taxes)" };

/** What is left of the revenue for fixed cost; its share of that is the point at which the surplus is 0. */
const MARGIN = "total(project.operating_revenue - project.variable_cost)";
const share = (fixed: string): string => `${OPERATES} ? (${MARGIN} > 0 ? total(${fixed}) / ${MARGIN} : none.no_margin) : none.no_operation`;

export const breakEven: IndicatorTable = ({ hasLine }) => [
  ...(hasLine("convention.normal_year") ? [normalYear] : []),
  aside("operation.result", "全运营期盈余", "operating surplus over the life", "CNY", "total(project.operating_surplus)"),
  aside("bep.occupancy.share", "平衡出租率占所用出租率", "break-even occupancy over the one used", "1", filling(rootOf("bep.occupancy"))),
  indicator("bep.occupancy", "盈亏平衡出租率", "break-even occupancy", "1", "bep.occupancy.share * total(project.ramped_revenue) / total(project.revenue_at_capacity)", {
    convention: {
      zh: "使全运营期盈余为零的出租率:按系数重算全部行(税费、变动成本随动),按满负荷折算",
      en: "occupancy at which the operating surplus over the life is 0: all lines worked out again, taxes and variable cost included; of full occupancy",
    },
    note: (read) => {
      const beyond = read.value("bep.occupancy")?.greaterThan(1) === true ? { zh: ";满负荷仍不能平衡", en: "; not even full occupancy balances" } : { zh: "", en: "" };
      return { zh: `全运营期盈余为零,重算求解,按满负荷折算${beyond.zh}`, en: `surplus of the whole operation 0, found by working it out again, of full occupancy${beyond.en}` };
    },
  }),
  indicator("bep.operation", "经营盈亏平衡点(占收入)", "break-even share of operating revenue", "1", share("project.fixed_cost"), { note: () => LIFE }),
  indicator(
    "bep.mp3",
    "盈亏平衡点(参数口径)",
    "break-even point with all cost of the profit table",
    "1",
    share("project.fixed_cost + stmt_profit.r3_3 + stmt_profit.r3_4 + stmt_profit.r3_5"),
    {
      note: () => ({ zh: "固定成本含折旧、摊销、利息", en: "fixed cost with depreciation, amortisation and interest" }),
    },
  ),
  indicator("bep.sale_price", "售价平衡点(占执行售价)", "break-even share of the sale price", "1", selling(rootOf("bep.sale_price")), {
    convention: {
      zh: "使静态总平衡差额为零的售价占执行售价的比例:按系数重算全部行,税费与销售费用随动",
      en: "price at which the static balance is 0 over the price used: all lines worked out again, taxes and selling cost move with it",
    },
    note: () => ({
      zh: "静态总平衡差额为零的售价/执行售价,重算求解,税费随动",
      en: "price at which the static balance is 0 over the price used, found by working it out again, taxes move",
    }),
  }),
  ...judged(),
];

const MARGIN_OF_YEAR = "(project.operating_revenue - project.variable_cost)";
const normalYear = indicator(
  "bep.normal_year",
  "盈亏平衡点(正常年份,占收入)",
  "break-even share of the revenue of a normal year",
  "1",
  `first(years(${MARGIN_OF_YEAR} > 0 ? project.fixed_cost / ${MARGIN_OF_YEAR} : none), statementyear == convention.normal_year)`,
  { note: () => ({ zh: "填写的正常年份;固定成本/(收入-变动成本-税金)", en: "in the normal year entered; fixed cost / (revenue - variable cost - taxes)" }) },
);

const selling = (point: string): string => `${SELLS} ? (${point}) : none.no_sales`;
const filling = (point: string): string => `${OPERATES} ? (${FILLS} ? (${point}) : none.no_occupancy) : none.no_operation`;

/**
 * What the test of comfort looks at: the price, and the occupancy or, where nothing follows one, the revenue of the operation. A plan that balances
 * even at nothing stands at the lower end of the search, one that never does at the upper end.
 */
function judged(): readonly IndicatorSpec[] {
  const ends = (id: string): string => rootOf(id, { met: String(FROM), missed: String(TO), several: `${id}.root` });
  const [price, operation] = ["bep.judged.price", "bep.judged.operation"];
  const operates = `(${OPERATES} and (${FILLS} or ${MARGIN} > 0))`;
  return [
    aside(price, "判定用售价平衡点", "break-even price judged", "1", selling(ends("bep.sale_price"))),
    aside(operation, "判定用运营平衡点", "break-even operation judged", "1", `${OPERATES} and ${FILLS} ? (${ends("bep.occupancy")}) : bep.operation`),
    aside(
      "bep.highest",
      "最高平衡点(占所用数值)",
      "highest break-even point, over the one used",
      "1",
      `${SELLS} ? (${operates} ? max(${price}, ${operation}) : ${price}) : ${operation}`,
    ),
  ];
}
