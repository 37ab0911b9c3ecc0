import type { GraphLine } from "../../language/graph.ts";
import { sale } from "../../mechanisms/income/sale.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { greatest, sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { figure, said, sumOf } from "./sides.ts";

const BUDGET = ["national-law/budget-35"];

/** R-DEBT-5: an operating subsidy needs its budget, for operation and for as much as the largest year takes. */
const subsidies = check({
  ids: ["R-DEBT-5"],
  severity: "R",
  clauses: BUDGET,
  of: (review) => {
    const paid = review.withRole("support.operating");
    const total = review.total([...paid, ...review.offered("subsidy_asked")]);
    return paid.length === 0 || total?.isZero() === true ? [] : [paid];
  },
  none: text("无运营补贴,不适用", "no operating subsidy: does not apply"),
  judge: (paid, review): Judged => {
    const approved = approvedFor(review);
    const [first] = paid;
    const all = sumOf(review, text("运营补贴合计", "operating subsidy in total"), paid);
    if (approved.length === 0)
      return {
        answer: answer(false, all, said(text("预算批准记录", "records of a budget approval"), text("无", "none"), "records")),
        fails: text("没有预算批准的补贴不得作为收入", "a subsidy nobody approved is no income"),
        path: (unnamed(review, paid)[0] ?? first)?.id ?? "",
      };
    const beyond = review.offered("subsidy_over").find((line) => review.total([line])?.greaterThan(MONEY_TOLERANCE));
    if (beyond !== undefined) {
      const own = paid.find(({ tags }) => tags["component"] === beyond.tags["component"]);
      const over = sumOf(review, text("申请补贴超出预算上限", "asked for beyond the budget limit"), [beyond]);
      return {
        answer: compare(review, over, "at_most", figure(text("允许", "allowed"), ZERO, "CNY", ""), {
          tolerance: MONEY_TOLERANCE,
        }),
        path: (own ?? first)?.id ?? "",
      };
    }
    return byBudgets(review, paid, approved);
  },
});

/** The largest year against what the budgets for operation approve; a component that names its own paper is judged by that. */
function byBudgets(review: Review, paid: readonly GraphLine[], approved: readonly Fact[]): Judged {
  const plain = unnamed(review, paid);
  const path = (plain[0] ?? paid[0])?.id ?? "";
  if (plain.length === 0)
    return {
      answer: answer(true, sumOf(review, text("运营补贴合计", "operating subsidy in total"), paid), ...approved.map(({ itself }) => itself)),
      path,
    };
  const budgets = approved.filter((fact) => fact.word("purpose") === undefined || fact.word("purpose") === "operation");
  const yearly = plain.map((line) => review.view.yearly(line));
  const most = yearly.includes(undefined) ? undefined : greatest(review.view.years.map((_year, at) => sum(yearly.map((values) => values?.[at] ?? ZERO))));
  const budget = sum(budgets.map((fact) => fact.number("amount") ?? ZERO));
  return {
    answer: compare(
      review,
      figure(text("一年补贴最多", "the largest subsidy of a year"), most, "CNY", path),
      "at_most",
      figure(text("用于运营的预算批准合计", "approved by budgets for operation"), budget, "CNY", budgets[0]?.path ?? "records"),
      { tolerance: MONEY_TOLERANCE },
    ),
    path,
  };
}

/** Budgets on record that hold, and the approvals components name for their subsidy. */
function approvedFor(review: Review): readonly Fact[] {
  const named = new Set(review.parts.flatMap((part) => part.word("subsidyBasis") ?? []));
  return review.facts.filter((fact) => fact.holds && fact.document !== undefined && (fact.is("budget_approval") || (fact.is("approval") && named.has(fact.id))));
}

/** Lines of components that name no paper of their own; what a city pays for talent's homes rests on the record of the sale. */
function unnamed(review: Review, lines: readonly GraphLine[]): readonly GraphLine[] {
  const own = new Set(review.parts.filter((part) => part.word("subsidyBasis") !== undefined || part.mechanism.id === sale.id).map(({ id }) => id));
  return lines.filter(({ tags }) => !own.has(String(tags["component"])));
}

export const operatingSubsidies: readonly Check[] = [subsidies];
