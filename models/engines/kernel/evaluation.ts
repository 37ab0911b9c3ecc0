import type { Graph } from "../../language/graph.ts";
import { floatArithmetic } from "../arithmetic/float.ts";
import type { Clock, Evaluation, Gaps } from "../evaluation.ts";
import { findGaps } from "../gaps.ts";
import { isScalarLine, lineAt } from "../nodes.ts";
import { type Lane, readSlot, slotsOf } from "./lane.ts";
import type { Layout } from "./layout.ts";

/** What an evaluation reads: memory it may share with the kernel that filled it. */
export interface KernelState {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly layout: Layout;
  readonly lane: Lane;
  readonly computed: (line: number) => boolean;
  /** Lines that by their nature may have no value. */
  readonly nullable: (line: number) => boolean;
  readonly sound: boolean;
  /** Counts the runs of the kernel; an evaluation of an earlier run must not show later numbers. */
  readonly runs: () => number;
}

/**
 * The result of one kernel run. It reads the kernel's own memory, so it is valid until the next run or change of an input; afterwards
 * reading it throws. `snapshot` keeps it.
 */
export class KernelEvaluation implements Evaluation<number> {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly periods: number;
  readonly arithmetic = floatArithmetic;
  readonly computed: (line: number) => boolean;
  readonly mayLack: (line: number) => boolean;
  /** Every computed cell has a value, but for those that by their nature may have none. */
  readonly sound: boolean;
  /** Internal to the kernel. */
  readonly state: KernelState;
  private readonly run: number;
  private found: Gaps | undefined;

  constructor(state: KernelState) {
    this.state = state;
    this.graph = state.graph;
    this.clock = state.clock;
    this.periods = state.clock.periods;
    this.computed = state.computed;
    this.sound = state.sound;
    this.mayLack = (line) => !state.sound || state.nullable(line);
    this.run = state.runs();
  }

  value(line: number, t: number): number | undefined {
    if (!(t >= 0 && t <= this.periods)) throw new RangeError(`period ${t} is outside 0..${this.periods}`);
    const start = this.start(line);
    const x = readSlot(this.state.lane, isScalarLine(this.graph, line) ? start : start + t);
    return x - x === 0 ? x + 0 : undefined;
  }

  scalar(line: number): number | undefined {
    return this.value(line, 0);
  }

  series(line: number): (number | undefined)[] {
    return Array.from({ length: this.periods }, (_, i) => this.value(line, i + 1));
  }

  /**
   * The T+1 slots of a period line (one slot of a scalar line) without copying: NaN marks undefined cells. Valid as long as the evaluation.
   */
  slots(line: number): Float64Array {
    const start = this.start(line);
    return slotsOf(this.state.lane, start, start + (isScalarLine(this.graph, line) ? 1 : this.periods + 1));
  }

  get gaps(): Gaps {
    this.found ??= findGaps(this);
    return this.found;
  }

  /** A copy that later runs leave alone. */
  snapshot(): KernelEvaluation {
    this.checkFresh();
    const lane = { ...this.state.lane, numbers: this.state.lane.numbers.slice() };
    return new KernelEvaluation({ ...this.state, lane, runs: () => 0 });
  }

  /** Throws if the kernel has been run again since. */
  checkFresh(): void {
    if (this.run !== this.state.runs())
      throw new Error("a later run has replaced this evaluation; take a snapshot to keep one");
  }

  private start(line: number): number {
    this.checkFresh();
    const { id } = lineAt(this.graph, line);
    if (!this.computed(line)) throw new RangeError(`line ${id} is not among the outputs of this kernel`);
    return this.state.layout.offsets[line] as number;
  }
}
