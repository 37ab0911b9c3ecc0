import { placesOf } from "../../../../operations/reducers/steps.ts";
import type { Clock } from "../../../evaluation.ts";
import type { Callee } from "../../ir.ts";
import { type ModuleWriter, numeric } from "../module.ts";
import { answer, call, does, int, load, num, type Part, Routine, select, when } from "../routine.ts";
import type { Target } from "../target.ts";
import { addPayback, addPresentValue } from "./flows.ts";
import { addFirst, addFold } from "./folds.ts";
import { addRate, rateWorkBytes, UNDECIDED } from "./rates.ts";
import { basisAddress, kindAddress, type StepRoom, workAddress, writeSteps } from "./steps.ts";

/** How each reducer is written; with a second series, which is a condition, in a way of its own. */
const WRITTEN: Readonly<Record<string, (module: ModuleWriter, room: StepRoom, conditional: boolean) => number>> = {
  npv: addPresentValue,
  irr: (module, room) => addRate(module, workAddress(room), room.periods),
  payback: addPayback,
  lowest: (module, _room, conditional) => addFold(module, "lowest", conditional),
  highest: (module, _room, conditional) => addFold(module, "highest", conditional),
  average: (module, _room, conditional) => addFold(module, "average", conditional),
  first: (module) => addFirst(module, "first"),
  when: (module) => addFirst(module, "when"),
};

/** Does machine code settle this operation, or most of its cases? */
export function isReducer({ op, slopeIn }: Callee): boolean {
  return slopeIn === undefined && WRITTEN[op] !== undefined;
}

/** Does it ask the host where it finds no sure answer? */
export function asksHost({ op }: Callee): boolean {
  return op === "irr";
}

/** Bytes of memory reducers need for so many periods. */
export function roomBytes(periods: number): number {
  return workAddress({ start: 0, periods }) + rateWorkBytes(periods);
}

/** Tells reducers when to look; to be done again whenever the clock changes. */
export function tellSteps(buffer: ArrayBuffer, room: StepRoom, clock: Clock): void {
  const yearEnds = placesOf({ op: "lowest", args: [], by: "year" }, clock).periods;
  writeSteps(buffer, room, { yearEnds, basisIsYear: clock.indicatorBasis !== "period" });
}

/** Writes reducers into a module, what several share once. */
export class Reducers {
  private readonly module: ModuleWriter;
  private readonly target: Omit<Target, "functionOf">;
  private readonly shared = new Map<string, number>();

  constructor(module: ModuleWriter, target: Omit<Target, "functionOf">) {
    this.module = module;
    this.target = target;
  }

  /** A function of the callee's operands, on the cells of one draw. */
  add(callee: Callee, count: number, lane: number, fallback: number | undefined): number {
    const { room } = this.target;
    const { by = "period", lines = [], absTol = 0 } = callee;
    const series = by === "basis" ? lines.length / 2 : lines.length;
    const r = new Routine(count);
    const rate = r.parameters[0]?.get ?? num(0);
    const found = r.local("f64");
    const places = [0, 1].flatMap((i) => this.place(callee, i < series ? i : 0, lane));
    const asked = [...places, int(kindAddress(room, by)), rate, num(absTol)];
    const parts = [found.set(call(this.sharedFor(callee.op, series > 1), ...asked))];
    if (fallback !== undefined) {
      const operands = r.parameters.map(({ get }) => get);
      parts.push(when(does("f64.eq", found.get, num(UNDECIDED)), [answer(call(fallback, ...operands))]));
    }
    return this.module.add(numeric(count), r.write(...parts, found.get));
  }

  /** Address and stride of a series; of the two it may be by the basis, the one the clock says. */
  private place({ by, lines = [] }: Callee, series: number, lane: number): readonly [Part, Part] {
    const { offsets, isScalar, draws, room } = this.target;
    const slotBytes = draws ? 16 : 8;
    const own = (line: number): readonly [Part, Part] => [
      int((offsets[line] as number) * slotBytes + lane * 8),
      int(isScalar(line) ? 0 : slotBytes),
    ];
    const [address, stride] = own(lines[series] as number);
    if (by !== "basis") return [address, stride];
    const isYear = load("i32", int(basisAddress(room)));
    const [yearAddress, yearStride] = own(lines[lines.length / 2 + series] as number);
    return [select(isYear, yearAddress, address), select(isYear, yearStride, stride)];
  }

  private sharedFor(op: string, conditional: boolean): number {
    const key = `${op} ${conditional}`;
    const known = this.shared.get(key) ?? WRITTEN[op]?.(this.module, this.target.room, conditional);
    if (known === undefined) throw new Error(`no machine code for ${op}`);
    this.shared.set(key, known);
    return known;
  }
}
