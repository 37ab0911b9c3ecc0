import type { Bindings, Graph } from "../../language/graph.ts";
import type { KernelEvaluation } from "./evaluation.ts";
import type { NumericInputs } from "./inputs.ts";
import type { KernelOptions } from "./reach.ts";
import type { SlopeCells } from "./reverse/reverse.ts";
import { Runner } from "./runner.ts";

/** Prepares float64 code for a checked graph. It is compiled on the first run, when the number of periods is known. */
export function compileKernel(graph: Graph, options: KernelOptions = {}): Kernel {
  return new Kernel(graph, options);
}

/**
 * The graph as WebAssembly. `run` loads all inputs and computes everything wanted; afterwards `setScalar` or `setSeries` followed by
 * `update` recomputes what the varying inputs can change. Memory is reused: an evaluation lives until the next run, update or set.
 */
export class Kernel {
  readonly graph: Graph;
  private readonly runner: Runner;

  constructor(graph: Graph, options: KernelOptions) {
    this.graph = graph;
    this.runner = new Runner(graph, options, 1);
  }

  /** Computes all wanted lines for these inputs. */
  run(inputs: Bindings | NumericInputs): KernelEvaluation {
    return this.runner.run(inputs)[0] as KernelEvaluation;
  }

  /** Starts from the values of another kernel's evaluation of the same graph, instead of a run of its own. */
  startFrom(base: KernelEvaluation): KernelEvaluation {
    return this.runner.startFrom(base)[0] as KernelEvaluation;
  }

  /** Changes a scalar input; `update` makes it felt. */
  setScalar(line: number, value: number): void {
    this.runner.change(0, line, value);
  }

  /** Changes a period input (T values); `update` makes it felt. */
  setSeries(line: number, values: ArrayLike<number>): void {
    this.runner.change(0, line, values);
  }

  /** Recomputes what the varying inputs can change (all wanted lines where none were named). */
  update(): KernelEvaluation {
    return this.runner.update()[0] as KernelEvaluation;
  }

  /**
   * How much a line changes with every varying input cell (梯度), for small changes, as it stands after the last run or update: worked out
   * backwards in about the time of a run. Needs the option `slopes`.
   * @param slots the one slot of a scalar line, or those of a period line (1..T) that are added up
   */
  slopes(line: number, slots: readonly number[] = [0]): SlopeCells {
    return this.runner.slopes(line, slots);
  }
}
