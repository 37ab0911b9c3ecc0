import type { Node } from "../../language/graph.ts";

/**
 * The three-address form between plan and machine: what a kernel does, statement by statement, before it is printed as WebAssembly (or, for
 * comparison, as C). Numbers are float64, masks are yes or no; one instruction stands for as many lanes as the printer computes at once.
 */
export interface Program {
  readonly blocks: readonly Block[];
}

/**
 * A piece of a program that becomes one function. `once` computes scalars and opening values; `map` runs over the periods in any order,
 * `scan` one period after the other, because something in it reads its own past.
 */
export interface Block {
  readonly kind: "once" | "map" | "scan";
  /** Cells it stores. */
  readonly cells: readonly number[];
  /** All its cells are 0 where this does not hold; computed in the prologue. */
  readonly gate?: Instruction;
  /** What is the same in every period. */
  readonly prologue: readonly Statement[];
  readonly body: readonly Statement[];
  /** Values of the period before, kept from one turn of the loop to the next. */
  readonly carries: readonly Carry[];
  /** Present where the loop runs from the last period to the first. */
  readonly backwards?: Backwards;
}

/** What a loop that runs backwards adds up over its periods, and what is done with it afterwards. */
export interface Backwards {
  readonly totals: readonly Total[];
  readonly epilogue: readonly Statement[];
}

export interface Total {
  /** Stands for the sum after the loop. */
  readonly whole: Instruction;
  readonly part: Instruction;
}

export interface Carry {
  /** Stands for the value one period before; starts with the opening value of the cell. */
  readonly previous: Instruction;
  readonly current: Instruction;
}

export type Statement =
  | { readonly kind: "define"; readonly instruction: Instruction }
  /** Writes a cell in this period (its only or its opening slot in a `once` block). */
  | { readonly kind: "store"; readonly cell: number; readonly value: Instruction }
  /** The run is faulty where any bit of this mask or number is set, which is not asked where it shows elsewhere. */
  | { readonly kind: "fault"; readonly value: Instruction; needless: boolean }
  /** Adds to a cell `back` periods before this one, to the one slot of a scalar cell, or to its slot 0 in a `once` block. */
  | {
      readonly kind: "give";
      readonly cell: number;
      readonly back: number;
      readonly scalar: boolean;
      readonly value: Instruction;
    }
  /** Adds to a cell in the slot its operand says. */
  | { readonly kind: "scatter"; readonly cell: number; readonly slot: Instruction; readonly value: Instruction }
  /** Adds to a cell in every period. */
  | { readonly kind: "spread"; readonly cell: number; readonly value: Instruction }
  /** Lets the host add to the cells `callee` reads what the value means for them. */
  | {
      readonly kind: "hand";
      readonly callee: Callee;
      readonly operands: readonly Instruction[];
      readonly value: Instruction;
    }
  /** Skipped where the mask holds in no lane; the results are 0 (no) then. */
  | {
      readonly kind: "guard";
      readonly mask: Instruction;
      readonly body: readonly Statement[];
      readonly results: readonly Result[];
    };

export interface Result {
  readonly outside: Instruction;
  readonly inside: Instruction;
}

export type NumberOperation =
  /** The literal `value`. */
  | "const"
  /** Number of the period, from 1. */
  | "time"
  /** Cell `cell`, `back` periods before this one. */
  | "load"
  /** Cell `cell` one period before, kept by the loop. */
  | "carry"
  /** Cell `cell` in this period as it is where this stands: others add to it. */
  | "read"
  /** What a loop has added up. */
  | "whole"
  /** Cell `cell` in the slot its operand says, which must be one it has. */
  | "gather"
  /** Cell `cell` added up over all periods. */
  | "sum"
  | "result"
  | "neg"
  | "abs"
  | "floor"
  | "ceil"
  | "sqrt"
  | "add"
  | "sub"
  | "mul"
  | "div"
  /** `b < a ? b : a` and `a < b ? b : a`: NaN in the second operand is lost. */
  | "least"
  | "greatest"
  /** NaN where either operand is NaN. */
  | "strictLeast"
  | "strictGreatest"
  /** mask ? a : b. */
  | "pick"
  /** mask ? a : 0, and mask ? 0 : a. */
  | "keep"
  | "drop"
  /** What `callee` makes of numbers; NaN where it has no answer. */
  | "call";

export type MaskOperation = "lt" | "le" | "eq" | "and" | "or" | "not" | "maskResult";

export interface Instruction {
  readonly operation: NumberOperation | MaskOperation;
  readonly operands: readonly Instruction[];
  /** In the order of creation: operands have lower numbers. */
  readonly id: number;
  /** The same in every period. */
  readonly fixed: boolean;
  readonly value: number;
  readonly cell: number;
  readonly back: number;
  readonly callee: Callee | undefined;
}

/** An operation left to the host: a node without its operands. */
export interface Callee extends Pick<Node, "op" | "line" | "lines" | "by" | "absTol"> {
  /** Not its value is asked for but its slope in this operand. */
  readonly slopeIn?: number;
}

/** A name for a callee with so many operands, equal for equal ones; those that read cells have one for each draw. */
export function nameOf({ op, line, lines, by, absTol, slopeIn }: Callee, count: number, draw = 0): string {
  const slope = slopeIn === undefined ? "" : `'${slopeIn}`;
  if (line === undefined && lines === undefined) return `${op}${slope}/${count}`;
  return `${op}${slope}/${count} ${JSON.stringify([line, lines, by, absTol, draw])}`;
}

/** A name for handing slopes on to the cells a callee reads. */
export function handName(callee: Callee, count: number): string {
  return `hand ${nameOf(callee, count)}`;
}

const MASKS: ReadonlySet<string> = new Set<MaskOperation>(["lt", "le", "eq", "and", "or", "not", "maskResult"]);

export function isMask({ operation }: Instruction): boolean {
  return MASKS.has(operation);
}

/** Statements that add to cells, in which many may meet. */
export type Addition = Extract<Statement, { kind: "give" | "scatter" | "spread" | "hand" }>;

export function isAddition(statement: Statement): statement is Addition {
  return ["give", "scatter", "spread", "hand"].includes(statement.kind);
}
