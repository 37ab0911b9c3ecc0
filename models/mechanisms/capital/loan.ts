import { choice, money, month, party, profile, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { loanLines, loanSelections, loanTermInputs, periodRate } from "./repayment.ts";

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
  selections: loanSelections,
  lines: (c) => [periodRate(c), ...(c.is("sizing", "need") ? needLines : []), ...limitLines(c), drawLine(c), undrawn, ...loanLines(c, { priority: "priority" })],
});

function drawLine(c: Component): LineSpec {
  const limits = c.has("capitalRatio") ? ["available", "beside_capital"] : ["available"];
  const formula = c.is("sizing", "need")
    ? `max(0, min((need - senior) * rank_share, ${limits.join(", ").replace("beside_capital", "beside_capital * rank_share")}))`
    : `max(0, min(drawSchedule or 0, ${limits.join(", ")}))`;
  return cash("draw", "借款提取", "loan drawn", formula, {
    from: "lender",
    to: "borrower",
    role: "debt.draw",
    words: { borrower: "borrower", lender: "lender", priority: "priority", sizing: "sizing" },
    posts: { debit: "cash", credit: "debt" },
    convention: {
      zh: "专款、资本金、当期回款、期初资金之后,由贷款按顺位补足;同顺位按可提额度比例分担",
      en: "after earmarked money, equity, the period's receipts and opening cash, loans by priority; loans of one priority share in proportion to what they can still give",
    },
  });
}

const undrawn = stock("undrawn", "未提取额度", "undrawn facility", "max(0, facility - running(draw)) * (month < lastDraw ? 1 : 0)", {
  role: "debt.undrawn",
  words: { borrower: "borrower" },
});

/**
 * Spending of the period before debt service, income tax and distributions, plus the minimum and the supervised cash, less receipts and opening cash,
 * plus spending of earlier periods that nothing has paid for yet. Debt service is left out so that no loan is drawn to serve a loan, neither in the
 * period nor, through overdrawn cash, in the next one; income tax so that interest does not feed back on itself within a period. Dividends received rest on
 * the profit of the year and with it on interest: they are there in the next period, as opening cash.
 */
const needLines: readonly LineSpec[] = [
  flow(
    "shortfall",
    "当期支出减收入及期初资金",
    "spending less receipts and opening cash",
    "prev(unfunded) + sum(payer = borrower, role != in(debt.*, tax.income, equity.*)) - sum(receipts) - max(0, prev(borrower.cash))",
  ),
  stock("unfunded", "尚无资金来源的支出", "spending nothing has paid for yet", "max(0, shortfall - sum(drawn))", { opening: "max(0, 0 - borrower.opening_cash)" }),
  flow("need", "贷款前资金需求", "need before loans", "shortfall + convention.minimum_cash + sum(supervised)"),
  rateLine("rank_share", "同顺位分担比例", "share among loans of this priority", "share(available, sum(role = memo, can_draw = by_need, borrower = borrower, priority = self))", {
    words: { borrower: "borrower", priority: "priority" },
  }),
];

/** What this loan can give in the period: what is left of the facility, and of the loans that may stand beside the capital paid in so far. */
function limitLines(c: Component): readonly LineSpec[] {
  const byNeed = c.is("sizing", "need");
  const opened = byNeed ? "month >= start and month < lastDraw" : "month < lastDraw";
  return [
    stock("available", "当期可提额度", "facility left before the draw", `${opened} and remaining > 1 ? max(0, facility - prev(running(draw))) : 0`, {
      role: "memo",
      tags: { can_draw: byNeed ? "by_need" : "by_schedule" },
      words: { borrower: "borrower", priority: "priority" },
    }),
    // Money that comes by a plan of its own (bonds, scheduled loans) comes before what is drawn by need.
    flow(
      "senior",
      "在先贷款提款",
      "drawn by loans that come first",
      byNeed ? "sum(drawn, sizing != need) + sum(drawn, sizing = need, priority < self)" : "sum(drawn, sizing != need, priority < self)",
      { words: { priority: "priority" } },
    ),
    ...(c.has("capitalRatio") ? [besideCapital] : []),
  ];
}

const besideCapital = stock(
  "beside_capital",
  "与已到资本金匹配的借款余地",
  "loans the capital paid in so far still allows",
  "(1 - capitalRatio) / capitalRatio * running(sum(payee = borrower, role = in(equity.paid_in, equity.fund)) + sum(as_capital = approved, recipient = borrower)) - prev(running(sum(drawn))) - senior",
  {
    clauses: ["national-law/capital-ratio"],
    convention: { zh: "累计借款 ≤ (1−r)/r × 累计资本金", en: "cumulative loans are at most (1 − r)/r times cumulative capital" },
  },
);
