import type { Status } from "../../models/document/schema.ts";
import { loadPacks } from "../../models/policy/load.ts";
import type { Text } from "../../models/wording/text.ts";
import { STATUS_WORDS } from "../catalogue/words.ts";
import type { Lang } from "../contract.ts";
import type { Prepared } from "../model/prepare.ts";

const WORDS = {
  yearBasis: {
    calendar: { zh: "报表年度按公历年", en: "statement years are calendar years" },
    project: { zh: "报表年度按项目年(自开始月起每 12 个月)", en: "statement years are project years of twelve months" },
  },
  discountFrom: {
    "t=1": { zh: "首期流量折现一期(t=1)", en: "the first flow is discounted by one period (t=1)" },
    "t=0": { zh: "首期流量不折现(t=0)", en: "the first flow is not discounted (t=0)" },
  },
  indicatorBasis: {
    year: { zh: "指标按年流量计算", en: "indicators use yearly flows" },
    period: { zh: "指标按计算期流量计算", en: "indicators use flows by period" },
  },
  vatBasis: {
    separate: { zh: "增值税价外单列", en: "VAT is kept apart from prices" },
    excluded: { zh: "金额不含增值税", en: "amounts exclude VAT" },
  },
  priceBasis: {
    constant: { zh: "不变价", en: "constant prices" },
    current: { zh: "时价", en: "current prices" },
  },
  drawTiming: {
    start: { zh: "借款在期初提取", en: "loans are drawn at the start of a period" },
    mid: { zh: "借款在期中提取(当期计半息)", en: "loans are drawn in mid-period (half a period's interest)" },
    end: { zh: "借款在期末提取", en: "loans are drawn at the end of a period" },
  },
} as const satisfies Record<string, Record<string, Text>>;

/** What the numbers rest on, one sentence each. */
export function conventionsInWords({ document, counts, frame }: Prepared, lang: Lang): readonly string[] {
  const { conventions } = document;
  const { icProject, icEquity, minimumCash, dscrTarget } = frame.conventions;
  const sentences: readonly (Text | undefined)[] = [
    WORDS.yearBasis[conventions.yearBasis ?? "calendar"],
    WORDS.indicatorBasis[frame.conventions.indicatorBasis],
    WORDS.discountFrom[frame.conventions.discountFrom],
    rate("项目基准收益率", "discount rate of the project", icProject),
    rate("资本金基准收益率", "discount rate of equity", icEquity),
    priceBasis(frame.conventions.priceBasis, conventions.inflation),
    WORDS.vatBasis[frame.conventions.vatBasis],
    WORDS.drawTiming[frame.conventions.drawTiming],
    { zh: `最低资金余额 ${minimumCash} 元`, en: `minimum cash ${minimumCash} CNY` },
    dscrTarget === undefined
      ? undefined
      : { zh: `偿债备付率目标 ${dscrTarget}`, en: `debt-service coverage target ${dscrTarget}` },
    countedWords(counts),
    ...loadPacks(document).packs.map(({ title, version, status }) =>
      status === "draft"
        ? { zh: `规则包:${title.zh}(征求意见稿,${version})`, en: `rule pack: ${title.en} (draft, ${version})` }
        : { zh: `规则包:${title.zh}(${version})`, en: `rule pack: ${title.en} (${version})` },
    ),
  ];
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [sentence[lang]]));
}

function rate(zh: string, en: string, value: string | undefined): Text {
  return value === undefined
    ? { zh: `${zh}未填写`, en: `${en} not given` }
    : { zh: `${zh} ${percent(value)}`, en: `${en} ${percent(value)}` };
}

function priceBasis(basis: keyof typeof WORDS.priceBasis, inflation: string | undefined): Text {
  const words: Text = WORDS.priceBasis[basis];
  if (basis === "constant" || inflation === undefined) return words;
  return { zh: `${words.zh},年通胀 ${percent(inflation)}`, en: `${words.en}, inflation ${percent(inflation)} a year` };
}

function countedWords(counts: readonly Status[]): Text {
  const words = (lang: Lang): string =>
    counts.map((status) => STATUS_WORDS[status][lang]).join(lang === "zh" ? "、" : ", ");
  return counts.length === 0
    ? { zh: "不计任何待批资金", en: "no money that others must grant is counted" }
    : { zh: `待批资金只计:${words("zh")}`, en: `of money others must grant, counted: ${words("en")}` };
}

/** A decimal literal as a percentage, without the digits float64 would add. */
function percent(literal: string): string {
  return `${Number((Number(literal) * 100).toPrecision(12))}%`;
}
