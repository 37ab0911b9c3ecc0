import { choice, money, month, party, profile, rate } from "../define/inputs.ts";
import { cash, flow, stock } from "../define/lines.ts";
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
    zh: "按缺口或计划提款,建设期利息可资本化,五种还款方式;资本金比例达到后方可提款。",
    en: "Draws by need or by schedule, capitalises interest in construction if chosen, five forms of repayment; draws only in step with paid-in capital.",
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
    facility: money("授信额度", "facility", { from: 0 }),
    priority: choice("提款顺位", "priority of draw", PRIORITIES),
    lastDraw: month("提款截止月", "month in which draws end"),
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
    const priority = Number(c.word("priority"));
    const drawn = `prev(running(draw))`;
    const senior = `sum(payee = ${borrower}, role = debt.draw, priority < self)`;
    const inStep = c.has("capitalRatio")
      ? `, (1 - capitalRatio) / capitalRatio * running(sum(payee = ${borrower}, role = equity.*)) - prev(running(sum(payee = ${borrower}, role = debt.draw)))`
      : "";
    const byNeed = `month >= start and month < lastDraw ? max(0, min(need - ${senior}, facility - ${drawn}${inStep})) : 0`;
    const bySchedule = `max(0, min(${c.has("drawSchedule") ? "drawSchedule" : "0"}, facility - ${drawn}))`;
    return [
      periodRate(c),
      ...(c.word("sizing") === "need" ? [flow("need", "贷款前资金需求", "need before loans", needFormula(borrower))] : []),
      cash("draw", "借款提取", "loan drawn", c.word("sizing") === "need" ? byNeed : bySchedule, {
        payer: lender,
        payee: borrower,
        role: "debt.draw",
        tags: { borrower, lender, priority },
        posts: { debit: "cash", credit: "debt" },
        convention: {
          zh: "专款、资本金、当期回款、期初资金之后,由贷款按顺位补足",
          en: "after earmarked money, equity, the period's receipts and opening cash, loans by priority",
        },
      }),
      stock("undrawn", "未提取额度", "undrawn facility", "max(0, facility - running(draw)) * (month < lastDraw ? 1 : 0)", { role: "debt.undrawn", tags: { borrower } }),
      ...loanLines(c, borrower, lender, priority),
    ];
  },
});

/**
 * Spending of the period before debt service, income tax and distributions, plus the minimum and the supervised cash, less receipts and opening cash.
 * Debt service is left out so that no loan is drawn to serve a loan; income tax so that interest does not feed back on itself within a period.
 */
function needFormula(borrower: string): string {
  const uses = `sum(payer = ${borrower}, role != in(debt.*, tax.income, equity.*))`;
  const receipts = `sum(payee = ${borrower}, role != in(debt.*))`;
  return `${uses} + convention.minimum_cash + sum(role = cash.restricted, holder = ${borrower}) - ${receipts} - prev(party.${borrower}.cash)`;
}
