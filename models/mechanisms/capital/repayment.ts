import type { Tag } from "../../language/line.ts";
import { choice, type InputSpec, month, months, profile } from "../../terms/inputs.ts";
import { LENDING_RATE_MAX } from "../../terms/practice.ts";
import type { Component } from "../define/component.ts";
import { doubt, FEN, unusedNote } from "../define/doubt.ts";
import { booking, cash, flow, type LineExtra, type LineSpec, rateLine, scalar, stock } from "../define/lines.ts";
import { builtLines, constructionInputs } from "./construction.ts";
import { nextYearLine, owedLines } from "./nextYear.ts";
import { DUE, sculptedInputs, sculptedLines, sculptedPrincipal } from "./sculpted.ts";

/** Inputs every loan shares: price, draw timing, what happens to interest in construction, and the repayment form. */
export const loanTermInputs = {
  rate: profile("rate", "1/a", "年利率(随重定价变动时按日期填写)", "interest rate per year, by date where it is repriced", {
    from: 0,
    to: LENDING_RATE_MAX,
    usual: [0.02, 0.05],
    plausible: [0.015, 0.1],
  }),
  rateBasis: choice("利率口径", "rate basis", {
    nominal: { zh: "名义利率(按期均分)", en: "nominal, divided by periods" },
    effective: { zh: "实际利率", en: "effective" },
    simple: { zh: "名义利率,年内单利(资本化利息次年起计息)", en: "nominal, simple within the year: capitalised interest bears interest from the next year" },
  }),
  drawTiming: choice("借款发生时点", "timing of draws within a period", {
    convention: { zh: "按文件约定", en: "as the file's convention" },
    start: { zh: "期初", en: "start" },
    mid: { zh: "期中(按半期计息)", en: "middle (half a period of interest)" },
    end: { zh: "期末", en: "end" },
  }),
  start: month("首次提款月", "first draw month", "starting", { hint: { zh: "期限、宽限期自该月1日起计", en: "tenor and grace count from its first day" } }),
  ...constructionInputs,
  constructionInterest: choice("建设期利息", "interest in construction", {
    capitalised: { zh: "资本化,计入借款", en: "capitalised into the loan" },
    paid: { zh: "当期以资金支付,计入资产成本", en: "paid in cash, part of the asset cost" },
  }),
  form: choice("还款方式", "form of repayment", {
    equal_principal: { zh: "等额本金", en: "equal principal" },
    equal_payment: { zh: "等额本息", en: "equal payment" },
    bullet: { zh: "到期一次还本", en: "bullet" },
    sweep: { zh: "最大能力还款", en: "cash sweep" },
    schedule: { zh: "约定还款计划", en: "fixed schedule" },
    sculpted: { zh: "按偿债备付率倒推还本", en: "sculpted to a DSCR" },
  }),
  grace: months("宽限期(自首次提款起,含建设期)", "grace from the first draw, construction included", {
    from: 0,
    to: 600,
    usual: [24, 60],
  }),
  tenor: months("期限(含宽限期)", "tenor, grace included", { from: 1, to: 720, usual: [120, 300] }),
  principalSchedule: profile("amount", "CNY", "约定还本计划", "agreed principal", { from: 0, optional: true }),
  prepayments: profile("amount", "CNY", "提前还款(按日期,含被置换的本金)", "prepaid principal by date, refinanced principal included", { from: 0, optional: true }),
  ...sculptedInputs,
} satisfies Record<string, InputSpec>;

/** Selections every loan shares. */
export const loanSelections = {
  receipts: "payee = borrower, role != in(debt.*, equity.dividend)",
  drawn: "payee = borrower, role = debt.draw",
  supervised: "role = cash.restricted, holder = borrower",
};

const DRAW_WEIGHT: Readonly<Record<string, string>> = {
  convention: "convention.draw_weight",
  start: "1",
  mid: "1 / 2",
  end: "0",
};

/** Formula of the share of a period for which a draw of that period bears interest. */
export function drawWeight(c: Component): string {
  return DRAW_WEIGHT[c.word("drawTiming")] ?? "convention.draw_weight";
}

/** `period_rate`: interest rate of one engine period, at the yearly rate in force when it begins. */
export function periodRate(c: Component): LineSpec {
  const formula = c.is("rateBasis", "effective") ? "(1 + rate * 1 a) ^ (dtyears / 1 a) - 1" : "rate * dtyears";
  return rateLine("period_rate", "期利率", "rate per period", formula, {
    convention: { zh: "期内按期初执行的年利率", en: "at the yearly rate in force when the period begins" },
  });
}

const BALANCE = "prev(balance)";

