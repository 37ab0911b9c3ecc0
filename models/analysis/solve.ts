import { statementFrame } from "../compile/expand.ts";
import { inputSpecOf } from "../compile/inputPaths.ts";
import { type Prepared, prepareDocument, prepareScenario } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import type { ModelDocument } from "../document/schema.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { type Crossing, type Scan, scanCrossings } from "../engines/roots.ts";
import { indicatorSpecs } from "../statements/indicators/index.ts";
import { factsOf } from "../statements/tables/facts.ts";
import { suggestion } from "../wording/document.ts";
import { fail, type Result, succeed } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { rangeOf } from "./range.ts";
import { messageOf } from "./solveWords.ts";
import { parseTarget, type Target } from "./target.ts";
import { literalOf, type Trial, trialOf, valueAt } from "./trial.ts";

export interface SolveQuestion {
  readonly vary: string;
  readonly until: string;
  readonly scenario?: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

export interface Root {
  /** Decimal literal, rounded towards the side that meets the target. */
  readonly value: string;
  /** Re-evaluated with the book of record, the target is met there. */
  readonly confirmed: boolean;
  /** A limit that holds at or beyond this value, in words. */
  readonly binding?: string;
}

export interface Solution {
  readonly vary: string;
  readonly until: string;
  readonly range: readonly [string, string];
  readonly roots: readonly Root[];
  readonly message: Text;
}

const SIGNIFICANT_DIGITS = 12;

/** A question with everything looked up. */
interface Question {
  readonly prepared: Prepared;
  readonly vary: string;
  readonly target: Target;
  /** Index of the line the target names. */
  readonly line: number;
  readonly shelf: GraphShelf;
}

/** Finds every value of one input in its range at which a line of one value comes to meet a target; the document is not touched. */
export function solveForTarget(document: ModelDocument, question: SolveQuestion, shelf: GraphShelf): Result<Solution> {
  const target = parseTarget(question.until);
  if (!target.ok) return target;
  const prepared = prepareScenario(document, question.scenario, shelf);
  if (!prepared.ok) return prepared;
  const range = rangeOf(prepared.value.document, question, shelf.registry);
  if (!range.ok) return range;
  const line = targetLine(prepared.value, target.value);
  if (!line.ok) return line;
  const search = new Search({
    prepared: prepared.value,
    vary: question.vary,
    target: target.value,
    line: line.value,
    shelf,
  });
  const [from, to] = range.value;
  const scan = scanCrossings({ from, to, excess: (x) => search.excess(x), ...hooks(question) });
  const roots = scan.crossings.map((crossing) => rootOf(crossing, search));
  const limit = limitOf(scan, search, range.value);
  const bound = limit === undefined ? {} : { binding: limit };
  return succeed({
    vary: question.vary,
    until: question.until,
    range: [literalOf(from), literalOf(to)],
    roots: roots.map((root) => ({ ...root, ...bound })),
    message: messageOf(scan, roots, limit),
  });
}

function hooks({ onProgress, shouldStop }: SolveQuestion) {
  return { ...(onProgress === undefined ? {} : { onProgress }), ...(shouldStop === undefined ? {} : { shouldStop }) };
}

/** What the watched value has over the target, positive where it is met. */
class Search {
  readonly #question: Question;
  readonly #trial: Trial;

  constructor(question: Question) {
    const { prepared, vary, line, shelf } = question;
    this.#question = question;
    this.#trial = trialOf(prepared, vary, line, shelf);
  }

  excess(x: number): number | undefined {
    const { target } = this.#question;
    const value = this.#trial.value(x);
    if (value === undefined) return undefined;
    const difference = value - Number(target.value);
    return target.relation === ">=" ? difference : -difference;
  }

  /** Whether the book of record meets the target at a decimal literal. */
  confirmed(literal: string): boolean {
    const { target } = this.#question;
    const found = this.#trial.exact(literal);
    if (found === undefined) return false;
    return target.relation === ">=" ? found.greaterThanOrEqualTo(target.value) : found.lessThanOrEqualTo(target.value);
  }

  /** Other numbers of the same component and unit that take over where the varied one no longer matters. */
  limitsAt(x: number): readonly string[] {
    const { prepared, vary, shelf, line } = this.#question;
    const [, component, , name] = vary.split("/");
    const document = this.#trial.document(x);
    const spec = inputSpecOf(prepared.document, vary, shelf.registry);
    if (spec?.type !== "number" || document === undefined) return [];
    const mechanism = document.components.find(({ id }) => id === component)?.mechanism ?? "";
    const others = Object.entries(shelf.registry.get(mechanism)?.inputs ?? {}).filter(
      ([other, input]) => other !== name && input.type === "number" && input.unit === spec.unit,
    );
    if (others.length === 0) return [];
    const there = prepareDocument(document, prepared.scenario, prepared.counts, shelf);
    const target = there.graph.indexById.get(prepared.graph.lines[line]?.id ?? "");
    if (target === undefined) return [];
    return others.flatMap(([other]) => {
      const path = `components/${component}/inputs/${other}`;
      const current = valueAt(document, path);
      if (typeof current !== "string") return [];
      const moved = trialOf(there, path, target, shelf);
      return moved.value(Number(current) * NUDGE) === moved.value(Number(current)) ? [] : [path];
    });
  }
}

/** So little less of a limit that holds shows in the result. */
const NUDGE = 0.99;

/** A literal on the side that meets the target: as few digits as still confirm, the found point itself otherwise. */
function rootOf(crossing: Crossing, search: Search): Root {
  const exact = new RecordDecimal(crossing.value);
  const mode = crossing.value >= crossing.beyond ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  for (let digits = SIGNIFICANT_DIGITS; digits >= 8; digits -= 2) {
    const value = exact.toSignificantDigits(digits, mode).toFixed();
    if (search.confirmed(value)) return { value, confirmed: true, ...(crossing.jump ? { binding: JUMP } : {}) };
  }
  return {
    value: exact.toFixed(),
    confirmed: search.confirmed(exact.toFixed()),
    ...(crossing.jump ? { binding: JUMP } : {}),
  };
}

const JUMP = "jump";

function limitOf(scan: Scan, search: Search, [from, to]: readonly [number, number]): string | undefined {
  const flat = scan.flatAbove === undefined ? undefined : to;
  const at = flat ?? (scan.flatBelow === undefined ? undefined : from);
  if (at === undefined) return undefined;
  const limits = search.limitsAt(at);
  return limits.length === 0 ? undefined : limits.join(", ");
}

/** The line a target names: one of one value that can be computed. */
function targetLine({ graph, document }: Prepared, { indicator }: Target): Result<number> {
  const index = graph.indexById.get(indicator);
  const broken = index === undefined ? undefined : graph.broken.get(index);
  if (broken !== undefined) return fail(broken);
  if (index !== undefined && graph.lines[index]?.axis === "scalar") return succeed(index);
  const specs = indicatorSpecs(factsOf(graph.lines, statementFrame(document)));
  const results = specs.filter(({ aside, series }) => aside !== true && series !== true);
  const lines = graph.lines.filter(({ axis, source }) => axis === "scalar" && source === "formula");
  return fail({
    code: "solve.indicator_unknown",
    message: {
      zh: `没有单值行或指标 ${indicator}`,
      en: `there is no indicator or line of one value called ${indicator}`,
    },
    path: "until",
    hint: suggestion(
      indicator,
      [...results, ...lines].map(({ id }) => id),
    ),
  });
}
