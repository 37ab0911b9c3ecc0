import type { Text } from "../../wording/text.ts";
import { inWan, notDecided, type VerdictWords } from "./verdict.ts";

/** B6: NPV of the project after income tax at the file's rate. */
export const dynamic: VerdictWords = {
  id: "B6",
  title: { zh: "动态平衡", en: "Present-value balance" },
  definition: {
    zh: "项目投资所得税后净现值(按文件基准收益率 ic)不小于零。",
    en: "The project's NPV after income tax at the file's benchmark rate ic is not negative.",
  },
  unit: "CNY",
  lines: ["npv.project.posttax", "project.net_posttax"],
  decided: ({ teller, margin }) => {
    const amount = inWan(margin);
    const note = teller.note("npv.project.posttax") ?? { zh: "", en: "" };
    return { zh: `净现值 ${amount.zh}(${note.zh})`, en: `NPV ${amount.en} (${note.en})` };
  },
};

/** B7: the operation carries itself, in a year and cumulatively. */
export const operation: VerdictWords = {
  id: "B7",
  title: { zh: "运营盈亏平衡年", en: "Operation break-even" },
  definition: {
    zh: "运营期首次出现当年盈余不小于零、且累计盈余不小于零的年份。盈余=经营收入(不含税)−经营成本−税金及附加−房产税等;不扣折旧、利息、更新投资,不计补贴。",
    en: "The first operating year with a surplus, and with a cumulative surplus. Surplus = operating revenue ex VAT − operating cost − surcharges − property tax; before depreciation, interest, replacement and subsidy.",
  },
  unit: "CNY",
  lines: [
    "operation.breakeven_year",
    "operation.cumulative_breakeven_year",
    "project.operating_surplus",
    "project.operating_revenue",
    "project.operating_cost",
  ],
  decided: ({ teller }) => {
    const year = (line: string): Text => {
      const number = teller.value(line)?.toFixed(0);
      return number === undefined ? teller.whyNot(line).text : { zh: number, en: number };
    };
    const [single, cumulative] = [year("operation.breakeven_year"), year("operation.cumulative_breakeven_year")];
    return {
      zh: `当年平衡:${single.zh};累计平衡:${cumulative.zh}`,
      en: `year: ${single.en}; cumulative: ${cumulative.en}`,
    };
  },
  undecided: (why) =>
    why.means === "inapplicable"
      ? { zh: "无经营收入,不适用", en: "no operating revenue: does not apply" }
      : notDecided(why),
};
