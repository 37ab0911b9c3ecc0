import type { Decimal } from "decimal.js";
import type { GraphLine } from "../../language/graph.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { isPublicBody } from "../../terms/payerNames.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, percent } from "./finding.ts";
import { type Part, textOf } from "./parts.ts";
import { type Check, firstPositive, type Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";

const BUDGET = ["national-law/budget-35"];
const HIDDEN = ["national-law/hidden-debt"];

/** R-DEBT-1: no department borrows or guarantees; governments borrow by bonds only. */
function departments(review: Review): readonly Finding[] {
  const loans = review.withRole("debt.draw").filter(({ tags }) => tags["form"] !== "bond");
  const bodies = new Set(
    review.document.parties.filter(({ id, role, label }) => isPublicBody(role, textOf(label, id))).map(({ id }) => id),
  );
  const borrowed = loans.find(({ payee }) => payee !== undefined && bodies.has(payee));
  const guaranteed = review.facts.find((fact) => fact.kind === "pledge" && fact.flag("byGovernment") === true);
  const pass = borrowed === undefined && guaranteed === undefined;
  const message = pass
    ? { zh: "无政府部门举债或担保", en: "no government body borrows or guarantees" }
    : borrowed === undefined
      ? {
          zh: `${guaranteed?.label.zh ?? ""}:由政府或部门提供担保`,
          en: `${guaranteed?.label.en ?? ""}: guaranteed by a government body`,
        }
      : {
          zh: `${borrowed.label.zh}的借款人是政府或部门,只能以发行债券方式举债`,
          en: `${borrowed.label.en}: the borrower is a government body, which may borrow by bonds only`,
        };
  return [
    finding(review, {
      id: "R-DEBT-1",
      severity: "R",
      pass,
      clauses: BUDGET,
      path: borrowed?.id ?? guaranteed?.path ?? "",
      message,
    }),
  ];
}

const ADVANCE_CLAUSES = ["national-law/government-investment-22", "national-law/works-retention"];

/** R-DEBT-4: builders do not advance money, neither by a loan nor by waiting for it beyond a retention. */
function builders(review: Review): readonly Finding[] {
  const lent = review
    .withRole("debt.draw")
    .find(({ payer }) => ["contractor", "supplier"].includes(review.partyRole(payer) ?? ""));
  const late = review.parts.flatMap((part) => waits(review, part));
  if (lent === undefined && late.length > 0) return late;
  const pass = lent === undefined;
  const message = pass
    ? { zh: "无施工单位垫资", en: "no builder advances money" }
    : {
        zh: `${lent.label.zh}由施工或服务单位出借,属垫资`,
        en: `${lent.label.en} is lent by a builder or supplier: an advance`,
      };
  const path = lent?.id ?? "";
  return [finding(review, { id: "R-DEBT-4", severity: "R", pass, clauses: ADVANCE_CLAUSES, path, message }), ...late];
}

/** What is paid later than built, in share × months, against the retention that may be held back. */
function waits(review: Review, part: Part): readonly Finding[] {
  const [share, months] = [part.number("deferredShare"), part.number("deferredMonths")];
  const [shareMax, monthsMax] = ["works_retention_max", "works_retention_months_max"].map((id) => {
    const rule = ruleOf(review, id);
    return rule === undefined ? undefined : statedBy(review, rule);
  });
  if (part.mechanism !== "works" || share === undefined || months === undefined) return [];
  if (shareMax === undefined || monthsMax === undefined) return [];
  if (share.times(months).lessThanOrEqualTo(shareMax.times(monthsMax))) return [];
  const message = {
    zh: `${part.label.zh}:工程款 ${percent(share)} 延后 ${months.toFixed()} 个月支付,超过质量保证金 ${percent(shareMax)}、${monthsMax.toFixed()} 个月的限度,属施工单位垫资`,
    en: `${part.label.en}: ${percent(share)} of the works are paid ${months.toFixed()} months later; a retention is at most ${percent(shareMax)} for ${monthsMax.toFixed()} months, more is the builder's money`,
  };
  const numbers = { share, months, shareMax, monthsMax };
  const path = `${part.path}/deferredShare`;
  return [
    finding(review, { id: "R-DEBT-4", severity: "Q", pass: false, clauses: ADVANCE_CLAUSES, numbers, path, message }),
  ];
}

/** The subsidy that goes beyond the limit of its own component. */
function exceeding(review: Review, beyond: readonly GraphLine[], paid: readonly GraphLine[]): GraphLine | undefined {
  const over = beyond.find((line) => review.total([line])?.greaterThan(MONEY_TOLERANCE));
  return over === undefined ? undefined : paid.find(({ tags }) => tags["component"] === over.tags["component"]);
}

/** R-DEBT-5: an operating subsidy needs its budget, for operation and for as much as the largest year takes. */
function subsidies(review: Review): readonly Finding[] {
  const paid = review.withRole("support.operating");
  const asked = review.lines.filter(({ id }) => /\.subsidy_asked$/.test(id));
  const total = review.total([...paid, ...asked]);
  if (paid.length === 0 || total === undefined || total.isZero()) return [];
  const [ownPaper, plain] = partition(paid, (line) => hasOwnPaper(review, line));
  const named = new Set(review.parts.flatMap((part) => part.word("subsidyBasis") ?? []));
  const approved = review.facts.filter(
    (fact) =>
      fact.holds &&
      fact.document !== undefined &&
      (fact.kind === "budget_approval" || (fact.kind === "approval" && named.has(fact.id))),
  );
  const budgets = approved.filter((fact) => fact.word("purpose") === undefined || fact.word("purpose") === "operation");
  const budget = sum(budgets.map((fact) => fact.number("amount") ?? ZERO));
  const yearly = plain.map(({ id }) => review.view.yearly(id) ?? []);
  const most = highest(review.view.years.map((_year, at) => sum(yearly.map((values) => values[at] ?? ZERO))));
  const beyond = review.lines.filter(({ id }) => /\.subsidy_over$/.test(id));
  const over = review.total(beyond) ?? ZERO;
  const lacks = plain.length > 0 ? most.minus(budget) : ZERO;
  const missing = approved.length === 0 && (plain.length > 0 || ownPaper.length > 0);
  const pass = !missing && over.lessThanOrEqualTo(MONEY_TOLERANCE) && lacks.lessThanOrEqualTo(MONEY_TOLERANCE);
  const message = pass
    ? { zh: "运营补贴有预算依据", en: "the operating subsidy has its budget" }
    : missing
      ? {
          zh: "列有运营补贴而无预算批准记录,不得作为收入",
          en: "an operating subsidy without a record of a budget approval is no income",
        }
      : over.greaterThan(MONEY_TOLERANCE)
        ? {
            zh: `申请补贴超出预算上限 ${amountText(over)} 元`,
            en: `the subsidy asked for exceeds its budget limit by CNY ${amountText(over)}`,
          }
        : {
            zh: `一年补贴最多 ${amountText(most)} 元,用于运营的预算批准合计 ${amountText(budget)} 元`,
            en: `up to CNY ${amountText(most)} of subsidy a year, budgets for operation approve CNY ${amountText(budget)}`,
          };
  return [
    finding(review, {
      id: "R-DEBT-5",
      severity: "R",
      pass,
      clauses: BUDGET,
      numbers: { subsidy: total, over, largestYear: most, budget },
      path: (pass ? paid[0] : (exceeding(review, beyond, paid) ?? plain[0] ?? paid[0]))?.id ?? "",
      message,
    }),
  ];
}

/** A component that names the paper of its subsidy is judged by that paper. */
function hasOwnPaper({ parts }: Review, { tags }: GraphLine): boolean {
  const part = parts.find(({ id }) => id === tags["component"]);
  return part !== undefined && (part.word("subsidyBasis") !== undefined || part.mechanism === "sale");
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

const highest = (values: readonly Decimal[]): Decimal =>
  values.reduce((most, value) => (value.greaterThan(most) ? value : most), ZERO);

/** R-DEBT-7: public-benefit assets are not pledged. */
function publicAssets(review: Review): readonly Finding[] {
  const pledged = review.facts.find((fact) => fact.kind === "pledge" && fact.flag("publicBenefit") === true);
  const pass = pledged === undefined;
  const message = pass
    ? { zh: "未以公益性资产抵质押", en: "no public-benefit asset is pledged" }
    : { zh: `${pledged.label.zh}:以公益性资产抵质押`, en: `${pledged.label.en}: a public-benefit asset is pledged` };
  return [
    finding(review, { id: "R-DEBT-7", severity: "R", pass, clauses: HIDDEN, path: pledged?.path ?? "", message }),
  ];
}

const inConstructionDraws = (lines: readonly GraphLine[]) => lines.filter(({ tags }) => tags["crosses"] === "in");

/** C20: interest arises while loans are drawn for building. */
function interestArises(review: Review): readonly Finding[] {
  const draws = inConstructionDraws(review.withRole("debt.draw"));
  const drawn = firstPositive(review.series(draws));
  if (draws.length === 0 || drawn < 0) return [];
  const interest = review.total(review.withRole("debt.capitalised", "debt.interest", "debt.interest_accrued"));
  if (interest === undefined) return [];
  const pass = interest.greaterThan(0);
  return [
    finding(review, {
      id: "C20",
      severity: "R",
      pass,
      numbers: { interest: sum([interest]) },
      path: draws[0]?.id ?? "",
      message: pass
        ? { zh: `借款利息合计 ${amountText(interest)} 元`, en: `interest in total CNY ${amountText(interest)}` }
        : { zh: "有借款而无利息,建设期利息漏计", en: "loans without interest: interest in construction is left out" },
    }),
  ];
}

export const debt: readonly Check[] = [
  { ids: ["R-DEBT-1"], run: departments },
  { ids: ["R-DEBT-4"], run: builders },
  { ids: ["R-DEBT-5"], run: subsidies },
  { ids: ["R-DEBT-7"], run: publicAssets },
  { ids: ["C20"], run: interestArises },
];
