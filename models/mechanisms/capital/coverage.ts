import { choice } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { flow, type LineExtra, type LineSpec, ratio, scalar } from "../define/lines.ts";
import { pledgedLines } from "./pledged.ts";

const text = (zh: string, en: string) => ({ zh, en });

/** What stands above the bar; below it are principal and all interest of the bond. */
const DEFINITIONS = {
  net_income_after_tax: text("扣经营成本与税费的净收益", "income less operating cost and tax"),
  net_income: text("扣经营成本的净收益", "income less operating cost"),
  gross_income: text("项目收入(毛)", "gross income"),
  pledged_income: text("质押收益", "the income pledged"),
  net_after_other: text("扣经营成本与其他债务本息的净收益", "income less operating cost and the service of other debt"),
};

/** The definition a bond's published coverage goes by. */
export const coverageDefinition = choice("覆盖倍数分子口径(不填为扣经营成本与税费)", "coverage counts (income less operating cost and tax when left out)", DEFINITIONS, {
  optional: true,
});

/** What stands below the bar. */
export const coverageOver = choice(
  "覆盖倍数分母(不填为本债券本息)",
  "coverage is over (the service of this bond when left out)",
  { own: text("本债券本息", "the service of this bond"), all: text("借款人全部债务本息", "the service of all debt of the borrower") },
  { optional: true },
);

const BELOW = {
  own: text("全部本息", "all principal and interest"),
  all: text("借款人全部债务本息", "all principal and interest of every debt of the borrower"),
};

const DUE = "service > 0 and month >= built";
const YEAR_COVER = "years(service > 0 ? stated_income / service : none)";

/**
 * 本息覆盖: what stands above and below the bar of a coverage multiple, over the life of the bond, nominal; construction interest counts. A multiple means
 * nothing without its definition, so every usual one has a line of its own.
 */
export function coverageLines(c: Component): readonly LineSpec[] {
  const chosen = c.word("coverageDefinition", "net_income_after_tax") as keyof typeof DEFINITIONS;
  const below = c.is("coverageOver", "all") ? BELOW.all : BELOW.own;
  const life = (name: string, zh: string, en: string, selection: string, extra: LineExtra = {}): LineSpec => flow(name, zh, en, `in_life > 0 ? sum(${selection}) : 0`, extra);
  const over = (name: string, zh: string, en: string, above: string, below: string): LineSpec => ratio(name, zh, en, `share(total(${above}), ${below})`);
  return [
    flow("in_life", "债券存续期", "life of the bond", "prev(balance) + issue > 0 ? 1 : 0", { unit: "1" }),
    life("gross_income", "存续期项目收入", "project income over the life", "payee = borrower, role = in(revenue.*, sale.receipt, support.operating)"),
    life("running_cost", "存续期经营成本", "operating cost over the life", "payer = borrower, role = opex.*"),
    life("taxes", "存续期税费", "taxes over the life", "payer = borrower, role = in(tax.surcharge, tax.property, tax.land_use, tax.stamp, tax.land_appreciation, tax.income)", {
      convention: { zh: "不含增值税", en: "without VAT" },
    }),
    flow("net_income", "存续期净收益(扣经营成本)", "net income after operating cost", "gross_income - running_cost"),
    flow("net_income_after_tax", "存续期净收益(扣经营成本与税费)", "net income after operating cost and tax", "net_income - taxes"),
    flow("service", "债券本息(含建设期利息)", "principal and interest, construction interest included", "principal + coupons_total", {
      role: "coverage.service",
      words: { borrower: "borrower" },
    }),
    life("other_service", "其他债务本息", "service of other debt", "payer = borrower, role = in(debt.principal, debt.interest), component != self"),
    flow("all_service", "全部债务本息", "service of all debt", "service + other_service"),
    scalar(
      "whole_service",
      "债券本息合计(含计算期后到期)",
      "principal and interest in all, with what falls due after the horizon",
      "total(service + (t >= periodcount ? owed : 0))",
      {
        convention: { zh: "期末未偿部分按发行条件计至到期,收入只计计算期内", en: "what is owed at the end by its terms, income within the horizon only" },
      },
    ),
    scalar(
      "whole_all_service",
      "全部债务本息合计(含计算期后到期)",
      "service of all debt, with what falls due after the horizon",
      "whole_service + total(other_service + (t >= periodcount ? sum(borrower = borrower, role = debt.owed, component != self) : 0))",
    ),
    flow("net_after_other", "扣除其他债务本息后的净收益", "net income after other debt", "net_income - other_service"),
    ...pledgedLines(c),
    ...(c.is("coverageOver", "all") ? [alsoCovered] : []),
    flow("stated_income", "按债券口径的净收益", "net income as the bond counts it", chosen, {
      role: "coverage.net_income",
      words: { borrower: "borrower" },
      convention: {
        zh: `分子:${DEFINITIONS[chosen].zh};分母:${below.zh}含建设期利息,名义值`,
        en: `above: ${DEFINITIONS[chosen].en}; below: ${below.en}, construction interest included, nominal`,
      },
    }),
    over("coverage", "覆盖倍数:税后净收益/债券本息", "coverage: net income after tax over bond service", "net_income_after_tax", "whole_service"),
    over("coverage_gross", "覆盖倍数:收入/债券本息", "coverage: gross income over bond service", "gross_income", "whole_service"),
    over("coverage_net", "覆盖倍数:净收益/债券本息", "coverage: net income over bond service", "net_income", "whole_service"),
    over("coverage_all_debt", "覆盖倍数:净收益/全部债务本息", "coverage: net income over all debt service", "net_income", "whole_all_service"),
    ratio("lowest_year", "单年最低覆盖倍数(完工后)", "lowest cover of a single year after completion", `lowest(${YEAR_COVER}, ${DUE})`),
    ratio("lowest_year_at", "单年最低覆盖倍数所在年", "year of the lowest cover", `first(years(statementyear), ${DUE} ? ${YEAR_COVER} <= lowest_year : 0)`),
    over("coverage_pledged", "覆盖倍数:质押收益/债券本息", "coverage: pledged income over bond service", "pledged_income", "whole_service"),
    over("coverage_after_other", "覆盖倍数:扣其他债务后净收益/债券本息", "coverage: net income after other debt over bond service", "net_after_other", "whole_service"),
  ];
}

/** Other debt of the borrower, where coverage is to be over all of it. */
const alsoCovered = flow(
  "also_covered",
  "分母另计的其他债务本息",
  "service of other debt that is covered too",
  "other_service + (t >= periodcount ? sum(borrower = borrower, role = debt.owed, component != self) : 0)",
  { role: "coverage.other_service", words: { borrower: "borrower" } },
);
