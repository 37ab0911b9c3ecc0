import type { FormulaDecl } from "../language/line.ts";
import { CAPITAL_PAID_IN } from "../terms/owners.ts";
import { system } from "./system.ts";

/** Parameters of the rule packs these lines read where the file's packs have them. */
const LEAST = "capital_ratio_min_development";
const INITIAL = "initial_working_capital";

/** 项目资本金: what is paid in against the investment, and the loans it lets the project draw so far. */
export function capitalLines(hasParameter: (id: string) => boolean): readonly FormulaDecl[] {
  const initial = hasParameter(INITIAL) ? ` * param(${INITIAL})` : "";
  return [
    {
      ...system(
        "project.capital_paid",
        "项目资本金到位",
        "project capital paid in",
        "CNY",
        "flow",
        `sum(crosses = in, role = in(${CAPITAL_PAID_IN})) + sum(as_capital = approved)`,
      ),
      convention: {
        zh: "实缴资本金、基金股权及经批准计入的资金",
        en: "equity and fund money paid in, and money counted by approval",
      },
    },
    {
      ...system(
        "project.capital_base",
        "总投资(资本金基数)",
        "total investment, base of the capital ratio",
        "CNY",
        "scalar",
        `total(project.investment + project.interest_in_construction) + total(sum(crosses = out, role = working_capital.increase))${initial}`,
      ),
      convention: {
        zh: "建设投资+建设期利息+铺底流动资金",
        en: "construction investment, interest in construction and initial working capital",
      },
    },
    system("project.capital_ratio", "项目资本金比例", "capital ratio", "1", "scalar", "project.capital_base > 0 ? total(project.capital_paid) / project.capital_base : 0"),
    system("project.debt_drawn", "累计提取借款", "loans drawn so far", "CNY", "stock", "running(sum(crosses = in, role = debt.draw, counts != capital, sizing != refinance))"),
    system(
      "project.undrawn",
      "尚可提取授信额度",
      "facilities that can still be drawn",
      "CNY",
      "stock",
      hasParameter(LEAST) ? "min(sum(role = debt.undrawn, perimeter != no), project.debt_room)" : "sum(role = debt.undrawn, perimeter != no)",
    ),
    ...(hasParameter(LEAST)
      ? [
          {
            ...system(
              "project.debt_allowed",
              "资本金可支撑的累计借款",
              "loans the capital paid in allows",
              "CNY",
              "stock",
              `running(project.capital_paid) * (1 - param(${LEAST})) / param(${LEAST})`,
            ),
            convention: { zh: "借款与资本金同步到位:借款≤资本金×(1-最低比例)/最低比例", en: "loans ≤ capital × (1 - least ratio) / least ratio, at every time" },
          },
          {
            ...system(
              "project.debt_room",
              "资本金尚可支撑的借款",
              "loans the capital paid in still allows",
              "CNY",
              "stock",
              "max(0, project.debt_allowed - project.debt_drawn - running(sum(role = debt.capitalised, credit = debt)))",
            ),
            convention: { zh: "累计借款含资本化利息", en: "interest capitalised counts as lent" },
          },
        ]
      : []),
  ];
}
