import type { FormulaDecl } from "../language/line.ts";
import { PAID_BY_OWNERS, PAID_TO_OWNERS } from "../terms/owners.ts";
import { system } from "./system.ts";

/** Whole years since the price base, and the part of a period that lies in the next one: a month has one index whatever the step. */
const INDEX_YEAR = "floor((month - project.price_base) / 12 mo)";
const NEXT_YEAR_SHARE = `max(0, month + dtmonths - (project.price_base + (${INDEX_YEAR} + 1) * (12 mo))) / dtmonths`;

/** Cash of the perimeter, and the price index of the file's price basis. */
export function cashLines(opening: string): readonly FormulaDecl[] {
  return [
    {
      ...system(
        "project.price_index",
        "价格指数",
        "price index",
        "1",
        "rate",
        `convention.current_prices > 0 ? (1 + convention.inflation) ^ (${INDEX_YEAR}) * (1 + convention.inflation * ${NEXT_YEAR_SHARE}) : 1`,
      ),
      convention: {
        zh: "自价格基准月起每满一年涨一次;跨年的期按月平均",
        en: "steps once a year from the price base; a period that runs into the next year takes the average of its months",
      },
    },
    system("project.opening_cash", "期初资金(项目边界)", "opening cash, project perimeter", "CNY", "scalar", opening),
    system("project.cash_in", "现金流入(项目边界)", "cash in, project perimeter", "CNY", "flow", "sum(crosses = in)"),
    system("project.cash_out", "现金流出(项目边界)", "cash out, project perimeter", "CNY", "flow", "sum(crosses = out)"),
    system("project.net", "净现金流(项目边界)", "net cash flow, project perimeter", "CNY", "flow", "project.cash_in - project.cash_out"),
    system("project.cash", "累计盈余资金", "cumulative cash of the project", "CNY", "stock", "prev(project.cash) + project.net", opening),
    system("project.cash_restricted", "其中:监管账户", "of which supervised", "CNY", "stock", "sum(role = cash.restricted, perimeter != no)"),
    system("project.cash_free", "可动用资金", "unrestricted cash", "CNY", "stock", "project.cash - project.cash_restricted"),
    {
      ...system(
        "project.before_financing",
        "融资前净现金流(项目边界)",
        "net cash flow before financing, project perimeter",
        "CNY",
        "flow",
        `sum(crosses = in, role != in(${PAID_BY_OWNERS}, debt.*)) - sum(crosses = out, role != in(${PAID_TO_OWNERS}, debt.*, cost.financing.*))`,
      ),
      convention: {
        zh: "不含资本金、借款与债券本息、筹资费用和利润分配;所得税为实缴",
        en: "without capital, loans, bonds, their interest and fees, and distributions; income tax as paid",
      },
    },
    system(
      "project.before_financing_cash",
      "融资前累计资金",
      "cumulative cash before financing",
      "CNY",
      "stock",
      "prev(project.before_financing_cash) + project.before_financing",
      opening,
    ),
  ];
}
