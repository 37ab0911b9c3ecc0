import type { Clock } from "../evaluation.ts";
import { isScalarLine } from "../nodes.ts";
import type { Callee } from "./ir.ts";
import { type Layout, layOut } from "./layout.ts";
import type { Plan } from "./plan.ts";
import { writeProgram } from "./program.ts";
import { hostFunction } from "./runtime.ts";
import { instantiate, newMemory, type WasmMemory } from "./wasm/host.ts";
import { printProgram } from "./wasm/program.ts";

/** The memory of a kernel and the code that works on it, for one number of periods. */
export class Engine {
  readonly layout: Layout;
  readonly numbers: Float64Array;
  private readonly plan: Plan;
  private readonly memory: WasmMemory;
  private readonly clock: () => Clock;
  private readonly code = new Map<string, () => void>();
  /** By task: whether the last run met an undefined value, so that the next likely will. */
  private readonly wary = new Set<string>();

  constructor(plan: Plan, periods: number, clock: () => Clock) {
    this.plan = plan;
    this.clock = clock;
    this.layout = layOut(plan, periods);
    this.memory = newMemory(this.layout.size * Float64Array.BYTES_PER_ELEMENT);
    this.numbers = new Float64Array(this.memory.buffer, 0, this.layout.size);
    for (const line of plan.graph.broken.keys()) this.numbers.fill(Number.NaN, ...this.slots(line));
  }

  /**
   * Computes some cells, always the same for one task: swiftly if what they read has values, and with care where a value turns out undefined.
   * True if all of them have values, apart from those that need not.
   */
  compute(task: string, wanted: (cell: number) => boolean, sound: boolean): boolean {
    if (sound && !this.wary.has(task)) {
      this.numbers.fill(0, 0, 2);
      this.codeFor(task, wanted, false)();
      if (!this.isFaulty()) return true;
    }
    this.codeFor(task, wanted, true)();
    const complete = sound && this.isSound(wanted);
    if (complete) this.wary.delete(task);
    else this.wary.add(task);
    return complete;
  }

  /** Have these cells values everywhere, apart from those that need none? */
  isSound(wanted: (cell: number) => boolean): boolean {
    const { cells, graph } = this.plan;
    return cells.every(({ kind, nullable }, cell) => {
      if (kind !== "line" || nullable || graph.broken.has(cell) || !wanted(cell)) return true;
      const [from, to] = this.slots(cell);
      let sum = 0;
      for (let i = from; i < to; i++) sum += (this.numbers[i] as number) - (this.numbers[i] as number);
      return sum === 0;
    });
  }

  private isFaulty(): boolean {
    const [low, high] = new BigInt64Array(this.memory.buffer, 0, 2);
    return low !== 0n || high !== 0n;
  }

  private slots(line: number): readonly [number, number] {
    const from = this.layout.offsets[line] as number;
    return [from, from + (isScalarLine(this.plan.graph, line) ? 1 : this.layout.periods + 1)];
  }

  private codeFor(task: string, wanted: (cell: number) => boolean, careful: boolean): () => void {
    const key = careful ? `${task}, careful` : task;
    const known = this.code.get(key);
    if (known !== undefined) return known;
    const { periods, offsets } = this.layout;
    const program = writeProgram(this.plan, { periods, wanted, careful, draws: false });
    const { bytes, callees } = printProgram(program, { offsets, periods, draws: false });
    const read = (line: number, t: number): number => {
      const slot = offsets[line] as number;
      return this.numbers[isScalarLine(this.plan.graph, line) ? slot : slot + t] as number;
    };
    const made = instantiate(bytes, this.memory, (name) => hostFunction(callees.get(name) as Callee, this.clock, read));
    this.code.set(key, made);
    return made;
  }
}
