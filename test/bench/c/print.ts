import {
  type Block,
  type Callee,
  type Instruction,
  isMask,
  type Program,
  type Statement,
} from "../../../models/engines/kernel/ir.ts";
import { type Uses, usesIn } from "../../../models/engines/kernel/uses.ts";
import type { Places } from "../../../models/operations/reducers/steps.ts";

const INFIX: Readonly<Record<string, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  div: "/",
  lt: "<",
  le: "<=",
  eq: "==",
  and: "&",
  or: "|",
};

const FUNCTIONS: Readonly<Record<string, string>> = { abs: "fabs", floor: "floor", ceil: "ceil", sqrt: "sqrt" };

/** Where cells lie in memory, and when reducers look at them. */
export interface CCells {
  readonly offsets: readonly number[];
  readonly periods: number;
  readonly isScalar: (cell: number) => boolean;
  readonly placesOf: (callee: Callee) => Places;
  readonly periodMonths: readonly number[];
  readonly stepMonths: number;
}

/**
 * A program as C, the yardstick of the bench: the same statements, one period after the other, for the compiler to make the best of. Swift
 * code only. The source defines `int run(double *M)`, which answers whether it met an undefined value.
 */
export function printC(program: Program, cells: CCells): string {
  const functions = program.blocks.map((block, i) => new BlockText(block, cells).print(`block${i}`));
  const calls = program.blocks.map((_, i) => `  faults |= block${i}(M);`);
  return [...functions, "int run(double *M) {", "  int faults = 0;", ...calls, "  return faults;", "}", ""].join("\n");
}

class BlockText {
  private readonly block: Block;
  private readonly cells: CCells;
  private readonly uses: Uses;
  private readonly names = new Map<Instruction, string>();
  private readonly lines: string[] = [];
  private readonly kept: string[] = [];

  constructor(block: Block, cells: CCells) {
    this.block = block;
    this.cells = cells;
    this.uses = usesIn(block);
  }

  print(name: string): string {
    const { block, uses } = this;
    const { periods } = this.cells;
    this.statements(block.prologue);
    const prologue = this.lines.splice(0);
    for (const { previous } of uses.carries) this.names.set(previous, `p${previous.id}`);
    this.statements(block.body);
    const body = this.lines.splice(0);
    const opening = uses.carries.map(({ previous }) => `double p${previous.id} = M[${this.offset(previous.cell)}];`);
    const nexts = uses.carries.map(({ current }, i) => `const double n${i} = ${this.text(current)};`);
    const turns = uses.carries.map(({ previous }, i) => `p${previous.id} = n${i};`);
    const loop =
      block.kind === "once" ? body : [`for (long t = 1; t <= ${periods}; t++) {`, ...body, ...nexts, ...turns, "}"];
    const zeros = block.cells.map((cell) => `memset(M + ${this.offset(cell) + 1}, 0, ${periods} * sizeof(double));`);
    const gated =
      block.gate === undefined ? loop : [`if (${this.text(block.gate)}) {`, ...loop, "} else {", ...zeros, "}"];
    return [
      `static int ${name}(double *M) {`,
      "long faults = 0;",
      ...this.kept,
      ...prologue,
      ...opening,
      ...gated,
      "return faults != 0;",
      "}",
    ].join("\n");
  }

  private statements(statements: readonly Statement[]): void {
    for (const statement of statements) {
      switch (statement.kind) {
        case "define":
          if (this.uses.isKept(statement.instruction)) this.define(statement.instruction);
          break;
        case "store":
          this.lines.push(`M[${this.slot(statement.cell, 0)}] = ${this.text(statement.value)};`);
          break;
        case "fault":
          if (statement.needless) break;
          this.lines.push(`faults |= ${isMask(statement.value) ? "" : "0 != "}${this.text(statement.value)};`);
          break;
        case "guard":
          this.guard(statement);
      }
    }
  }

  private guard({ mask, body, results }: Extract<Statement, { kind: "guard" }>): void {
    const live = results.filter(({ outside }) => this.uses.isUsed(outside));
    for (const { outside } of live) {
      this.names.set(outside, `r${outside.id}`);
      this.lines.push(`${typeOf(outside)} r${outside.id} = 0;`);
    }
    this.lines.push(`if (${this.text(mask)}) {`);
    this.statements(body);
    for (const { outside, inside } of live) this.lines.push(`r${outside.id} = ${this.text(inside)};`);
    this.lines.push("}");
  }

