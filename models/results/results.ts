import type { Arithmetic } from "../engines/arithmetic/arithmetic.ts";
import type { Evaluation } from "../engines/evaluation.ts";
import type { GraphLine } from "../language/graph.ts";
import { calendarYearEnds, formsOf, hasTotal, type LineForms } from "./forms.ts";
import type { By, Frame, StatementYear } from "./frame.ts";
import { type Reason, reasonOf } from "./reason.ts";
import type { CellRef } from "./reference.ts";

/** A line by its id or its index in the graph. */
export type LineKey = string | number;

/**
 * An evaluation as everything that reports reads it: lines by id, cell by cell, in the numbers of the engine it came from. The one place
 * that forms years and totals:
 *
 * - amounts add up over the periods of a statement year; an amount of a calendar year counts once, in the year's last period;
 * - everything else is read in the year's last period;
 * - a line whose year is neither has a form of its own for it (`forms.ts`), and so has a total that is no sum.
 *
 * A cell without a value, and every cell of a line that is absent or broken, is undefined; `why` tells. Valid as long as the evaluation.
 */
export class Results<V> {
  readonly evaluation: Evaluation<V>;
  readonly frame: Frame;
  readonly arithmetic: Arithmetic<V>;
  readonly #forms: LineForms;
  #yearEnds: readonly boolean[] | undefined;

  constructor(evaluation: Evaluation<V>, frame: Frame) {
    this.evaluation = evaluation;
    this.frame = frame;
    this.arithmetic = evaluation.arithmetic;
    this.#forms = formsOf(evaluation.graph);
  }

  /** Whether the model has the line and it can be computed. */
  has(key: LineKey): boolean {
    return this.#find(key) !== undefined;
  }

  line(key: LineKey): GraphLine | undefined {
    const { graph } = this.evaluation;
    const index = typeof key === "number" ? key : graph.indexById.get(key);
    return index === undefined ? undefined : graph.lines[index];
  }

  /** The one value of a scalar line. */
  scalar(key: LineKey): V | undefined {
    const line = this.#find(key);
    return line === undefined ? undefined : this.evaluation.scalar(line.index);
  }

  /** Value in period `t`, 1..T; a scalar line has its one value everywhere. */
  period(key: LineKey, t: number): V | undefined {
    const line = this.#find(key);
    return line === undefined ? undefined : this.#cells(line)(t);
  }

  /** Values of periods 1..T, first at index 0. */
  periods(key: LineKey): readonly (V | undefined)[] {
    const line = this.#find(key);
    const read = line === undefined ? () => undefined : this.#cells(line);
    return Array.from({ length: this.evaluation.periods }, (_, i) => read(i + 1));
  }

  /** Value of a statement year, by its position in the frame. */
  year(key: LineKey, position: number): V | undefined {
    const year = this.frame.years[position];
    return year === undefined ? undefined : this.#years(key)(year);
  }

