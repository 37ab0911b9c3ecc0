import type { Node } from "../../../language/graph.ts";
import type { Instruction } from "../ir.ts";

/** What an expression is worth, as instructions. */
export interface Value {
  readonly number: Instruction;
  /** For flags: whether the value is 1 rather than 0. */
  readonly holds?: Instruction;
  /** Where a flag has a value; everywhere if absent. */
  readonly defined?: Instruction;
  /** Careful code: finite or NaN. Swift code: finite unless the run is faulty. */
  readonly bounded: boolean;
}

/** A condition: where it holds, and where it has a value at all (everywhere if absent). */
export interface Test {
  readonly holds: Instruction;
  readonly defined?: Instruction;
}

/** Where a machine finds the values of other cells. */
export interface CellValues {
  readonly periods: number;
  /** Lanes are draws, in which gates may differ. */
  readonly draws: boolean;
  same(line: number): Value;
  previous(line: number): Value;
  /** The value `n` ≥ 0 periods before (a literal); what lies before the first period is anything. */
  before(line: number, n: number): Value;
  /** The value in the slot given, which may be any number: those out of range are brought into it. */
  inSlot(line: number, slot: Instruction): Value;
  /** The sum over all periods. */
  sum(line: number): Value;
  /** The stored value of an expression that has a cell of its own, if the current cell may read it. */
  stored(node: Node): Value | undefined;
}

export function definedBy(defined: Instruction | undefined): { readonly defined?: Instruction } {
  return defined === undefined ? {} : { defined };
}
