import { party, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, flow, type LineSpec, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { debtFeeInputs, debtFeeLines, feesFormula, hasFees } from "./debtFees.ts";
import { drawWeight, loanLines, loanSelections, loanTermInputs, periodRate } from "./repayment.ts";

/**
 * 资本金比例与建设期利息联立: equity is a share of construction investment *plus* interest in construction, which itself depends on what is lent. The
 * circle is linear, so it is closed by superposition. Interest capitalised: the interest recursion runs once on the investment without equity (`*_gross`)
 * and once on one yuan of equity spread like the investment (`*_unit`); E = k(S + I0)/(1 + k·I1). Interest paid in cash: it runs on one yuan lent, without
 * compounding; L = (1−k)S/(1 − (1−k)·I1), and equity pays the interest. Fees in construction are linear in what is lent as well, are paid by equity and
 * are part of the total: capitalised, E = k(S + I + F) of which F pays the fees; paid in cash, they join I1. Valid for every draw timing.
 */
export const ratioFunding = mechanism("ratio_funding", {
  title: { zh: "按资本金比例筹资(资本金+贷款)", en: "Funding at a capital ratio (equity and loan)" },
  summary: {
    zh: "资本金占含建设期利息和筹资费用总投资的给定比例,按投资进度同比到位,其余由贷款解决。",
    en: "Equity is a given share of total investment including interest and fees in construction, paid in step with the works; the loan covers the rest.",
  },
  family: "capital",
  clauses: ["national-law/capital-ratio"],
  checks: ["C06"],
  inputs: {
    investor: party("出资人", "investor", ["entity", "investor", "city", "district", "province", "other"]),
    borrower: party("借款人", "borrower", ["entity", "spv", "operator"]),
    lender: party("贷款人", "lender", ["bank"]),
    capitalRatio: rate("资本金比例", "capital ratio", { from: 0, to: 1, usual: [0.2, 0.4] }),
    ...loanTermInputs,
    ...debtFeeInputs,
  },
  selections: loanSelections,
  lines: (c) => {
    const capitalised = c.is("constructionInterest", "capitalised");
    return [
      periodRate(c),
      flow("investment", "建设投资", "construction investment", "month < built ? sum(payer = borrower, role = cost.*, role != cost.financing.*) : 0"),
      scalar("investment_total", "建设投资合计", "construction investment in total", "total(investment)"),
      flow("spread", "投资进度", "share of the investment", "share(investment, investment_total)", { unit: "1" }),
      ...(capitalised ? capitalisedLines(c) : paidLines(c)),
      ratio("equity_share", "资本金占总投资", "equity over total investment", "share(equity_total, with_interest)", {
        convention: { zh: "总投资含建设期利息和筹资费用", en: "total investment includes interest and fees in construction" },
      }),
      cash("draw", "借款提取", "loan drawn", capitalised ? "remaining > 1 ? investment - investment * equity_rate : 0" : "remaining > 1 ? spread * lent : 0", {
        from: "lender",
        to: "borrower",
        role: "debt.draw",
        tags: { ...BEFORE_ALL, sizing: "schedule" },
        words: { borrower: "borrower", lender: "lender" },
        posts: { debit: "cash", credit: "debt" },
      }),
      cash("paid_in", "实缴资本金", "equity paid in", `investment - draw${capitalised ? "" : " + interest_construction"}${hasFees(c) ? " + fees_construction" : ""}`, {
        from: "investor",
        to: "borrower",
        role: "equity.paid_in",
        words: { investor: "investor" },
        posts: { debit: "cash", credit: "capital" },
        clauses: ["national-law/capital-ratio"],
      }),
      ...loanLines(c, {}, BEFORE_ALL),
      ...debtFeeLines(c, LENT),
      doubt(
        "tenor_in_construction",
        "tenor",
        "借款期限在建设期内届满,其后的投资全部由资本金承担,比例不再成立",
        "the tenor ends within construction: equity pays for all that follows, and the ratio does not hold",
        `total(remaining > 1 ? 0 : investment) > ${FEN} ? 1 : 0`,
      ),
    ];
  },
});

/** Its loan is part of the plan of funding: loans drawn by need come after it. */
const BEFORE_ALL = { priority: "0" };

/** Fees are measured by all that is drawn; nothing is drawn once the works are complete. */
const LENT = { facility: "lent", lastDraw: "built" };

/** Fees in construction if `facility` were lent in step with the works and `owed` when a period begins. */
const constructionFees = (c: Component, facility: string, step: string, owed: string): string =>
  `month < built ? ${feesFormula(c, { facility, drawn: `prev(running(${step}))`, owed, lastDraw: LENT.lastDraw })} : 0`;

/** Interest joins what is lent and bears interest itself; equity pays its share of the works. */
function capitalisedLines(c: Component): readonly LineSpec[] {
  const [weight, fees] = [drawWeight(c), hasFees(c)];
  return [
    flow("interest_gross", "全额借款利息(联立辅助)", "interest if all were lent", `month < built ? (prev(balance_gross) + investment * ${weight}) * period_rate : 0`),
    stock("balance_gross", "全额借款余额(联立辅助)", "balance if all were lent", "prev(balance_gross) + investment + interest_gross"),
    flow("interest_unit", "每元资本金节约利息(联立辅助)", "interest saved by one yuan of equity", `month < built ? (prev(balance_unit) + spread * ${weight}) * period_rate : 0`, {
      unit: "1",
    }),
    stock("balance_unit", "每元资本金余额(联立辅助)", "balance saved by one yuan of equity", "prev(balance_unit) + spread + interest_unit", { unit: "1" }),
    ...(fees
      ? [
          flow("fees_gross", "全额借款费用(联立辅助)", "fees if all were lent", constructionFees(c, "investment_total", "investment", "prev(balance_gross)")),
          flow("fees_unit", "每元资本金节约费用(联立辅助)", "fees saved by one yuan of equity", constructionFees(c, "1", "spread", "prev(balance_unit)"), { unit: "1" }),
        ]
      : []),
    scalar(
      "equity_works",
      "资本金合计(用于建设投资)",
      "equity in total, for the works",
      fees
        ? "max(0, capitalRatio * (investment_total + total(interest_gross)) - (1 - capitalRatio) * total(fees_gross)) / (1 + capitalRatio * total(interest_unit) - (1 - capitalRatio) * total(fees_unit))"
        : "capitalRatio * (investment_total + total(interest_gross)) / (1 + capitalRatio * total(interest_unit))",
    ),
    scalar("lent", "借款合计(不含资本化利息)", "loan in total, without capitalised interest", "investment_total - equity_works"),
    scalar(
      "with_interest",
      "总投资(含建设期利息和筹资费用)",
      "total investment incl. interest and fees in construction",
      `investment_total + total(interest_gross) - equity_works * total(interest_unit)${fees ? " + total(fees_gross) - equity_works * total(fees_unit)" : ""}`,
    ),
    scalar("equity_total", "资本金合计", "equity in total", `equity_works${fees ? " + total(fees_gross) - equity_works * total(fees_unit)" : ""}`),
    ratio("equity_rate", "资本金占建设投资", "equity over construction investment", "share(equity_works, investment_total)"),
  ];
}

/** Interest and fees are paid as they arise, by equity, and are part of the cost of the asset. */
function paidLines(c: Component): readonly LineSpec[] {
  const fees = hasFees(c);
  const cost = fees ? "(total(interest_unit) + total(fees_unit))" : "total(interest_unit)";
  return [
    flow("interest_unit", "每元借款利息(联立辅助)", "interest on one yuan lent", `month < built ? (prev(running(spread)) + spread * ${drawWeight(c)}) * period_rate : 0`, {
      unit: "1",
    }),
    ...(fees ? [flow("fees_unit", "每元借款费用(联立辅助)", "fees on one yuan lent", constructionFees(c, "1", "spread", "prev(running(spread))"), { unit: "1" })] : []),
    ratio("equity_part", "投资占总投资与借款之差", "what the works leave to equity of one yuan of total investment", `1 - (1 - capitalRatio) * ${cost}`),
    scalar("lent", "借款合计", "loan in total", "equity_part > 1 - capitalRatio ? (1 - capitalRatio) * investment_total / equity_part : investment_total", {
      convention: {
        zh: "利息过高、资本金付息已超过其比例时,借款以建设投资为限",
        en: "where paying the interest alone takes more than the share of equity, the loan is limited to the works",
      },
    }),
    scalar("with_interest", "总投资(含建设期利息和筹资费用)", "total investment incl. interest and fees in construction", `investment_total + lent * ${cost}`),
    scalar("equity_total", "资本金合计", "equity in total", "with_interest - lent"),
  ];
}
