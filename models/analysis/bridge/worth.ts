import { bindInputs } from "../../compile/bind.ts";
import { contextOf } from "../../compile/context.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { compileKernel, EvaluationStopped, type Kernel } from "../../engines/index.ts";
import { Reach } from "../../engines/kernel/reach.ts";
import { type InputValue, Overwriting } from "../../engines/overwriting.ts";
import { bindSolved, restsOnSearch } from "../../engines/solved.ts";
import type { Bindings, Graph } from "../../language/graph.ts";
import { resultsOf } from "../../results/results.ts";
import { type Figure, figureOf, type Place } from "../target.ts";
import type { Differences } from "./differences.ts";

/** What each figure is worth in a combination; undefined where it has no value there. */
export type Worth = readonly (number | undefined)[];

export interface WorthHooks {
  /** Asked before each evaluation; once it says yes `EvaluationStopped` is thrown. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** Told after each combination that was computed. */
  readonly onEvaluated?: (() => void) | undefined;
}

type Chosen = readonly boolean[];

/** A combination, ready to be computed. */
interface Bound extends Place {
  readonly bindings: Bindings;
}

/**
 * Figures of every combination of differences, from the fast engine. A difference that only changes values of input lines is written over those of
 * a combination of the others; one that changes the lines themselves, or the calendar, has the document compiled anew.
 */
export class Worths {
  /** Differences that change which lines there are, or the calendar. */
  readonly structural: readonly boolean[];
  readonly #differences: Differences;
  readonly #references: readonly string[];
  readonly #shelf: GraphShelf;
  readonly #hooks: WorthHooks;
  readonly #known = new Map<string, Worth>();
  readonly #settings = new Map<string, Setting>();

  constructor(differences: Differences, references: readonly string[], shelf: GraphShelf, hooks: WorthHooks = {}) {
    this.#differences = differences;
    this.#references = references;
    this.#shelf = shelf;
    this.#hooks = hooks;
    const { list } = differences;
    const none = list.map(() => false);
    const [before, after] = [this.#bound(none), this.#bound(list.map(() => true))];
    this.structural = list.map((_, index) => {
      this.#look();
      const alone = this.#bound(list.map((_each, other) => other === index));
      const without = this.#bound(list.map((_each, other) => other !== index));
      return movesBetween(before, alone) === undefined || movesBetween(after, without) === undefined;
    });
  }

  get size(): number {
    return this.#known.size;
  }

  of(chosen: Chosen): Worth {
    const key = keyOf(chosen);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#look();
    const worth = this.#setting(chosen).worth(chosen);
    this.#known.set(key, worth);
    this.#hooks.onEvaluated?.();
    return worth;
  }

  /** Whether a difference of values can move a figure at all, with everything else as before. Structural ones always may. */
  reaches(difference: number, figure: number): boolean {
    if (this.structural.some((is) => is)) return true;
    return this.#setting(this.structural).reaches(difference, figure);
  }

  #look(): void {
    if (this.#hooks.shouldStop?.() === true) throw new EvaluationStopped();
  }

  /** What the structural differences of a combination make of the document. */
  #setting(chosen: Chosen): Setting {
    const structure = this.structural.map((is, index) => is && chosen[index] === true);
    const key = keyOf(structure);
    const known = this.#settings.get(key);
    if (known !== undefined) return known;
    const values = this.structural.flatMap((is, index) => (is ? [] : [index]));
    const fresh = new Setting(structure, values, this.#references, (each) => this.#bound(each));
    this.#settings.set(key, fresh);
    if (this.#settings.size > SETTINGS_MAX) {
      const [oldest = ""] = this.#settings.keys();
      this.#settings.delete(oldest);
    }
    return fresh;
  }

  #bound(chosen: Chosen): Bound | undefined {
    const mixture = this.#differences.mix(chosen);
    if (mixture === undefined) return undefined;
    const context = contextOf(mixture.document, this.#shelf.registry, mixture.counts);
    const { graph } = this.#shelf.take(context);
    const { document, frame, timeline } = context;
    return { graph, document, frame, timeline, bindings: bindInputs(graph, context).bindings };
  }
}

/** Each keeps code and memory of its own. */
const SETTINGS_MAX = 8;

const keyOf = (chosen: Chosen): string => chosen.map((is) => (is ? "1" : "0")).join("");

/** Values of input lines that a difference replaces. */
interface Moves {
  readonly scalars: ReadonlyMap<number, string>;
  readonly series: ReadonlyMap<number, readonly string[]>;
}

/** What leads from one combination to another; undefined where it is more than other values on the same calendar. */
function movesBetween(from: Bound | undefined, to: Bound | undefined): Moves | undefined {
  if (from === undefined || to === undefined || from.graph !== to.graph) return undefined;
  const [before, after] = [from.bindings, to.bindings];
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (!same(clock(before), clock(after)) || !same(from.frame, to.frame)) return undefined;
  if (before.scalars.size !== after.scalars.size || before.series.size !== after.series.size) return undefined;
  const scalars = [...after.scalars].filter(([line, text]) => before.scalars.get(line) !== text);
  const series = [...after.series].filter(([line, texts]) => before.series.get(line)?.join() !== texts.join());
  const isBound =
    scalars.every(([line]) => before.scalars.has(line)) && series.every(([line]) => before.series.has(line));
  return isBound ? { scalars: new Map(scalars), series: new Map(series) } : undefined;
}

const clock = ({ periods, periodMonths, stepMonths, yearOfPeriod, indicatorBasis }: Bindings) => [
  periods,
  periodMonths,
  stepMonths,
  yearOfPeriod,
  indicatorBasis,
];

/** One structure, and the combinations of values on it. */
class Setting {
  readonly #references: readonly string[];
  readonly #bound: (chosen: Chosen) => Bound | undefined;
  readonly #overlay: Overlay | undefined;
  readonly #kernels = new Map<Graph, Kernel>();

