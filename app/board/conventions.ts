import type { Prepared } from "../../models/compile/prepare.ts";
import type { Conventions, Status } from "../../models/document/schema.ts";
import { STATUS_WORDS } from "../../models/document/statusWords.ts";
import { loadPacks } from "../../models/policy/load.ts";
import type { ProjectConventions } from "../../models/terms/conventions.ts";
import { grouped } from "../../models/wording/grouped.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang } from "../contract.ts";

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
  commonCostKey: {
    construction: {
      zh: "共同成本按直接建造成本分摊,不含土地",
      en: "common cost is divided by direct construction cost, without land",
    },
    with_land: { zh: "共同成本按含土地的直接成本分摊", en: "common cost is divided by direct cost, land included" },
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
  const { icProject, icEquity, minimumCash } = frame.conventions;
  const sentences: readonly (Text | undefined)[] = [
    WORDS.yearBasis[frame.conventions.yearBasis],
    WORDS.indicatorBasis[frame.conventions.indicatorBasis],
    WORDS.discountFrom[frame.conventions.discountFrom],
    rate("项目基准收益率", "discount rate of the project", icProject),
    rate("资本金基准收益率", "discount rate of equity", icEquity),
    priceBasis(frame.conventions.priceBasis, conventions.inflation),
    WORDS.vatBasis[frame.conventions.vatBasis],
    WORDS.drawTiming[frame.conventions.drawTiming],
    WORDS.commonCostKey[frame.conventions.commonCostKey],
    { zh: `最低资金余额 ${grouped(minimumCash)} 元`, en: `minimum cash ${grouped(minimumCash)} CNY` },
    ...solvencyWords(frame.conventions),
    ...statementWords(conventions),
    countedWords(counts),
    ...loadPacks(document).packs.map(({ title, version, status }) =>
      status === "draft"
        ? { zh: `政策参数包:${title.zh}(征求意见稿,${version})`, en: `rule pack: ${title.en} (draft, ${version})` }
        : { zh: `政策参数包:${title.zh}(${version})`, en: `rule pack: ${title.en} (${version})` },
    ),
  ];
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [sentence[lang]]));
}

const DSCR_BASIS = {
  cash: {
    zh: "偿债备付率按现金口径:(经营净现金-维持运营投资±流动资金)/(还本+付息)",
    en: "DSCR on the cash basis: (net cash of operation - replacement ± working capital)/(principal + interest)",
  },
  mp3: {
    zh: "偿债备付率按参数口径:(息税折旧摊销前利润-所得税)/(还本+付息)",
    en: "DSCR as (EBITDA - tax)/(principal + interest)",
  },
} as const satisfies Record<string, Text>;

function solvencyWords({
  dscrTarget,
  dscrBasis,
  coverageTarget,
  coverageDefinition,
}: ProjectConventions): readonly (Text | undefined)[] {
  return [
    DSCR_BASIS[dscrBasis],
    dscrTarget === undefined
      ? { zh: "偿债备付率目标未填写,按 1.0", en: "no target of debt-service coverage is given, 1.0 is used" }
      : { zh: `偿债备付率目标 ${dscrTarget}`, en: `debt-service coverage target ${dscrTarget}` },
    coverageTarget === undefined
      ? undefined
      : { zh: `本息覆盖倍数目标 ${coverageTarget}`, en: `coverage target ${coverageTarget}` },
    coverageDefinition === undefined
      ? undefined
      : { zh: `本息覆盖口径:${coverageDefinition}`, en: `coverage as defined: ${coverageDefinition}` },
  ];
}

/** Where the value of the assets at the end comes from; an amount that is entered comes first. */
function recoveredWords({ recoveredAssetValue, terminalCapRate, terminalMultiple }: Conventions): Text {
  if (recoveredAssetValue !== undefined)
    return {
      zh: `期末回收资产余值按填写值 ${grouped(recoveredAssetValue)} 元`,
      en: `recovered asset value as entered: ${grouped(recoveredAssetValue)} CNY`,
    };
  const of = {
    zh: "期末资产价值按最后十二个月运营盈余",
    en: "terminal value from the operating surplus of the last twelve months",
  };
  if (terminalCapRate !== undefined)
    return { zh: `${of.zh}/资本化率 ${percent(terminalCapRate)}`, en: `${of.en} over ${percent(terminalCapRate)}` };
  if (terminalMultiple !== undefined)
    return { zh: `${of.zh}的 ${terminalMultiple} 倍`, en: `${of.en}, times ${terminalMultiple}` };
  return { zh: "期末按账面净值回收固定资产余值", en: "net book value of the assets is recovered in the last period" };
}

/** How the standard tables are read. */
function statementWords({
  recoveredAssetValue,
  terminalCapRate,
  terminalMultiple,
  bepComfort,
  publicBudget,
}: Conventions): readonly (Text | undefined)[] {
  return [
    recoveredWords({ recoveredAssetValue, terminalCapRate, terminalMultiple }),
    {
      zh: "现金流量表按销售回款,利润表按交付确认收入;建设期到位的补助列其他资金,其后列补贴收入;不征税补助计入资本公积",
      en: "cash tables take sales as received, the profit table at hand-over; grants during construction are other funds, later ones subsidy income; non-taxable ones go to the capital reserve",
    },
    {
      zh: "调整所得税按息税前利润计算,亏损单独弥补",
      en: "adjusted income tax on profit before interest, with losses of its own",
    },
    bepComfort === undefined
      ? undefined
      : {
          zh: `盈亏平衡点控制线 ${percent(bepComfort)}`,
          en: `comfort line of the break-even point ${percent(bepComfort)}`,
        },
    publicBudget === undefined
      ? undefined
      : { zh: `财政预算 ${grouped(publicBudget)} 元`, en: `public budget ${grouped(publicBudget)} CNY` },
  ];
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
