import type { Type } from "../body.ts";
import type { ModuleWriter, Signature } from "../module.ts";
import { does, forEach, int, load, type Part, Routine, type Variable, whole } from "../routine.ts";

/** How often a reducer looks, and when: by period, by statement year, or as the file measures its indicators. */
export const STEP_KINDS = ["period", "year", "basis"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const INTEGER_BYTES = 4;
/** Number of steps, and the address of their slots. */
const KIND_BYTES = 2 * INTEGER_BYTES;
/** The kinds, and whether the basis is the year. */
const HEAD_BYTES = 8 * INTEGER_BYTES;

/** Memory of the reducers: when they look, told anew when the clock changes, and room to work in. Addresses in bytes. */
export interface StepRoom {
  /** T. */
  readonly periods: number;
  readonly start: number;
}

export function kindAddress({ start }: StepRoom, kind: StepKind): number {
  return start + STEP_KINDS.indexOf(kind) * KIND_BYTES;
}

/** Not 0 where indicators are measured by year. */
export function basisAddress({ start }: StepRoom): number {
  return start + STEP_KINDS.length * KIND_BYTES;
}

/** Where the room to work in begins. */
export function workAddress({ start, periods }: StepRoom): number {
  return start + HEAD_BYTES + 2 * INTEGER_BYTES * (periods + (periods % 2));
}

/** Writes the slots in which reducers look. */
export function writeSteps(
  buffer: ArrayBuffer,
  room: StepRoom,
  { yearEnds, basisIsYear }: { readonly yearEnds: readonly number[]; readonly basisIsYear: boolean },
): void {
  const { start, periods } = room;
  const integers = new Int32Array(buffer, start, (workAddress(room) - start) / INTEGER_BYTES);
  const first = HEAD_BYTES / INTEGER_BYTES;
  const lists = { period: Array.from({ length: periods }, (_, i) => i + 1), year: yearEnds };
  integers.set(lists.period, first);
  integers.set(lists.year, first + periods);
  const places = { period: first, year: first + periods };
  for (const [i, kind] of STEP_KINDS.entries()) {
    const named = kind === "basis" ? (basisIsYear ? "year" : "period") : kind;
    integers[2 * i] = lists[named].length;
    integers[2 * i + 1] = start + places[named] * INTEGER_BYTES;
  }
  integers[2 * STEP_KINDS.length] = Number(basisIsYear);
}

/** Addresses and strides of two series, the address of their steps, a rate and a tolerance in; the answer, or NaN, out. */
export const REDUCING: Signature = {
  parameters: ["i32", "i32", "i32", "i32", "i32", "f64", "f64"],
  results: ["f64"],
};

/** A reducer being written: what it is given and how it reads its series. */
export class Reducing {
  readonly rate: Variable;
  readonly tolerance: Variable;
  readonly i: Variable;
  readonly count: Variable;
  private readonly routine = new Routine(REDUCING.parameters.length);
  private readonly list: Variable;
  private readonly slot: Variable;

  constructor() {
    const { routine } = this;
    const [rate, tolerance] = routine.parameters.slice(5) as [Variable, Variable];
    this.rate = rate;
    this.tolerance = tolerance;
    const [i, count, list, slot] = routine.locals("i32", 4) as [Variable, Variable, Variable, Variable];
    this.i = i;
    this.count = count;
    this.list = list;
    this.slot = slot;
  }

  local(type: Type = "f64"): Variable {
    return this.routine.local(type);
  }

  locals(count: number, type: Type = "f64"): readonly Variable[] {
    return this.routine.locals(type, count);
  }

  /** The value of a series in this step. */
  at(series: 0 | 1): Part {
    const [address, stride] = this.routine.parameters.slice(2 * series) as [Variable, Variable];
    return load("f64", whole(address.get, does("i32.mul", this.slot.get, stride.get)));
  }

  /** In every step, from the first to the last. */
  forward(...parts: readonly Part[]): Part {
    return forEach(this.i, this.count.get, this.toSlot(this.i.get), ...parts);
  }

  /** From the last step to the first. */
  backward(...parts: readonly Part[]): Part {
    const { count, i } = this;
    return forEach(i, count.get, this.toSlot(does("i32.sub", whole(count.get, int(-1)), i.get)), ...parts);
  }

  add(module: ModuleWriter, ...parts: readonly Part[]): number {
    const steps = this.routine.parameters[4] as Variable;
    const { count, list } = this;
    const opening = [count.set(load("i32", steps.get)), list.set(load("i32", steps.get, INTEGER_BYTES))];
    return module.add(REDUCING, this.routine.write(...opening, ...parts));
  }

  private toSlot(step: Part): Part {
    return this.slot.set(load("i32", whole(this.list.get, does("i32.mul", step, int(INTEGER_BYTES)))));
  }
}
