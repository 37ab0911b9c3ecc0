import type { Arithmetic } from "../engines/arithmetic/arithmetic.ts";
import type { Clock } from "../engines/evaluation.ts";
import type { Value } from "../engines/kernel/machine/value.ts";
import type { Machine } from "../engines/kernel/machine.ts";
import type { Node } from "../language/graph.ts";
import type { Text } from "../wording/text.ts";
import type { Adjoint } from "./adjoint.ts";
import type { Excel } from "./excel.ts";
import type { NoAnswerCode, Remark } from "./reducers/answer.ts";
import type { Signature } from "./signature.ts";
import type { Writing } from "./writing.ts";

/**
 * Everything that is known of one operation of the core: a row of the table in `table.ts`. Whatever treats nodes alike (order, engines,
 * explanations, printers) asks this row and never the operation's name.
 */
export interface Operation extends Writing {
  readonly signature: Signature;
  /** How it reads the lines its node names. */
  readonly reads: ReadKind;
  readonly opening: OpeningRule;
  /**
   * Value in period `t` (0 for scalar expressions), in any number system. Undefined operands give an undefined value, except in what is
   * not read: the branch a condition leaves out, convolution weights of zero, rows of a table not looked up.
   */
  readonly value: <V>(node: Node, t: number, cells: Cells<V>) => V;
  /** The operands whose values make up the node's value in this period. */
  readonly inUse: <V>(node: Node, t: number, cells: Cells<V>) => readonly Node[];
  /** The cells the node reads by itself, not through its operands, in this period. */
  readonly cells: <V>(node: Node, t: number, cells: Cells<V>) => readonly CellRead[];
  /** Why there is no value although all operands and cells in use have one. */
  readonly fault: <V>(node: Node, t: number, cells: Cells<V>) => Fault;
  readonly adjoint: Adjoint;
  readonly excel: Excel;
  /** The value as instructions of the kernel. */
  readonly machine: (node: Node, m: Machine) => Value;
  /** Whether these call a function: worth a cell of its own. */
  readonly calls: (node: Node) => boolean;
  /** Of the cells of whole series those that make the value, for explanations; all that were looked at where there is none. */
  readonly decisive: <V>(node: Node, t: number, cells: Cells<V>) => readonly CellRead[];
  /** What must be said beside the value, if anything. */
  readonly remark: <V>(node: Node, t: number, cells: Cells<V>) => Remark | undefined;
}

/** `same` covers scalar lines too; `total`, `at` and `whole` (as reducers read) need every period first and give a scalar. */
export type ReadKind = "none" | "same" | "prev" | "lag" | "convolve" | "total" | "at" | "whole";

/** Whether every period of the lines must be there before the node can be worked out. */
export function readsWhole(kind: ReadKind): boolean {
  return kind === "total" || kind === "at" || kind === "whole";
}

/**
 * What an expression is worth before the first period, where lines without an opening value open with 0:
 * - `itself`: it is the same in every period; `nothing`: it looks back, and nothing was there;
 * - `line`: the opening value of the line read;
 * - `filled`: the operation of its operands' opening values, 0 for those that have none;
 * - `known`: of those that have one; `all`: none unless all have one;
 * - `branch`: the last operand's where the first has none, otherwise as `filled`.
 */
export type OpeningRule = "itself" | "nothing" | "line" | "filled" | "known" | "all" | "branch";

/** Where an expression finds the values of operands and of lines, and when. */
export interface Cells<V> extends Clock {
  readonly arithmetic: Arithmetic<V>;
  /** Value of an operand in period `t`. */
  value(node: Node, t: number): V;
  /** Value of a line in slot `t`; scalar lines answer slot 0 whatever `t` is. */
  read(line: number, t: number): V;
}

/** One cell read. */
export interface CellRead {
  readonly line: number;
  /** 1..T, or 0 for an opening value. */
  readonly period: number;
  /** What the cell is multiplied by, where it is. */
  readonly weight?: Node;
  /** The time read lies outside the horizon: 0 was taken instead of a cell. */
  readonly outside?: true;
}

/** Why an operation has no value of its own. */
export type Fault =
  | {
      readonly kind:
        | "divisionByZero"
        | "powerUndefined"
        | "logUndefined"
        | "rootUndefined"
        | "tooLarge"
        | "tableOrder"
        | "noOperand";
    }
  /** By its nature: the literal `none` with its word for the reason, or a reducer that has no answer. */
  | { readonly kind: "none"; readonly reason: string }
  | { readonly kind: "noAnswer"; readonly code: NoAnswerCode; readonly roots: readonly number[] }
  | { readonly kind: "finance"; readonly fn: string; readonly reason: Text };
