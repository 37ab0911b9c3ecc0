import type { LinearProblem } from "../solver/problem.ts";
import type { Candidate } from "./candidates.ts";
import type { Demand } from "./demands.ts";

/** One column a candidate, which costs the months it is late; each member begins once, and every demand is met. */
export function programme(candidates: readonly Candidate[], demands: readonly Demand[]): LinearProblem {
  const members = [...new Set(candidates.map(({ member }) => member))];
  return {
    columns: candidates.map(({ delay }) => ({ cost: delay, from: 0, to: 1, whole: true })),
    rows: [
      ...members.map((member) => ({
        from: 1,
        to: 1,
        terms: candidates.flatMap((one, index) => (one.member === member ? [[index, 1] as const] : [])),
      })),
      ...demands.map(({ terms, least }) => ({ from: least, to: Number.POSITIVE_INFINITY, terms })),
    ],
  };
}
