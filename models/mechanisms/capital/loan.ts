import { choice, money, month, party, profile, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { loanLines, loanTermInputs, periodRate } from "./repayment.ts";

const PRIORITIES = Object.fromEntries(["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((word) => [word, { zh: `第${word}顺位`, en: `priority ${word}` }]));

/**
 * 银行及政策性贷款: draws what the borrower's period still needs after earmarked money, equity, receipts and opening cash, loans by priority, each up to
 * its facility; or draws by a fixed schedule. What no loan covers is left as the funding gap, never financed silently.
 */
export const loan = mechanism("loan", {
  title: { zh: "银行/政策性贷款", en: "Bank or policy loan" },
  summary: {
    zh: "按缺口或计划提款,建设期利息可资本化,六种还款方式;资本金比例达到后方可提款,期限末全部还清。",
    en: "Draws by need or by schedule, capitalises interest in construction if chosen, six forms of repayment; draws only in step with paid-in capital; repaid in full at the end of its tenor.",
  },
  family: "capital",
  clauses: ["jinhua-2020/3(3)", "national-law/capital-ratio"],
  checks: ["C06", "C15"],
  inputs: {
    borrower: party("借款人", "borrower", ["entity", "spv", "operator"]),
    lender: party("贷款人", "lender", ["bank"]),
    sizing: choice("提款方式", "draws", {
      need: { zh: "按资金缺口提款", en: "by need" },
      schedule: { zh: "按计划提款", en: "by schedule" },
    }),
    facility: money("授信额度", "facility", { from: 0, usual: [20000000, 300000000] }),
    priority: choice("提款顺位", "priority of draw", PRIORITIES),
    lastDraw: month("提款截止月", "month in which draws end", "before"),
    drawSchedule: profile("amount", "CNY", "提款计划", "draw schedule", { from: 0, optional: true }),
    capitalRatio: rate("资本金比例(先到资本金)", "capital ratio, paid in first", {
      from: 0.01,
      to: 1,
      optional: true,
      usual: [0.2, 0.3],
    }),
    ...loanTermInputs,
  },
  lines: (c) => {
    const borrower = c.word("borrower");
    const lender = c.word("lender");
    const priority = c.word("priority");
    const sizing = c.word("sizing");
    return [
      periodRate(c),
      ...(sizing === "need" ? needLines(borrower, priority) : []),
      ...limitLines(c, borrower, priority),
      cash("draw", "借款提取", "loan drawn", `max(0, ${sizing === "need" ? byNeed(c) : bySchedule(c)})`, {
        payer: lender,
        payee: borrower,
        role: "debt.draw",
        tags: { borrower, lender, priority, sizing },
        posts: { debit: "cash", credit: "debt" },
        convention: {
          zh: "专款、资本金、当期回款、期初资金之后,由贷款按顺位补足;同顺位按可提额度比例分担",
          en: "after earmarked money, equity, the period's receipts and opening cash, loans by priority; loans of one priority share in proportion to what they can still give",
        },
      }),
      stock("undrawn", "未提取额度", "undrawn facility", "max(0, facility - running(draw)) * (month < lastDraw ? 1 : 0)", { role: "debt.undrawn", tags: { borrower } }),
      ...loanLines(c, borrower, lender, priority),
    ];
  },
});

/**
 * Spending of the period before debt service, income tax and distributions, plus the minimum and the supervised cash, less receipts and opening cash,
 * plus spending of earlier periods that nothing has paid for yet. Debt service is left out so that no loan is drawn to serve a loan, neither in the
 * period nor, through overdrawn cash, in the next one; income tax so that interest does not feed back on itself within a period.
 */
function needLines(borrower: string, priority: string): readonly LineSpec[] {
  const uses = `sum(payer = ${borrower}, role != in(debt.*, tax.income, equity.*))`;
  const receipts = `sum(payee = ${borrower}, role != in(debt.*, equity.dividend))`;
  // Dividends received rest on the profit of the year and with it on interest: they are there in the next period, as opening cash.
  const sameRank = `sum(role = memo, can_draw = by_need, borrower = ${borrower}, priority = self)`;
  const tags = { borrower, priority };
  return [
    flow("shortfall", "当期支出减收入及期初资金", "spending less receipts and opening cash", `prev(unfunded) + ${uses} - ${receipts} - max(0, prev(party.${borrower}.cash))`),
    stock("unfunded", "尚无资金来源的支出", "spending nothing has paid for yet", `max(0, shortfall - sum(payee = ${borrower}, role = debt.draw))`, {
      opening: `max(0, 0 - party.${borrower}.opening_cash)`,
    }),
    flow("need", "贷款前资金需求", "need before loans", `shortfall + convention.minimum_cash + sum(role = cash.restricted, holder = ${borrower})`),
    rateLine("rank_share", "同顺位分担比例", "share among loans of this priority", `${sameRank} > 0 ? available / ${sameRank} : 0`, { tags }),
  ];
}

/** What this loan can give in the period: what is left of the facility, and of the loans that may stand beside the capital paid in so far. */
function limitLines(c: Component, borrower: string, priority: string): readonly LineSpec[] {
  const byNeed = c.word("sizing") === "need";
  const opened = byNeed ? "month >= start and month < lastDraw" : "month < lastDraw";
  const drawn = `payee = ${borrower}, role = debt.draw`;
  // Money that comes by a plan of its own (bonds, scheduled loans) comes before what is drawn by need.
  const senior = byNeed ? `sum(${drawn}, sizing != need) + sum(${drawn}, sizing = need, priority < self)` : `sum(${drawn}, sizing != need, priority < self)`;
  const capital = `running(sum(payee = ${borrower}, role = in(equity.paid_in, equity.fund)) + sum(as_capital = approved, recipient = ${borrower}))`;
  return [
    stock("available", "当期可提额度", "facility left before the draw", `${opened} and remaining > 1 ? max(0, facility - prev(running(draw))) : 0`, {
      role: "memo",
      tags: { borrower, priority, can_draw: byNeed ? "by_need" : "by_schedule" },
    }),
    flow("senior", "在先贷款提款", "drawn by loans that come first", senior, { tags: { priority } }),
    ...(c.has("capitalRatio")
      ? [
          stock(
            "beside_capital",
            "与已到资本金匹配的借款余地",
            "loans the capital paid in so far still allows",
            `(1 - capitalRatio) / capitalRatio * ${capital} - prev(running(sum(payee = ${borrower}, role = debt.draw))) - senior`,
            {
              clauses: ["national-law/capital-ratio"],
              convention: { zh: "累计借款 ≤ (1−r)/r × 累计资本金", en: "cumulative loans are at most (1 − r)/r times cumulative capital" },
            },
          ),
        ]
      : []),
  ];
}

function byNeed(c: Component): string {
  return `min((need - senior) * rank_share, available${c.has("capitalRatio") ? ", beside_capital * rank_share" : ""})`;
}

function bySchedule(c: Component): string {
  return `min(${c.has("drawSchedule") ? "drawSchedule" : "0"}, available${c.has("capitalRatio") ? ", beside_capital" : ""})`;
}
