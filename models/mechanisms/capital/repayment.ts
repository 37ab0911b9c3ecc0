import type { Tag } from "../../language/line.ts";
import { choice, type InputSpec, interestRate, month, months, profile } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { booking, cash, flow, type LineExtra, type LineSpec, rateLine, ratio, scalar, stock } from "../define/lines.ts";
import { nextYearLine } from "./nextYear.ts";
import { DUE, sculptedInputs, sculptedLines, sculptedPrincipal } from "./sculpted.ts";

/** Inputs every loan shares: price, draw timing, what happens to interest in construction, and the repayment form. */
export const loanTermInputs = {
  rate: interestRate("年利率", "interest rate per year", { from: 0, to: 0.36, usual: [0.02, 0.05] }),
  rateBasis: choice("利率口径", "rate basis", {
    nominal: { zh: "名义利率(按期均分)", en: "nominal, divided by periods" },
    effective: { zh: "实际利率", en: "effective" },
  }),
  drawTiming: choice("借款发生时点", "timing of draws within a period", {
    convention: { zh: "按文件约定", en: "as the file's convention" },
    start: { zh: "期初", en: "start" },
    mid: { zh: "期中(按半期计息)", en: "middle (half a period of interest)" },
    end: { zh: "期末", en: "end" },
  }),
  start: month("首次提款月", "first draw month", "starting", { hint: { zh: "期限、宽限期自该月1日起计", en: "tenor and grace count from its first day" } }),
  completion: month("建设完成月(资本化截止)", "completion month, end of capitalisation", "before"),
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
    sculpted: { zh: "按偿债备付率倒推(塑形)", en: "sculpted to a DSCR" },
  }),
  grace: months("宽限期(自首次提款起,含建设期)", "grace from the first draw, construction included", {
    from: 0,
    to: 600,
    usual: [24, 60],
  }),
  tenor: months("期限(含宽限期)", "tenor, grace included", { from: 1, to: 720, usual: [120, 300] }),
  principalSchedule: profile("amount", "CNY", "约定还本计划", "agreed principal", { from: 0, optional: true }),
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

/** `period_rate`: interest rate of one engine period. */
export function periodRate(c: Component): LineSpec {
  const formula = c.is("rateBasis", "effective") ? "(1 + rate * 1 a) ^ (dtyears / 1 a) - 1" : "rate * dtyears";
  return ratio("period_rate", "期利率", "rate per period", formula);
}

const BALANCE = "prev(balance)";

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
  return `remaining > 0 and remaining <= 1 ? ${BALANCE} : (${form})`;
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
  return [
    flow("accrued", "应计利息", "interest accrued", `(${BALANCE} + draw * ${drawWeight(c)}) * period_rate`, {
      convention: {
        zh: "期初余额加当期借款按发生时点折算计息",
        en: "on the opening balance plus the period's draws weighted by their timing",
      },
    }),
    flow("remaining", "剩余还款期数", "payments left, this one included", "max(0, ceil((start + tenor - month) / dtmonths))", { unit: "1" }),
    booking("capitalised", "资本化利息", "capitalised interest", c.is("constructionInterest", "capitalised") ? "month < completion and remaining > 1 ? accrued : 0" : "0", {
      ...common,
      role: "debt.capitalised",
      posts: { debit: "wip", credit: "debt" },
    }),
    cash("interest_construction", "建设期付息", "interest paid in construction", "month < completion ? accrued - capitalised : 0", {
      ...interest,
      tags: { ...tags, stage: "construction" },
      posts: { debit: "wip", credit: "cash" },
    }),
    cash("interest", "付息", "interest paid", "month < completion ? 0 : accrued", {
      ...interest,
      tags: { ...tags, stage: "operation" },
      posts: { debit: "interest", credit: "cash" },
    }),
    scalar("repays_from", "宽限期满月", "first month after the grace", "max(start + grace, completion)", { ...common, role: "stage.repayment", unit: "mo" }),
    ...sculptedLines(c),
    ...(c.is("form", "sweep") ? sweepLines(common) : []),
    cash("principal", "还本", "principal repaid", principalFormula(c), {
      ...common,
      from: "borrower",
      to: "lender",
      role: "debt.principal",
      posts: { debit: "debt", credit: "cash" },
    }),
    stock("balance", "借款余额", "loan balance", `${BALANCE} + draw + capitalised - principal`, { ...common, role: "debt.balance" }),
    nextYearLine(c, common),
  ];
}
