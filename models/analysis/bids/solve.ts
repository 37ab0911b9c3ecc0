import type { GraphShelf } from "../../compile/shelf.ts";
import { readPath, writePath } from "../../document/path.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { literalOf } from "../../engines/arithmetic/decimal.ts";
import { compileKernel, evaluateRecord } from "../../engines/index.ts";
import { readDecimal } from "../../language/decimal.ts";
import { resultsOf } from "../../results/results.ts";
import { bidsProblem } from "../../wording/bids.ts";
import { suggestion } from "../../wording/document.ts";
import { fail, type Result, succeed } from "../../wording/problem.ts";
import { asMet } from "../answered.ts";
import { effectOf } from "../effect.ts";
import { foundIn } from "../found.ts";
import { rangeOf } from "../range.ts";
import { reasonNow } from "../reasonNow.ts";
import { survey } from "../sampling.ts";
import { type Solution, type SolveQuestion, solutionOf } from "../solution.ts";
import { NOTHING } from "../solveNotes.ts";
import { messageOf } from "../solveWords.ts";
import { type Target, watchOf } from "../target.ts";
import type { Variable } from "../variable.ts";
import { bindBids, composeBids, prepareBids } from "./bids.ts";

const BID = /^bids\/([^/]+)\/.+$/;

/** Whether a number of a bid is to be varied. */
export const isBidPath = (path: string): boolean => BID.test(path);

/** Numbers that are shares or rates of growth: no offer goes beyond the whole. */
const PARTS = /\/(?:rate|growth|share)$/;
const SURVEY = { grid: 64, extra: 400 } as const;

/** Prices one term of a bid: the values at which a line of the comparison, such as `bid.A.own.firr`, meets its target. */
export function solveBid(
  document: ModelDocument,
  question: SolveQuestion,
  target: Target,
  shelf: GraphShelf,
): Result<Solution> {
  const id = BID.exec(question.vary)?.[1] ?? "";
  const bid = document.bids.find((one) => one.id === id);
  if (bid === undefined) {
    const ids = document.bids.map((one) => one.id);
    return fail(bidsProblem("unknown_bid", question.vary, { found: id, suggestion: suggestion(id, ids) }));
  }
  if ("verdict" in target) return fail(bidsProblem("solve_verdict", "until", { found: target.verdict, bid: id }));
  const variable = variableOf(document, question.vary, shelf);
  if (!variable.ok) return variable;
  const ask = { shelf, shouldStop: question.shouldStop, against: id };
  const prepared = prepareBids(document, ask);
  if (!prepared.ok) return prepared;
  const watch = watchOf(target, prepared.value);
  if (!watch.ok) return watch;
  const range = rangeOf(variable.value, PARTS.test(question.vary) ? { min: "0", max: "1", ...question } : question);
  if (!range.ok) return range;
  const { graph, frame } = prepared.value;
  const { outputs, excess } = watch.value;
  const kernel = compileKernel(graph, { outputs });
  const boundAt = (literal: string) => {
    const moved = variable.value.write(literal);
    const composed = moved === undefined ? undefined : composeBids(moved, ask);
    return moved === undefined || composed?.ok !== true ? undefined : bindBids(graph, composed.value, moved);
  };
  const [from, to] = range.value;
  const { onProgress, shouldStop } = question;
  const found = survey({
    from,
    to,
    known: variable.value.now === undefined ? [] : [variable.value.now],
    whole: variable.value.whole,
    ...SURVEY,
    excess: (x) => {
      const bindings = boundAt(literalOf(x));
      return bindings === undefined ? undefined : excess(resultsOf(kernel.run(bindings), frame))?.toNumber();
    },
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  });
  const exact = (literal: string) => {
    const bindings = boundAt(literal);
    return bindings && excess(resultsOf(evaluateRecord(graph, bindings, { outputs }), frame));
  };
  const why = found.empty ? reasonNow(target.cell, prepared.value, "until") : undefined;
  if (why?.kind === "missing") return fail(why.problem);
  const { whole, filed } = variable.value;
  const asked = { whole, range: range.value };
  const effect = effectOf(found, { ...asked, read: undefined, exact });
  const { sure, intervals, roots } = foundIn(found, {
    ...asked,
    filed,
    answered: (literal) => asMet(exact(literal)),
    bindingOf: () => [],
  });
  const message = messageOf({ found, effect, range: range.value, intervals, roots, limits: [], beside: NOTHING });
  const answer = { found: sure !== undefined, effect, intervals, roots, papers: [], message };
  return succeed(solutionOf(question, range.value, found, answer));
}

/** A number of a bid, by its path; a term of years is whole and changes the graph itself, so it is not varied. */
function variableOf(document: ModelDocument, path: string, { registry }: GraphShelf): Result<Variable> {
  const read = readPath(document, path);
  const value = read.ok ? read.value : undefined;
  if (typeof value !== "string" || readDecimal(value) === undefined)
    return fail(bidsProblem("solve_path", path, { found: path }));
  const same = writePath(document, path, value, registry);
  if (!same.ok) return same;
  return succeed({
    path,
    input: path,
    spec: undefined,
    whole: false,
    now: Number(value),
    filed: value,
    write: (literal) => {
      const written = writePath(document, path, literal, registry);
      return written.ok ? written.value : undefined;
    },
  });
}
