import { VERDICTS } from "../../checks/verdicts/verdict.ts";
import { type Prepared, prepareScenario } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { Json } from "../../document/location.ts";
import { readPath } from "../../document/path.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { literalOf } from "../../engines/arithmetic/decimal.ts";
import { restsOnSearch } from "../../engines/solved.ts";
import type { Forms } from "../../terms/inputs.ts";
import { suggestion } from "../../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { parseTarget, type Target, type Watch, watchOf } from "../target.ts";
import { decidedOf } from "./decided.ts";
import { type LeverInput, leversOf, readLever, variableOfLever } from "./lever.ts";
import { Turning, type Watched } from "./turning.ts";

/** Name of a target that is no verdict. */
export const TARGET = "target";

/** A target of a scenario with everything that can be turned. */
export interface Opened {
  readonly asked: Asked;
  readonly prepared: Prepared;
  readonly watch: Watch;
  readonly inputs: readonly LeverInput[];
}

export interface Asked {
  readonly target: Target;
  /** What the excess must be added to, to give the line's own value. */
  readonly offset: number;
  /** Name of the target among the watches; none of a line without a value to meet. */
  readonly own?: string;
}

function parseOf(text: string): Result<Asked> {
  const line = /^[^<>=]+$/.test(text) && !/^\s*(?:verdict\.)?B\d+\s*$/i.test(text);
  const target = parseTarget(line ? `${text}>=0` : text);
  if (!target.ok) return target;
  if ("verdict" in target.value) return succeed({ target: target.value, offset: 0, own: target.value.verdict });
  const offset = line ? Number(target.value.value) : 0;
  return succeed({ target: target.value, offset, ...(line ? {} : { own: TARGET }) });
}

export function watchesOf({ own, target }: Asked, prepared: Prepared, watch: Watch) {
  const watches = new Map<string, Watched>();
  const unwatched: string[] = [];
  if (own !== undefined) watches.set(own, { target, watch });
  for (const verdict of VERDICTS) {
    if (verdict === own) continue;
    const found = watchOf({ verdict }, prepared);
    if (!found.ok || found.value.outputs.length === 0) continue;
    // Looking for them anew at every value would take minutes.
    if (found.value.outputs.some((line) => restsOnSearch(prepared.graph, line))) unwatched.push(verdict);
    else watches.set(verdict, { target: { verdict }, watch: found.value });
  }
  return { watches, unwatched };
}

/** Here the target is asked for by another name. */
function askedBy<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  return fail(...result.problems.map((one) => (one.path === "until" ? { ...one, path: "of" } : one)));
}

/** Reads the question; fails where the scenario, the target or the line it names is not there. */
export function openQuestion(
  document: ModelDocument,
  { of, scenario }: { readonly of: string; readonly scenario?: string | undefined },
  shelf: GraphShelf,
): Result<Opened> {
  const asked = askedBy(parseOf(of));
  if (!asked.ok) return asked;
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) return prepared;
  const watch = askedBy(watchOf(asked.value.target, prepared.value));
  if (!watch.ok) return watch;
  const inputs = leversOf(prepared.value, shelf.registry);
  return succeed({ asked: asked.value, prepared: prepared.value, watch: watch.value, inputs });
}

/** What comes of one lever at a value. */
export interface TurnedLever {
  /** What is to spare, by watch. */
  readonly excesses: ReadonlyMap<string, number | undefined>;
  /** What to enter at the lever's path for it, such as a whole profile; undefined where the document asks for something else with it. */
  readonly entered: Json | undefined;
}

/** Turns single levers with the verdicts and the target in view, as often as asked. */
export class LeverTable {
  readonly #turning: Turning;
  readonly #document: ModelDocument;
  readonly #registry: Forms;
  readonly #byPath: ReadonlyMap<string, LeverInput>;

  constructor({ asked, prepared, watch, inputs }: Opened, registry: Forms) {
    const { watches } = watchesOf(asked, prepared, watch);
    // A line without a value to meet is shown too.
    const all = asked.own === undefined ? new Map(watches).set(TARGET, { target: asked.target, watch }) : watches;
    this.#turning = new Turning(prepared, inputs, all, decidedOf(prepared, inputs, all));
    this.#document = prepared.document;
    this.#registry = registry;
    this.#byPath = new Map(inputs.map((input) => [input.path, input]));
  }

  /** What is to spare with one lever at a value as documents write it, and what to enter for it. */
  turned(path: string, literal: string): Result<TurnedLever> {
    const lever = this.#byPath.get(path);
    const value = lever === undefined ? undefined : readLever(lever, literal);
    if (lever === undefined) return fail(noLever(this.#document, path, [...this.#byPath.keys()]));
    if (value === undefined) return fail(beyondBounds(path));
    const there = variableOfLever(this.#document, lever, this.#registry)?.write(literalOf(value));
    const entered = there && readPath(there, path);
    return succeed({
      excesses: this.#turning.at(lever, value),
      entered: entered?.ok === true ? (entered.value as Json) : undefined,
    });
  }
}

/** What cannot be turned at all: with where it is sought instead, or with the one that may be meant. */
export function noLever(document: ModelDocument, path: string, known: readonly string[]): Problem {
  const there = readPath(document, path);
  const isCount = there.ok && typeof there.value === "number";
  return {
    code: "levers.unknown",
    message: {
      zh: `“${path}”不是可调的输入:没有填写数值,或不由情景决定`,
      en: `“${path}” is no input that can be turned: it has no value, or the plan does not decide it`,
    },
    path,
    hint: isCount ? COUNT_HINT : suggestion(path, known),
  };
}

const COUNT_HINT: Text = {
  zh: "改变月数要把整个模型重新展开,这里不能连续调整;用倒算求它的值",
  en: "months of the timeline lay the whole model out anew and cannot be turned here; seek them with solve",
};

function beyondBounds(path: string): Problem {
  return {
    code: "levers.no_lever",
    message: { zh: `“${path}”不能这样调整`, en: `“${path}” cannot be turned like that` },
    path,
    hint: { zh: "在上下限之内取一个数", en: "take a number within its bounds" },
  };
}
