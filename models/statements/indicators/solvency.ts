import type { Text } from "../../wording/text.ts";
import { allDebtsKey, debtKey } from "../tables/debt.ts";
import type { StatementFacts } from "../tables/facts.ts";
import { aside, type IndicatorSpec, type IndicatorTable, indicator } from "./indicator.ts";

/** Cover of debt service and interest, leverage, and the coverage of each debt. */
export const solvency: IndicatorTable = (facts) => [...serviceCover(facts), ...interestCover(), ...leverage(), ...coverages(facts)];

export const NO_SERVICE: Text = { zh: "计算期内各债务宽限期满后没有还本付息(计算期在此前结束,或债务未到期)", en: "no debt service after the grace of any debt within the horizon" };
const CASH: Text = {
  zh: "(经营净现金-维持运营投资±未由自身资本金或借款承担的流动资金)/(还本+付息),逐年,宽限期后",
  en: "(net cash of operation - replacement ± working capital not funded)/(principal + interest), by year, after grace",
};
const MP3: Text = { zh: "(息税折旧摊销前利润-所得税)/(还本+付息),逐年,宽限期后", en: "(EBITDA - tax)/(principal + interest), by year, after grace" };

/** The cover of a statement year in one of its forms, and the years that have one. */
export const SERVED = "project.service > 0";
const LEFT_OUT = "dscr.left_out";
export const COVER = { cash: "project.dscr.year", mp3: "project.dscr_mp3.year" } as const;

function serviceCover({ has }: StatementFacts): readonly IndicatorSpec[] {
  const guarded = (formula: string): string => (has("debt.balance") ? formula : "none.no_debt");
  const lowest = (id: string, zh: string, en: string, cover: string, definition: Text): readonly IndicatorSpec[] => {
    const at = `${id}.at`;
    return [
      indicator(id, zh, en, "1", guarded(`lowest(years(${cover}), ${SERVED})`), {
        note: (read) => {
          const out = read.value(LEFT_OUT)?.toNumber() ?? 0;
          const left: Text =
            out === 0
              ? { zh: "", en: "" }
              : { zh: `;另有 ${out} 个付息还本年在建设期或宽限期内,未计`, en: `; ${out} more years with service lie in construction or grace and are left out` };
          return { zh: `${read.year(at)} 年;${definition.zh}${left.zh}`, en: `in ${read.year(at)}; ${definition.en}${left.en}` };
        },
        reasons: { empty: NO_SERVICE },
      }),
      aside(at, `${zh}所在年`, `year of the ${en}`, "1", guarded(yearOf(cover, SERVED, `<= ${id}`))),
    ];
  };
  const years = "dscr.average.years";
  return [
    ...lowest("dscr.minimum", "最低偿债备付率", "lowest DSCR", COVER.cash, CASH),
    ...lowest(
      "dscr.minimum.without_support",
      "最低偿债备付率(不含政策资金)",
      "lowest DSCR, without support",
      `${SERVED} ? (project.cfads - project.support_in_cfads) / project.service : none`,
      CASH,
    ),
    ...lowest("dscr.mp3.minimum", "最低偿债备付率(参数口径)", "lowest DSCR, (EBITDA - tax)/(P + I)", COVER.mp3, MP3),
    indicator("dscr.average", "平均偿债备付率", "average DSCR", "1", guarded(`average(years(${COVER.cash}), ${SERVED})`), {
      note: (read) => ({ zh: `${read.value(years) ?? 0} 个还本付息年的平均`, en: `mean of the ${read.value(years) ?? 0} years with service` }),
      reasons: { empty: NO_SERVICE },
    }),
    aside(
      LEFT_OUT,
      "未计入偿债备付率的还本付息年数",
      "years with service that DSCR leaves out",
      "1",
      yearsWith(`stmt_debt.${allDebtsKey("service")} > 0 and project.service <= 0`),
    ),
    aside(years, "还本付息年数", "years with debt service", "1", yearsWith(SERVED)),
  ];
}

/** First statement year in which a yearly value stands in a relation, of the years that count. */
export const yearOf = (values: string, counted: string, relation: string): string => `first(years(statementyear), ${counted} ? (${values}) ${relation} : 0)`;

/** Number of statement years in which a condition holds: a sum at a rate of nothing. */
export const yearsWith = (condition: string): string => `npv(0, years(${condition} ? 1 : 0))`;

function interestCover(): readonly IndicatorSpec[] {
  const [cover, counted] = ["project.icr.year", "stmt_profit.r3_5 > 0"];
  return [
    indicator("icr.minimum", "最低利息备付率", "lowest interest cover", "1", `lowest(years(${cover}), ${counted})`, {
      note: (read) => ({ zh: `${read.year("icr.minimum.at")} 年;息税前利润/计入成本的利息`, en: `in ${read.year("icr.minimum.at")}; EBIT / interest in cost` }),
      reasons: { empty: { zh: "没有计入成本的利息", en: "no interest in cost" } },
    }),
    aside("icr.minimum.at", "最低利息备付率所在年", "year of the lowest interest cover", "1", yearOf(cover, counted, "<= icr.minimum")),
  ];
}

function leverage(): readonly IndicatorSpec[] {
  const [ratio, counted] = ["stmt_balance.loar", "stmt_balance.r1 > 0"];
  return [
    indicator("loar.maximum", "最高资产负债率", "highest liabilities over assets", "1", `highest(years(${ratio}), ${counted})`, {
      note: (read) => ({ zh: `${read.year("loar.maximum.at")} 年末`, en: `at the end of ${read.year("loar.maximum.at")}` }),
      reasons: { empty: { zh: "各年末均无资产", en: "no assets at any year end" } },
    }),
    aside("loar.maximum.at", "最高资产负债率所在年", "year of the highest liabilities over assets", "1", yearOf(ratio, counted, ">= loar.maximum")),
  ];
}

/** Net income over the life of each debt against all its principal and interest. */
function coverages({ debts, ownDebts, definesCoverage, coversAll }: StatementFacts): readonly IndicatorSpec[] {
  const of = (debt: string, label: Text, formula: string): IndicatorSpec =>
    indicator(`coverage.${debt}`, `本息覆盖倍数:${label.zh}`, `coverage of ${label.en}`, "1", formula, {
      note: ({ conventions: { coverageDefinition: given } }) => {
        const own: Text = given === undefined ? { zh: "", en: "" } : { zh: `;文件口径:${given}`, en: `; as the file defines it: ${given}` };
        return {
          zh: `计算期内存续期净收益(收入-经营成本-税费)/全部本息(含建设期利息与计算期后到期部分),名义值${own.zh}`,
          en: `net income over its life within the horizon (income less operating cost and tax) / all principal and interest, construction interest included and what falls due after the horizon, nominal${own.en}`,
        };
      },
    });
  return [
    ...debts.map(({ id, label }) => {
      const line = (name: string): string => `stmt_debt.${debtKey(id, name)}`;
      const income = definesCoverage(id) ? line("stated") : line("income");
      const others = coversAll(id) ? ` + sum(role = coverage.other_service, component = ${id})` : "";
      const owed = `total(${line("service")} + (t >= periodcount ? ${line("later")} : 0)${others})`;
      return of(id, label, `${owed} > 0 ? total(${income}) / ${owed} : none.no_service`);
    }),
    ...ownDebts.map((id) => of(id, { zh: id, en: id }, "none.no_coverage")),
  ];
}