/** Interest capitalised earlier in the calendar year, which bears none yet where interest is simple within the year. */
const JOINED_THIS_YEAR = "(yearstart > 0 ? 0 : prev(ytd(capitalised)))";

/**
 * Principal of the period by repayment form. Schedules are state over what remains, so a drawn balance is always fully repaid by the end of the
 * tenor whatever was drawn; `remaining` counts payments left including this one.
 */
const FORMS: Readonly<Record<string, string>> = {
  equal_principal: `${DUE} ? ${BALANCE} / max(remaining, 1) : 0`,
  equal_payment: `${DUE} ? min(${BALANCE}, pmt(period_rate, max(remaining, 1), 0 - ${BALANCE}) - ${BALANCE} * period_rate) : 0`,
  bullet: "0",
  sweep: `${DUE} ? max(0, min(${BALANCE}, cash_to_sweep * sweep_share)) : 0`,
  schedule: `min(${BALANCE}, principalSchedule or 0)`,
};

/** In the last period of the tenor nothing more is drawn or capitalised, and what is left is repaid. */
function principalFormula(c: Component): string {
  const form = c.is("form", "sculpted") ? sculptedPrincipal(c) : FORMS[c.word("form")];
  if (form === undefined) throw new Error(`no form of repayment ${c.word("form")}`);
  const paid = c.has("prepayments") ? `min(${BALANCE}, (${form}) + prepayments)` : form;
  return `remaining > 0 and remaining <= 1 ? ${BALANCE} : (${paid})`;
}

/** Principal nobody can ask for yet: all that is swept, and what is prepaid beyond the instalment, until the tenor ends. */
function prepaidFormula(c: Component): string {
  if (!c.is("form", "sweep") && !c.has("prepayments")) return "0";
  const due = c.is("form", "sculpted") ? sculptedPrincipal(c) : (FORMS[c.word("form")] ?? "0");
  return `remaining > 0 and remaining <= 1 ? 0 : ${c.is("form", "sweep") ? "principal" : `max(0, principal - (${due}))`}`;
}

/** Cash above the minimum after everything else of the period: scheduled debts are served first, sweeps come by priority; loans of one priority share in proportion to what they are owed. */
function sweepLines(common: Pick<LineExtra, "tags" | "words">): readonly LineSpec[] {
  return [
    flow(
      "cash_to_sweep",
      "可用于清偿的资金",
      "cash that may be swept",
      `prev(borrower.cash) + sum(receipts) - sum(payer = borrower, role != in(debt.*, equity.dividend)) - sum(supervised)
        - (sum(payer = borrower, role = debt.interest, component != self) + sum(payer = borrower, role = debt.principal, form != sweep))
        - sum(payer = borrower, role = debt.principal, form = sweep, priority < self) - (accrued - capitalised) - convention.minimum_cash`,
      common,
    ),
    rateLine(
      "sweep_share",
      "同顺位清偿比例",
      "share among sweeping loans of this priority",
      "share(prev(balance), prev(sum(role = debt.balance, borrower = borrower, form = sweep, priority = self)))",
      common,
    ),
  ];
}

type Words = Readonly<Record<string, string>>;

