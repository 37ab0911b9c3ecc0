import type { Text } from "../wording/text.ts";

/**
 * What a month that is entered decides. Periods may be longer than a month, so "from March" can mean the first of March, the period that
 * contains March, or the first period that begins in it.
 */
export const MONTH_MEANINGS = {
  from: {
    zh: "自该月1日起,期长于一月时按月数折算",
    en: "from the first day of the month; part of a longer period by months",
  },
  through: {
    zh: "至该月末止(含该月),期长于一月时按月数折算",
    en: "to the end of the month; part of a longer period by months",
  },
  within: { zh: "计入该月所在的一期", en: "in the period that contains the month" },
  since: { zh: "自该月所在的一期起", en: "from the period that contains the month on" },
  starting: { zh: "自该月或其后开始的第一期起", en: "from the first period that begins in or after the month" },
  before: {
    zh: "到该月之前开始的各期为止,该月开始的一期已不含",
    en: "up to the last period that begins before the month",
  },
  last: {
    zh: "为最后一个建设月:该月所在的一期仍属建设期,次月起完工",
    en: "the last month of construction: the period that contains it is construction, the next is not",
  },
  finished: {
    zh: "为最后一个建设月:次月起计,期长于一月时按月数折算",
    en: "the last month of construction: what follows counts from the next month, by months within a longer period",
  },
  base: {
    zh: "年数自该月1日起计,首年不涨",
    en: "years are counted from the first day of the month, the first without growth",
  },
} as const satisfies Record<string, Text>;

export type MonthMeaning = keyof typeof MONTH_MEANINGS;
