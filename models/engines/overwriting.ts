import type { Bindings, Graph } from "../language/graph.ts";
import { literalOf } from "./arithmetic/decimal.ts";
import type { KernelEvaluation } from "./kernel/evaluation.ts";
import { compileKernel, type Kernel } from "./kernel/kernel.ts";
import { bindSolved, restsOnSearch } from "./solved.ts";
import { slopesThroughSearch } from "./solvedSlopes.ts";

/** What stands in an input line: one number, or T of them. */
export type InputValue = number | readonly number[];

export interface OverwritingOptions {
  readonly outputs: readonly number[];
  /** Input lines that will be written over. */
  readonly varying: readonly number[];
  /** Slopes will be asked for. */
  readonly slopes?: boolean;
}

/**
 * A graph computed again and again with other values in some of its inputs. Between two evaluations only what these inputs can change is
 * computed; where an output rests on a value that is searched for, it is searched anew every time.
 */
export class Overwriting {
  /** An output rests on a value that is searched for. */
  readonly searched: boolean;
  readonly #graph: Graph;
  readonly #base: Bindings;
  readonly #kernel: Kernel;
  readonly #over = new Map<number, InputValue>();
  #running = false;

  /** @param base the inputs as they are where nothing is written over, with the values searched for */
  constructor(graph: Graph, base: Bindings, { outputs, varying, slopes = false }: OverwritingOptions) {
    this.#graph = graph;
    this.#base = base;
    this.searched = outputs.some((line) => restsOnSearch(graph, line));
    this.#kernel = compileKernel(graph, this.searched ? { outputs } : { outputs, varying, slopes });
  }

  /** Writes over an input line, until something else is written or it is cleared. */
  write(line: number, value: InputValue): void {
    this.#over.set(line, value);
    if (this.#running) this.#set(line, value);
  }

  /** Puts back what the input line held before. */
  clear(line: number): void {
    if (!this.#over.delete(line) || !this.#running) return;
    const series = this.#base.series.get(line);
    this.#set(line, series === undefined ? Number(this.#base.scalars.get(line)) : series.map(Number));
  }

  /** What comes of all that is written; valid until the next change or evaluation. */
  evaluate(): KernelEvaluation {
    if (this.searched) return this.#kernel.run(this.bindings());
    if (!this.#running) {
      this.#kernel.run(this.#base);
      this.#running = true;
      for (const [line, value] of this.#over) this.#set(line, value);
    }
    return this.#kernel.update();
  }

  /** The inputs with what is written, for any engine. */
  bindings(): Bindings {
    if (this.#over.size === 0) return this.#base;
    const scalars = new Map(this.#base.scalars);
    const series = new Map(this.#base.series);
    for (const [line, value] of this.#over)
      if (typeof value === "number") scalars.set(line, literalOf(value));
      else series.set(line, value.map(literalOf));
    return bindSolved(this.#graph, { ...this.#base, scalars, series });
  }

  /**
   * How much some slots of an output, added up, change for each unit of every varying input cell, as things stand: undefined where a value is
   * searched for and no slope leads through it. Needs the option `slopes`.
   */
  slopes(line: number, slots: readonly number[]): ((input: number) => ArrayLike<number>) | undefined {
    if (this.searched) return slopesThroughSearch(this.#graph, this.bindings(), { line, slots });
    this.evaluate();
    const slopes = this.#kernel.slopes(line, slots);
    return (input) => slopes.of(input);
  }

  #set(line: number, value: InputValue): void {
    if (this.searched) return;
    if (typeof value === "number") this.#kernel.setScalar(line, value);
    else this.#kernel.setSeries(line, value);
  }
}