/** Lines from a `draw` line on: interest, capitalisation, principal, balance; `rank` says by which word or number the loan comes before others. */
export function loanLines(c: Component, rank: Words, tags: Readonly<Record<string, Tag>> = {}): readonly LineSpec[] {
  const words = { borrower: "borrower", lender: "lender", taxpayer: "borrower", form: "form", ...rank };
  const common = { tags, words };
  const interest = { from: "borrower", to: "lender", role: "debt.interest", words } as const;
  // What is repaid early may be less than what joined the balance: no debt bears less than nothing.
  const bearing = c.is("rateBasis", "simple") ? `max(0 CNY, ${BALANCE} - ${JOINED_THIS_YEAR})` : BALANCE;
  return [
    ...builtLines(c),
    flow("accrued", "应计利息", "interest accrued", `(${bearing} + draw * ${drawWeight(c)}) * period_rate`, {
      convention: {
        zh: "期初余额加当期借款按发生时点折算计息",
        en: "on the opening balance plus the period's draws weighted by their timing",
      },
    }),
    flow("remaining", "剩余还款期数", "payments left, this one included", "max(0, ceil((start + tenor - month) / dtmonths))", { unit: "1" }),
    booking("capitalised", "资本化利息", "capitalised interest", c.is("constructionInterest", "capitalised") ? "month < built and remaining > 1 ? accrued : 0" : "0", {
      ...common,
      role: "debt.capitalised",
      posts: { debit: "wip", credit: "debt" },
    }),
    cash("interest_construction", "建设期付息", "interest paid in construction", "month < built ? accrued - capitalised : 0", {
      ...interest,
      tags: { ...tags, stage: "construction" },
      posts: { debit: "wip", credit: "cash" },
    }),
    cash("interest", "付息", "interest paid", "month < built ? 0 : accrued", {
      ...interest,
      tags: { ...tags, stage: "operation" },
      posts: { debit: "interest", credit: "cash" },
    }),
    scalar("repays_from", "宽限期满月", "first month after the grace", "max(start + grace, built)", { ...common, role: "stage.repayment", unit: "mo" }),
    ...sculptedLines(c),
    ...(c.is("form", "sweep") ? sweepLines(common) : []),
    cash("principal", "还本", "principal repaid", principalFormula(c), {
      ...common,
      from: "borrower",
      to: "lender",
      role: "debt.principal",
      posts: { debit: "debt", credit: "cash" },
    }),
    flow("prepaid", "其中:提前归还的本金", "of which repaid before it falls due", prepaidFormula(c), {
      ...common,
      role: "debt.prepaid",
      convention: { zh: "最大能力还款及提前还款在到期前归还的部分,不属当期应还", en: "what a sweep or a prepayment repays before the terms ask for it" },
    }),
    stock("balance", "借款余额", "loan balance", `${BALANCE} + draw + capitalised - principal`, { ...common, role: "debt.balance" }),
    nextYearLine(c, common),
    ...owedLines(c, common),
    ...termDoubts(c),
  ];
}

/** Terms that undo one another. */
function termDoubts(c: Component): readonly LineSpec[] {
  const agreed = c.is("form", "schedule");
  return [
    ...(c.is("form", "bullet") || agreed
      ? []
      : [
          doubt(
            "no_instalments",
            "grace",
            "宽限期不短于期限:期内不分期还本,全部在期末一次归还",
            "the grace is not shorter than the tenor: nothing is repaid by instalments, all of it falls due at the end",
            "grace >= tenor ? 1 : 0",
          ),
        ]),
    doubt(
      "rate_starts_late",
      "rate",
      "提款或计息时利率尚未开始执行,该期按0计息:请自首次提款月起填写利率",
      "a rate that begins after the first draw: interest is 0 until then; enter it from the month of the first draw",
      "total(rate == 0 and balance + principal > 0 ? 1 : 0) > 0 and highest(rate) > 0 ? 1 : 0",
    ),
    ...(agreed ? (c.has("principalSchedule") ? [moreAgreed, neverDrawn] : [noneAgreed]) : []),
    ...(!agreed && c.has("principalSchedule") ? [unusedPlan] : []),
    ...(!c.is("form", "sculpted") && c.has("targetDscr") ? [unusedTarget] : []),
    ...(c.has("prepayments")
      ? [
          doubt(
            "more_prepaid",
            "prepayments",
            "提前还款多于当时借款余额,多出部分不起作用",
            "more prepaid than is owed at that time: the rest has no effect",
            `total(max(0, prepayments - ${BALANCE})) > ${FEN} ? 1 : 0`,
          ),
        ]
      : []),
  ];
}

/** What is not owed cannot be repaid: a plan beyond the balance leaves out nothing that anybody would pay. */
const moreAgreed = unusedNote(
  "more_agreed",
  "principalSchedule",
  "约定还本计划多于借款余额(提款少于计划或已先行还清),多出部分没有用到",
  "more principal agreed than is owed (less was drawn, or it was repaid before): the rest is not used",
  `total(draw) > ${FEN} and total(max(0, principalSchedule - ${BALANCE})) > ${FEN} ? 1 : 0`,
);

const neverDrawn = unusedNote(
  "plan_of_nothing",
  "principalSchedule",
  "借款未提取,约定还本计划没有用到",
  "nothing is drawn: the plan of repayment is not used",
  `total(draw) <= ${FEN} and total(principalSchedule) > ${FEN} ? 1 : 0`,
);

const noneAgreed = doubt(
  "more_agreed",
  "principalSchedule",
  "选择约定还款计划但未填写还本计划:全部在期末一次归还",
  "repayment by a plan that is not entered: all of it falls due at the end",
  "1",
);

const unusedPlan = doubt("plan_unused", "principalSchedule", "未选“约定还款计划”,还本计划不起作用", "repayment is not by an agreed plan: the plan has no effect", "1");

const unusedTarget = doubt("target_unused", "targetDscr", "未选“按偿债备付率倒推”,目标偿债备付率不起作用", "repayment is not sculpted: the target has no effect", "1");
