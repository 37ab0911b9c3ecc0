import type { LinearProblem } from "../solver/problem.ts";
import type { Candidate } from "./candidates.ts";
import type { CreditLine, Demand } from "./demands.ts";

/** What the starts are chosen by. */
export interface Asked {
  readonly candidates: readonly Candidate[];
  readonly demands: readonly Demand[];
  readonly credit: CreditLine;
  /** Choices the book of record has refused, each as the positions of its candidates. */
  readonly refused: readonly (readonly number[])[];
}

type Row = LinearProblem["rows"][number];

/** A programme, and which of its rows are the demands, in their order. */
export interface Programme extends LinearProblem {
  readonly firstDemand: number;
}

/**
 * One column a candidate, which costs the months it is late; each member begins once, every demand is met, and what was refused is not chosen again.
 * Interest of the pooled credit line is in it exactly: a column a year for what is drawn, at least what the account lacks, and since more of it only lowers the
 * account, no more than that is ever needed.
 */
export function programme({ candidates, demands, credit, refused }: Asked): Programme {
  const members = [...new Set(candidates.map(({ member }) => member))];
  const bearing = credit.rate > 0 && credit.below > 0 ? demands.filter(({ bearsInterest }) => bearsInterest) : [];
  const drawn = new Map(bearing.map((demand, index) => [demand, candidates.length + index] as const));
  /** Interest paid by a year, as terms that lower the account. */
  const interestBefore = ({ year }: Demand): Row["terms"] =>
    bearing.flatMap((earlier) => (earlier.year < year ? [[drawn.get(earlier) ?? 0, -credit.rate] as const] : []));
  const ones = (of: (candidate: Candidate, index: number) => boolean): Row["terms"] =>
    candidates.flatMap((candidate, index) => (of(candidate, index) ? [[index, 1] as const] : []));
  const choices = [
    ...members.map((member): Row => ({ from: 1, to: 1, terms: ones((one) => one.member === member) })),
    ...refused.map((choice): Row => {
      const chosen = new Set(choice);
      return { from: 0, to: members.length - 1, terms: ones((_, index) => chosen.has(index)) };
    }),
    ...bearing.map((demand): Row => {
      const own = [drawn.get(demand) ?? 0, 1] as const;
      return {
        from: demand.least + credit.below,
        to: INFINITE,
        terms: [...demand.terms, ...interestBefore(demand), own],
      };
    }),
  ];
  return {
    columns: [
      ...candidates.map(({ delay }) => ({ cost: delay, from: 0, to: 1, whole: true })),
      ...bearing.map(() => ({ cost: 0, from: 0, to: INFINITE })),
    ],
    rows: [
      ...choices,
      ...demands.map((demand): Row => {
        const interest = drawn.has(demand) ? interestBefore(demand) : [];
        return { from: demand.least, to: INFINITE, terms: [...demand.terms, ...interest] };
      }),
    ],
    firstDemand: choices.length,
  };
}

const INFINITE = Number.POSITIVE_INFINITY;
