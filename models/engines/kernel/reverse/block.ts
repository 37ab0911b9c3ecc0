import { Code } from "../code.ts";
import type { Block, Instruction, Result, Statement } from "../ir.ts";
import { Copier } from "./copier.ts";
import { handBack } from "./rules.ts";

/** Which cells a slope is wanted through, and the cell beside each where its slope is added up. */
export interface Cotangents {
  readonly isActive: (cell: number) => boolean;
  readonly of: (cell: number) => number;
  readonly isScalar: (cell: number) => boolean;
}

/** Slopes found so far of the instructions in one list of statements; they are added to until the instruction's own turn comes. */
type Slopes = Map<Instruction, Instruction>;

/** Writes one block backwards: what it computed is read or computed again, then its statements are gone through from the last to the first. */
export class BlockReverser {
  readonly code: Code;
  readonly copy: Copier;
  readonly cotangents: Cotangents;
  private readonly block: Block;
  private slopes: Slopes = new Map();
  private readonly active = new Map<Instruction, boolean>();
  /** What a guard's results are inside it. */
  private readonly inside = new Map<Instruction, Instruction>();

  constructor(block: Block, cotangents: Cotangents) {
    this.block = block;
    this.cotangents = cotangents;
    this.code = new Code(block.kind !== "once");
    this.copy = new Copier(block, this.code, cotangents.isScalar);
    this.eachGuard(block.body);
  }

  write(): Block {
    const { block, code, copy } = this;
    const looped = block.kind !== "once";
    this.statements(block.body);
    this.rest();
    const gate = block.gate === undefined ? {} : { gate: copy.value(block.gate) };
    const totals = looped
      ? [...this.slopes].map(([instruction, part]) => ({ instruction, part, whole: code.whole() }))
      : [];
    const epilogue = looped
      ? code.inScope(() => {
          this.slopes = new Map(totals.map(({ instruction, whole }) => [instruction, whole]));
          this.statements(block.prologue);
        }).scope.statements
      : [];
    const common = { kind: block.kind, cells: [], ...gate, prologue: code.prologue, body: code.body, carries: [] };
    return looped ? { ...common, backwards: { totals, epilogue } } : common;
  }

  /** Adds to the slope of an instruction whose turn is still to come. */
  add(instruction: Instruction, slope: Instruction): void {
    if (!this.isActive(instruction)) return;
    const before = this.slopes.get(instruction);
    this.slopes.set(instruction, before === undefined ? slope : this.code.apply("add", before, slope));
  }

  /** Does it change with any cell a slope is wanted through, but in steps? */
  isActive(instruction: Instruction): boolean {
    const known = this.active.get(instruction);
    if (known !== undefined) return known;
    const found = this.decide(instruction);
    this.active.set(instruction, found);
    return found;
  }

  private decide(instruction: Instruction): boolean {
    const { operation, operands, cell, callee } = instruction;
    switch (operation) {
      case "load":
      case "carry":
      case "gather":
      case "sum":
        return this.cotangents.isActive(cell);
      case "floor":
      case "ceil":
      case "lt":
      case "le":
      case "eq":
      case "and":
      case "or":
      case "not":
      case "maskResult":
        return false;
      case "result":
        return this.isActive(this.inside.get(instruction) as Instruction);
      case "sub":
        return operands[0] !== operands[1] && operands.some((operand) => this.isActive(operand));
      default: {
        const { line, lines = [] } = callee ?? {};
        const read = line === undefined ? lines : [line];
        return read.some(this.cotangents.isActive) || operands.some((operand) => this.isActive(operand));
      }
    }
  }

  private statements(statements: readonly Statement[]): void {
    for (const statement of statements.toReversed()) {
      switch (statement.kind) {
        case "store": {
          const { cell, value } = statement;
          if (this.cotangents.isActive(cell) && this.isActive(value))
            this.add(value, this.code.read(this.cotangents.of(cell)));
          break;
        }
        case "define": {
          const slope = this.slopes.get(statement.instruction);
          if (slope === undefined) break;
          this.slopes.delete(statement.instruction);
          handBack(statement.instruction, slope, this);
          break;
        }
        case "guard":
          this.guard(statement);
          break;
        default:
      }
    }
  }

  /** What is inside a guard is gone through behind the same mask; slopes of what it took from outside come out as its results. */
  private guard({ mask, body, results }: Extract<Statement, { kind: "guard" }>): void {
    const { code, copy } = this;
    const given = [
      ...results.map(({ outside, inside }) => this.taken(outside, inside)),
      // Results of guards inside are used outside of both.
      ...resultsWithin(body).map(({ outside }) => this.taken(outside, outside)),
    ].flat();
    if (given.length === 0) return;
    const around = this.slopes;
    this.slopes = new Map();
    const holds = copy.value(mask);
    const { scope, written } = copy.apart(() => {
      for (const { to, slope } of given) this.add(to, code.pick(holds, slope, code.constant(0)));
      this.statements(body);
      return [...this.slopes];
    });
    this.slopes = around;
    const outside = code.guard(
      holds,
      scope,
      written.map(([, slope]) => slope),
    );
    for (const [i, [instruction, within]] of written.entries()) {
      const slope = outside[i] as Instruction;
      // The result of a guard inside is not passed through this one: where this one is left out it is what it was a period ago.
      this.add(instruction, slope === within ? code.pick(holds, slope, code.constant(0)) : slope);
    }
  }

  /** What the loop keeps from the period before may be named inside a guard first and used outside it. */
  private rest(): void {
    for (const [instruction, slope] of [...this.slopes]) {
      if (instruction.operation !== "carry") continue;
      this.slopes.delete(instruction);
      handBack(instruction, slope, this);
    }
  }

  private taken(
    from: Instruction,
    to: Instruction,
  ): readonly { readonly to: Instruction; readonly slope: Instruction }[] {
    const slope = this.slopes.get(from);
    this.slopes.delete(from);
    return slope === undefined ? [] : [{ to, slope }];
  }

  private eachGuard(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (statement.kind !== "guard") continue;
      for (const { outside, inside } of statement.results) this.inside.set(outside, inside);
      this.eachGuard(statement.body);
    }
  }
}

function resultsWithin(statements: readonly Statement[]): readonly Result[] {
  return statements.flatMap((statement) =>
    statement.kind === "guard" ? [...statement.results, ...resultsWithin(statement.body)] : [],
  );
}
