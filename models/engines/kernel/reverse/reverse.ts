import type { Clock } from "../../evaluation.ts";
import { isScalarLine } from "../../nodes.ts";
import { type Layout, layOut } from "../layout.ts";
import type { Plan } from "../plan.ts";
import { writeProgram } from "../program.ts";
import { hostFunction } from "../runtime.ts";
import { instantiate, type WasmMemory } from "../wasm/host.ts";
import { type Imported, printProgram } from "../wasm/program.ts";
import type { StepRoom } from "../wasm/reducers/steps.ts";
import { handing, slopeFunction } from "./host.ts";
import { reverseProgram } from "./program.ts";

/** What a kernel has computed, and where. */
export interface Computed {
  readonly plan: Plan;
  readonly memory: WasmMemory;
  readonly layout: Layout;
  readonly clock: () => Clock;
  readonly room: StepRoom;
}

/** Slopes of one number in the cells it rests on; valid until they are asked for again. */
export interface SlopeCells {
  /** In the one slot of a scalar line, or the T+1 slots of a period line. 0 where nothing is handed on; not a number where there is no slope. */
  of(line: number): Float64Array;
}

/** The code of one number's slopes. */
export class Reverse implements SlopeCells {
  private readonly computed: Computed;
  private readonly isActive: (cell: number) => boolean;
  /** Where the slopes lie, behind the cells. */
  private readonly layout: Layout;
  private readonly numbers: Float64Array;
  private readonly code: () => void;

  constructor(computed: Computed, { isActive, careful }: { isActive: (cell: number) => boolean; careful: boolean }) {
    const { plan, memory, layout } = computed;
    this.computed = computed;
    this.isActive = isActive;
    this.layout = layOut(plan, layout.periods, layout.size, isActive);
    this.numbers = new Float64Array(memory.buffer);
    this.code = this.compile(careful);
  }

  run(line: number, slots: readonly number[]): this {
    const { isActive, layout, numbers } = this;
    numbers.fill(0, this.computed.layout.size, layout.size);
    if (!isActive(line)) return this;
    for (const slot of slots) numbers[(layout.offsets[line] as number) + slot] = 1;
    this.code();
    return this;
  }

  of(line: number): Float64Array {
    const size = isScalarLine(this.computed.plan.graph, line) ? 1 : this.layout.periods + 1;
    if (!this.isActive(line)) return new Float64Array(size);
    const from = this.layout.offsets[line] as number;
    return this.numbers.subarray(from, from + size);
  }

  private compile(careful: boolean): () => void {
    const { plan, memory, layout, clock, room } = this.computed;
    const { periods } = layout;
    const { isActive } = this;
    const isScalar = (cell: number): boolean => plan.cells[cell % plan.cells.length]?.scalar === true;
    const wanted = (cell: number): boolean => isActive(cell) && plan.cells[cell]?.node !== undefined;
    const forward = writeProgram(plan, { periods, wanted, careful, draws: false });
    const program = reverseProgram(forward, { isActive, of: (cell) => plan.cells.length + cell, isScalar });
    const offsets = [...layout.offsets, ...this.layout.offsets];
    const { bytes, imports } = printProgram(program, { offsets, isScalar, periods, draws: false, room });
    const places = (of: Layout) => ({
      numbers: this.numbers,
      at: (line: number) => ({ start: of.offsets[line] as number, stride: isScalar(line) ? 0 : 1 }),
    });
    const [values, slopes] = [places(layout), places(this.layout)];
    return instantiate(bytes, memory, (name) => {
      const { callee, hands } = imports.get(name) as Imported;
      if (hands) return handing(callee, clock, { values, slopes, isActive });
      return callee.slopeIn === undefined ? hostFunction(callee, clock, values) : slopeFunction(callee, clock, values);
    });
  }
}
