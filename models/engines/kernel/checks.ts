import type { FaultStatement } from "./code.ts";
import type { Instruction } from "./ir.ts";

/** A look at a cell's value, which marks the run as faulty where it is not finite. */
export interface Check {
  readonly cell: number;
  readonly value: Instruction;
  readonly statement: FaultStatement;
}

/** What is not finite makes these not finite either; of a quotient the divisor, which must be finite anyway, is left out. */
const PASSED_ON: ReadonlySet<string> = new Set(["add", "sub", "mul", "div", "neg", "abs", "floor", "ceil"]);

/**
 * Leaves out looks at cells whose faults show in a later cell: a sum is not finite if a part of it is not. Blocks are to be told from the
 * last to the first.
 */
export class Coverage {
  /** Cells seen through another one, in every period in which the gate named holds. */
  private readonly cells = new Map<number, object | undefined>();

  /** Marks the looks a block can do without. */
  thin(checks: readonly Check[], gate: object | undefined): void {
    const seen = new Set<Instruction>();
    const look = (value: Instruction): void => {
      if (seen.has(value)) return;
      seen.add(value);
      const { operation, operands, cell, back, fixed } = value;
      if (operation === "load" && back === 0 && !fixed && (!this.cells.has(cell) || gate === undefined)) {
        this.cells.set(cell, gate);
      }
      if (PASSED_ON.has(operation)) for (const operand of operands.slice(0, operation === "div" ? 1 : 2)) look(operand);
    };
    for (const { cell, value, statement } of checks.toReversed()) {
      const through = this.cells.get(cell);
      const shown = this.cells.has(cell) && (through === undefined || through === gate);
      statement.needless = seen.has(value) || shown;
      look(value);
    }
  }
}
