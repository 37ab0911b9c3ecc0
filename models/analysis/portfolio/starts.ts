import type { Decimal } from "decimal.js";
import { evaluate } from "../../compile/prepare.ts";
import { openPortfolio } from "../../document/portfolio/schema.ts";
import type { ModelDocument, PortfolioSpec } from "../../document/schema.ts";
import type { Evaluation } from "../../engines/index.ts";
import { type Results, resultsOf } from "../../results/results.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { type Text, text } from "../../wording/text.ts";
import type { Solver } from "../solver/solver.ts";
import { candidatesOf } from "./candidates.ts";
import { creditLineOf, demandsOf } from "./demands.ts";
import { obstaclesOf } from "./obstacles.ts";
import { type PortfolioQuestion, type PreparedPortfolio, preparePortfolio } from "./portfolio.ts";
import { type Asked, programme } from "./programme.ts";

/** One figure of the portfolio that has to be at least 0, before and after. */
export interface StartCheck {
  readonly line: string;
  readonly label: Text;
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
  readonly met: boolean;
}

export interface StartsProposal {
  /** Whether the book of record confirms the starts. */
  readonly found: boolean;
  /** Whether no smaller total delay is possible. */
  readonly best: boolean;
  readonly starts: readonly {
    readonly member: string;
    readonly label: Text;
    readonly from: number;
    readonly to: number;
    /** 元 by which the move changes the project's own total. */
    readonly change: Decimal;
  }[];
  readonly checks: readonly StartCheck[];
  readonly message: Text;
  readonly obstacles: readonly Text[];
}

/**
 * The starts with the least delay in total that keep pooled cash above its floor, grants within their budgets, and meet the targets of numbers: chosen by a
 * whole-number programme, then computed anew by the book of record.
 */
export function proposeStarts(
  document: ModelDocument,
  question: Omit<PortfolioQuestion, "engine" | "starts">,
  solver: Solver,
): Result<StartsProposal | undefined> {
  if (document.members === undefined) return fail(portfolioProblem("not_portfolio", "members"));
  if (document.members.every(({ starts }) => starts === undefined))
    return fail(portfolioProblem("nothing_to_choose", "members"));
  const spec = document.portfolio ?? openPortfolio();
  if (!hasDemand(spec)) return fail(portfolioProblem("no_condition", "portfolio"));
  const before = preparePortfolio(document, { ...question, engine: "record", onProgress: undefined });
  if (!before.ok) return before;
  const candidates = candidatesOf(document, spec, { ...question, engine: "kernel" });
  if (!candidates.ok) return candidates;
  if (question.shouldStop?.() === true) return succeed(undefined);
  const now = valuesOf(before.value);
  const open = unanswerable(before.value, now);
  if (open !== undefined) return fail(open);
  const demands = demandsOf(spec, candidates.value, now);
  const asked = { candidates: candidates.value, demands, credit: creditLineOf(spec), refused: [] };
  return searched(document, before.value, now, { ...question, asked, solver });
}

interface Search extends Omit<PortfolioQuestion, "engine" | "starts"> {
  readonly asked: Asked;
  readonly solver: Solver;
}

/** Choices that are put before the book of record; each it refuses is left out, and the next best is looked for. */
const TRIES_MAX = 25;

function searched(
  document: ModelDocument,
  before: PreparedPortfolio,
  now: Values,
  { asked, solver, ...question }: Search,
): Result<StartsProposal | undefined> {
  const refused: (readonly number[])[] = [];
  while (refused.length < TRIES_MAX) {
    const outcome = solver.solve(programme({ ...asked, refused }), { ...stopOf(question), gap: 1e-6 });
    if (question.shouldStop?.() === true) return succeed(undefined);
    const chosen = outcome.status === "optimal" ? outcome : outcome.status === "stopped" ? outcome.best : undefined;
    // Time that ran out says nothing about whether there are such starts.
    if (chosen === undefined && outcome.status === "stopped") return succeed(nothing(before, now, UNDECIDED, []));
    if (chosen === undefined)
      return succeed(nothing(before, now, NONE, obstaclesOf({ ...asked, refused }, solver, stopOf(question))));
    const choice = asked.candidates.flatMap((_, index) => ((chosen.values[index] ?? 0) > 0.5 ? [index] : []));
    const starts = new Map(
      choice.flatMap((index) => {
        const { member, shift } = asked.candidates[index] ?? {};
        return member === undefined || shift === undefined ? [] : [[member, shift] as const];
      }),
    );
    const found = confirmed(document, before, { ...question, starts }, outcome.status === "optimal");
    if (!found.ok || found.value.found) return found;
    refused.push(choice);
  }
  return succeed(nothing(before, now, REFUSED, []));
}

