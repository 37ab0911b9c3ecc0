import { type Arguments, fill } from "./document.ts";
import type { Problem } from "./problem.ts";
import type { Text } from "./text.ts";

type Wording = readonly [message: Text, hint?: Text];

const text = (zh: string, en: string): Text => ({ zh, en });

/** What can be wrong with the uncertainties of a document, and with drawing from them. */
const WORDING = {
  "document.uncertain_path": [
    text("“{path}”不是情景可以变动的输入", "“{path}” is no input a scenario can change"),
    text(
      "写法与情景相同,如 components/flats/inputs/price;分期取值按同一倍数写 …/profile/*",
      "write it as scenarios do, like components/flats/inputs/price; a value by date by one factor as …/profile/*",
    ),
  ],
  "document.uncertain_twice": [
    text("该输入已有另一项分布“{other}”", "the input has another distribution, “{other}”"),
    text("保留其中一项", "keep one of them"),
  ],
  "document.uncertain_needs": [
    text("{distribution}缺少参数:{name}", "a {distribution} distribution needs: {name}"),
    text("按输入自身的单位填写", "enter it in the unit of the input"),
  ],
  "document.uncertain_unused": [
    text("{distribution}用不到参数:{name}", "a {distribution} distribution has no: {name}"),
    text("删除该参数,或换一种分布", "take it out, or take another distribution"),
  ],
  "document.uncertain_figure": [
    text("“{found}”不是数值,也不是月份", "“{found}” is neither a number nor a month"),
    text("写作 25400、0.035 或 2028-06", "write it like 25400, 0.035 or 2028-06"),
  ],
  "document.uncertain_order": [
    text("上下限颠倒:{low}应小于{high}", "the bounds are the wrong way round: {low} must be below {high}"),
    text("由小到大填写下限、最可能值、上限", "enter low, mode and high from the least to the largest"),
  ],
  "document.uncertain_equal": [
    text("{low}与{high}相等,没有可抽取的范围", "{low} and {high} are equal: there is no range to draw from"),
    text(
      "填写不同的两个值;不波动的输入不必列入",
      "enter two different values; an input that does not vary needs no distribution",
    ),
  ],
  "document.uncertain_spread": [
    text("标准差“{found}”应大于 0", "the standard deviation “{found}” must be above 0"),
    text("没有波动的输入不必列入", "an input that does not vary needs no distribution"),
  ],
  "document.uncertain_positive": [
    text("对数正态分布的均值“{found}”应大于 0", "the mean “{found}” of a lognormal distribution must be above 0"),
    text("可为负的输入改用正态或三角分布", "for what may be negative take a normal or triangular one"),
  ],
  "document.uncertain_probability": [
    text("概率“{found}”应在 0 与 1 之间", "the probability “{found}” must lie between 0 and 1"),
    text("如 0.7", "for example 0.7"),
  ],
  "document.uncertain_sum": [
    text("各取值的概率合计为 {found},应为 1", "the probabilities add up to {found} instead of 1"),
    text("补齐其余取值及其概率", "enter the other values with their probabilities"),
  ],
  "document.correlation_unknown": [
    text("相关的另一方“{other}”不在不确定性清单内", "“{other}”, said to be correlated, is not among the uncertainties"),
    text("填写清单内的代码", "enter an id of the list"),
  ],
  "document.correlation_self": [
    text("不能与自身相关", "it cannot be correlated with itself"),
    text("填写另一项的代码", "enter the id of another one"),
  ],
  "document.correlation_twice": [
    text("与“{other}”的相关系数写了两次", "its correlation with “{other}” is said twice"),
    text("一对只写一次", "say each pair once"),
  ],
  "document.correlation_range": [
    text("秩相关系数“{found}”应大于 -1、小于 1", "the rank correlation “{found}” must be above -1 and below 1"),
    text("完全同步变动的输入,改为同一倍数或公式", "inputs that move as one are better one factor, or a formula"),
  ],
  "simulate.none": [
    text("文件没有填写不确定性,无从模拟", "the file states no uncertainties: there is nothing to draw from"),
    text(
      "先为价格、造价、利率、工期等输入填写分布,程序不代为假定",
      "give inputs such as prices, costs, rates and months a distribution first; none is assumed for you",
    ),
  ],
  "simulate.draws": [
    text(
      "抽样次数“{found}”应为 {from} 至 {to} 的整数",
      "the number of draws, “{found}”, must be a whole number from {from} to {to}",
    ),
    text("常用 1000 或 10000", "1000 or 10000 is usual"),
  ],
  "simulate.seed": [
    text("随机种子“{found}”应为 0 至 {to} 的整数", "the seed “{found}” must be a whole number from 0 to {to}"),
    text("同一种子结果相同", "the same seed gives the same result"),
  ],
  "simulate.size": [
    text(
      "{draws} 次抽样各记 {width} 个数,超过可保留的 {limit} 个",
      "{draws} draws of {width} figures each are more than the {limit} that can be kept",
    ),
    text("减少抽样次数,或改按年", "take fewer draws, or years instead of periods"),
  ],
  "simulate.correlation": [
    text(
      "相关系数互相矛盾(矩阵非正定):{pairs}",
      "the correlations contradict each other (the matrix is not positive definite): {pairs}",
    ),
    text("最接近的可行取值:{nearest}", "the nearest that hold together: {nearest}"),
  ],
  "simulate.figure": [
    text("“{found}”不是该输入可取的值", "“{found}” is no value of this input"),
    text(
      "数值输入填数,月份填 2028-06,状态与选项填其代码",
      "a number for a number, 2028-06 for a month, its word for a status or choice",
    ),
  ],
  "simulate.path": [text("没有“{found}”这一输入", "there is no input {found}"), text("{suggestion}", "{suggestion}")],
  "simulate.kind": [
    text(
      "该输入按代码取值,只能用离散分布或是否(伯努利)分布",
      "the input takes words: only a discrete or Bernoulli distribution fits",
    ),
    text(
      "如 distribution: bernoulli,yes: approved,no: refused",
      "for example distribution: bernoulli, yes: approved, no: refused",
    ),
  ],
  "simulate.outside": [
    text(
      "分布几乎全部落在输入的界限 {from} 至 {to} 之外",
      "nearly all of the distribution lies outside the input's bounds, {from} to {to}",
    ),
    text("核对单位与参数", "check the unit and the figures"),
  ],
  "simulate.unwritable": [
    text("取值 {value} 时文件不成立:{why}", "at {value} the document does not hold: {why}"),
    text(
      "收窄分布,或改用可单独变动的输入",
      "make the distribution narrower, or take an input that can change by itself",
    ),
  ],
  "simulate.empty": [
    text("“{what}”未填写,无从抽样", "{what} is not entered: there is nothing to draw around"),
    text("先填写该输入", "enter it first"),
  ],
  "simulate.structural": [
    text(
      "该输入改变行的构成或计算期,不能抽样",
      "the input changes which lines there are, or the calendar: it cannot be drawn",
    ),
    text("另建情景,各自模拟", "make a scenario for each case and simulate them apart"),
  ],
  "simulate.idle": [
    text(
      "“{of}”与所列不确定的输入都无关,各次抽样结果相同",
      "“{of}” depends on none of the uncertain inputs: all draws would be the same",
    ),
    text("换一个目标,或为影响它的输入填写分布", "take another target, or give the inputs it depends on a distribution"),
  ],
  "simulate.searched": [
    text("“{of}”要逐次倒算求解,模拟不计算", "“{of}” rests on values searched for anew each time: it is not simulated"),
    text("改用不需求解的指标", "take an indicator that needs no search"),
  ],
  "simulate.workers": [
    text(
      "工作线程数“{found}”应为 1 至 {to} 的整数",
      "the number of workers, “{found}”, must be a whole number from 1 to {to}",
    ),
    text("一般取处理器核数", "as many as there are cores is usual"),
  ],
} as const satisfies Record<string, Wording>;

