import type { Decimal } from "decimal.js";
import { yearOf } from "../../language/calendar.ts";
import type { GraphLine } from "../../language/graph.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { BUDGET_YEARS_MOST } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { unprocuredIncome } from "../purchases.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { figure, said } from "./sides.ts";

const BEFORE_SPENDING = ["national-law/service-purchase-1", "national-law/budget-35"];

/** Calendar years a budget paper is about: those it names, of a medium-term plan no more than that plan has; where it names none the year of its date. */
export function yearsOf(fact: Fact): readonly number[] {
  const named = [...(fact.word("years") ?? "").matchAll(/(\d{4})(?:\s*年?\s*(?:[-–—~～至到]+|to)\s*(\d{4}))?/g)].flatMap(([, first, last = first]) => {
    const [from, to] = [Number(first), Number(last)];
    return Array.from({ length: Math.min(Math.max(to - from + 1, 0), Number(BUDGET_YEARS_MOST)) }, (_item, at) => from + at);
  });
  const years = named.length > 0 ? [...new Set(named)].toSorted((a, b) => a - b) : [yearOf(fact.month)];
  return years.slice(0, Number(BUDGET_YEARS_MOST));
}

/** What budgets approve for a purpose, by year; one that states no amount limits none. */
interface Approved {
  readonly facts: readonly Fact[];
  readonly left: Map<number, Decimal | undefined>;
}

function approvedBy(facts: readonly Fact[]): Approved {
  const left = new Map<number, Decimal | undefined>();
  for (const fact of facts)
    for (const year of yearsOf(fact)) {
      const [amount, before] = [fact.number("amount"), left.has(year) ? left.get(year) : ZERO];
      left.set(year, amount === undefined || before === undefined ? undefined : before.plus(amount));
    }
  return { facts, left };
}

/** Money of one line, beyond the years approved. */
interface Beyond {
  readonly line: GraphLine;
  readonly facts: readonly Fact[];
  readonly amount: Decimal;
  readonly years: readonly number[];
}

/** 按年度预算: what a line takes of each year's approval, and what no approval of that year is left for. */
function taken(review: Review, line: GraphLine, { facts, left }: Approved): Beyond {
  const values = review.view.series(line) ?? [];
  const paid = Map.groupBy(review.timeline.periods, ({ startMonth }) => yearOf(startMonth));
  const beyond = [...paid].flatMap(([year, periods]) => {
    const due = sum(periods.map(({ number }) => values[number - 1] ?? ZERO));
    const has = left.has(year) ? left.get(year) : ZERO;
    if (!due.greaterThan(MONEY_TOLERANCE) || has === undefined) return [];
    const covered = has.lessThan(due) ? has : due;
    left.set(year, has.minus(covered));
    const rest = due.minus(covered);
    return rest.greaterThan(MONEY_TOLERANCE) ? [{ year, rest }] : [];
  });
  return { line, facts, amount: sum(beyond.map(({ rest }) => rest)), years: beyond.map(({ year }) => year) };
}

const standing = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ holds, month }) => holds && Number.isFinite(month));

const OPERATION = "operation";
/** Budgets that may pay for operation: those for it, and those that name no purpose. */
const budgetsFor = (review: Review): readonly Fact[] => standing(review.records("budget_approval")).filter((fact) => (fact.word("purpose") ?? OPERATION) === OPERATION);

/** Every subsidy of operation and purchase of a budget that some approval stands behind; without any it is judged for that. */
function beyondYears(review: Review): readonly Beyond[] {
  const partOf = ({ tags }: GraphLine) => review.parts.find(({ id }) => id === tags["component"]);
  const paid = [...review.withRole("support.operating"), ...unprocuredIncome(review, review.lines)]
    // What makes a discount for talent good rests on the record of the sale.
    .filter((line) => partOf(line)?.has("talentPayer") !== true && review.total([line])?.greaterThan(MONEY_TOLERANCE) === true);
  const groups = Map.groupBy(paid, (line) => partOf(line)?.word("subsidyBasis") ?? OPERATION);
  return [...groups].flatMap(([name, lines]) => {
    const own = review.record(name);
    const approved = approvedBy(own === undefined ? budgetsFor(review) : standing([own]));
    return approved.facts.length === 0 ? [] : lines.map((line) => taken(review, line, approved));
  });
}

/** 2030—2032、2035: years one after another in one. */
export function yearsText(years: readonly number[]): string {
  const runs = years.reduce<[number, number][]>((all, year) => {
    const last = all.at(-1);
    if (last?.[1] === year - 1) last[1] = year;
    else all.push([year, year]);
    return all;
  }, []);
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/** R-DEBT-5: a budget approves the money of its own year: what later years pay is approved by nobody yet. */
const annual = check({
  ids: ["R-DEBT-5"],
  severity: "Q",
  clauses: BEFORE_SPENDING,
  of: beyondYears,
  none: text("没有以预算批准为据的运营补贴或政府购买,不适用", "no subsidy or purchase rests on a budget: does not apply"),
  judge: ({ line, facts, amount, years }) => {
    const covered = [...new Set(facts.flatMap(yearsOf))].toSorted((a, b) => a - b);
    return {
      about: line.label,
      answer: answer(
        years.length === 0,
        said(text("预算批准所载年度", "years the budgets approve"), yearsText(covered), facts[0]?.path ?? "records"),
        ...(years.length === 0 ? [] : [said(text("超出的年度", "years beyond them"), yearsText(years), line.id)]),
        figure(text("未经预算批准的金额", "approved by no budget"), amount, "CNY", line.id),
      ),
      path: line.id,
      ...(years.length === 0 ? {} : { against: amount }),
      fails: text(
        "年度预算只批准当年的支出,以后年度须逐年列入预算;跨年的请在“所载年度”写明中期财政规划的年度",
        "a budget approves its own year only, later years are budgeted year by year; state the years of a medium-term plan in “years”",
      ),
    };
  },
});

export const budgetYears: readonly Check[] = [annual];
