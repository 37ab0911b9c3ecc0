import { choice, money, month, party, profile, rate, word } from "../../terms/inputs.ts";
import { type Component, needs } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, flow, type LineSpec, rateLine, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { countedTags } from "../define/uncounted.ts";
import { debtFeeInputs, debtFeeLines } from "./debtFees.ts";
import { cutLines, limitLines, undrawnLines } from "./loanLimits.ts";
import { loanLines, loanSelections, loanTermInputs, periodRate } from "./repayment.ts";

/** Banks, and whoever lends as shareholder, within the group or out of a budget, at interest or without. */
const LENDERS = ["bank", "investor", "soe", "fund", "city", "district", "province", "entity", "spv", "operator", "other"] as const;

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
    lender: party("贷款人", "lender", LENDERS),
    sizing: choice("提款方式", "draws", {
      need: { zh: "按资金缺口提款", en: "by need" },
      schedule: { zh: "按计划提款", en: "by schedule" },
      refinance: { zh: "置换提款(等于被置换债务当期还本)", en: "to refinance: the principal the other debt repays" },
    }),
    facility: money("授信额度", "facility", { from: 0, usual: [20000000, 300000000], plausible: [0, 3e10] }),
    priority: choice("提款顺位", "priority of draw", PRIORITIES),
    lastDraw: month("提款截止月", "month in which draws end", "before", { notBefore: ["start"] }),
    drawSchedule: profile("amount", "CNY", "提款计划", "draw schedule", { from: 0, optional: true }),
    capitalRatio: rate("资本金比例(先到资本金)", "capital ratio, paid in first", {
      from: 0.01,
      to: 1,
      optional: true,
      usual: [0.2, 0.3],
    }),
    refinances: word("置换的债务(组件代码)", "debt it refinances (id of its component)", { optional: true }),
    ...loanTermInputs,
    ...debtFeeInputs,
  },
  selections: loanSelections,
  lines: (c) => [
    periodRate(c),
    ...(c.is("sizing", "need") ? needLines : []),
    ...limitLines(c),
    drawLine(c),
    ...cutLines(c),
    ...undrawnLines(c),
    ...refinancingLines(c),
    ...loanLines(c, { priority: "priority" }),
    ...debtFeeLines(c),
  ],
});

function drawLine(c: Component): LineSpec {
  if (c.is("sizing", "schedule")) needs(c, "drawSchedule");
  if (c.is("sizing", "refinance")) needs(c, "refinances");
  const ahead = c.has("capitalRatio") && !c.is("sizing", "refinance");
  const asked: Readonly<Record<string, readonly string[]>> = {
    need: ["(need - senior) * rank_share", "available", ...(ahead ? ["beside_capital * rank_share"] : [])],
    schedule: ["drawSchedule", "available", ...(ahead ? ["beside_capital"] : [])],
    refinance: ["sum(role = debt.principal, component = refinances)", "available"],
  };
  const formula = `max(0, min(${(asked[c.word("sizing")] ?? []).join(", ")}))`;
  return cash("draw", "借款提取", "loan drawn", formula, {
    from: "lender",
    to: "borrower",
    role: "debt.draw",
    tags: { sizing: refinancesOnly(c) ? "refinance" : c.word("sizing"), ...(c.is("sizing", "schedule") ? countedTags("in") : {}) },
    words: { borrower: "borrower", lender: "lender", priority: "priority" },
    posts: { debit: "cash", credit: "debt" },
    convention: {
      zh: "专款、资本金、当期回款、期初资金之后,由贷款按顺位补足;同顺位按可提额度比例分担",
      en: "after earmarked money, equity, the period's receipts and opening cash, loans by priority; loans of one priority share in proportion to what they can still give",
    },
  });
}

/** A loan that names another debt pays for nothing else; what is drawn by need never repays a debt. */
const refinancesOnly = (c: Component): boolean => c.has("refinances") && !c.is("sizing", "need");

const neverRefinances = doubt(
  "refinances_nothing",
  "refinances",
  "按资金缺口提款的借款不用于还本,置换不起作用:请选“置换提款”或“按计划提款”",
  "what is drawn by need repays no debt: choose draws to refinance, or by schedule",
  "1",
);

/** 置换: what of the draw repays the debt it names in the same period; the cover of debt service leaves that principal out. */
function refinancingLines(c: Component): readonly LineSpec[] {
  if (!c.has("refinances")) return [];
  if (!refinancesOnly(c)) return [neverRefinances];
  return [
    flow("refinanced", "置换的本金", "principal refinanced", "min(draw, sum(role = debt.principal, component = refinances))", {
      role: "debt.refinanced",
      words: { borrower: "borrower", refinances: "refinances" },
      convention: { zh: "同期提款用于归还被置换债务本金的部分,偿债备付率不计", en: "what the period's draw repays of the other debt; left out of the cover of debt service" },
    }),
    doubt(
      "more_than_refinanced",
      "refinances",
      "用于置换的提款多于被置换债务同期还本,多出部分不是置换(提前置换请在原债务填写提前还款)",
      "more is drawn than the other debt repays in the period: the rest refinances nothing (enter a prepayment at the other debt to replace it earlier)",
      `total(draw - refinanced) > ${FEN} ? 1 : 0`,
    ),
  ];
}

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
  stock("unfunded", "尚无资金来源的支出", "spending nothing has paid for yet", "max(0, shortfall - sum(drawn, sizing != refinance))", {
    opening: "max(0, 0 - borrower.opening_cash)",
  }),
  flow("need", "贷款前资金需求", "need before loans", "shortfall + convention.minimum_cash + sum(supervised)"),
  rateLine("rank_share", "同顺位分担比例", "share among loans of this priority", "share(available, sum(role = memo, can_draw = by_need, borrower = borrower, priority = self))", {
    words: { borrower: "borrower", priority: "priority" },
  }),
];
