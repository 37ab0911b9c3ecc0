import type { Text } from "../../../models/wording/text.ts";

/** Names of the sheets; without anything that would need quotes in a formula. */
export const SHEETS = {
  contents: { zh: "目录", en: "Contents" },
  results: { zh: "结论与指标", en: "Results" },
  charts: { zh: "图表", en: "Charts" },
  scenarios: { zh: "情景", en: "Scenarios" },
  inputs: { zh: "输入", en: "Inputs" },
  lines: { zh: "计算", en: "Lines" },
  auxiliary: { zh: "辅助", en: "Auxiliary" },
  checks: { zh: "核对", en: "Checks" },
} as const satisfies Record<string, Text>;

export const HEADS = {
  id: { zh: "代码", en: "id" },
  name: { zh: "名称", en: "name" },
  unit: { zh: "单位", en: "unit" },
  entry: { zh: "填写", en: "entry" },
  total: { zh: "合计", en: "total" },
  note: { zh: "口径、条款", en: "convention, clause" },
  t: { zh: "期序号", en: "period" },
  month: { zh: "期首月(年×12+月-1)", en: "first month (year × 12 + month - 1)" },
  value: { zh: "数值/期初", en: "value / opening" },
} as const satisfies Record<string, Text>;

/** What an entry without a value means for a formula: missing, which is not 0. */
export const NO_VALUE = "NA()";
