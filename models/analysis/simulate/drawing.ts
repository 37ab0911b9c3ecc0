import type { Evaluation } from "../../engines/evaluation.ts";
import { compileKernel } from "../../engines/kernel/kernel.ts";
import { compilePair, type PairKernel } from "../../engines/kernel/pair.ts";
import { type InputValue, Overwriting } from "../../engines/overwriting.ts";
import { restsOnSearch } from "../../engines/solved.ts";
import { MONEY_TIE } from "../../operations/ties.ts";
import { resultsOf } from "../../results/results.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Opened } from "./question.ts";
import { type Sample, sampleOf } from "./sample.ts";

/** Draws computed together: an even number, since two are computed at a time. */
export const BLOCK = 32;

export const blocksIn = (draws: number): number => Math.ceil(draws / BLOCK);

/** The values of each input line that is written. */
type Written = readonly (readonly [line: number, value: InputValue])[];

/** Computes draws by their number. What comes of a draw hangs on nothing but the question and its number. */
export class Drawing {
  readonly columns: Columns;
  readonly #opened: Opened;
  readonly #sample: Sample;
  readonly #engine: Engine;

  constructor(opened: Opened) {
    const { question, uncertain, pairs } = opened;
    this.columns = columnsOf(opened);
    this.#opened = opened;
    this.#sample = sampleOf({ ...question, names: uncertain.map(({ id }) => id), pairs });
    this.#engine = engineOf(opened);
  }

  /** Fills the rows of a block. */
  block(index: number, rows: Float64Array): void {
    const end = Math.min((index + 1) * BLOCK, this.#opened.question.draws);
    for (let draw = index * BLOCK; draw < end; draw += 2) this.#pair(draw, draw + 1 < end ? draw + 1 : draw, rows);
  }

  /** The values of the uncertain inputs in a draw. */
  inputs(draw: number): readonly number[] {
    return this.#opened.uncertain.map((one, k) => one.at(this.#sample[k]?.[draw] as number));
  }

  #pair(first: number, second: number, rows: Float64Array): void {
    const { width } = this.columns;
    const inputs = [first, second].map((draw) => this.inputs(draw));
    const [one, other] = inputs.map((x) => this.#written(x));
    const row = (draw: number) => rows.subarray(draw * width, (draw + 1) * width);
    for (const [place, draw] of [first, second].entries()) {
      row(draw).fill(Number.NaN);
      row(draw).set(inputs[place] as readonly number[]);
    }
    // A draw in which the document does not hold has no figures; the other one of the pair has.
    if (one === undefined && other === undefined) return;
    this.#engine([one ?? (other as Written), other ?? (one as Written)], (place, evaluation) => {
      if ((place === 0 ? one : other) !== undefined) this.#read(evaluation, row(place === 0 ? first : second));
    });
  }

  #written(x: readonly number[]): Written | undefined {
    const written: (readonly [number, InputValue])[] = [];
    for (const { lines, at } of this.#opened.movers) {
      const values = at(x);
      if (values === undefined) return undefined;
      for (const [i, line] of lines.entries()) written.push([line, values[i] as InputValue]);
    }
    return written;
  }

  #read(evaluation: Evaluation<number>, row: Float64Array): void {
    const { verdicts, figures, targets, fans, prepared } = this.#opened;
    const { columns } = this;
    row.set(verdicts.read(evaluation), columns.verdicts);
    row.set(verdicts.margins(evaluation), columns.margins);
    const results = resultsOf(evaluation, prepared.frame);
    for (const [i, { figure }] of figures.entries()) row[columns.figures + i] = results.cell(figure.cell) ?? Number.NaN;
    for (const [i, { figure }] of targets.entries()) row[columns.targets + i] = results.cell(figure.cell) ?? Number.NaN;
    for (const [i, { index }] of fans.entries()) this.#readFan(evaluation, index, row, columns.fans[i] as number);
  }

  #readFan(evaluation: Evaluation<number>, line: number, row: Float64Array, from: number): void {
    const { years } = this.#opened.prepared.frame;
    const slots = evaluation.slots?.(line);
    const at = (t: number): number => {
      const value = slots === undefined ? evaluation.value(line, t) : slots[t];
      return value !== undefined && Number.isFinite(value) ? value : Number.NaN;
    };
    for (const [i, { last }] of years.entries()) row[from + i] = at(last);
    let lowest = Number.POSITIVE_INFINITY;
    let when = Number.NaN;
    for (let t = 1; t <= evaluation.periods; t++) {
      const value = at(t);
      if (Number.isNaN(value)) return;
      if (value < lowest - MONEY_TIE) [lowest, when] = [value, t];
    }
    row[from + years.length] = lowest;
    row[from + years.length + 1] = when;
  }
}

type Engine = (
  written: readonly [Written, Written],
  read: (place: 0 | 1, evaluation: Evaluation<number>) => void,
) => void;

function engineOf(opened: Opened): Engine {
  const { prepared, movers, verdicts, figures, targets, fans } = opened;
  const { graph, bindings } = prepared;
  const watched = [...figures, ...targets].flatMap(({ figure }) => figure.outputs);
  const outputs = [...new Set([...verdicts.outputs, ...watched, ...fans.map(({ index }) => index)])];
  const varying = movers.flatMap(({ lines }) => lines);
  if (outputs.some((line) => restsOnSearch(graph, line)))
    return oneByOne(new Overwriting(graph, bindings, { outputs, varying }));
  const pair = compilePair(graph, { outputs, varying });
  // What does not vary is computed once, by a kernel of one draw.
  pair.startFrom(compileKernel(graph, { outputs }).run(bindings));
  return twoAtOnce(pair);
}

function twoAtOnce(pair: PairKernel): Engine {
  return ([one, other], read) => {
    for (const [line, value] of one) pair.set(0, line, value);
    for (const [line, value] of other) pair.set(1, line, value);
    const [first, second] = pair.update();
    read(0, first);
    read(1, second);
  };
}

/** Where values are searched for in every draw. */
function oneByOne(overwriting: Overwriting): Engine {
  return (pair, read) => {
    for (const [place, written] of pair.entries()) {
      for (const [line, value] of written) overwriting.write(line, value);
      read(place as 0 | 1, overwriting.evaluate());
    }
  };
}
