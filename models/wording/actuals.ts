import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with actuals: message and hint (empty where the message says it all), in both languages. */
const WORDING = {
  none: [
    "文件没有实际数",
    "the file has no actuals",
    "录入关账月与报表数据,或用 actuals FILE import 导入",
    "enter the closing month and reported figures, or import them: actuals FILE import",
  ],
  closed_missing: [
    "未填实际数截至月(关账月),没有一期计入实际数",
    "the month up to which actuals are closed is not stated: no period counts as actual",
    "填写 actuals/closed,例如 2027-06",
    "enter actuals/closed, for instance 2027-06",
  ],
  closed_within: [
    "截至月 {closed} 在 {period} 之中,该期尚未关账",
    "the closing month {closed} lies within {period}, which is not closed yet",
    "按期末月填写,或改用更短的计算期",
    "state the last month of a period, or take shorter periods",
  ],
  closed_before: [
    "截至月 {closed} 早于首期期末,没有一期计入实际数",
    "the closing month {closed} comes before the end of the first period: no period counts as actual",
    "",
    "",
  ],
  line_gone: [
    "模型中没有行 {line},其实际数 {count} 个未计入",
    "the model has no line {line}: its {count} figures are not counted",
    "{suggestion}",
    "{suggestion}",
  ],
  line_off: [
    "行 {line} 所属测算项在本情景中停用,其实际数 {count} 个未计入",
    "the component of {line} is switched off in this scenario: its {count} figures are not counted",
    "换用启用该项的情景,或改报到现有的行",
    "take a scenario that has it on, or report under a line that is there",
  ],
  line_kind: [
    "行 {line} 不是逐期发生额,不能填报实际数({count} 个未计入)",
    "{line} is no flow by period and takes no actuals: {count} figures are not counted",
    "合计、余额、比率由各行得出,请填报其组成的收付行",
    "totals, balances and ratios follow from lines: report the receipts and payments they are made of",
  ],
  period: [
    "{line} 的期间“{period}”无法识别",
    "the period “{period}” of {line} cannot be read",
    "写作 2027-03、2027-Q1、2027-H1 或 2027",
    "write 2027-03, 2027-Q1, 2027-H1 or 2027",
  ],
  outside: [
    "{line} 的期间 {period} 在计算期({start} 至 {end})之外,未计入",
    "the period {period} of {line} lies outside the horizon ({start} to {end}) and is not counted",
    "",
    "",
  ],
  straddles: [
    "{line} 的期间 {period} 跨几个计算期,未计入",
    "the period {period} of {line} spans several periods of the model and is not counted",
    "按不长于一个计算期的期间填报",
    "report it by periods no longer than the model's",
  ],
  early: [
    "{line} 的期间 {period} 在报表日期 {date} 时尚未开始,请核对日期与期间",
    "{line}: the period {period} had not begun on {date}, the date of its report: check both",
    "",
    "",
  ],
  below: [
    "{line} 在 {period} 的实际数为负({amount}),已按负数计入;冲回或退款的请在该报表的说明中写明,写错的请更正",
    "{line} was reported as negative in {period} ({amount}) and is counted so: where money was given back, say it in the report's note; else correct it",
    "",
    "",
  ],
  twice: [
    "{line} 在 {period} 有两处填报({reports}),该期不取值",
    "{line} is reported twice in {period} ({reports}): the period has no value",
    "更正应改原报表,或在导入时选择替换",
    "correct the earlier report, or import with replacement",
  ],
  open: [
    "{count} 个实际数在截至月之后,尚未计入",
    "{count} figures lie after the closing month and are not counted yet",
    "关账后修改截至月",
    "move the closing month on once they are closed",
  ],
  unreported: [
    "{line}:{periods} 未填报",
    "{line}: {periods} not reported",
    "未填报不按0计;没有发生的填 0",
    "what is not reported is not zero; enter 0 where nothing happened",
  ],
  rest_missing: [
    "未选择余下各期的预测规则,没有预测",
    "no rule is chosen for the periods after the closing month: there is no forecast",
    "选择按计划、顺延、总额不变或按模型重算(actuals/rest)",
    "choose plan, shift, total or model (actuals/rest)",
  ],
  rest_exceeded: [
    "{line} 的实际数已超过计划总额,总额没有余下可分摊到以后各期,没有预测",
    "{line}: what was reported exceeds the plan's total, nothing of it is left for later periods, and there is no forecast",
    "为该行改选按计划、顺延或按模型重算(actuals/restOf),或先调整计划",
    "choose plan, shift or model for this line (actuals/restOf), or change the plan first",
  ],
  shift_months: [
    "顺延规则未填月数",
    "the rule of a late plan does not say how many months",
    "填写 actuals/rest/months",
    "enter actuals/rest/months",
  ],
  shift_step: [
    "顺延 {months} 个月不是计算期({step} 个月)的整数倍",
    "{months} months are no multiple of the model's period of {step}",
    "",
    "",
  ],
  no_year: ["没有报表年 {found}", "there is no statement year {found}", "可选:{known}", "there are: {known}"],
  empty_table: [
    "表格是空的",
    "the table is empty",
    "首行写期间,首列写行的代码或名称",
    "periods in the first row, ids or names of lines in the first column",
  ],
  no_figures: [
    "表格里没有一个数",
    "the table has no figure",
    "未填报的格可以留空,但至少要有一个数",
    "cells that are not reported stay empty, but one figure is needed",
  ],
  no_head: [
    "首行没有可识别的期间",
    "the first row has no period that can be read",
    "首行写 2027-01、2027年1月、2027-Q1 等,首列写行的代码或名称",
    "first row: 2027-01, 2027-Q1 …; first column: ids or names of lines",
  ],
  head: [
    "期间“{found}”无法识别",
    "the period “{found}” cannot be read",
    "写作 2027-03、2027年3月、2027-Q1 或 2027",
    "write 2027-03, 2027-Q1, 2027-H1 or 2027",
  ],
  head_empty: [
    "这一列有数但没有期间",
    "this column has figures and no period",
    "在首行写明期间",
    "write the period in the first row",
  ],
  name_empty: [
    "这一行没有写行的代码或名称",
    "this row does not say which line it is",
    "在首列写代码或名称",
    "write the id or name in the first column",
  ],
  name_many: [
    "“{found}”有几行同名:{known}",
    "several lines are called “{found}”: {known}",
    "改写行的代码",
    "write the id instead",
  ],
  name_unknown: ["模型中没有行“{found}”", "the model has no line “{found}”", "{suggestion}", "{suggestion}"],
  number: [
    "“{found}”不是金额",
    "“{found}” is no amount",
    "写数字;没有发生写 0,未填报留空",
    "write a number: 0 where nothing happened, nothing where it is not reported",
  ],
  cell_twice: ["{line} 在 {period} 写了两次", "{line} is given twice for {period}", "", ""],
  unit: [
    "表中写明万元,而导入按元",
    "the table says units of 10,000 (wan) and is imported in yuan",
    "单位选万元",
    "choose 10,000 yuan (wan) as the unit",
  ],
  there: [
    "{line} 在 {period} 已有填报({report})",
    "{line} is reported in {period} already ({report})",
    "更正时选择替换",
    "to correct it import with replacement",
  ],
  no_report: [
    "没有代码为 {report} 的填报来源",
    "there is no report {report}",
    "选择现有的来源,或另立一个",
    "choose a source that is there, or name a new one",
  ],
  gap_word: ["--unreported 不能是 {found}", "--unreported cannot be {found}", "plan 或 none", "plan or none"],
  rest_word: [
    "不认识的预测规则 {found}",
    "no such rule of later periods: {found}",
    "plan、shift:月数、total、model;单行写作 行=规则",
    "plan, shift:MONTHS, total, model; LINE=RULE for one line",
  ],
  action: [
    "actuals 不认识这种写法:{found}",
    "actuals does not take this: {found}",
    "actuals 文件;actuals import 文件 表格;actuals set、sheet、template 文件",
    "actuals FILE; actuals import FILE TABLE; actuals set, sheet, template FILE",
  ],
  source_missing: [
    "未写数据来源 --{option}",
    "the source is not stated: --{option}",
    "写明 --document 报表名称 --date 日期 --by 填报人",
    "state --document, --date and --by",
  ],
  table_encoding: [
    "表格文件不是 UTF-8 或 GBK 文本",
    "the table is no text in UTF-8 or GBK",
    "从 Excel 另存为 CSV",
    "save it as CSV from the spreadsheet",
  ],
  unit_word: ["--unit 不能是 {found}", "--unit cannot be {found}", "yuan 或 wan", "yuan or wan"],
  rest_line: [
    "行 {line} 没有填报实际数,其单独的预测规则不起作用",
    "{line} has no actuals: its own rule has no effect",
    "",
    "",
  ],
  plan_value: ["计划中 {line} 没有值:{reason}", "{line} has no value in the plan: {reason}", "", ""],
  plan_none: ["按其性质没有数值", "by its nature there is none", "", ""],
} as const satisfies Record<string, Wording>;

export type ActualsCode = keyof typeof WORDING;

/** A problem of actuals; `path` is a document path. */
export function actualsProblem(code: ActualsCode, path: string, args: Arguments = {}): Problem {
  return worded(`actuals.${code}`, WORDING[code], path, args);
}
