/** Base units and their Chinese. */
export const UNITS: Readonly<Record<string, string>> = {
  CNY: "元",
  m2: "㎡",
  household: "户",
  person: "人",
  mo: "月",
  a: "年",
  d: "日",
  space: "车位",
  unit: "个",
};

/** A unit as formulas write it, with its Chinese: 元/(㎡·月) `CNY/(m2*mo)`; nothing for a plain number. */
export function unitWords(unit: string): string {
  if (unit === "1") return "";
  const words = unit.replaceAll("*", "·").replaceAll(/[A-Za-z]\w*/g, (word) => UNITS[word] ?? word);
  return `${words} \`${unit}\``;
}

/** 性质: how a line's years are formed from its periods. */
export const KINDS: Readonly<Record<string, string>> = {
  flow: "流量 flow",
  stock: "存量 stock",
  rate: "比率 rate",
  scalar: "定值 scalar",
  flag: "是否 flag",
};

/** Types of inputs as a form shows them. */
export const TYPES: Readonly<Record<string, string>> = {
  number: "数 number",
  profile: "按期 by period",
  month: "月 month",
  flag: "是否 yes or no",
  choice: "选项 choice",
  status: "审批状态 status",
  party: "参与方 party",
  plot: "地块 plot",
  record: "依据 record",
  word: "文字 word",
  table: "表 table",
};

/** How the numbers of an input by period are meant. */
export const PROFILES: Readonly<Record<string, string>> = {
  amount: "金额,按所代表的时段摊开\namounts, spread over the time they stand for",
  rate: "水平,在该时段内不变\na level that holds for the time it stands for",
  share: "占比,按所代表的时段摊开\nshares, spread over the time they stand for",
};
