const zhNumbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].map(
  (sign) => `${sign}、`,
);
const enNumbers = Array.from({ length: 12 }, (_, index) => `${index + 1}. `);

interface Yuan {
  readonly before: string;
  readonly after: string;
  readonly increase: string;
  readonly decrease: string;
}

/** Words of an opinion, as an official writes one. */
export const WORDS = {
  numbers: { zh: zhNumbers, en: enNumbers },
  colon: { zh: "：", en: ": " },
  semicolon: { zh: "；", en: "; " },
  submitted: { zh: "送审", en: "submitted " },
  audited: { zh: "审定", en: "audited " },
  whole: { zh: "合计", en: "total" },
  nothing: { zh: "无", en: "none" },
  noValue: { zh: "模型没有该数", en: "the model has no such figure" },
  gone: { zh: "(所注位置已不存在)", en: " (the place is no longer there)" },
  noReason: { zh: "(未写理由)", en: "(no reason given)" },
  left: { zh: "(未能计入审定)", en: " (not part of the audited plan)" },
  noTable: {
    zh: "总投资估算表有金额缺失，未列核增核减。",
    en: "An amount of the investment estimate is missing; no table is given.",
  },
  unfinished: { zh: "审定中尚有上述未决事项。", en: "The audit has the open points named above." },
  titles: {
    basis: { zh: "送审方案与审核依据", en: "The plan and what it was held against" },
    verdicts: { zh: "平衡结论", en: "Verdicts" },
    conditions: { zh: "结论所附条件", en: "Conditions of the verdicts" },
    R: { zh: "否决事项", en: "Grounds for rejection" },
    Q: { zh: "质询事项", en: "Questions" },
    N: { zh: "提示事项", en: "Notes" },
    missing: { zh: "资料不全、无法判断的事项", en: "What could not be judged" },
    remarks: { zh: "批注", en: "Remarks" },
    audit: { zh: "审定与核增核减", en: "Audited figures" },
    declared: { zh: "申报数与测算数不一致", en: "Figures of the paper plan that differ" },
    stress: { zh: "审核压力测试", en: "Stress of the review" },
    decision: { zh: "审核结论(由审核人填写)", en: "Decision (for the reviewer to fill in)" },
  },
  captions: {
    figures: { zh: "审定数", en: "Audited figures" },
    estimate: { zh: "送审—审定—核增—核减(总投资估算)", en: "Investment estimate, submitted and audited" },
    declared: { zh: "申报数与测算数", en: "Declared and computed figures" },
    stress: { zh: "审核压力测试", en: "Stress of the review" },
  },
  heads: {
    no: { zh: "序号", en: "no." },
    item: { zh: "项目", en: "item" },
    verdict: { zh: "结论", en: "test" },
    answer: { zh: "答复", en: "answer" },
    submitted: { zh: "送审", en: "submitted" },
    audited: { zh: "审定", en: "audited" },
    submittedYuan: { zh: "送审(元)", en: "submitted, yuan" },
    auditedYuan: { zh: "审定(元)", en: "audited, yuan" },
    increase: { zh: "核增(元)", en: "up, yuan" },
    decrease: { zh: "核减(元)", en: "down, yuan" },
    reason: { zh: "理由", en: "reason" },
    clause: { zh: "依据", en: "under" },
    declared: { zh: "申报", en: "declared" },
    computed: { zh: "测算", en: "computed" },
    apart: { zh: "相差", en: "difference" },
    stress: { zh: "压力", en: "stress" },
    what: { zh: "内容", en: "what is changed" },
  },
  count: { zh: (count: number) => `(${count} 项)`, en: (count: number) => ` (${count})` },
  head: {
    zh: (name: string) => `关于“${name}”资金平衡方案的审核意见`,
    en: (name: string) => `Opinion on the financial plan of “${name}”`,
  },
  plan: {
    zh: (name: string, author: string, number: string) =>
      `送审方案为“${name}”${author === "" ? "" : `，编制单位${author}`}${number === "" ? "" : `，文号${number}`}。`,
    en: (name: string, author: string, number: string) =>
      `The plan is “${name}”${author === "" ? "" : `, by ${author}`}${number === "" ? "" : `, no. ${number}`}.`,
  },
  pack: {
    zh: (title: string, version: string) => `${title}（${version}）`,
    en: (title: string, version: string) => `${title} (${version})`,
  },
  packs: {
    zh: (packs: string) => (packs === "" ? "文件未列政策参数包。" : `依据的政策参数包：${packs}。`),
    en: (packs: string) => (packs === "" ? "The file lists no rule packs." : `Rule packs: ${packs}.`),
  },
  states: {
    pass: { zh: "达标", en: "met" },
    conditional: { zh: "达标(附条件)", en: "met under conditions" },
    fail: { zh: "未达标", en: "not met" },
    incomplete: { zh: "资料不全", en: "no verdict" },
    inapplicable: { zh: "不适用", en: "does not apply" },
    no_target: { zh: "未填目标", en: "no target" },
    area: { zh: "面积不平", en: "areas do not balance" },
  },
  margin: { zh: (amount: string) => `，余量 ${amount}`, en: (amount: string) => `, margin ${amount}` },
  remarkStates: {
    open: { zh: "未答复", en: "open" },
    answered: { zh: "已答复", en: "answered" },
    accepted: { zh: "已采纳", en: "accepted" },
  },
  remark: {
    zh: (state: string, place: string, author: string, text: string) =>
      `[${state}] ${place}：${text}${author === "" ? "" : `(${author})`}`,
    en: (state: string, place: string, author: string, text: string) =>
      `[${state}] ${place}: ${text}${author === "" ? "" : ` (${author})`}`,
  },
  reply: {
    zh: (author: string, text: string) => `；${author === "" ? "" : `${author} `}答复：${text}`,
    en: (author: string, text: string) => `; ${author === "" ? "answer" : `${author} answers`}: ${text}`,
  },
  figure: {
    zh: (label: string, before: string, after: string, why: string) =>
      `${label}：送审 ${before}，审定 ${after}。理由：${why}`,
    en: (label: string, before: string, after: string, why: string) =>
      `${label}: submitted ${before}, audited ${after}. Reason: ${why}`,
  },
  clause: { zh: (clause: string) => `；依据：${clause}`, en: (clause: string) => `; under ${clause}` },
  total: {
    zh: (label: string, { before, after, increase, decrease }: Yuan) =>
      `${label}送审 ${before}，审定 ${after}，核增 ${increase}，核减 ${decrease}。其中：`,
    en: (label: string, { before, after, increase, decrease }: Yuan) =>
      `${label}: submitted ${before}, audited ${after}, up ${increase}, down ${decrease}. Of which:`,
  },
  row: {
    zh: (label: string, { before, after, increase, decrease }: Yuan) =>
      `${label}：送审 ${before}，审定 ${after}，核增 ${increase}，核减 ${decrease}`,
    en: (label: string, { before, after, increase, decrease }: Yuan) =>
      `${label}: submitted ${before}, audited ${after}, up ${increase}, down ${decrease}`,
  },
  stress: {
    zh: (label: string, what: string, answer: string) => `${label}${what === "" ? "" : `(${what})`}：${answer}`,
    en: (label: string, what: string, answer: string) => `${label}${what === "" ? "" : ` (${what})`}: ${answer}`,
  },
  stressed: {
    zh: (value: string, reason: string) => `改为 ${value}${reason === "" ? "" : `，${reason}`}`,
    en: (value: string, reason: string) => `set to ${value}${reason === "" ? "" : `, ${reason}`}`,
  },
  turns: { zh: (told: string) => `由达标转为${told}`, en: (told: string) => ` turns to ${told}` },
  withstands: { zh: "原已达标的结论仍达标", en: "every verdict that was met is still met" },
  unmoved: {
    zh: "各结论、余量、指标均无变化,该压力对本方案不起作用",
    en: "no verdict, margin or indicator moves: it does nothing to this plan",
  },
  besides: { zh: (text: string) => `另:${text}`, en: (text: string) => `besides: ${text}` },
  untried: {
    zh: (label: string, reason: string) => `${label}：未测算(${reason})`,
    en: (label: string, reason: string) => `${label}: not tried (${reason})`,
  },
  problem: { zh: (message: string) => `未决：${message}`, en: (message: string) => `Open: ${message}` },
  source: { zh: (source: string) => `(${source})`, en: (source: string) => ` (${source})` },
  apart: {
    zh: (at: string, declared: string, computed: string, difference: string) =>
      `${at}：申报 ${declared}，测算 ${computed}，相差 ${difference}`,
    en: (at: string, declared: string, computed: string, difference: string) =>
      `${at}: declared ${declared}, computed ${computed}, difference ${difference}`,
  },
  notComputed: {
    zh: (at: string, declared: string, why: string) => `${at}：申报 ${declared}，无从比较(${why})`,
    en: (at: string, declared: string, why: string) => `${at}: declared ${declared}, nothing to compare with (${why})`,
  },
  decision: {
    zh: ["审核结论：________________", "须修改后重报的事项：________________", "审核人：________  日期：________"],
    en: [
      "Decision: ________________",
      "To be revised and submitted again: ________________",
      "Reviewer: ________  Date: ________",
    ],
  },
} as const;