  constructor(
    structure: Chosen,
    values: readonly number[],
    references: readonly string[],
    bound: (chosen: Chosen) => Bound | undefined,
  ) {
    this.#references = references;
    this.#bound = bound;
    const base = bound(structure);
    this.#overlay = base && overlayOf(base, structure, values, references, bound);
  }

  worth(chosen: Chosen): Worth {
    if (this.#overlay !== undefined) return this.#overlay.worth(chosen);
    const there = this.#bound(chosen);
    if (there === undefined) return this.#references.map(() => undefined);
    const figures = this.#references.map((reference) => found(reference, there));
    const kernel = this.#kernels.get(there.graph) ?? compileKernel(there.graph, { outputs: outputsOf(figures) });
    this.#kernels.set(there.graph, kernel);
    const results = resultsOf(kernel.run(bindSolved(there.graph, there.bindings)), there.frame);
    return figures.map((figure) => figure && results.cell(figure.cell));
  }

  reaches(difference: number, figure: number): boolean {
    return this.#overlay?.reaches(difference, figure) ?? true;
  }
}

function found(reference: string, place: Place): Figure | undefined {
  const figure = figureOf(reference, place, "of");
  return figure.ok ? figure.value : undefined;
}

const outputsOf = (figures: readonly (Figure | undefined)[]): readonly number[] => [
  ...new Set(figures.flatMap((figure) => figure?.outputs ?? [])),
];

/** The differences as values to write over a base, where each keeps to lines of its own and all of them together give what the document gives. */
function overlayOf(
  base: Bound,
  structure: Chosen,
  values: readonly number[],
  references: readonly string[],
  bound: (chosen: Chosen) => Bound | undefined,
): Overlay | undefined {
  const withOnly = (some: readonly number[]) => bound(structure.map((is, index) => is || some.includes(index)));
  const moves = new Map<number, Moves>();
  const taken = new Set<number>();
  for (const difference of values) {
    const own = movesBetween(base, withOnly([difference]));
    const lines = own === undefined ? [] : [...own.scalars.keys(), ...own.series.keys()];
    if (own === undefined || lines.some((line) => taken.has(line))) return undefined;
    for (const line of lines) taken.add(line);
    moves.set(difference, own);
  }
  const together = movesBetween(base, withOnly(values));
  if (together === undefined || together.scalars.size + together.series.size !== taken.size) return undefined;
  const isSame = [...moves.values()].every(
    ({ scalars, series }) =>
      [...scalars].every(([line, text]) => together.scalars.get(line) === text) &&
      [...series].every(([line, texts]) => together.series.get(line)?.join() === texts.join()),
  );
  return isSame ? new Overlay(base, moves, references) : undefined;
}

class Overlay {
  readonly #base: Bound;
  readonly #moves: ReadonlyMap<number, Moves>;
  readonly #figures: readonly (Figure | undefined)[];
  readonly #written: Overwriting;

  constructor(base: Bound, moves: ReadonlyMap<number, Moves>, references: readonly string[]) {
    const { graph } = base;
    this.#base = base;
    this.#moves = moves;
    this.#figures = references.map((reference) => found(reference, base));
    const varying = [...moves.values()].flatMap(({ scalars, series }) => [...scalars.keys(), ...series.keys()]);
    this.#written = new Overwriting(graph, bindSolved(graph, base.bindings), {
      outputs: outputsOf(this.#figures),
      varying,
    });
  }

  worth(chosen: Chosen): Worth {
    for (const [difference, { scalars, series }] of this.#moves) {
      const wanted = chosen[difference] === true;
      for (const [line, text] of scalars) this.#write(line, wanted && Number(text));
      for (const [line, texts] of series) this.#write(line, wanted && texts.map(Number));
    }
    const results = resultsOf(this.#written.evaluate(), this.#base.frame);
    return this.#figures.map((figure) => figure && results.cell(figure.cell));
  }

  reaches(difference: number, figure: number): boolean {
    const moves = this.#moves.get(difference);
    const outputs = this.#figures[figure]?.outputs ?? [];
    if (moves === undefined || outputs.some((line) => restsOnSearch(this.#base.graph, line))) return true;
    const varying = [...moves.scalars.keys(), ...moves.series.keys()];
    const reach = new Reach(this.#base.graph, { outputs, varying });
    return outputs.some((line) => varying.includes(line) || reach.updates(line));
  }

  #write(line: number, value: InputValue | false): void {
    if (value === false) this.#written.clear(line);
    else this.#written.write(line, value);
  }
}
