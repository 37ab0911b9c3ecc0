import type { Code, Scope } from "../code.ts";
import type { Block, Instruction, Statement } from "../ir.ts";

type Guard = Extract<Statement, { kind: "guard" }>;

/** Values of a block that has run, in the code of another: what it stored is read from memory, everything else is computed again. */
export class Copier {
  private readonly code: Code;
  /** By how deep inside guards they were copied. */
  private readonly memo: Map<Instruction, Instruction>[] = [new Map()];
  private readonly cellOf = new Map<Instruction, number>();
  private readonly guardOf = new Map<Instruction, Guard>();
  private readonly fixed = new Map<Instruction, Instruction>();
  private readonly looped: boolean;
  private readonly isScalar: (cell: number) => boolean;

  constructor(block: Block, code: Code, isScalar: (cell: number) => boolean) {
    this.code = code;
    this.looped = block.kind !== "once";
    this.isScalar = isScalar;
    this.index(block.body);
  }

  value(instruction: Instruction): Instruction {
    for (const level of [this.fixed, ...this.memo]) {
      const known = level.get(instruction);
      if (known !== undefined) return known;
    }
    const made = this.write(instruction);
    const level = made.fixed && this.looped ? this.fixed : (this.memo.at(-1) as Map<Instruction, Instruction>);
    level.set(instruction, made);
    return made;
  }

  /** Writes into a scope of its own; what is copied there is known only there. */
  apart<T>(write: () => T): { readonly scope: Scope; readonly written: T } {
    this.memo.push(new Map());
    const made = this.code.inScope(write);
    this.memo.pop();
    return made;
  }

  private write(instruction: Instruction): Instruction {
    const { code } = this;
    const { operation, operands, value, cell, back, callee, fixed } = instruction;
    const stored = this.cellOf.get(instruction);
    if (stored !== undefined && operation !== "const" && !(fixed && this.looped))
      return code.load(stored, this.isScalar(stored));
    const [a, b, c] = operands as [Instruction, Instruction, Instruction];
    switch (operation) {
      case "const":
        return code.constant(value);
      case "time":
        return code.time();
      case "load":
        return code.load(cell, fixed, back);
      case "carry":
        return code.load(cell, false, 1);
      case "gather":
        return code.gather(cell, this.value(a));
      case "sum":
        return code.sum(cell);
      case "call":
        return code.call(
          callee as NonNullable<typeof callee>,
          operands.map((operand) => this.value(operand)),
        );
      case "result":
      case "maskResult":
        return this.result(instruction);
      case "pick":
        return code.pick(this.value(a), this.value(b), this.value(c));
      case "keep":
        return code.pick(this.value(a), this.value(b), code.constant(0));
      case "drop":
        return code.pick(this.value(a), code.constant(0), this.value(b));
      case "and":
        return code.and(this.value(a), this.value(b));
      case "or":
        return code.or(this.value(a), this.value(b));
      case "not":
        return code.not(this.value(a));
      default:
        return code.apply(operation, this.value(a), b === undefined ? undefined : this.value(b));
    }
  }

  /** A result of a guard: all of them at once, behind the same mask. */
  private result(wanted: Instruction): Instruction {
    const { mask, results } = this.guardOf.get(wanted) as Guard;
    const holds = this.value(mask);
    const { scope, written } = this.apart(() => results.map(({ inside }) => this.value(inside)));
    const outside = this.code.guard(holds, scope, written);
    const level = this.memo.at(-1) as Map<Instruction, Instruction>;
    for (const [i, result] of results.entries()) level.set(result.outside, outside[i] as Instruction);
    return level.get(wanted) as Instruction;
  }

  private index(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (statement.kind === "store" && !this.cellOf.has(statement.value))
        this.cellOf.set(statement.value, statement.cell);
      if (statement.kind !== "guard") continue;
      for (const { outside } of statement.results) this.guardOf.set(outside, statement);
      this.index(statement.body);
    }
  }
}
