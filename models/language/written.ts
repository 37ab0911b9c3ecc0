import type { Text } from "../wording/text.ts";

/** A function written in the language itself. */
interface WrittenFunction {
  readonly parameters: readonly string[];
  readonly formula: string;
  readonly about: Text;
}

const written = {
  share: {
    parameters: ["part", "whole"],
    formula: "whole > 0 ? part / whole : 0",
    about: { zh: "占比,整体不为正时为0", en: "a part of a whole, 0 where the whole is not positive" },
  },
  exvat: {
    parameters: ["price", "rate", "included"],
    formula: "price / (1 + included * rate)",
    about: {
      zh: "不含增值税的价格:价格含税时除以(1+税率)",
      en: "a price without VAT: over 1 + rate where it includes VAT",
    },
  },
  withvat: {
    parameters: ["price", "rate", "included"],
    formula: "price * (1 + (1 - included) * rate)",
    about: {
      zh: "含增值税的价格:进项税不可抵扣时计入成本的金额",
      en: "a price with VAT: what is carried as cost where the VAT cannot be credited",
    },
  },
  monthsin: {
    parameters: ["start", "end"],
    formula: "max(0, min(end, month + dtmonths) - max(start, month))",
    about: {
      zh: "本期落在[起始月,截止月)内的月数",
      en: "months of the period that lie between two months, the second not included",
    },
  },
  falls: {
    parameters: ["date"],
    formula: "month <= date and date < month + dtmonths",
    about: { zh: "该月是否落在本期", en: "whether a month falls into the period" },
  },
  yearof: {
    parameters: ["start"],
    formula: "floor(max(0, month - start) / monthsperyear / 1 a) + 1",
    about: {
      zh: "自起始月算起的第几年,起始前为1",
      en: "the year counted from a month: 1 in the first year and before it",
    },
  },
  timesdue: {
    parameters: ["first", "every", "until"],
    formula: "max(0, floor((until - 1 mo - first) / (every * monthsperyear)) + 1)",
    about: {
      zh: "自首次月份起每隔若干年一次,到某月(不含)止的次数",
      en: "how often something has come round before a month, from its first month on and again every so many years",
    },
  },
  nextyear: {
    parameters: ["start"],
    formula: "start + (floor(max(0, month - start) / monthsperyear / 1 a) + 1) * (12 mo)",
    about: {
      zh: "自起始月算起的下一年从哪月开始",
      en: "the month in which the next year counted from a month begins",
    },
  },
  across: {
    parameters: ["now", "next", "later"],
    formula: "now * (1 - later) + next * later",
    about: {
      zh: "本期跨两年时的平均:later为落在下一年的比例",
      en: "the average of a period that runs into the next year with a part of it",
    },
  },
  grown: {
    parameters: ["growth", "year", "every"],
    formula: "(1 + growth) ^ floor((year - 1) / every) * project.price_index",
    about: {
      zh: "涨价系数:首年为1,每every年涨一次,再乘物价指数",
      en: "growth factor: 1 in the first year, one step every so many years, times the price index",
    },
  },
} satisfies Readonly<Record<string, WrittenFunction>>;

export type WrittenName = keyof typeof written;

export const writtenFunctions: Readonly<Record<WrittenName, WrittenFunction>> = written;

export function isWritten(name: string): name is WrittenName {
  return Object.hasOwn(written, name);
}
