import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with a tender and its bids: message and hint (empty where the message says it all), in both languages. */
const WORDING = {
  no_tender: [
    "文件没有招标(tender),无从比选",
    "the file has no tender, so there is nothing to compare bids by",
    "在“比选”页录入招标文件内容,或写入 tender/notice",
    "enter the notice on the page of bids, or write tender/notice",
  ],
  unknown: ["招标文件没有{what} {found}", "the notice has no {what} {found}", "{suggestion}", "{suggestion}"],
  unknown_bid: ["没有报价 {found}", "there is no bid {found}", "{suggestion}", "{suggestion}"],
  unknown_member: [
    "评审成员中没有 {found}",
    "no such member of the committee: {found}",
    "{suggestion}",
    "{suggestion}",
  ],
  not_printed: [
    "招标文件没有评分标准 {found},不能打分",
    "the notice prints no criterion {found}: no points are given for it",
    "权重与分值须先载入招标文件(tender/notice/award/weights)",
    "weights belong into the notice first (tender/notice/award/weights)",
  ],
  too_many_points: [
    "{found} 分超过招标文件规定的满分 {most}",
    "{found} points are more than the {most} the notice allows",
    "",
    "",
  ],
  floor_above_cap: ["保底 {floor} 高于上限 {cap}", "the floor {floor} is above the cap {cap}", "", ""],
  most_below_least: [
    "推荐家数最多({most})少于最少({least})",
    "at most {most} candidates, and at least {least}",
    "",
    "",
  ],
  missing: [
    "未填{what}",
    "{what}: not entered",
    "填写 {path};缺失不按0计",
    "enter {path}; what is missing does not count as zero",
  ],
  vat_missing: [
    "{what}的增值税口径或税率未填,不能换算到招标口径",
    "{what}: whether it includes VAT, or the rate, is not stated, so it cannot be put on the basis of the notice",
    "填写是否含税与税率",
    "say whether VAT is included, and the rate",
  ],
  reference_line: ["基准模型没有行 {found}", "the reference model has no line {found}", "{suggestion}", "{suggestion}"],
  reference_kind: [
    "行 {found} 不是金额流量,不能作为基准收入",
    "the line {found} is no flow of money and cannot be reference revenue",
    "",
    "",
  ],
  reference_value: [
    "基准模型的行 {found} 没有值:{reason}",
    "the line {found} of the reference model has no value: {reason}",
    "补齐基准模型的资料",
    "complete the reference model",
  ],
  reference_short: [
    "基准模型止于 {end},不能覆盖比选的第 {year} 年",
    "the reference model ends in {end} and does not reach year {year} of the comparison",
    "延长时间轴,或缩短参考年限",
    "lengthen the timeline, or shorten the term",
  ],
  reference_grid: [
    "基准日 {base} 不在基准模型的期首",
    "the base month {base} is not the beginning of a period of the reference model",
    "改用期首月份,或改用更短的步长",
    "take the first month of a period, or a shorter step",
  ],
  reference_missing: [
    "收入项“{found}”没有基准收入",
    "there is no reference revenue for {found}",
    "在 tender/reference/revenues 写明基准模型的行或各年金额",
    "name lines of the reference model, or amounts, in tender/reference/revenues",
  ],
  reference_price: [
    "基准模型的价格口径与招标文件不同,不能直接采用",
    "the reference model is at another price level than the notice and cannot be used as it is",
    "改用同一价格口径(conventions/priceBasis 或 tender/notice/priceLevel)",
    "use one price level (conventions/priceBasis or tender/notice/priceLevel)",
  ],
  own_missing: [
    "投标人未提供{what},其现金流不测算",
    "the bidder gave no {what}: its own cash flow is not computed",
    "由投标人填写;缺失不按0计",
    "the bidder enters it; what is missing does not count as zero",
  ],
  solve_path: [
    "“{found}”不是某一报价的数值",
    "“{found}” is not a number of a bid",
    "写法如 bids/A/fee/amounts 或 bids/A/shares/s1/rate",
    "write it like bids/A/fee/amounts or bids/A/shares/s1/rate",
  ],
  solve_verdict: [
    "{found} 是业主方案的结论,不随报价变化",
    "{found} is a verdict on the owner's plan, which no bid changes",
    "目标写该报价的行,如 bid.{bid}.own.npv>=0、bid.{bid}.own.firr>=0.08",
    "ask for a line of the bid, such as bid.{bid}.own.npv>=0 or bid.{bid}.own.firr>=0.08",
  ],
  other_tender: [
    "报价文件“{file}”应答的是招标 {found},本招标编号为 {own}",
    "the bid in {file} answers tender {found}; this is {own}",
    "请核对文件",
    "check the file",
  ],
  other_notice: [
    "报价文件“{file}”应答的不是现行招标文件:其摘要为 {found},现行摘要为 {own}",
    "the bid in {file} does not answer the notice in force: it names {found}, the notice is {own}",
    "请投标人按现行招标文件(含澄清)重新填报",
    "the bidder has to bid on the notice in force, with its clarifications",
  ],
  no_answer: [
    "报价文件“{file}”没有写明应答的招标文件摘要",
    "the bid in {file} does not say which notice it answers",
    "请用 bids notice 生成的报价文件填报",
    "bid in the file that bids notice writes",
  ],
  one_bid: [
    "报价文件“{file}”应只含一份报价,实有 {found} 份",
    "the file {file} should hold one bid and holds {found}",
    "",
    "",
  ],
  has_model: [
    "报价文件“{file}”含有报价以外的内容({found}),未导入",
    "the file {file} holds more than a bid ({found}) and was not taken",
    "请用 bids notice 生成的报价文件填报",
    "bid in the file that bids notice writes",
  ],
  action: [
    "bids 之后写 notice、import、lock 或 award",
    "after bids comes notice, import, lock or award",
    "见 bids --help",
    "see bids --help",
  ],
  out: ["须写明写到哪个文件", "say which file to write", "如 -o bid.json", "for example -o bid.json"],
  bidder_missing: ["未写投标人名称", "the bidder is not named", "填写 bidder", "enter bidder"],
  bidder_unseen: [
    "投标人名称含有看不见的字符",
    "the bidder's name has signs that are not seen",
    "重新键入名称,不要粘贴",
    "type the name again instead of pasting it",
  ],
  bid_there: [
    "已有报价 {found}({bidder})",
    "there is a bid {found} already ({bidder})",
    "同一投标人更换报价的,先删除原报价",
    "where the bidder replaces its bid, remove the first one",
  ],
  not_evaluated: ["报价“{bidder}”尚未评审", "the bid of {bidder} has not been evaluated", "", ""],
  no_comment: ["报价“{bidder}”没有评审意见", "there is no comment on the bid of {bidder}", "", ""],
  recommended_invalid: [
    "报价“{bidder}”被否决,不能推荐",
    "the bid of {bidder} is not valid and cannot be recommended",
    "",
    "",
  ],
  candidates: [
    "推荐了 {found} 家,招标文件规定 {least} 至 {most} 家",
    "{found} are recommended; the notice asks for {least} to {most}",
    "",
    "",
  ],
  ranks: [
    "依法须由排名第一的候选人中标,推荐的候选人须依次排名",
    "the law has the first-ranked win: the recommended have to be ranked 1, 2, 3 …",
    "",
    "",
  ],
  not_ranked: [
    "评定分离的评标表推荐候选人而不排名",
    "where the award is apart, the evaluation recommends without ranking",
    "删去名次;依法须排名的,先在招标文件注明",
    "take the ranks out, or state in the notice that the law wants them",
  ],
  evaluation_first: [
    "评标表锁定之前,不能打开或填写定标表",
    "the award sheet is closed until the evaluation sheet is locked",
    "先完成评标并锁定评标表",
    "complete the evaluation and lock it first",
  ],
  evaluation_locked: [
    "评标表已锁定:招标文件、基准、报价与评审意见不能再改",
    "the evaluation is locked: notice, reference, bids and evaluation cannot be changed any more",
    "",
    "",
  ],
  award_locked: ["定标表已锁定,不能再改", "the award is locked and cannot be changed any more", "", ""],
  stamp: [
    "锁定的时间、人员与摘要只由锁定写入",
    "time, name and hash of a lock are written by locking alone",
    "使用“锁定”或 bids lock",
    "use Lock, or bids lock",
  ],
  award_before: [
    "定标日期 {award} 早于评标日期 {evaluation}",
    "the award of {award} is before the evaluation of {evaluation}",
    "",
    "",
  ],
  not_candidate: [
    "{found} 不在评标推荐的候选人之内",
    "{found} is not among the recommended candidates",
    "{suggestion}",
    "{suggestion}",
  ],
  passed_over: [
    "排名第 {rank} 的“{bidder}”没有中标,须写明法定原因",
    "{bidder}, ranked {rank}, did not win: the reason the law lists has to be stated",
    "",
    "",
  ],
  not_voted: ["定标委员“{name}”没有投票记录", "{name} of the award committee has not voted", "", ""],
  vote_not_passed: [
    "中标人得 {won} 票(共 {all} 人),未达招标文件规定的通过条件",
    "the winner has {won} votes of {all}, less than the notice asks",
    "",
    "",
  ],
  needs_file: [
    "锁定须记入版本链,请先保存为 .pingheng 模型文件",
    "a lock is an entry of the chain: save as a .pingheng model file first",
    "",
    "",
  ],
  key_file: [
    "“{file}”不是招标方的公钥文件",
    "{file} is no public key of a tender",
    "请用招标方发来的公钥文件(bids key 生成)",
    "take the file you were given (made by bids key)",
  ],
  to: ["须指明密封给哪把公钥:--to 公钥文件", "say to which public key: --to FILE", "", ""],
  sealed_damaged: [
    "密封报价“{file}”不完整或被改动过,未读出任何内容",
    "the sealed bid {file} is cut short or was changed; nothing of it was read",
    "请投标人重新递交原来密封的文件",
    "ask the bidder for the file as it was sealed",
  ],
  sealed_other_key: [
    "报价“{file}”密封给另一把公钥({found}),本机密钥是 {own};未读出任何内容",
    "the bid {file} is sealed to another key ({found}); the one here is {own}. Nothing of it was read",
    "用那把公钥的私钥打开;私钥遗失则打不开,只能请投标人重新递交",
    "open it with the private key of that one; where that is lost, the bid has to be handed in anew",
  ],
  sealed_other_notice: [
    "密封报价“{file}”应答的不是现行招标文件,没有打开",
    "the sealed bid {file} does not answer the notice in force; it was not opened",
    "核对招标文件;有澄清的,请投标人重新填报、密封",
    "check the notice; after a clarification the bid has to be filled in and sealed anew",
  ],
  opening_author: [
    "开启密封报价须写明由谁开启",
    "say who opens sealed bids",
    "在“密封报价”里填写姓名;命令用 --by 张三",
    "give a name under “Sealed bids”, or --by 'Zhang San' on the command line",
  ],
  opening_needs_file: [
    "开启密封报价须记入版本链,请先保存为 .pingheng 模型文件",
    "opening a sealed bid is an entry of the chain: save as a .pingheng model file first",
    "",
    "",
  ],
  lock_author: ["须写明由谁锁定", "say who locks it", "", ""],
  locked_already: ["已经锁定", "it is locked already", "", ""],
  draft_differs: [
    "草稿改动了已锁定的{sheet},不能继续;文件仍是锁定时的内容",
    "the draft changes the {sheet}, which is locked, and does not go on; the file is as it was locked",
    "放弃草稿,再在锁定的内容上继续",
    "drop the draft and go on from what was locked",
  ],
  chain_differs: [
    "文件版本链记有锁定的{sheet},当前内容与之不符,未保存",
    "the chain of the file has a lock of the {sheet} that the document does not agree with; nothing was saved",
    "恢复锁定时的内容,或另存为新文件",
    "restore what was locked, or save it as a new file",
  ],
} as const satisfies Readonly<Record<string, Wording>>;

export type BidsCode = keyof typeof WORDING;

/** A problem of a tender or a bid; its code is `bids.CODE`. */
export function bidsProblem(code: BidsCode, path: string, args: Arguments = {}): Problem {
  return worded(`bids.${code}`, WORDING[code], path, args);
}
