import type { Bindings, Graph } from "../../language/graph.ts";
import { type Clock, clockOf } from "../evaluation.ts";
import { isScalarLine, lineAt } from "../nodes.ts";
import { KernelEvaluation, type KernelState } from "./evaluation.ts";
import { compileSteps, type Step } from "./functions.ts";
import { loadInputs, type NumericInputs, toFloat, writeSeries } from "./inputs.ts";
import { type Layout, layOut } from "./layout.ts";
import { type Plan, planKernel } from "./plan.ts";
import { cellsAffected, cellsNeeded } from "./reach.ts";
import { type KernelRuntime, kernelRuntime } from "./runtime.ts";

export interface KernelOptions {
  /** Compute only these lines and what they rest on; all lines if absent. */
  readonly outputs?: readonly number[];
  /** Input lines that will change between updates; `update` then computes only what depends on them. All if absent. */
  readonly varying?: readonly number[];
}

/** Prepares float64 code for a checked graph. Code is generated on the first run, when the number of periods is known. */
export function compileKernel(graph: Graph, options: KernelOptions = {}): Kernel {
  return new Kernel(graph, options);
}

/**
 * The graph as float64 code. `run` loads all inputs and computes everything wanted; afterwards `setScalar` or `setSeries` followed by
 * `update` recomputes what the varying inputs can change. Memory is reused: an evaluation lives until the next run, update or set.
 */
export class Kernel {
  readonly graph: Graph;
  private readonly plan: Plan;
  private readonly runtime: KernelRuntime;
  private readonly needed: ReadonlySet<number> | undefined;
  private readonly varying: ReadonlySet<number> | undefined;
  private readonly affected: ReadonlySet<number> | undefined;
  private clock: Clock | undefined;
  private layout: Layout | undefined;
  private memory = new Float64Array(0);
  private fullSteps: readonly Step[] | undefined;
  private updateSteps: readonly Step[] | undefined;
  private runs = 0;

  constructor(graph: Graph, options: KernelOptions) {
    this.graph = graph;
    this.plan = planKernel(graph);
    for (const line of options.varying ?? []) this.checkInput(line);
    this.needed = options.outputs === undefined ? undefined : cellsNeeded(this.plan, options.outputs);
    this.varying = options.varying === undefined ? undefined : new Set(options.varying);
    this.affected = options.varying === undefined ? undefined : cellsAffected(this.plan, options.varying);
    this.runtime = kernelRuntime(() => this.ready().clock);
  }

  /** Computes all wanted lines for these inputs. */
  run(inputs: Bindings | NumericInputs): KernelEvaluation {
    this.prepare(inputs);
    const { layout } = this.ready();
    loadInputs(this.graph, inputs, layout, this.memory);
    this.fullSteps ??= compileSteps(this.plan, layout, this.runtime, (cell) => this.wants(cell));
    return this.execute(this.fullSteps);
  }

  /** Starts from the values of another kernel's evaluation of the same graph, instead of a run of its own. */
  startFrom(base: KernelEvaluation): KernelEvaluation {
    base.checkFresh();
    if (base.graph !== this.graph) throw new Error("the base evaluation belongs to another graph");
    this.prepare(base.clock);
    this.memory.set(base.state.memory);
    this.runs++;
    return this.evaluation((line) => base.computed(line));
  }

  /** Changes a scalar input; `update` makes it felt. */
  setScalar(line: number, value: number): void {
    this.memory[this.inputOffset(line, true)] = toFloat(value, lineAt(this.graph, line).id);
    this.runs++;
  }

  /** Changes a period input (T values); `update` makes it felt. */
  setSeries(line: number, values: ArrayLike<number>): void {
    const offset = this.inputOffset(line, false);
    writeSeries(this.memory, offset, values, this.ready().layout.periods, lineAt(this.graph, line).id);
    this.runs++;
  }

  /** Recomputes what the varying inputs can change (all wanted lines where none were named). */
  update(): KernelEvaluation {
    const { layout } = this.ready();
    const { affected } = this;
    this.updateSteps ??= compileSteps(
      this.plan,
      layout,
      this.runtime,
      (cell) => this.wants(cell) && (affected?.has(cell) ?? true),
    );
    return this.execute(this.updateSteps);
  }

  private wants(cell: number): boolean {
    return this.needed?.has(cell) ?? true;
  }

  private execute(steps: readonly Step[]): KernelEvaluation {
    for (const step of steps) step(this.memory);
    this.runs++;
    return this.evaluation((line) => this.wants(line) || this.plan.cells[line]?.node === undefined);
  }

  private evaluation(computed: (line: number) => boolean): KernelEvaluation {
    const { clock, layout } = this.ready();
    const state: KernelState = {
      graph: this.graph,
      clock,
      layout,
      memory: this.memory,
      computed,
      runs: () => this.runs,
    };
    return new KernelEvaluation(state);
  }

  private prepare(clock: Clock): void {
    if (this.layout?.periods !== clock.periods) {
      this.layout = layOut(this.plan, clock.periods);
      this.memory = new Float64Array(this.layout.size);
      this.fullSteps = undefined;
      this.updateSteps = undefined;
      for (const line of this.graph.broken.keys()) {
        const offset = this.layout.offsets[line] as number;
        this.memory.fill(Number.NaN, offset, offset + (isScalarLine(this.graph, line) ? 1 : clock.periods + 1));
      }
    }
    this.clock = clockOf(clock);
  }

  private ready(): { readonly clock: Clock; readonly layout: Layout } {
    const { clock, layout } = this;
    if (clock === undefined || layout === undefined) throw new Error("the kernel has not been run yet");
    return { clock, layout };
  }

  private checkInput(line: number): void {
    const { id, source } = lineAt(this.graph, line);
    if (source !== "input") throw new RangeError(`line ${id} is not an input`);
  }

  private inputOffset(line: number, scalar: boolean): number {
    const { layout } = this.ready();
    this.checkInput(line);
    const { id } = lineAt(this.graph, line);
    if (isScalarLine(this.graph, line) !== scalar)
      throw new RangeError(`input ${id} is ${scalar ? "a series" : "a scalar"}`);
    if (this.varying?.has(line) === false) throw new RangeError(`input ${id} was not named as varying`);
    return layout.offsets[line] as number;
  }
}
