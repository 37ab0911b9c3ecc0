import type { Text } from "../wording/text.ts";

type Wording = (subject: string) => Text;

/** Wording of every refusal. `subject` is the argument's name, or the list of solutions. */
export const MESSAGES = {
  "missing-argument": (name) => ({ zh: `缺少参数 ${name}`, en: `argument ${name} is missing` }),
  "wrong-type": (name) => ({
    zh: `参数 ${name} 应为数值(number 或 Decimal)`,
    en: `argument ${name} must be a number or a Decimal`,
  }),
  "not-a-list": (name) => ({ zh: `参数 ${name} 应为数组`, en: `argument ${name} must be an array` }),
  "not-finite": (name) => ({
    zh: `参数 ${name} 不是有限数(NaN 或无穷大)`,
    en: `argument ${name} is not finite (NaN or infinity)`,
  }),
  unreadable: (name) => ({ zh: `参数 ${name} 无法读取`, en: `argument ${name} cannot be read` }),
  empty: (name) => ({ zh: `参数 ${name} 为空`, en: `argument ${name} is empty` }),
  "too-few": (name) => ({ zh: `参数 ${name} 至少需要两个数值`, en: `argument ${name} needs at least two values` }),
  "too-large": (name) => ({
    zh: `参数 ${name} 超出可处理的规模`,
    en: `argument ${name} is larger than can be handled`,
  }),
  "length-mismatch": (name) => ({
    zh: `${name} 与 values 的个数不同`,
    en: `${name} and values differ in length`,
  }),
  "bad-date": (name) => ({
    zh: `参数 ${name} 不是有效日期(YYYY-MM-DD、Date 或 Excel 日期序号)`,
    en: `argument ${name} is not a valid date (YYYY-MM-DD, Date or Excel serial)`,
  }),
  "rate-too-low": (name) => ({
    zh: `参数 ${name} 必须大于 −100 %`,
    en: `argument ${name} must be above −100 %`,
  }),
  "out-of-range": (name) => ({ zh: `参数 ${name} 超出允许范围`, en: `argument ${name} is out of range` }),
  "all-zero": (name) => ({
    zh: `${name} 全部为零或相互抵消,任何利率都成立`,
    en: `${name} are all zero or cancel out, so every rate would do`,
  }),
  "no-sign-change": (name) => ({
    zh: `${name} 没有正负变化,内部收益率不存在`,
    en: `${name} never change sign, so there is no rate of return`,
  }),
  "no-root": () => ({
    zh: "不存在大于 −100 % 的解",
    en: "there is no solution above −100 %",
  }),
  "several-roots": (roots) => ({
    zh: `有多个解(${roots}),请给出 guess 以选择`,
    en: `there are several solutions (${roots}); give a guess to choose one`,
  }),
  "no-solution": (name) => ({
    zh: `没有任何 ${name} 满足等式`,
    en: `no value of ${name} satisfies the equation`,
  }),
  "ill-conditioned": (name) => ({
    zh: `${name} 的解过于密集,无法可靠区分`,
    en: `the solutions for ${name} lie too close together to be told apart`,
  }),
  overflow: () => ({ zh: "结果超出数值可表示的范围", en: "the result is beyond the range of numbers" }),
} as const satisfies Record<string, Wording>;
