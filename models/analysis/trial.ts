import { type Prepared, prepareDocument } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import { literalOf, type RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { compileKernel, evaluateRecord, type Kernel } from "../engines/index.ts";
import { type InputValue, Overwriting } from "../engines/overwriting.ts";
import type { Graph } from "../language/graph.ts";
import { resultsOf } from "../results/results.ts";
import { boundLike, type Moves, straightMoves } from "./moves.ts";
import { type Target, type Watch, watchOf } from "./target.ts";
import type { Variable } from "./variable.ts";

/** One number of one scenario varied, one target watched. */
export interface Trial {
  /** What the target has to spare, in float64; negative where it is missed, undefined where the model has no value. */
  excess(x: number): number | undefined;
  /** Trials cost little: what lies between the number and the target is computed, and nothing else. */
  readonly quick: boolean;
  /** The input lines the number moves; absent where the document is bound anew. */
  readonly lines?: readonly number[];
}

/** What is varied, where, and what is watched. */
export interface Place {
  readonly prepared: Prepared;
  readonly variable: Variable;
  readonly target: Target;
  readonly watch: Watch;
  readonly shelf: GraphShelf;
}

/** @param range lowest and highest value that will be tried */
export function trialOf(place: Place, range: readonly [number, number]): Trial {
  const moves = movesOf(place, range);
  return moves === undefined ? new DocumentTrial(place) : new LineTrial(place, moves);
}

/** What the target has to spare by the book of record at a decimal literal. */
export function exactExcess(place: Place, literal: string): RecordDecimal | undefined {
  const found = preparedAt(place, literal);
  return found && excessOf(found);
}

/** A model with the number somewhere else, and its target there. */
export type Placed = Pick<Place, "prepared" | "watch">;

export function excessOf({ prepared, watch: { outputs, excess } }: Placed): RecordDecimal | undefined {
  const { graph, bindings, frame } = prepared;
  return excess(resultsOf(evaluateRecord(graph, bindings, { outputs }), frame));
}

/** The model with the number at a literal; the target may have another place, or none, where that changes the structure. */
export function preparedAt({ prepared, variable, target, shelf }: Place, literal: string): Placed | undefined {
  const document = variable.write(literal);
  if (document === undefined) return undefined;
  const there = prepareDocument(document, prepared.scenario, prepared.counts, shelf);
  const watch = watchOf(target, there);
  return watch.ok ? { prepared: there, watch: watch.value } : undefined;
}

/** How the inputs of the engines follow the number, where that is a straight line. */
function movesOf({ prepared, variable, shelf }: Place, [from, to]: readonly [number, number]): Moves | undefined {
  // What is no input, such as the months of a phase, moves more than itself.
  if (variable.spec === undefined) return undefined;
  const inner = from + (to - from) * INNER;
  const whole = [Math.ceil(from), Math.floor(to), Math.round(inner)];
  const points = (variable.whole ? whole : [from, to, inner]).map((x) => {
    const bindings = boundLike(prepared, variable.write(literalOf(x)), shelf);
    return bindings === undefined ? [] : [{ x, bindings }];
  });
  return points.some((point) => point.length === 0) ? undefined : straightMoves(points.flat());
}

/** Where between the ends it is looked whether the way is straight. */
const INNER = 0.375;

/** The number reaches the engines in straight lines: a trial writes them over the inputs. */
class LineTrial implements Trial {
  readonly quick: boolean;
  readonly lines: readonly number[];
  readonly #place: Place;
  readonly #moves: Moves;
  readonly #written: Overwriting;

  constructor(place: Place, moves: Moves) {
    this.#place = place;
    this.#moves = moves;
    this.lines = moves.lines;
    const { graph, bindings } = place.prepared;
    this.#written = new Overwriting(graph, bindings, { outputs: place.watch.outputs, varying: moves.lines });
    this.quick = !this.#written.searched;
  }

  excess(x: number): number | undefined {
    const values = this.#moves.at(x);
    for (const [i, line] of this.#moves.lines.entries()) this.#written.write(line, values[i] as InputValue);
    const { prepared, watch } = this.#place;
    return watch.excess(resultsOf(this.#written.evaluate(), prepared.frame))?.toNumber();
  }
}

/** The number changes more than that: each trial binds the document anew. */
class DocumentTrial implements Trial {
  readonly quick = false;
  readonly #place: Place;
  readonly #kernels = new Map<Graph, Kernel>();

  constructor(place: Place) {
    this.#place = place;
  }

  excess(x: number): number | undefined {
    const found = preparedAt(this.#place, literalOf(x));
    if (found === undefined) return undefined;
    const { graph, bindings, frame } = found.prepared;
    const kernel = this.#kernels.get(graph) ?? compileKernel(graph, { outputs: found.watch.outputs });
    this.#kernels.set(graph, kernel);
    return found.watch.excess(resultsOf(kernel.run(bindings), frame))?.toNumber();
  }
}