  /** Values of the statement years of the frame. */
  years(key: LineKey): readonly (V | undefined)[] {
    return this.frame.years.map(this.#years(key));
  }

  /** Periods or statement years. */
  values(key: LineKey, by: By): readonly (V | undefined)[] {
    return by === "year" ? this.years(key) : this.periods(key);
  }

  /** Whether the line has a total that means something: amounts add up over the horizon, levels and rates do not. */
  hasTotal(key: LineKey): boolean {
    const line = this.#find(key);
    return line !== undefined && hasTotal(this.evaluation.graph, line);
  }

  /** Sum of the periods of the horizon, or the line's own form of its total. */
  total(key: LineKey): V | undefined {
    const line = this.#find(key);
    if (line === undefined) return undefined;
    const form = this.#forms.totals.get(line.index);
    if (form !== undefined) return this.evaluation.scalar(form);
    return line.axis === "scalar"
      ? this.evaluation.scalar(line.index)
      : this.#sum(this.#cells(line), 1, this.evaluation.periods);
  }

  /** The line that stands for another's years or total where these are a formula of their own. */
  form(key: LineKey, of: "year" | "total"): number | undefined {
    const line = this.#find(key);
    return line === undefined ? undefined : (of === "year" ? this.#forms.years : this.#forms.totals).get(line.index);
  }

  /** The value of one cell; of a scalar line whatever the place. */
  cell({ line, place }: CellRef): V | undefined {
    if (place === undefined) return this.scalar(line);
    if (place.kind === "total") return this.total(line);
    return place.kind === "year" ? this.year(line, place.position) : this.period(line, place.period);
  }

  /** The period a value dates from: of a line by calendar years the year end before, 0 where there is none. */
  dates(key: LineKey, t: number): number {
    if (this.line(key)?.axis !== "year") return t;
    let at = t;
    while (at > 0 && this.#endsYear(at) === false) at--;
    return at;
  }

  /** Why a cell has no value: slot 0 of a scalar line, 0..T of others. Undefined where it has one. */
  why(key: LineKey, slot = 0): Reason | undefined {
    const line = this.line(key);
    if (line === undefined) throw new RangeError(`the model has no line ${key}`);
    return reasonOf(this.evaluation, line.index, slot);
  }

  /** Reads the cells of a line by slot; where the engine lends its memory, from there. */
  #cells(line: GraphLine): (t: number) => V | undefined {
    const { evaluation, arithmetic } = this;
    const isScalar = line.axis === "scalar";
    const slots = evaluation.slots?.(line.index);
    const read = (t: number): V | undefined => {
      const at = isScalar ? 0 : t;
      if (slots === undefined) return evaluation.value(line.index, at);
      // Only an engine that computes in doubles lends them.
      const value = ((slots[at] as number) + 0) as V;
      return arithmetic.isDefined(value) ? value : undefined;
    };
    return once(line) ? (t) => (this.#endsYear(t) === false ? arithmetic.zero : read(t)) : read;
  }

  #find(key: LineKey): GraphLine | undefined {
    const line = this.line(key);
    return line === undefined || this.evaluation.graph.broken.has(line.index) ? undefined : line;
  }

  #years(key: LineKey): (year: StatementYear) => V | undefined {
    const line = this.#find(key);
    if (line === undefined) return () => undefined;
    const form = this.#forms.years.get(line.index);
    if (form !== undefined) return ({ last }) => this.evaluation.value(form, last);
    const read = this.#cells(line);
    const adds = line.kind === "flow" && line.axis !== "scalar";
    return ({ first, last }) => (adds ? this.#sum(read, first, last) : read(last));
  }

  #sum(read: (t: number) => V | undefined, first: number, last: number): V | undefined {
    const { arithmetic } = this;
    let sum = arithmetic.zero;
    for (let t = first; t <= last; t++) {
      const value = read(t);
      if (value === undefined) return undefined;
      sum = arithmetic.add(sum, value);
    }
    return arithmetic.isDefined(sum) ? sum : undefined;
  }

  #endsYear(t: number): boolean | undefined {
    this.#yearEnds ??= calendarYearEnds(this.evaluation.clock);
    return this.#yearEnds[t - 1];
  }
}

/** The amount of a calendar year stands in all its periods; it arises once, at the year's end. */
const once = ({ axis, kind }: GraphLine): boolean => axis === "year" && kind === "flow";

export function resultsOf<V>(evaluation: Evaluation<V>, frame: Frame): Results<V> {
  return new Results(evaluation, frame);
}

/** Values as float64, NaN where there is none; those of the kernel's own memory are not copied and hold until its next run. */
export function numbersOf<V>(results: Results<V>, key: LineKey, by: By): Float64Array {
  const { evaluation, arithmetic, frame } = results;
  const line = results.has(key) ? results.line(key) : undefined;
  const number = (value: V | undefined): number => (value === undefined ? Number.NaN : arithmetic.toNumber(value));
  const isScalar = line === undefined || line.axis === "scalar";
  if (isScalar)
    return new Float64Array((by === "year" ? frame.years : frame.periodLabels).length).fill(
      number(results.scalar(key)),
    );
  if (by === "period" && evaluation.slots !== undefined && !once(line)) return evaluation.slots(line.index).subarray(1);
  return Float64Array.from(results.values(key, by), number);
}
