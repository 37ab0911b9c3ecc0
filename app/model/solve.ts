import { parseTarget, type Target } from "../../models/analysis/target.ts";
import { type Prepared, prepareDocument, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { readPath, writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import { type Crossing, type Scan, scanCrossings } from "../../models/engines/roots.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec, NumberInput } from "../../models/terms/inputs.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { inputLineOf, inputSpecOf } from "./inputs.ts";
import { resultsOf } from "./results.ts";

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

/** Finds every value of one input in its range at which an indicator comes to meet a target; the base is not touched. */
export function solveForTarget(document: ModelDocument, question: SolveQuestion): Result<Solution> {
  const target = parseTarget(question.until);
  if (!target.ok) return target;
  const shelf = new GraphShelf(mechanisms, 4);
  const prepared = prepareScenario(document, question.scenario, shelf);
  if (!prepared.ok) return prepared;
  const range = rangeOf(prepared.value, question);
  if (!range.ok) return range;
  const trial = new Trial(prepared.value, question.vary, target.value, shelf);
  const known = trial.knowsIndicator();
  if (known !== undefined) return fail(known);
  const [from, to] = range.value;
  const scan = scanCrossings({ from, to, excess: (x) => trial.excess(x), ...hooks(question) });
  const roots = scan.crossings.map((crossing) => rootOf(crossing, trial));
  const limit = limitOf(scan, trial, range.value);
  const bound = limit === undefined ? {} : { binding: limit };
  return succeed({
    vary: question.vary,
    until: question.until,
    range: [literal(from), literal(to)],
    roots: roots.map((root) => ({ ...root, ...bound })),
    message: messageOf(scan, roots, limit),
  });
}

function hooks({ onProgress, shouldStop }: SolveQuestion) {
  return { ...(onProgress === undefined ? {} : { onProgress }), ...(shouldStop === undefined ? {} : { shouldStop }) };
}

/** One input varied in one scenario, one indicator watched. */
class Trial {
  readonly #prepared: Prepared;
  readonly #path: string;
  readonly #target: Target;
  readonly #shelf: GraphShelf;
  readonly #line: number | undefined;
  #running = false;

  constructor(prepared: Prepared, path: string, target: Target, shelf: GraphShelf) {
    this.#prepared = prepared;
    this.#path = path;
    this.#target = target;
    this.#shelf = shelf;
    const line = inputLineOf(path);
    const index = line === undefined ? undefined : prepared.graph.indexById.get(line);
    // Only a scalar that reaches the engines unchanged may be set directly; anything else goes through the document.
    this.#line =
      index !== undefined && prepared.bindings.scalars.get(index) === valueAt(prepared.document, path)
        ? index
        : undefined;
  }

  /** Result less target, positive where it is met. */
  excess(x: number): number | undefined {
    const prepared = this.#line === undefined ? this.#patched(literal(x)) : this.#prepared;
    const kernel = prepared?.kernel();
    if (prepared === undefined || kernel === undefined) return undefined;
    if (this.#line === undefined || !this.#running) kernel.run(prepared.bindings);
    this.#running = true;
    if (this.#line !== undefined) kernel.setScalar(this.#line, x);
    const line = prepared.graph.indexById.get(this.#target.indicator);
    const value = line === undefined ? undefined : kernel.update().scalar(line);
    if (value === undefined) return undefined;
    const difference = value - Number(this.#target.value);
    return this.#target.relation === ">=" ? difference : -difference;
  }

  /** The target re-evaluated with the book of record at a decimal literal. */
  confirmed(value: string): boolean {
    const prepared = this.#patched(value);
    if (prepared === undefined) return false;
    const found = resultsOf(prepared, "record").indicators.find(({ id }) => id === this.#target.indicator)?.value;
    if (found === undefined || found === null) return false;
    return this.#target.relation === ">="
      ? found.greaterThanOrEqualTo(this.#target.value)
      : found.lessThanOrEqualTo(this.#target.value);
  }

  knowsIndicator(): Problem | undefined {
    const all = resultsOf(this.#prepared, "kernel").indicators;
    if (all.some(({ id }) => id === this.#target.indicator)) return undefined;
    return {
      code: "solve.indicator_unknown",
      message: { zh: `没有指标 ${this.#target.indicator}`, en: `there is no indicator ${this.#target.indicator}` },
      path: "until",
      hint: {
        zh: `可用:${all.map(({ id }) => id).join("、")}`,
        en: `there are: ${all.map(({ id }) => id).join(", ")}`,
      },
    };
  }

  /** Other numbers of the same component and unit that take over where the varied one no longer matters. */
  limitsAt(x: number): readonly string[] {
    const [, component, , name] = this.#path.split("/");
    const spec = inputSpecOf(this.#prepared.document, this.#path);
    if (spec?.type !== "number" || component === undefined) return [];
    const mechanism = mechanisms.get(
      this.#prepared.document.components.find(({ id }) => id === component)?.mechanism ?? "",
    );
    const here = this.excess(x);
    const others = Object.entries(mechanism?.inputs ?? {}).filter(
      ([other, input]) => other !== name && input.type === "number" && input.unit === spec.unit,
    );
    return others.flatMap(([other]) => {
      const path = `components/${component}/inputs/${other}`;
      const current = valueAt(this.#prepared.document, path);
      if (typeof current !== "string") return [];
      const moved = writePath(
        this.#patched(literal(x))?.document ?? this.#prepared.document,
        path,
        new RecordDecimal(current).times("0.99").toFixed(),
        mechanisms,
      );
      if (!moved.ok) return [];
      const trial = new Trial(
        prepareDocument(moved.value, this.#prepared.scenario, this.#prepared.counts, this.#shelf),
        this.#path,
        this.#target,
        this.#shelf,
      );
      return trial.excess(x) === here ? [] : [path];
    });
  }

  #patched(value: string): Prepared | undefined {
    const document = writePath(this.#prepared.document, this.#path, value, mechanisms);
    return document.ok
      ? prepareDocument(document.value, this.#prepared.scenario, this.#prepared.counts, this.#shelf)
      : undefined;
  }
}

/** A literal on the side that meets the target: as few digits as still confirm, the found point itself otherwise. */
function rootOf(crossing: Crossing, trial: Trial): Root {
  const exact = new RecordDecimal(crossing.value);
  const mode = crossing.value >= crossing.beyond ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  for (let digits = SIGNIFICANT_DIGITS; digits >= 8; digits -= 2) {
    const value = exact.toSignificantDigits(digits, mode).toFixed();
    if (trial.confirmed(value)) return { value, confirmed: true, ...(crossing.jump ? { binding: JUMP } : {}) };
  }
  return {
    value: exact.toFixed(),
    confirmed: trial.confirmed(exact.toFixed()),
    ...(crossing.jump ? { binding: JUMP } : {}),
  };
}

const JUMP = "jump";

function limitOf(scan: Scan, trial: Trial, [from, to]: readonly [number, number]): string | undefined {
  const flat = scan.flatAbove === undefined ? undefined : to;
  const at = flat ?? (scan.flatBelow === undefined ? undefined : from);
  if (at === undefined) return undefined;
  const limits = trial.limitsAt(at);
  return limits.length === 0 ? undefined : limits.join(", ");
}

/** Says from where on the input no longer matters, when no single limit can be named. */
function flatNote(scan: Scan, limit: string | undefined): Text {
  if (limit !== undefined) return { zh: `;起约束作用的上限或下限:${limit}`, en: `; the limit that binds: ${limit}` };
  if (scan.flatAbove !== undefined)
    return {
      zh: `;约自 ${short(scan.flatAbove)} 起再提高不影响结果(受其他条件限制)`,
      en: `; from about ${short(scan.flatAbove)} on more changes nothing, other limits hold`,
    };
  if (scan.flatBelow !== undefined)
    return {
      zh: `;低于约 ${short(scan.flatBelow)} 不影响结果`,
      en: `; below about ${short(scan.flatBelow)} it changes nothing`,
    };
  return { zh: "", en: "" };
}

function short(value: number): string {
  return new RecordDecimal(value).toSignificantDigits(6).toFixed();
}

function messageOf(scan: Scan, roots: readonly Root[], limit: string | undefined): Text {
  const bound = flatNote(scan, limit);
  if (scan.empty)
    return { zh: "该指标在此范围内无数值,无法求解", en: "the indicator has no value anywhere in the range" };
  if (roots.length > 0) {
    const list = roots.map(({ value }) => value).join(", ");
    return { zh: `临界值 ${list}${bound.zh}`, en: `it is met from or up to ${list}${bound.en}` };
  }
  if (scan.metAtEnds[0] && scan.metAtEnds[1])
    return { zh: `整个范围内均达标${bound.zh}`, en: `met over the whole range${bound.en}` };
  return { zh: `范围内没有任何取值能达标${bound.zh}`, en: `no value in the range meets it${bound.en}` };
}

function rangeOf({ document }: Prepared, { vary, min, max }: SolveQuestion): Result<readonly [number, number]> {
  const current = valueAt(document, vary);
  const spec = inputSpecOf(document, vary);
  if ((current === undefined && spec === undefined) || (spec !== undefined && spec.type !== "number"))
    return fail(pathProblem(vary));
  const now = Number(typeof current === "string" || typeof current === "number" ? current : Number.NaN);
  const [from, to] = [bound(min) ?? lowest(spec, now), bound(max) ?? highest(spec, now)];
  if (from === undefined || to === undefined || !(from < to)) {
    return fail({
      code: "solve.range",
      message: { zh: "求解范围不明确或上下限颠倒", en: "the range to search is unknown or reversed" },
      path: vary,
      hint: { zh: "用 --min 与 --max 给出", en: "give it with --min and --max" },
    });
  }
  return succeed([from, to]);
}

function bound(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

function valueAt(document: ModelDocument, path: string): unknown {
  const read = readPath(document, path);
  return read.ok ? read.value : undefined;
}

type Numeric = NumberInput | Extract<InputSpec | ColumnSpec, { type: "number" }>;

const SEARCH_FACTOR = 5;

/** Lower end: the input's own bound, otherwise zero. */
function lowest(spec: Numeric | undefined, now: number): number | undefined {
  return spec?.from ?? spec?.usual?.[0] ?? (Number.isFinite(now) ? Math.min(0, now * SEARCH_FACTOR) : undefined);
}

/** Upper end: the input's own bound, otherwise well beyond what it is now and what is usual. */
function highest(spec: Numeric | undefined, now: number): number | undefined {
  if (spec?.to !== undefined) return spec.to;
  const candidates = [spec?.usual?.[1], Number.isFinite(now) ? Math.abs(now) : undefined].filter(
    (value) => value !== undefined,
  );
  return candidates.length === 0 ? undefined : SEARCH_FACTOR * Math.max(...candidates, Number.MIN_VALUE);
}

/** Shortest decimal literal of a float64. */
function literal(value: number): string {
  return new RecordDecimal(value).toFixed();
}

function pathProblem(path: string): Problem {
  return {
    code: "solve.path",
    message: { zh: `“${path}”不是可调的数值输入`, en: `“${path}” is not a number that can be varied` },
    path,
    hint: { zh: "写法如 components/sale_1/inputs/price", en: "write it like components/sale_1/inputs/price" },
  };
}
