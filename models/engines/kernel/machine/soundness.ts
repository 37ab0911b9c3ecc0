import type { Code, FaultStatement } from "../code.ts";
import { type Instruction, isMask } from "../ir.ts";
import type { CellValues, Value } from "./value.ts";

/** Which numbers are finite, and what is done about those that are not: the part of a machine that all operations share. */
export class Soundness {
  readonly code: Code;
  readonly cells: CellValues;
  readonly careful: boolean;
  /** Where what is being written matters: on this branch, behind this gate. */
  protected path: Instruction | undefined;
  protected gate: Instruction | undefined;

  constructor(code: Code, cells: CellValues, careful: boolean) {
    this.code = code;
    this.cells = cells;
    this.careful = careful;
  }

  /** A number known to be finite or NaN. */
  bounded(number: Instruction): Value {
    return { number, bounded: true };
  }

  /** A number that may be infinite; in swift code also one that may be NaN. */
  open(number: Instruction): Value {
    return { number, bounded: number.operation === "const" && Number.isFinite(number.value) };
  }

  constant(value: number): Value {
    return Number.isFinite(value) ? this.bounded(this.code.constant(value)) : this.nothing();
  }

  /** The undefined value. */
  nothing(): Value {
    this.mark(this.code.yes);
    return this.bounded(this.code.constant(Number.NaN));
  }

  /** Marks the run where a number is not finite; undefined if it always is. */
  check({ number, bounded }: Value): FaultStatement | undefined {
    return bounded ? undefined : this.mark(this.code.apply("sub", number, number));
  }

  /** The number with what is not finite made NaN (careful) or marked (swift), so that no comparison can hide it. */
  sound(value: Value): Instruction {
    const { number, bounded } = value;
    this.check(value);
    if (bounded || !this.careful) return number;
    return this.code.apply("add", number, this.code.apply("sub", number, number));
  }

  /** Marks a swift run as faulty where this mask holds, or this number is other than 0, and the value is needed at all. */
  mark(fault: Instruction): FaultStatement | undefined {
    if (this.careful) return undefined;
    const { code } = this;
    // What runs behind the gate anyway need not ask for it.
    const gate = fault.fixed || this.cells.draws ? this.gate : undefined;
    const path = gate && this.path ? code.and(gate, this.path) : (gate ?? this.path);
    if (path === undefined) return code.fault(fault);
    return code.fault(isMask(fault) ? code.and(path, fault) : code.pick(path, fault, code.constant(0)));
  }

  /** The number where a condition is defined, undefined elsewhere. */
  where(defined: Instruction | undefined, number: Instruction): Instruction {
    return defined === undefined ? number : this.code.pick(defined, number, this.code.constant(Number.NaN));
  }

  /** Where a number is finite. */
  finite(number: Instruction): Instruction {
    return this.code.apply("eq", this.code.apply("sub", number, number), this.code.constant(0));
  }
}
