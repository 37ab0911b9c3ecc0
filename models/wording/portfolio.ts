import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with a portfolio: message and hint (empty where the message says it all), in both languages. */
const WORDING = {
  use: [
    "这是组合文件,由各成员项目汇总,没有自己的测算",
    "this is a portfolio: it sums up its members and has no model of its own",
    "用 portfolio 命令,或在界面打开“组合”页;单个项目请打开该成员的文件",
    "use the command portfolio, or the portfolio page; for one project open that member's file",
  ],
  not_portfolio: [
    "这不是组合文件:没有成员项目",
    "this is no portfolio: it has no members",
    "组合文件在 members 中列出各项目;单个项目用 evaluate",
    "a portfolio lists its projects under members; for one project use evaluate",
  ],
  own_lines: [
    "组合文件不能有自己的{what}",
    "a portfolio has no {what} of its own",
    "写入成员项目的文件,或另建一个成员",
    "enter it in a member's file, or make it a member",
  ],
  member_source: [
    "成员 {member} 须且只须写明项目文件(document)或其摘要(hash)之一",
    "member {member} takes either a document or the hash of one, and not both",
    "",
    "",
  ],
  nested: [
    "成员 {member} 本身是组合,组合不能相互嵌套",
    "member {member} is a portfolio itself; portfolios do not contain portfolios",
    "直接列出其中的各项目",
    "list its projects directly",
  ],
  document_wanted: [
    "成员 {member} 的项目文件未提供(摘要 {hash})",
    "the document of member {member} was not supplied (hash {hash})",
    "提供摘要相符的文件;摘要不符的文件不会使用",
    "supply the document with that hash; one with another hash is not used",
  ],
  not_a_path: [
    "摘要应写作 sha256: 加 64 位十六进制数,不能写文件路径",
    "a hash is sha256: and 64 hexadecimal digits; a path is not taken",
    "",
    "",
  ],
  member_unknown: ["没有成员 {member}", "there is no member {member}", "{suggestion}", "{suggestion}"],
  same_party: [
    "调剂 {transfer} 的付款项目与收款项目相同",
    "transfer {transfer} is paid by the project that receives it",
    "",
    "",
  ],
  negative: ["{what}不能为负", "{what} cannot be negative", "", ""],
  starts_order: [
    "成员 {member} 可选开工的最早({earliest})晚于最晚({latest})",
    "member {member}: the earliest start ({earliest}) is after the latest ({latest})",
    "",
    "",
  ],
  weight_missing: [
    "成员 {member} 按约定分摊,但未填权重",
    "member {member} shares as agreed and has no weight",
    "填写权重,或改按户数、面积分摊",
    "enter the weight, or share by households or area",
  ],
  member_missing: [
    "成员“{member}”的{what}没有值:{reason}",
    "member “{member}” has no value for {what}: {reason}",
    "补齐该项目的资料;缺失不按0计",
    "complete that project; what is missing does not count as zero",
  ],
  member_unreadable: ["成员“{member}”无法测算:{reason}", "member “{member}” cannot be computed: {reason}", "", ""],
  outside: [
    "{month} 不在组合的计算年份 {from}—{to} 之内",
    "{month} is not within the years of the portfolio, {from} to {to}",
    "改正日期,或延长组合的时间轴",
    "correct the date, or lengthen the portfolio's timeline",
  ],
  rate_high: [
    "统借授信年利率 {rate} 高于 {most}",
    "the rate of the credit line, {rate} a year, is above {most}",
    "利率写成小数:3.5% 写作 0.035",
    "write a rate as a share: 3.5 % is 0.035",
  ],
  rate_missing: [
    "未填写统借授信利率,利息及含息余额不计算",
    "no rate of the credit line is entered: interest and balances with it are not computed",
    "填写 portfolio/pool/creditRate",
    "enter portfolio/pool/creditRate",
  ],
  budget_empty: [
    "预算“{budget}”在组合的各年份都没有金额,不能核对",
    "budget “{budget}” has no amount in any year of the portfolio: nothing can be held against it",
    "按年填写金额;确无预算的年份填 0",
    "enter amounts by year, 0 for a year that has no money",
  ],
  member_twice: [
    "成员“{member}”与“{other}”是同一项目文件,同一项目计入了两次,各项合计不予计算",
    "members “{member}” and “{other}” are the same document: one project is counted twice, and totals are not computed",
    "删除其中一个;确是两个项目的,在各自文件中写明不同的项目名称与资料",
    "remove one of them; two projects have documents of their own, with their own name and figures",
  ],
  shared_missing: [
    "共同费用的分摊没有数值,合并现金无从计算",
    "shared costs have no value in some year, so that pooled cash has none",
    "核对分摊依据:户数、面积或约定权重合计须大于 0",
    "look at what they are shared by: households, areas or agreed weights must come to more than 0",
  ],
  communities_missing: [
    "未填写城市社区总数,覆盖率不计算",
    "the number of urban communities is not entered: coverage is not computed",
    "",
    "",
  ],
  nothing_to_choose: [
    "没有可选的开工时间",
    "there is no start to choose",
    "在成员中填写可选开工范围 starts(最早、最晚、间隔月数)",
    "give members the starts that may be chosen: earliest, latest, every so many months",
  ],
  no_condition: [
    "没有可供选择的依据:既无资金下限,也无补助预算、数量目标",
    "there is nothing to choose by: no floor of cash, no budget, no target",
    "填写 pool/minimumCash、budgets 或 targets",
    "enter pool/minimumCash, budgets or targets",
  ],
  too_many_starts: [
    "可选开工共 {found} 个,最多 {limit} 个",
    "{found} starts could be chosen, at most {limit} are tried",
    "缩小范围或加大间隔",
    "narrow the range or widen the step",
  ],
} as const satisfies Readonly<Record<string, Wording>>;

export type PortfolioCode = keyof typeof WORDING;

/** A problem of a portfolio; its code is `portfolio.CODE`. */
export function portfolioProblem(code: PortfolioCode, path: string, args: Arguments = {}): Problem {
  return worded(`portfolio.${code}`, WORDING[code], path, args);
}
