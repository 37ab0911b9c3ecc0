import type { Indicator } from "../../statements/indicators/indicator.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { cumulate, type ModelView } from "../../statements/view.ts";
import { BROKEN_LINES, decided, inWan, undecided, type Verdict, type VerdictHead } from "./verdict.ts";

const DYNAMIC: VerdictHead = {
  id: "B6",
  title: { zh: "动态平衡", en: "Present-value balance" },
  definition: {
    zh: "项目投资所得税后净现值(按文件基准收益率 ic)不小于零。",
    en: "The project's NPV after income tax at the file's benchmark rate ic is not negative.",
  },
};

/** B6: NPV of the project after income tax at the file's rate. */
export function dynamicVerdict(indicators: readonly Indicator[]): Verdict {
  const lines = ["project.net_posttax"];
  const npv = indicators.find((indicator) => indicator.id === "npv.project.posttax");
  if (npv === undefined || npv.value === null) return undecided(DYNAMIC, npv?.note ?? BROKEN_LINES, lines);
  const pass = npv.value.greaterThanOrEqualTo(`-${MONEY_TOLERANCE}`);
  const amount = inWan(npv.value);
  const note = npv.note ?? { zh: "", en: "" };
  return decided(DYNAMIC, pass, { zh: `净现值 ${amount.zh}(${note.zh})`, en: `NPV ${amount.en} (${note.en})` }, lines, {
    margin: npv.value,
    unit: "CNY",
  });
}

const OPERATION: VerdictHead = {
  id: "B7",
  title: { zh: "运营盈亏平衡年", en: "Operation break-even" },
  definition: {
    zh: "运营期首次出现当年盈余不小于零、且累计盈余不小于零的年份。盈余=经营收入(不含税)−经营成本−税金及附加−房产税等;不扣折旧、利息、更新投资,不计补贴。",
    en: "The first operating year with a surplus, and with a cumulative surplus. Surplus = operating revenue ex VAT − operating cost − surcharges − property tax; before depreciation, interest, replacement and subsidy.",
  },
};

/** B7: the operation carries itself, in a year and cumulatively. */
export function operationVerdict(view: ModelView, indicators: readonly Indicator[]): Verdict {
  const lines = ["project.operating_surplus", "project.operating_revenue", "project.operating_cost"];
  const surplus = view.yearly("project.operating_surplus");
  const [single, cumulative] = ["operation.breakeven_year", "operation.cumulative_breakeven_year"].map((id) =>
    indicators.find((indicator) => indicator.id === id),
  );
  if (surplus === undefined || single === undefined || cumulative === undefined)
    return undecided(OPERATION, BROKEN_LINES, lines);
  const revenue = view.yearly("project.operating_revenue") ?? [];
  if (!revenue.some((value) => value.greaterThan(0)))
    return undecided(OPERATION, { zh: "无经营收入,不适用", en: "no operating revenue: does not apply" }, lines);
  const margin = cumulate(surplus).at(-1);
  if (margin === undefined) return undecided(OPERATION, BROKEN_LINES, lines);
  const pass = single.value !== null && cumulative.value !== null;
  const year = (indicator: Indicator, lang: "zh" | "en") => indicator.value?.toFixed(0) ?? indicator.note?.[lang] ?? "";
  const message = {
    zh: `当年平衡:${year(single, "zh")};累计平衡:${year(cumulative, "zh")}`,
    en: `year: ${year(single, "en")}; cumulative: ${year(cumulative, "en")}`,
  };
  return decided(OPERATION, pass, message, lines, { margin, unit: "CNY" });
}
