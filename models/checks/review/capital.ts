import { MONEY_TOLERANCE, SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { isPublicBody } from "../../terms/payerNames.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import { textOf } from "./parts.ts";
import type { Check, Review } from "./review.ts";

const CLAUSES = ["national-law/capital-ratio"];

const crossing = (review: Review, way: "in" | "out", ...roles: readonly string[]) =>
  review.withRole(...roles).filter(({ tags }) => tags["crosses"] === way);

/** Lines that state the ratio: those of the file's own test, which says what counts, or the project's. */
function ratioLines({ parts }: Review) {
  const own = parts.find(({ mechanism }) => mechanism === "capital_ratio")?.id;
  return own === undefined
    ? { ratio: "project.capital_ratio", base: "project.capital_base" }
    : { ratio: `${own}.ratio_with_approval`, base: `${own}.base` };
}

/** C06: capital paid in is at least the legal share of total investment, and is there before the loans beside it are drawn. */
function ratio(review: Review): readonly Finding[] {
  const draws = crossing(review, "in", "debt.draw");
  const least = review.parameter("capital_ratio_min_development");
  if (draws.length === 0)
    return [notApplicable(review, "C06", "R", { zh: "无借款,不适用", en: "no debt: does not apply" }, CLAUSES)];
  const lines = ratioLines(review);
  const [share, investment] = [review.view.scalar(lines.ratio), review.view.scalar(lines.base)];
  const [capital, drawn, allowed] = ["capital_paid", "debt_drawn", "debt_allowed"].map((name) =>
    review.view.series(`project.${name}`),
  );
  const judged = least !== undefined && share !== undefined && drawn !== undefined && allowed !== undefined;
  if (!judged || capital === undefined || investment === undefined)
    return [
      finding(review, {
        id: "C06",
        severity: "R",
        pass: null,
        clauses: CLAUSES,
        message: {
          zh: "缺少资本金比例参数或所依据的行有错误",
          en: "the ratio is in no listed pack, or a line it rests on is in error",
        },
      }),
    ];
  const enough = share.plus(SHARE_TOLERANCE).greaterThanOrEqualTo(least);
  const early = drawn.findIndex((debt, period) => debt.minus(allowed[period] ?? ZERO).greaterThan(MONEY_TOLERANCE));
  const label = review.view.periodLabels[early] ?? "";
  return [
    finding(review, {
      id: "C06",
      severity: "R",
      pass: enough,
      clauses: CLAUSES,
      numbers: { paidIn: sum(capital), totalInvestment: investment, ratio: share, required: least },
      path: crossing(review, "in", "equity.*")[0]?.id ?? lines.ratio,
      message: {
        zh: `实缴资本金占总投资 ${percent(share)},要求不低于 ${percent(least)}`,
        en: `capital paid in is ${percent(share)} of total investment, at least ${percent(least)} is required`,
      },
    }),
    finding(review, {
      id: "C06",
      severity: "R",
      pass: early < 0,
      clauses: CLAUSES,
      numbers: early < 0 ? {} : { drawn: drawn[early], allowed: allowed[early] },
      path: early < 0 ? (draws[0]?.id ?? "") : "project.debt_drawn",
      message:
        early < 0
          ? { zh: "各期借款均在资本金到位之后或同步", en: "every loan is drawn after or in step with capital" }
          : { zh: `${label} 借款先于资本金到位`, en: `in ${label} loans are drawn before capital is paid in` },
    }),
  ];
}

/** M57: shareholdings make the whole. */
function shareholders(review: Review): readonly Finding[] {
  const facts = review.facts.filter(({ kind }) => kind === "shareholder");
  const companies = review.parts.filter((part) => part.rows("shareholders").length > 0);
  const lists = [
    ...(facts.length === 0
      ? []
      : [{ path: facts[0]?.path ?? "records", shares: facts.map((fact) => fact.number("share")) }]),
    ...companies.map((part) => ({
      path: `${part.path}/shareholders`,
      shares: part.rows("shareholders").map((row) => row.number("share")),
    })),
  ];
  return lists.map(({ path, shares }) => {
    const total = sum(shares.map((share) => share ?? ZERO));
    const pass = total.minus(1).abs().lessThanOrEqualTo(SHARE_TOLERANCE);
    const message = plus(
      { zh: `股东出资比例合计 ${percent(total)}`, en: `shareholdings make ${percent(total)}` },
      !pass,
      ",应为 100%",
      ", not 100 %",
    );
    return finding(review, { id: "M57", severity: "R", pass, numbers: { total }, path, message });
  });
}

const FUND = ["national-law/fund-guideline"];
const HIDDEN = ["national-law/hidden-debt"];
const GOVERNMENT = /^(?:district|city|province|central)$/;

/** C17, R-DEBT-2, R-DEBT-3: a fund is equity: it has fees and a waterfall, and nobody behind it is a public purse. */
function funds(review: Review): readonly Finding[] {
  const parts = review.parts.filter((part) => part.plays(/^equity\.fund$/));
  if (parts.length === 0)
    return [notApplicable(review, "C17", "R", { zh: "无投资基金,不适用", en: "no fund: does not apply" }, FUND)];
  return parts.flatMap((part) => {
    const buyer = part.word("exitPayer");
    const party = review.document.parties.find(({ id }) => id === buyer);
    const byBudget = party !== undefined && isPublicBody(party.role, textOf(party.label, party.id));
    const state = party?.role === "soe";
    const [fee, carry, catchUp] = ["feeRate", "carry", "catchUp"].map((name) => part.number(name));
    const forgotten =
      fee?.isZero() === true || (carry?.greaterThan(0) === true && catchUp?.lessThanOrEqualTo(carry) === true);
    return [
      finding(review, {
        id: "R-DEBT-2",
        severity: "R",
        pass: byBudget ? false : state ? null : true,
        clauses: HIDDEN,
        path: `${part.path}/exitPayer`,
        message: byBudget
          ? {
              zh: `${part.label.zh}:由财政受让退出,属回购`,
              en: `${part.label.en}: a budget buys the fund out, a repurchase`,
            }
          : state
            ? {
                zh: `${part.label.zh}:由国有企业受让,须核实不以财政资金兜底`,
                en: `${part.label.en}: a state-owned company buys the stake: make sure no budget stands behind it`,
              }
            : { zh: `${part.label.zh}:退出无财政承接`, en: `${part.label.en}: no budget buys the fund out` },
      }),
      finding(review, {
        id: "C17",
        severity: "R",
        pass: !byBudget && !forgotten,
        clauses: FUND,
        numbers: { fee, carry, catchUp },
        path: byBudget ? `${part.path}/exitPayer` : `${part.path}/feeRate`,
        message: forgotten
          ? {
              zh: `${part.label.zh}:未计管理费,或有超额分成而追赶比例不高于分成比例`,
              en: `${part.label.en}: no management fee, or a carry without catch-up`,
            }
          : {
              zh: `${part.label.zh}:股权性质,按管理费、返本、优先回报、追赶、分成分配,未见固定回报安排`,
              en: `${part.label.en}: equity with fee, return of capital, preferred return, catch-up and split`,
            },
      }),
    ];
  });
}

/** R-DEBT-3: the return of capital follows results, not a promise of a public body. */
function promises(review: Review): readonly Finding[] {
  const paid = crossing(review, "out", "equity.fund_distribution", "equity.dividend");
  const promised = review.lines.filter(
    ({ role, payer }) =>
      (role === "equity.fund_distribution" || role === "equity.dividend") &&
      GOVERNMENT.test(review.partyRole(payer) ?? ""),
  );
  const pass = promised.length === 0;
  return [
    finding(review, {
      id: "R-DEBT-3",
      severity: "R",
      pass,
      clauses: HIDDEN,
      path: promised[0]?.id ?? paid[0]?.id ?? "",
      message: pass
        ? { zh: "无财政支付的投资回报或补亏", en: "no budget pays a return or makes a loss good" }
        : {
            zh: `${promised[0]?.label.zh ?? ""}由财政支付,属保底或补亏`,
            en: `${promised[0]?.label.en ?? ""} is paid by a budget: a guaranteed return`,
          },
    }),
  ];
}

export const capital: readonly Check[] = [
  { ids: ["C06"], run: ratio },
  { ids: ["M57"], run: shareholders },
  { ids: ["C17", "R-DEBT-2"], run: funds },
  { ids: ["R-DEBT-3"], run: promises },
];
