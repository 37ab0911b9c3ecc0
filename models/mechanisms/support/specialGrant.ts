import { money, months, party, plot, profile, rate, record, status, table } from "../../terms/inputs.ts";
import { perRow } from "../define/component.ts";
import { cash, flow, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS, PROJECT_SIDE } from "../define/parties.ts";
import { allowed, countedTags, type Entry, uncountedLines } from "../define/uncounted.ts";
import { costOf, eligibleBasis, eligibleLines } from "./grants.ts";
import { onceRecorded, supportEntry, taxTreatment } from "./treatment.ts";

const ENTRY: Entry = {
  way: "in",
  entered: "amount",
  counted: "total(grant)",
  status: "status",
  documents: ["approval"],
  limits: [
    { reason: "eligibility", upTo: "eligible" },
    { reason: "cap", upTo: "eligible * shareCap" },
  ],
};

/** 专项补助: a higher level's grant, paid as the works reach the agreed progress; never above the eligible cost. */
export const specialGrant = mechanism("special_grant", {
  title: { zh: "专项补助", en: "Special grant" },
  summary: {
    zh: "上级专项资金,按工程进度分次拨付,总额不超过批复额、比例上限与合格支出。",
    en: "A grant of a higher budget paid by progress of the works; not above the amount granted, its share cap and the eligible cost.",
  },
  family: "support",
  clauses: ["jinhua-2020/3(3)", "taizhou-2023-draft/4(5)12"],
  checks: ["C07"],
  inputs: {
    payer: party("拨款财政", "granting budget", BUDGETS),
    payee: party("接受方", "recipient", PROJECT_SIDE),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    amount: money("补助额度", "amount granted", { from: 0, usual: [5000000, 60000000] }),
    shareCap: rate("占合格支出比例上限", "cap as a share of eligible cost", {
      from: 0,
      to: 1,
      optional: true,
      usual: [0.2, 0.7],
    }),
    progress: table(
      "拨付进度",
      "payment by progress",
      {
        reached: rate("工程投入达到", "works spent reach", { from: 0, to: 1, usual: [0.1, 1] }),
        share: rate("拨付比例", "share paid", { whole: true, from: 0, to: 1, usual: [0.2, 0.5] }),
      },
      { optional: true, namedBy: ["reached"] },
    ),
    byDate: profile("amount", "CNY", "按年度拨付计划(填此则不按进度)", "payment by calendar year (instead of by progress)", {
      from: 0,
      optional: true,
      usual: [2000000, 20000000],
    }),
    lagMonths: months("拨付间隔", "lag of payment", { from: 0, to: 60, usual: [0, 12] }),
    approval: record("批复文件", "approval", { kinds: ["approval", "budget_approval"], grants: true }),
    status: status(),
    eligibleBasis,
    taxTreatment,
  },
  lines: (c) => [
    ...eligibleLines(c),
    ...uncountedLines(ENTRY),
    scalar("grant_total", "补助总额", "grant in total", allowed(ENTRY), {
      convention: { zh: "以合格支出为限", en: "at most the eligible cost" },
    }),
    flow("works", "工程投入", "works spent", `sum(role = cost.works.*, ${costOf(c)})`),
    stock("progress_made", "累计进度", "progress to date", "share(running(works), total(works))", { unit: "1" }),
    ...perRow(c, "progress", () => [flow("due", "进度达到的补助", "grant due at this progress", "since(progress_made >= row.reached) == 1 ? grant_total * row.share : 0")]),
    ...(c.has("byDate") ? [stock("due_to_date", "按计划累计应拨", "due to date by the plan", "min(running(byDate), grant_total)")] : []),
    flow("due_now", "应拨补助", "grant due", c.has("byDate") ? "due_to_date - prev(due_to_date)" : "sumrows(progress, row.due)"),
    cash("grant", "专项补助", "special grant received", onceRecorded("approval", "grant", "lag(due_now, lagMonths / dtmonths)"), {
      ...supportEntry(c, countedTags("in")),
      from: "payer",
      role: "support.grant.special",
      words: { taxpayer: "payee", plot: "plot" },
    }),
  ],
});
