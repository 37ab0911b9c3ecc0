import type { Clock } from "../evaluation.ts";
import { isScalarLine } from "../nodes.ts";
import { type Lane, readSlot, writeSlot } from "./lane.ts";
import { FAULT_SLOTS, type Layout, layOut } from "./layout.ts";
import type { Plan } from "./plan.ts";
import { writeProgram } from "./program.ts";
import { Reverse } from "./reverse/reverse.ts";
import { type CellPlaces, hostFunction } from "./runtime.ts";
import { instantiate, newMemory, type WasmMemory } from "./wasm/host.ts";
import { type Imported, printProgram } from "./wasm/program.ts";
import { roomBytes, tellSteps } from "./wasm/reducers/index.ts";
import type { StepRoom } from "./wasm/reducers/steps.ts";

export interface EngineOptions {
  readonly draws?: 1 | 2;
  /** With room for a slope beside every cell, of a single draw. */
  readonly slopes?: boolean;
}

/** The memory of a kernel and the code that works on it, for one number of periods and one draw or two. */
export class Engine {
  readonly layout: Layout;
  /** One for each draw. */
  readonly lanes: readonly Lane[];
  private readonly plan: Plan;
  private readonly memory: WasmMemory;
  private readonly room: StepRoom;
  /** The clock reducers know. */
  private told: Clock | undefined;
  /** Not 0 anywhere after a faulty run. */
  private readonly faults: Int32Array;
  private readonly clock: () => Clock;
  private readonly code = new Map<string, () => void>();
  /** By task: whether the last run met an undefined value, so that the next likely will. */
  private readonly wary = new Set<string>();

  constructor(plan: Plan, clock: () => Clock, { draws = 1, slopes = false }: EngineOptions = {}) {
    this.plan = plan;
    this.clock = clock;
    this.layout = layOut(plan, clock().periods);
    const size = this.layout.size * draws;
    const { periods } = this.layout;
    this.room = { periods, start: (slopes ? 2 * (size + 1) : size) * Float64Array.BYTES_PER_ELEMENT };
    this.memory = newMemory(this.room.start + roomBytes(periods));
    const numbers = new Float64Array(this.memory.buffer, 0, size);
    this.faults = new Int32Array(this.memory.buffer, 0, FAULT_SLOTS * 2);
    const indices = draws === 1 ? ([0] as const) : ([0, 1] as const);
    this.lanes = indices.map((index) => ({ numbers, count: draws, index }));
    for (const line of plan.graph.broken.keys()) {
      const [from, to] = this.slots(line);
      for (const lane of this.lanes) for (let slot = from; slot < to; slot++) writeSlot(lane, slot, Number.NaN);
    }
  }

  /**
   * Computes some cells, always the same for one task: swiftly if what they read has values, and with care where a value turns out undefined.
   * True if all of them have values, apart from those that need not.
   */
  compute(task: string, wanted: (cell: number) => boolean, sound: boolean): boolean {
    const { faults } = this;
    if (sound && !this.wary.has(task)) {
      faults.fill(0);
      this.codeFor(task, wanted, false)();
      if (faults.every((bits) => bits === 0)) return true;
    }
    this.codeFor(task, wanted, true)();
    const complete = sound && this.isSound(wanted);
    if (complete) this.wary.delete(task);
    else this.wary.add(task);
    return complete;
  }

  /** Have these cells values everywhere, apart from those that need none? */
  isSound(wanted: (cell: number) => boolean): boolean {
    const { cells } = this.plan;
    return cells.every(({ kind, nullable }, cell) => {
      if (kind !== "line" || nullable || !wanted(cell)) return true;
      const [from, to] = this.slots(cell);
      return this.lanes.every((lane) => {
        for (let slot = from; slot < to; slot++) if (!Number.isFinite(readSlot(lane, slot))) return false;
        return true;
      });
    });
  }

  /** Code for how much a cell changes with the cells it rests on, on this memory. */
  reverse(isActive: (cell: number) => boolean, careful: boolean): Reverse {
    const { plan, memory, layout, clock, room } = this;
    return new Reverse({ plan, memory, layout, clock, room }, { isActive, careful });
  }

  /** To be called when the clock has changed, before anything is computed. */
  tellTime(): void {
    const clock = this.clock();
    if (clock !== this.told) tellSteps(this.memory.buffer, this.room, clock);
    this.told = clock;
  }

  /** Where host functions find the cells of one draw. */
  private placesIn(lane: number): CellPlaces {
    const { numbers, count, index } = this.lanes[lane] as Lane;
    const at = (line: number) => ({
      start: (this.layout.offsets[line] as number) * count + index,
      stride: isScalarLine(this.plan.graph, line) ? 0 : count,
    });
    return { numbers, at };
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
    const draws = this.lanes.length > 1;
    const program = writeProgram(this.plan, { periods, wanted, careful, draws });
    const isScalar = (cell: number): boolean => this.plan.cells[cell]?.scalar === true;
    const { bytes, imports } = printProgram(program, { offsets, isScalar, periods, draws, room: this.room });
    const made = instantiate(bytes, this.memory, (name) => {
      const { callee, lane } = imports.get(name) as Imported;
      return hostFunction(callee, this.clock, this.placesIn(lane));
    });
    this.code.set(key, made);
    return made;
  }
}
