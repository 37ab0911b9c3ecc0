import type { Bindings, Graph } from "../../language/graph.ts";
import { type Clock, clockOf } from "../evaluation.ts";
import { isScalarLine, lineAt } from "../nodes.ts";
import { Engine } from "./engine.ts";
import { KernelEvaluation, type KernelState } from "./evaluation.ts";
import { loadInputs, type NumericInputs, toFloat, writeSeries } from "./inputs.ts";
import { type Plan, planKernel } from "./plan.ts";
import { cellsAffected, cellsNeeded } from "./reach.ts";

export interface KernelOptions {
  /** Compute only these lines and what they rest on; all lines if absent. */
  readonly outputs?: readonly number[];
  /** Input lines that will change between updates; `update` then computes only what depends on them. All if absent. */
  readonly varying?: readonly number[];
}

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
  private readonly plan: Plan;
  private readonly needed: ReadonlySet<number> | undefined;
  private readonly varying: ReadonlySet<number> | undefined;
  private readonly affected: ReadonlySet<number> | undefined;
  private clock: Clock | undefined;
  private engine: Engine | undefined;
  /** Whether everything an update reads and does not compute has a value. */
  private sound = false;
  private runs = 0;

  constructor(graph: Graph, options: KernelOptions) {
    this.graph = graph;
    this.plan = planKernel(graph);
    for (const line of options.varying ?? []) this.checkInput(line);
    this.needed = options.outputs === undefined ? undefined : cellsNeeded(this.plan, options.outputs);
    this.varying = options.varying === undefined ? undefined : new Set(options.varying);
    this.affected = options.varying === undefined ? undefined : cellsAffected(this.plan, options.varying);
  }

  /** Computes all wanted lines for these inputs. */
  run(inputs: Bindings | NumericInputs): KernelEvaluation {
    const engine = this.prepare(inputs);
    loadInputs(this.graph, inputs, engine.layout, engine.numbers);
    const wanted = (cell: number): boolean => this.wants(cell);
    this.sound = engine.isSound((cell) => wanted(cell) && this.plan.cells[cell]?.node === undefined);
    const swiftly = engine.compute("run", wanted, this.sound);
    this.sound = swiftly || engine.isSound((cell) => wanted(cell) && !this.updates(cell));
    return this.computed();
  }

  /** Starts from the values of another kernel's evaluation of the same graph, instead of a run of its own. */
  startFrom(base: KernelEvaluation): KernelEvaluation {
    base.checkFresh();
    if (base.graph !== this.graph) throw new Error("the base evaluation belongs to another graph");
    const engine = this.prepare(base.clock);
    engine.numbers.set(base.state.numbers);
    this.sound = engine.isSound((cell) => this.wants(cell) && !this.updates(cell));
    this.runs++;
    return this.evaluation((line) => base.computed(line));
  }

  /** Changes a scalar input; `update` makes it felt. */
  setScalar(line: number, value: number): void {
    this.ready().engine.numbers[this.inputOffset(line, true)] = toFloat(value, lineAt(this.graph, line).id);
    this.runs++;
  }

  /** Changes a period input (T values); `update` makes it felt. */
  setSeries(line: number, values: ArrayLike<number>): void {
    const offset = this.inputOffset(line, false);
    const { layout, numbers } = this.ready().engine;
    writeSeries(numbers, offset, values, layout.periods, lineAt(this.graph, line).id);
    this.runs++;
  }

  /** Recomputes what the varying inputs can change (all wanted lines where none were named). */
  update(): KernelEvaluation {
    const task = this.affected === undefined ? "run" : "update";
    this.ready().engine.compute(task, (cell) => this.wants(cell) && this.updates(cell), this.sound);
    return this.computed();
  }

  private wants(cell: number): boolean {
    return this.needed?.has(cell) ?? true;
  }

  /** Is this cell computed anew by an update? */
  private updates(cell: number): boolean {
    return this.plan.cells[cell]?.node !== undefined && (this.affected?.has(cell) ?? true);
  }

  private computed(): KernelEvaluation {
    this.runs++;
    return this.evaluation((line) => this.wants(line) || this.plan.cells[line]?.node === undefined);
  }

  private evaluation(computed: (line: number) => boolean): KernelEvaluation {
    const { clock, engine } = this.ready();
    const { layout, numbers } = engine;
    const state: KernelState = { graph: this.graph, clock, layout, numbers, computed, runs: () => this.runs };
    return new KernelEvaluation(state);
  }

  private prepare(clock: Clock): Engine {
    if (this.engine?.layout.periods !== clock.periods) {
      this.engine = new Engine(this.plan, clock.periods, () => this.ready().clock);
    }
    this.clock = clockOf(clock);
    return this.engine;
  }

  private ready(): { readonly clock: Clock; readonly engine: Engine } {
    const { clock, engine } = this;
    if (clock === undefined || engine === undefined) throw new Error("the kernel has not been run yet");
    return { clock, engine };
  }

  private checkInput(line: number): void {
    const { id, source } = lineAt(this.graph, line);
    if (source !== "input") throw new RangeError(`line ${id} is not an input`);
  }

  private inputOffset(line: number, scalar: boolean): number {
    const { layout } = this.ready().engine;
    this.checkInput(line);
    const { id } = lineAt(this.graph, line);
    if (isScalarLine(this.graph, line) !== scalar)
      throw new RangeError(`input ${id} is ${scalar ? "a series" : "a scalar"}`);
    if (this.varying?.has(line) === false) throw new RangeError(`input ${id} was not named as varying`);
    return layout.offsets[line] as number;
  }
}
