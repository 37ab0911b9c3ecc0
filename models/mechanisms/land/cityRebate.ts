import { choice, money, months, party, plot, rate, record, status } from "../../terms/inputs.ts";
import { cash, flow, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { countedTags, type Entry, leftAfter, uncountedLines } from "../define/uncounted.ts";
import { costOf } from "../support/grants.ts";
import { supportEntry, taxTreatment } from "../support/treatment.ts";

/** What grants take later never takes back what was returned before. */
const ENTRY: Entry = {
  way: "in",
  entered: "total(accrued) * returned",
  counted: "total(rebate)",
  status: "status",
  documents: ["approval"],
  limits: [
    { reason: "eligibility", upTo: "max(total(eligible) - total(taken_first), total(rebate))" },
    { reason: "cap", upTo: "cap" },
  ],
};

/** 市级计提返还: the city returns part of its own set-aside as budget spending, some time after the land price was paid, for eligible pilot cost only. */
export const cityRebate = mechanism("city_rebate", {
  title: { zh: "市级计提返还", en: "Return of the city set-aside" },
  summary: {
    zh: "土地价款缴库后滞后若干月,由市财政以预算支出返还计提的一部分,不超过上限与累计合格支出余额。",
    en: "Some months after the land price was paid, the city spends part of its set-aside on the pilot: not above the cap nor the eligible cost left.",
  },
  family: "land",
  clauses: ["jinhua-2020/3(3)"],
  checks: ["C08", "R-LAND-1"],
  inputs: {
    payer: party("市级财政", "city budget", ["city"]),
    payee: party("接受方", "recipient", [...PROJECT_SIDE, "soe"]),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    returned: rate("返还比例", "share returned", { from: 0, to: 1, usual: [0.3, 1] }),
    lagMonths: months("缴款后滞后月数", "months after payment of the land price", { from: 0, to: 60, usual: [12, 24] }),
    cap: money("上限", "cap", { from: 0, optional: true, usual: [5000000, 80000000] }),
    order: choice("合格支出的使用顺序", "order on eligible cost", {
      grants_first: { zh: "补助在先", en: "grants first" },
      rebate_first: { zh: "返还在先", en: "rebate first" },
    }),
    approval: record("批复文件", "approval", { kinds: ["approval", "budget_approval"], grants: true }),
    status: status(),
    taxTreatment,
  },
  lines: (c) => [
    ...uncountedLines(ENTRY),
    flow("accrued", "市级计提", "city set-aside", "sum(role = land.city_accrual, plot = plot)"),
    stock("entitled", "累计应返还", "entitlement to date", `min(running(lag(accrued, lagMonths / dtmonths)) * returned, ${leftAfter("document")}, cap)`),
    flow("taken_first", "在先资金", "money that takes precedence", c.is("order", "grants_first") ? "sum(role = support.grant.*, payee = payee)" : "0"),
    flow("eligible", "合格支出", "eligible cost", `sum(role = cost.*, eligible_rebate = yes, ${costOf(c)})`),
    stock("eligible_left", "合格支出余额", "eligible cost left", "max(0, running(eligible) - running(taken_first) - prev(running(rebate)))", {
      convention: {
        zh: "累计合格支出扣除在先资金与已返还额",
        en: "cumulative eligible cost less what takes precedence and what was returned",
      },
    }),
    cash("rebate", "市级计提返还", "rebate received", "max(0, min(entitled - prev(running(rebate)), eligible_left)) * recorded(approval)", {
      ...supportEntry(c, countedTags("in")),
      from: "payer",
      role: "support.rebate",
      words: { taxpayer: "payee", plot: "plot" },
      clauses: ["jinhua-2020/3(3)"],
    }),
  ],
});
