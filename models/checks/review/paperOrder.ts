import type { Decimal } from "decimal.js";
import { RECORD_KINDS, type RecordKindName } from "../../document/records.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Fact } from "./facts.ts";
import { firstPositive, type Review } from "./review.ts";
import { said } from "./sides.ts";

/** When something of the plan happens that a paper must stand before, or can only stand after: the period in which it does; -1 where it never does. */
const MILESTONES = {
  works: { what: text("首笔工程款", "first payment of works"), at: (review: Review) => firstPositive(worksOf(review)) },
  built: { what: text("工程款付至过半", "half of the works paid"), at: (review: Review) => halfPaid(worksOf(review)) },
  operation: {
    what: text("首笔经营收入", "first income of the operation"),
    at: (review: Review) => firstPositive(review.series(review.withRole("revenue.service", "revenue.property_fee", "revenue.parking"))),
  },
} satisfies Record<string, { what: Text; at: (review: Review) => number }>;

interface Order {
  readonly id: string;
  readonly kind: RecordKindName;
  readonly is: "before" | "after";
  readonly milestone: keyof typeof MILESTONES;
  readonly clauses: readonly string[];
}

/** 文件先后: what has begun needs no approval to begin, and nobody accepts what is not built. */
const ORDERS: readonly Order[] = [
  { id: "C26", kind: "estimate_approval", is: "before", milestone: "works", clauses: ["national-law/government-investment-9"] },
  { id: "C26", kind: "design_approval", is: "before", milestone: "works", clauses: [] },
  { id: "C24", kind: "operator_selection", is: "before", milestone: "operation", clauses: ["national-law/tender-17"] },
  { id: "C07", kind: "acceptance", is: "after", milestone: "built", clauses: [] },
];

const recordName = (kind: RecordKindName): Text => RECORD_KINDS[kind]?.label ?? text(kind, kind);
const worksOf = (review: Review) => review.series(review.withRole("cost.works.*"));

function halfPaid(works: readonly Decimal[] = []): number {
  const half = sum(works).div(2);
  let paid = ZERO;
  return half.isZero()
    ? -1
    : works.findIndex((value) => {
        paid = paid.plus(value);
        return paid.greaterThanOrEqualTo(half);
      });
}

const ordered = ({ id, kind, is, milestone, clauses }: Order): Check =>
  check<{ readonly fact: Fact; readonly month: number }>({
    ids: [id],
    severity: "Q",
    clauses,
    of: (review) => {
      const month = review.timeline.periods[MILESTONES[milestone].at(review)]?.startMonth;
      return month === undefined ? [] : review.records(kind).map((fact) => ({ fact, month }));
    },
    none: text(`无${recordName(kind).zh}记录或无相应收支,不适用`, `no ${recordName(kind).en} or nothing it is about: does not apply`),
    judge: ({ fact, month }, review) => {
      // Within the period in which it happens nobody can tell which came first.
      const holds = is === "before" ? fact.month < month + review.timeline.stepMonths : fact.month >= month;
      return {
        about: fact.label,
        answer: answer(
          Number.isNaN(fact.month) ? undefined : holds,
          said(recordName(kind), Number.isNaN(fact.month) ? undefined : review.monthText(fact.month), fact.path),
          said(MILESTONES[milestone].what, review.monthText(month), "timeline"),
        ),
        path: fact.path,
        fails:
          is === "before"
            ? text("文件日期晚于所批准或选定的事项,请核对日期或补充说明", "the paper is later than what it approves or decides: look at its date")
            : text("文件日期早于所验收的工程,请核对日期或补充说明", "the paper is earlier than the works it accepts: look at its date"),
      };
    },
  });

const untilOf = (fact: Fact): number | undefined => readDateMonth(fact.word("validUntil") ?? "");

/** A paper that was valid until a month before its own date was never valid. */
const validity = check({
  ids: ["C01"],
  severity: "Q",
  of: (review) => review.facts.filter((fact) => untilOf(fact) !== undefined),
  none: text("没有载明有效期的文件,不适用", "no paper states how long it is valid: does not apply"),
  judge: (fact, review) => {
    const until = untilOf(fact) ?? Number.NaN;
    return {
      about: fact.label,
      answer: answer(
        until >= fact.month,
        said(text("有效期至", "valid until"), review.monthText(until), fact.path),
        said(text("文件日期", "date of the paper"), Number.isNaN(fact.month) ? undefined : review.monthText(fact.month), fact.path),
      ),
      path: fact.path,
      fails: text("有效期早于文件日期", "it ends before the paper is dated"),
    };
  },
});

/** A record without a kind the product knows is read by no check: whoever relies on it hears so. */
const known = check({
  ids: ["C01"],
  severity: "Q",
  of: (review) => review.facts,
  none: text("没有事项记录,不适用", "no record: does not apply"),
  judge: (fact) => {
    const kind = RECORD_KINDS[fact.kind ?? ""]?.label;
    return {
      about: fact.label,
      answer: answer(kind !== undefined, said(text("记录种类", "kind of record"), kind ?? (fact.kind === undefined ? text("未填", "none") : fact.kind), fact.path)),
      path: fact.path,
      fails: text("不属于所列种类,不作为任何资金或审查事项的依据", "it is none of the kinds there are: no money and no check rests on it"),
    };
  },
});

export const paperOrder: readonly Check[] = [...ORDERS.map(ordered), validity, known];