  private define(instruction: Instruction): void {
    if (instruction.operation === "carry") return;
    const name = `v${instruction.id}`;
    if (instruction.operation === "call" && !instruction.fixed && this.block.kind !== "once") {
      this.callIfChanged(instruction, name);
    } else {
      this.lines.push(`const ${typeOf(instruction)} ${name} = ${this.write(instruction)};`);
    }
    this.names.set(instruction, name);
  }

  private callIfChanged({ id, callee, operands }: Instruction, name: string): void {
    const args = operands.map((operand) => this.text(operand));
    const kept = args.map((_, i) => `k${id}_${i}`);
    this.kept.push(`double ${[name, ...kept].map((variable) => `${variable} = NAN`).join(", ")};`);
    const changed = kept.map((variable, i) => `${variable} != ${args[i]}`).join(" || ");
    const keep = kept.map((variable, i) => `${variable} = ${args[i]};`).join(" ");
    this.lines.push(`if (${changed}) { ${keep} ${name} = ${this.call(callee as Callee, kept)}; }`);
  }

  private text(instruction: Instruction): string {
    return this.names.get(instruction) ?? this.write(instruction);
  }

  private write({ operation, operands, value, cell, back, callee, fixed }: Instruction): string {
    const [a = "", b = "", c = ""] = operands.map((operand) => this.text(operand));
    switch (operation) {
      case "const":
        return Number.isFinite(value)
          ? `${value < 0 || Object.is(value, -0) ? `(${value})` : value}${Number.isInteger(value) && Math.abs(value) < 1e21 ? ".0" : ""}`.replace(
              /\)(\.0)$/,
              ".0)",
            )
          : "NAN";
      case "time":
        return "(double)t";
      case "load":
        return fixed ? `M[${this.offset(cell)}]` : `M[${this.slot(cell, back)}]`;
      case "gather":
        return `M[${this.offset(cell)} + (long)${a}]`;
      case "sum":
        return `sum(M + ${this.offset(cell) + 1}, ${this.cells.periods})`;
      case "call":
        return this.call(
          callee as Callee,
          operands.map((operand) => this.text(operand)),
        );
      case "neg":
        return `(-${a})`;
      case "not":
        return `(!${a})`;
      case "least":
      case "greatest":
      case "strictLeast":
      case "strictGreatest":
        return `${operation}(${a}, ${b})`;
      case "pick":
        return `(${a} ? ${b} : ${c})`;
      case "keep":
        return `(${a} ? ${b} : 0.0)`;
      case "drop":
        return `(${a} ? 0.0 : ${b})`;
      default: {
        const infix = INFIX[operation];
        return infix === undefined ? `${FUNCTIONS[operation]}(${a})` : `(${a} ${infix} ${b})`;
      }
    }
  }

  private call(callee: Callee, args: readonly string[]): string {
    if (callee.lines === undefined) {
      if (callee.line !== undefined) return this.valueAt(callee.op, callee.line, args);
      return `${callee.op}${args.length}(${args.join(", ")})`;
    }
    const { lines, periods } = this.cells.placesOf(callee);
    const offsets = lines.flatMap((line) => [this.offset(line), this.cells.isScalar(line) ? 0 : 1]);
    const list = (values: readonly number[]): string => `(const long[]){${values.join(", ")}}`;
    const steps = `&(struct steps){M, ${list(offsets)}, ${lines.length}, ${list(periods)}, ${periods.length}}`;
    return `${callee.op}(${steps}, ${callee.absTol ?? 0}, ${args[0] ?? 0})`;
  }

  private valueAt(op: string, line: number, [month]: readonly string[]): string {
    if (op !== "at") throw new Error(`no C for ${op}`);
    const { periodMonths, stepMonths, periods } = this.cells;
    const months = `(const long[]){${periodMonths.join(", ")}}`;
    const stride = this.cells.isScalar(line) ? 0 : 1;
    return `in_month(M + ${this.offset(line)}, ${stride}, ${month}, ${months}, ${periods}, ${stepMonths})`;
  }

  private slot(cell: number, back: number): string {
    if (this.block.kind === "once") return String(this.offset(cell));
    return `${this.offset(cell) - back} + t`;
  }

  private offset(cell: number): number {
    return this.cells.offsets[cell] as number;
  }
}

function typeOf(instruction: Instruction): string {
  return isMask(instruction) ? "_Bool" : "double";
}