/** Why no starts could be confirmed, whatever they are: something that is asked has no value, and not because of a member's own start. */
function unanswerable(portfolio: PreparedPortfolio, now: Values): Problem | undefined {
  const twice = portfolio.problems.find(({ code }) => code === "portfolio.member_twice");
  if (twice !== undefined) return twice;
  const { pool } = portfolio.spec;
  const mayDraw = Number(pool.creditLimit ?? 0) > Number(pool.minimumCash ?? 0);
  if (mayDraw && pool.creditRate === undefined) return portfolioProblem("rate_missing", "portfolio/pool/creditRate");
  if (now.has("pool.shared") && now.years("pool.shared").includes(undefined))
    return portfolioProblem("shared_missing", "portfolio/sharedCosts");
  return undefinedFigure(portfolio, now, ({ code }) => !OF_THE_STARTS.has(code));
}

/** What may be missing at some starts and not at others; the candidates, and the years they reach, tell. */
const OF_THE_STARTS: ReadonlySet<string> = new Set([
  "portfolio.member_missing",
  "portfolio.member_unreadable",
  "portfolio.outside",
]);

/** What is missing where a figure that is asked for has no value. */
function undefinedFigure(
  portfolio: PreparedPortfolio,
  values: Values,
  counts: (problem: Problem) => boolean = () => true,
): Problem | undefined {
  return figuresOf(portfolio)
    .flatMap((line) => {
      const reason = values.why(line);
      return reason?.kind === "missing" ? [reason.problem] : [];
    })
    .find(counts);
}

const hasDemand = ({ pool, budgets, targets }: PortfolioSpec): boolean =>
  pool.minimumCash !== undefined || pool.creditLimit !== undefined || budgets.length > 0 || targets.length > 0;

const stopOf = ({ shouldStop }: Pick<PortfolioQuestion, "shouldStop">) =>
  shouldStop === undefined ? {} : { shouldStop };

type Values = Results<Decimal>;

function valuesOf(portfolio: PreparedPortfolio): Values {
  return resultsOf(evaluate(portfolio, "record") as Evaluation<Decimal>, portfolio.frame);
}

/** Figures that say whether a demand is met. */
function figuresOf({ spec }: PreparedPortfolio): readonly string[] {
  const { pool, budgets, targets } = spec;
  return [
    ...(pool.minimumCash !== undefined || pool.creditLimit !== undefined ? ["pool.room_lowest"] : []),
    ...(pool.creditLimit !== undefined ? ["pool.credit_left_lowest"] : []),
    ...budgets.map(({ id }) => `budget.${id}.left_lowest`),
    ...targets.map(({ id }) => `target.${id}.left`),
  ];
}

function checksOf(portfolio: PreparedPortfolio, before: Values, after: Values): readonly StartCheck[] {
  return figuresOf(portfolio).map((line) => {
    const value = after.scalar(line);
    return {
      line,
      label: after.line(line)?.label ?? text(line, line),
      before: before.scalar(line),
      after: value,
      met: value?.plus(MONEY_TOLERANCE).isNegative() === false,
    };
  });
}

/** Tails of the message. */
const LEAST = text(",推迟月数合计最少", ", with the least delay in total");
const UNPROVEN = text("(限时内所得,未证明推迟最少)", " (found within the time, not proven to be the least delay)");

const UNDECIDED = text(
  "限时内未得出结论:既未找到开工安排,也未证明没有",
  "undecided within the time: no starts were found, and none were ruled out",
);
const REFUSED = text(
  `未得出结论:求得的 ${TRIES_MAX} 种开工安排经记账引擎复核均未满足要求,其余未试`,
  `undecided: the ${TRIES_MAX} choices of starts that were found do not hold by the book of record, and others were not tried`,
);
const NONE = text("可选范围内没有同时满足各项要求的开工安排", "no starts within the ranges meet all that is asked");

function nothing(portfolio: PreparedPortfolio, now: Values, message: Text, obstacles: readonly Text[]): StartsProposal {
  return { found: false, best: false, starts: [], checks: checksOf(portfolio, now, now), message, obstacles };
}

function confirmed(
  document: ModelDocument,
  before: PreparedPortfolio,
  question: Omit<PortfolioQuestion, "engine">,
  best: boolean,
): Result<StartsProposal> {
  const after = preparePortfolio(document, { ...question, engine: "record", onProgress: undefined });
  if (!after.ok) return after;
  const [old, fresh] = [valuesOf(before), valuesOf(after.value)];
  const open = undefinedFigure(after.value, fresh);
  if (open !== undefined) return fail(open);
  const checks = checksOf(after.value, old, fresh);
  const found = checks.every(({ met }) => met);
  const starts = before.members.map(({ id, label, spec }) => {
    const line = `member.${id}.flow`;
    const [was, is] = [old.total(line), fresh.total(line)];
    if (was === undefined || is === undefined) throw new Error(`${line} has no value, and its candidates had one`);
    return {
      member: id,
      label,
      from: spec.startMonths,
      to: question.starts?.get(id) ?? spec.startMonths,
      change: is.minus(was),
    };
  });
  const moved = starts.filter(({ from, to }) => from !== to).length;
  const tail = best ? LEAST : UNPROVEN;
  const message = text(
    `调整 ${moved} 个项目的开工时间即可满足各项要求${tail.zh}`,
    `all that is asked is met with projects moved: ${moved}${tail.en}`,
  );
  return succeed({ found, best, starts, checks, message, obstacles: [] });
}
