import type { Bindings, Graph } from "../../language/graph.ts";
import type { KernelEvaluation } from "./evaluation.ts";
import type { NumericInputs } from "./inputs.ts";
import type { KernelOptions } from "./reach.ts";
import { Runner } from "./runner.ts";

/** One evaluation for each of two draws, valid until the pair's next run, update or change of an input. */
export type Both = readonly [KernelEvaluation, KernelEvaluation];

/** As `compileKernel`, for two draws at once: two sets of the varying inputs, computed side by side in less than two runs' time. */
export function compilePair(graph: Graph, options: KernelOptions = {}): PairKernel {
  return new PairKernel(graph, options);
}

/** A kernel that computes two draws at once; they differ in the inputs set since the run they started from. */
export class PairKernel {
  readonly graph: Graph;
  private readonly runner: Runner;

  constructor(graph: Graph, options: KernelOptions) {
    this.graph = graph;
    this.runner = new Runner(graph, options, 2);
  }

  /** Computes all wanted lines for these inputs, the same in both draws. */
  run(inputs: Bindings | NumericInputs): Both {
    return this.runner.run(inputs) as unknown as Both;
  }

  /** Starts both draws from the values of a kernel's evaluation of the same graph. */
  startFrom(base: KernelEvaluation): Both {
    return this.runner.startFrom(base) as unknown as Both;
  }

  /** Changes an input in one of the draws: one value for a scalar, T values for a series. */
  set(draw: 0 | 1, line: number, value: number | ArrayLike<number>): void {
    this.runner.change(draw, line, value);
  }

  /** Recomputes what the varying inputs can change. */
  update(): Both {
    return this.runner.update() as unknown as Both;
  }
}
