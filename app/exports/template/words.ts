import type { Text } from "../../../models/wording/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** Names of the sheets of an input template (填报模板); none needs quotes in a formula. */
export const TEMPLATE_SHEETS = {
  readMe: text("填报说明", "ReadMe"),
  project: text("项目与时间", "Project"),
  inputs: text("填写", "Entries"),
  series: text("分期", "Series"),
  lists: text("选项", "Choices"),
} as const;

/** The hidden sheet that says what the template was made from. */
export const CARRIED_SHEET = "pingheng";

/** Headings, the same in either language. */
export const TEMPLATE_HEADS = {
  part: "部分 Part",
  component: "组成部分 Component",
  componentId: "代码 Id",
  input: "输入项 Input",
  name: "名称 Name",
  path: "位置 Path",
  unit: "单位 Unit",
  kind: "类型 Kind",
  range: "范围 Range",
  value: "填写 Value",
  status: "状态 Status",
  source: "来源 Source",
  note: "说明 Note",
  from: "起始月 From",
  every: "每段 Every",
  row: "行代码 Row",
} as const;

export const KIND_WORDS: Readonly<Record<string, Text>> = {
  number: text("数", "number"),
  month: text("月份", "month"),
  flag: text("是否", "yes or no"),
  choice: text("选项", "choice"),
  status: text("状态", "status"),
  party: text("参与主体", "party"),
  plot: text("地块", "plot"),
  record: text("事项记录", "record"),
  word: text("代码词", "word"),
  text: text("文字", "text"),
  amount: text("各段金额", "amounts"),
  rate: text("各段比率或单价", "rates"),
  share: text("各段占比", "shares"),
};

export const EVERY_WORDS = {
  month: text("月", "month"),
  quarter: text("季", "quarter"),
  "half-year": text("半年", "half-year"),
  year: text("年", "year"),
  phase: text("占满阶段", "phase"),
} as const satisfies Record<string, Text>;

/** What stands beside an entry: it has to be filled in, may be left out, or something stands in for it. */
export const STATUS = {
  missing: text("待填", "to fill in"),
  optional: text("可不填", "optional"),
  record: text("未填按不成立", "counts as not held"),
} as const;

export const YES_NO = { yes: text("是", "yes"), no: text("否", "no") } as const;
