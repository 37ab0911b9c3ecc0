import { households, money, month, party, plot, quantity, rate, record, status, table, years } from "../../terms/inputs.ts";
import { perRow } from "../define/component.ts";
import { cash, flow, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS, PROJECT_SIDE } from "../define/parties.ts";
import { allowed, countedTags, type Entry, uncountedLines } from "../define/uncounted.ts";
import { eligibleBasis, eligibleLines } from "./grants.ts";
import { onceRecorded, supportEntry, taxTreatment } from "./treatment.ts";

const ENTRY: Entry = {
  way: "in",
  // The least of the three is what the rule lets be asked for; an approval need not show more.
  entered: "min(by_share, households_counted * capPerHousehold, capTotal)",
  counted: "total(grant)",
  status: "status",
  documents: ["acceptanceRecord", "approval"],
};

/** 以奖代补: a reward after acceptance, the least of a share of eligible cost, a sum per household and a total cap; paid in years counted from acceptance. */
export const performanceGrant = mechanism("performance_grant", {
  title: { zh: "以奖代补", en: "Performance grant" },
  summary: {
    zh: "验收后按三项孰低(合格支出比例、每户上限、总额上限)奖补,自验收年起分年拨付;合格支出先扣除他方已付部分。",
    en: "After acceptance: the least of a share of eligible cost, a cap per household and a total cap, paid in years from acceptance; eligible cost is net of what others pay.",
  },
  family: "support",
  clauses: ["taizhou-2023-draft/4(5)11", "taizhou-2023-draft/4(5)12"],
  checks: ["C07"],
  inputs: {
    payer: party("奖补财政", "granting budget", BUDGETS),
    payee: party("接受方", "recipient", PROJECT_SIDE),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    share: rate("占合格支出比例", "share of eligible cost", { from: 0, to: 1, usual: [0.1, 0.7] }),
    capPerHousehold: quantity("CNY/household", "每户上限", "cap per household", {
      from: 0,
      optional: true,
      usual: [5000, 40000],
    }),
    householdsCounted: households("计奖户数(不填取现状户数)", "households counted; existing ones when left out", {
      from: 0,
      optional: true,
      usual: [200, 2000],
    }),
    capTotal: money("总额上限", "total cap", { from: 0, optional: true, usual: [5000000, 50000000] }),
    acceptance: month("验收月", "month of acceptance", "within", { late: "open" }),
    payments: table(
      "拨付计划",
      "payments",
      {
        after: years("验收后第几年", "years after acceptance", { from: 0, to: 10, integer: true, usual: [0, 2] }),
        share: rate("比例", "share", { whole: true, from: 0, to: 1, usual: [0.3, 1] }),
      },
      { namedBy: ["after"] },
    ),
    acceptanceRecord: record("验收文件", "acceptance certificate", { kinds: ["acceptance"] }),
    approval: record("奖补批复文件(写明金额)", "approval of the reward, with its amount", { kinds: ["approval", "budget_approval"], grants: true }),
    status: status(),
    eligibleBasis,
    taxTreatment,
  },
  lines: (c) => [
    ...eligibleLines(c, "support.grant.special"),
    scalar("households_counted", "计奖户数", "households counted", "householdsCounted or sum(role = households.existing, plot = plot)", { unit: "household" }),
    scalar("by_share", "按比例", "by share", "eligible * share"),
    ...uncountedLines(ENTRY),
    scalar("grant_total", "奖补总额", "grant in total", allowed(ENTRY)),
    ...perRow(c, "payments", () => [
      flow("due", "应拨奖补", "grant due", "falls(acceptance + row.after * monthsperyear) ? grant_total * row.share : 0", {
        convention: { zh: "自验收年起计", en: "counted from the year of acceptance" },
      }),
    ]),
    flow("due_now", "应拨奖补合计", "grant due in total", "sumrows(payments, row.due)"),
    cash("grant", "以奖代补", "performance grant received", onceRecorded(["acceptanceRecord", "approval"], "grant", "due_now"), {
      ...supportEntry(c, countedTags("in")),
      from: "payer",
      role: "support.grant.performance",
      clauses: ["taizhou-2023-draft/4(5)11"],
    }),
  ],
});