export type UncertaintyCode = keyof typeof WORDING;

/** A problem of uncertainties, worded in both languages; `path` is a document path or an option. */
export function uncertaintyProblem(code: UncertaintyCode, path: string, args: Arguments = {}): Problem {
  const [message, hint]: Wording = WORDING[code];
  const filled = ({ zh, en }: Text): Text => ({ zh: fill(zh, args, "zh"), en: fill(en, args, "en") });
  return { code, message: filled(message), path, ...(hint === undefined ? {} : { hint: filled(hint) }) };
}

/** Names of the distributions and of their figures. */
export const DISTRIBUTION_WORDS = {
  normal: text("正态分布", "normal"),
  lognormal: text("对数正态分布", "lognormal"),
  triangular: text("三角分布", "triangular"),
  pert: text("PERT 分布", "PERT"),
  uniform: text("均匀分布", "uniform"),
  discrete: text("离散分布", "discrete"),
  bernoulli: text("是否(伯努利)分布", "Bernoulli"),
} as const;

export const FIGURE_WORDS = {
  mean: text("均值", "mean"),
  sd: text("标准差", "standard deviation"),
  low: text("下限", "low"),
  mode: text("最可能值", "mode"),
  high: text("上限", "high"),
  outcomes: text("各取值及概率", "values with their probabilities"),
  probability: text("概率", "probability"),
  yes: text("成立时取值", "value if it happens"),
  no: text("不成立时取值", "value if not"),
} as const;
