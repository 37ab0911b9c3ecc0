import { type LineSpec, stock, yearFlow, yearStock } from "../define/lines.ts";
import { COST_CAPITALISED } from "./capitalised.ts";

/** What of the cost expensed to date was paid by untaxed money: in proportion, and never more than the cost itself. */
const paidByIt = (money: string, cost: string, expensed: string) => `min(${money}, ${cost}) * share(${expensed}, ${cost})`;

/**
 * 不征税资金对应的成本: reckoned to date and not year by year, so that money which comes after its cost was expensed is caught up; over the life exactly
 * the money received is added back. What pays for replacements is measured against replacements, whose cost is expensed at other times.
 */
export const untaxedMoneyLines: readonly LineSpec[] = [
  stock("untaxed", "不征税建设资金累计", "untaxed money for construction to date", "running(sum(support, pays != replacement))"),
  stock("built_cost", "建设成本累计(含建设期利息)", "cost of construction to date, with its interest", `running(${COST_CAPITALISED})`),
  stock("built_expensed", "已列支的建设成本累计", "cost of construction expensed to date", "running(sum(charged_built))"),
  stock("untaxed_replacement", "不征税更新资金累计", "untaxed money for replacements to date", "running(sum(support, pays = replacement))"),
  stock("replacement_cost", "更新投资累计", "cost of replacements to date", "running(sum(replacements))"),
  stock("replacement_expensed", "已列支的更新投资累计", "cost of replacements expensed to date", "running(sum(charged_replacement) + sum(replaced))"),
  yearStock(
    "not_deductible",
    "不得扣除的成本(累计)",
    "cost that may not be deducted, to date",
    `${paidByIt("yearly(untaxed)", "yearly(built_cost)", "yearly(built_expensed)")}
      + ${paidByIt("yearly(untaxed_replacement)", "yearly(replacement_cost)", "yearly(replacement_expensed)")}`,
  ),
  yearFlow("added_back", "不得扣除的成本", "cost added back", "not_deductible - prev(not_deductible)", {
    convention: {
      zh: "不征税资金形成的成本按已列支比例累计纳税调增,晚到资金补调",
      en: "cost paid by untaxed money is added back as it is expensed, to date; money that comes late is caught up",
    },
  }),
];
