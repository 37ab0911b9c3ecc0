import { bindInputs } from "../compile/bind.ts";
import { contextOf } from "../compile/context.ts";
import { type Prepared, prepareDocument } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import { literalOf, type RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { compileKernel, evaluateRecord, type Kernel } from "../engines/index.ts";
import { Overwriting } from "../engines/overwriting.ts";
import type { Graph } from "../language/graph.ts";
import { resultsOf } from "../results/results.ts";
import { type Target, type Watch, watchOf } from "./target.ts";
import type { Variable } from "./variable.ts";

/** One number of one scenario varied, one target watched. */
export interface Trial {
  /** What the target has to spare, in float64; negative where it is missed, undefined where the model has no value. */
  excess(x: number): number | undefined;
  /** Trials cost little: what lies between the number and the target is computed, and nothing else. */
  readonly quick: boolean;
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
  if (found === undefined) return undefined;
  const { graph, bindings, frame } = found.prepared;
  return found.watch.excess(resultsOf(evaluateRecord(graph, bindings, { outputs: found.watch.outputs }), frame));
}

/** The model with the number at a literal; the target may have another place, or none, where that changes the structure. */
export function preparedAt(
  { prepared, variable, target, shelf }: Place,
  literal: string,
): { readonly prepared: Prepared; readonly watch: Watch } | undefined {
  const document = variable.write(literal);
  if (document === undefined) return undefined;
  const there = prepareDocument(document, prepared.scenario, prepared.counts, shelf);
  const watch = watchOf(target, there);
  return watch.ok ? { prepared: there, watch: watch.value } : undefined;
}

/** Input cells of the graph that move with the varied number in a straight line: their values where it is 0, and how much for each unit of it. */
interface Moves {
  readonly scalars: ReadonlyMap<number, Straight>;
  readonly series: ReadonlyMap<number, readonly Straight[]>;
}

interface Straight {
  readonly base: number;
  readonly slope: number;
}

/** A number that moves by this share of itself off the line is not on it. */
const STRAIGHTNESS = 1e-9;

/** How the inputs of the engines follow the number: read off at both ends and between; undefined where that is no straight line. */
function movesOf({ prepared, variable, shelf }: Place, [from, to]: readonly [number, number]): Moves | undefined {
  if (variable.whole) return undefined;
  const inner = from + (to - from) * 0.375;
  const bound = [from, to, inner].map((x) => {
    const document = variable.write(literalOf(x));
    if (document === undefined) return undefined;
    const context = contextOf(document, shelf.registry, prepared.counts);
    const { graph } = shelf.take(context);
    return graph === prepared.graph ? bindInputs(graph, context).bindings : undefined;
  });
  const [low, high, between] = bound;
  if (low === undefined || high === undefined || between === undefined) return undefined;
  const scalars = new Map<number, Straight>();
  const series = new Map<number, readonly Straight[]>();
  const line = (a: string, b: string, c: string): Straight | undefined => {
    const slope = (Number(b) - Number(a)) / (to - from);
    const base = Number(a) - slope * from;
    const miss = Math.abs(base + slope * inner - Number(c));
    return miss <= STRAIGHTNESS * Math.max(Math.abs(Number(a)), Math.abs(Number(b))) ? { base, slope } : undefined;
  };
  if (low.scalars.size !== high.scalars.size || low.series.size !== high.series.size) return undefined;
  for (const [index, text] of low.scalars) {
    const [b, c] = [high.scalars.get(index), between.scalars.get(index)];
    if (b === undefined || c === undefined) return undefined;
    if (text === b && b === c) continue;
    const found = line(text, b, c);
    if (found === undefined) return undefined;
    scalars.set(index, found);
  }
  for (const [index, texts] of low.series) {
    const [b, c] = [high.series.get(index), between.series.get(index)];
    if (b === undefined || c === undefined) return undefined;
    if (texts.every((text, t) => text === b[t] && text === c[t])) continue;
    const found = texts.map((text, t) => line(text, b[t] ?? "", c[t] ?? ""));
    if (found.some((one) => one === undefined)) return undefined;
    series.set(index, found as readonly Straight[]);
  }
  return { scalars, series };
}

const on = ({ base, slope }: Straight, x: number): number => base + slope * x;

/** The number reaches the engines in straight lines: a trial writes them over the inputs. */
class LineTrial implements Trial {
  readonly quick: boolean;
  readonly #place: Place;
  readonly #moves: Moves;
  readonly #written: Overwriting;

  constructor(place: Place, moves: Moves) {
    this.#place = place;
    this.#moves = moves;
    const { graph, bindings } = place.prepared;
    const varying = [...moves.scalars.keys(), ...moves.series.keys()];
    this.#written = new Overwriting(graph, bindings, { outputs: place.watch.outputs, varying });
    this.quick = !this.#written.searched;
  }

  excess(x: number): number | undefined {
    for (const [line, straight] of this.#moves.scalars) this.#written.write(line, on(straight, x));
    for (const [line, values] of this.#moves.series)
      this.#written.write(
        line,
        values.map((straight) => on(straight, x)),
      );
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
