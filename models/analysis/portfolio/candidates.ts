import type { Decimal } from "decimal.js";
import { evaluate } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { MemberSpec, ModelDocument, PortfolioSpec } from "../../document/schema.ts";
import type { Evaluation } from "../../engines/index.ts";
import { resultsOf } from "../../results/results.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { type PortfolioQuestion, portfolioOf, readMember } from "./portfolio.ts";

/** A member begun at one of the starts it may have: amounts by calendar year. */
export interface Candidate {
  readonly member: string;
  readonly shift: number;
  /** Months later than the earliest it may begin. */
  readonly delay: number;
  /** Of a line of the member without what it shares with others; 0 outside its years. */
  amount(line: string, year: number): number;
  readonly years: readonly [first: number, last: number];
}

/** Starts tried together, over all members. */
const CANDIDATES_MAX = 3000;

/** Starts a member may have; the one it has where none are named. */
export function shiftsOf({ starts, startMonths }: MemberSpec): readonly number[] {
  if (starts === undefined) return [startMonths];
  const { earliest, latest, every } = starts;
  return Array.from({ length: Math.floor((latest - earliest) / every) + 1 }, (_, i) => earliest + i * every);
}

/**
 * Every member at every start it may have, each computed whole by the fast engine: a project moved by some months is not the same project, since taxes go by
 * calendar year and law by date.
 */
export function candidatesOf(
  document: ModelDocument,
  spec: PortfolioSpec,
  question: PortfolioQuestion,
): Result<readonly Candidate[]> {
  const members = document.members ?? [];
  const total = members.reduce((sum, member) => sum + shiftsOf(member).length, 0);
  if (total > CANDIDATES_MAX)
    return fail(portfolioProblem("too_many_starts", "members", { found: total, limit: CANDIDATES_MAX }));
  const problems: Problem[] = [];
  const found: Candidate[] = [];
  let done = 0;
  for (const member of members)
    for (const shift of shiftsOf(member)) {
      if (question.shouldStop?.() === true) return succeed(found);
      const candidate = candidateOf(document, spec, member, shift, question);
      if (candidate.ok) found.push(candidate.value);
      else problems.push(...candidate.problems);
      done += 1;
      question.onProgress?.(done, total);
    }
  return problems.length > 0 ? fail(...problems.slice(0, 1)) : succeed(found);
}

function candidateOf(
  document: ModelDocument,
  spec: PortfolioSpec,
  member: MemberSpec,
  shift: number,
  question: Pick<PortfolioQuestion, "shelf" | "supplied" | "shouldStop"> & { readonly shelf: GraphShelf },
): Result<Candidate> {
  const read = readMember(member, { ...question, engine: "kernel", starts: new Map([[member.id, shift]]) });
  if ("code" in read.years) return fail(read.years);
  // Alone: transfers cancel in the pool, and what is shared does not move with one of those who share it.
  const alone = portfolioOf(document, { ...spec, transfers: [], sharedCosts: [] }, [read]);
  const missing = alone.problems.find(({ code }) => code === "portfolio.member_missing");
  if (missing !== undefined) return fail(missing);
  const results = resultsOf(evaluate(alone, "record") as Evaluation<Decimal>, alone.frame);
  const first = Number(alone.frame.years[0]?.label);
  const series = new Map<string, readonly number[]>();
  const valuesOf = (line: string): readonly number[] => {
    const known = series.get(line) ?? results.years(line).map((value) => Number(value ?? Number.NaN));
    series.set(line, known);
    return known;
  };
  return succeed({
    member: member.id,
    shift,
    delay: shift - (member.starts?.earliest ?? member.startMonths),
    amount: (line, year) => valuesOf(line)[year - first] ?? 0,
    years: [first, Number(alone.frame.years.at(-1)?.label)],
  });
}
