import type { Node, Relation } from "../../language/graph.ts";
import { operations } from "../../operations/table.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../../operations/ties.ts";
import type { Code, FaultStatement, Scope } from "./code.ts";
import { type Instruction, isMask } from "./ir.ts";

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

/** Longer branches are skipped where no lane takes them. */
const GUARD_FROM = 2;

/**
 * The meaning of the operations, written as instructions, in one of two ways. *Swift* code takes it that every value is finite and leaves a
 * mark where that turns out wrong: the run is then worth nothing and is done again. *Careful* code has NaN for what is undefined, and does
 * with it what the book of record does.
 */
export class Machine {
  readonly code: Code;
  readonly cells: CellValues;
  readonly careful: boolean;
  /** Values of nodes met before, by how deep inside conditions they were met. */
  private readonly memo: Map<Node, Value>[] = [new Map()];
  private path: Instruction | undefined;
  private gate: Instruction | undefined;

  constructor(code: Code, cells: CellValues, careful: boolean) {
    this.code = code;
    this.cells = cells;
    this.careful = careful;
  }

  value(node: Node): Value {
    const stored = this.cells.stored(node);
    if (stored !== undefined) return stored;
    for (const level of this.memo) {
      const known = level.get(node);
      if (known !== undefined) return known;
    }
    const made = operations[node.op].machine(node, this);
    (this.memo.at(-1) as Map<Node, Value>).set(node, made);
    return made;
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

  flag({ holds, defined }: Test): Value {
    const { code } = this;
    const number = code.pick(holds, code.constant(1), code.constant(0));
    if (defined === undefined) return { number, holds, bounded: true };
    return { number: this.where(defined, number), holds, defined, bounded: true };
  }

  /** The number where a condition is defined, undefined elsewhere. */
  where(defined: Instruction | undefined, number: Instruction): Instruction {
    return defined === undefined ? number : this.code.pick(defined, number, this.code.constant(Number.NaN));
  }

  /** Is the value other than zero? */
  truth(value: Value): Test {
    const { code } = this;
    if (value.holds !== undefined) return { holds: value.holds, ...definedBy(value.defined) };
    const number = this.careful ? value.number : this.sound(value);
    const holds = code.apply("lt", code.constant(PURE_TIE), code.apply("abs", number));
    return { holds, ...definedBy(this.careful ? this.finite(number) : undefined) };
  }

  truthOf(node: Node): Test {
    return this.truth(this.value(node));
  }

  /** Where a number is finite. */
  finite(number: Instruction): Instruction {
    return this.code.apply("eq", this.code.apply("sub", number, number), this.code.constant(0));
  }

  both(a: Test, b: Test, combine: (a: Instruction, b: Instruction) => Instruction): Value {
    const defined = a.defined && b.defined ? this.code.and(a.defined, b.defined) : (a.defined ?? b.defined);
    return this.flag({ holds: combine(a.holds, b.holds), ...definedBy(defined) });
  }

  divide(a: Value, b: Value): Value {
    const { code } = this;
    const divisor = this.sound(b);
    const usable = code.apply("lt", code.constant(PURE_TIE), code.apply("abs", divisor));
    this.mark(code.not(usable));
    // Dividing by what is the same in every period: once, before the loop.
    const quotient =
      divisor.fixed && !a.number.fixed
        ? code.apply("mul", a.number, code.apply("div", code.constant(1), divisor))
        : code.apply("div", a.number, divisor);
    return this.open(this.careful ? this.where(usable, quotient) : quotient);
  }

  /** The least or the greatest. */
  extreme(which: "least" | "greatest", values: readonly Value[]): Value {
    const [first, ...rest] = values.map((value) => this.sound(value));
    if (first === undefined) return this.nothing();
    const strict = which === "least" ? "strictLeast" : "strictGreatest";
    return this.bounded(rest.reduce((a, b) => this.code.apply(this.careful ? strict : which, a, b), first));
  }

  /** A comparison with its tie band max(absTol, 1e-9 · larger). */
  compare(relation: Relation, left: Value, right: Value, absTol: number): Value {
    const { code } = this;
    const [a, b] = [left.number, right.number];
    const d = code.apply("sub", a, b);
    if (!left.bounded || !right.bounded) this.mark(code.apply("sub", d, d));
    const size = isConstantZero(a) || isConstantZero(b) ? code.constant(0) : this.larger(a, b);
    // Against zero the relative band is a billionth of the value itself, so only the absolute one can matter.
    const band = code.apply("greatest", code.apply("mul", size, code.constant(RELATIVE_TIE)), code.constant(absTol));
    const below = (x: Instruction, y: Instruction) => code.apply("lt", x, y);
    const holds = {
      ">": () => below(band, d),
      ">=": () => code.apply("le", code.apply("neg", band), d),
      "<": () => below(d, code.apply("neg", band)),
      "<=": () => code.apply("le", d, band),
      "==": () => code.apply("le", code.apply("abs", d), band),
      "!=": () => below(band, code.apply("abs", d)),
    }[relation]();
    return this.flag({ holds, ...definedBy(this.careful ? this.finite(d) : undefined) });
  }

  choose({ holds, defined }: Test, yes: () => Value, no: () => Value): Value {
    const { code } = this;
    if (defined === undefined && (holds === code.yes || holds === code.no)) return holds === code.yes ? yes() : no();
    const a = this.under(holds, yes);
    const b = this.under(code.not(holds), no);
    if (a.holds !== undefined && b.holds !== undefined) {
      const either = (x: Instruction, y: Instruction) => code.or(code.and(holds, x), code.and(code.not(holds), y));
      const inner = a.defined || b.defined ? either(a.defined ?? code.yes, b.defined ?? code.yes) : undefined;
      const all = inner && defined ? code.and(inner, defined) : (inner ?? defined);
      return this.flag({ holds: either(a.holds, b.holds), ...definedBy(all) });
    }
    const number = this.where(defined, code.pick(holds, a.number, b.number));
    return { number, bounded: a.bounded && b.bounded };
  }

  /** Writes what matters only where a mask holds. */
  under(mask: Instruction, write: () => Value): Value {
    const { code, path } = this;
    this.path = path === undefined ? mask : code.and(path, mask);
    const { scope, written } = this.apart(write);
    this.path = path;
    if (!isLong(scope)) {
      code.splice(scope);
      return written;
    }
    const { number, holds, defined, bounded } = written;
    const inside = [number, ...(holds === undefined ? [] : [holds]), ...(defined === undefined ? [] : [defined])];
    const [outside, ...masks] = code.guard(mask, scope, inside);
    const test = holds === undefined ? {} : { holds: masks[0] as Instruction, ...definedBy(masks[1]) };
    return { number: outside as Instruction, bounded, ...test };
  }

  /** Writes what is of use only where a gate holds, for a whole block or as a scope of its own. */
  behind<T>(gate: Instruction, write: () => T): { readonly scope: Scope; readonly written: T } {
    this.gate = gate;
    const made = this.apart(write);
    this.gate = undefined;
    return made;
  }

  private apart<T>(write: () => T): { readonly scope: Scope; readonly written: T } {
    this.memo.push(new Map());
    const made = this.code.inScope(write);
    this.memo.pop();
    return made;
  }

  /** The number with another sign, or with none. */
  signed(operation: "neg" | "abs", { number, bounded }: Value): Value {
    return { number: this.code.apply(operation, number), bounded };
  }

  /** The integer below or above; a hair beyond it counts as lying on it. */
  step(direction: "floor" | "ceil", x: Value): Value {
    const { code } = this;
    const tie = this.stepTie(code.apply("abs", x.number));
    const moved = code.apply(direction === "floor" ? "add" : "sub", x.number, tie);
    return { number: code.apply(direction, moved), bounded: x.bounded };
  }

  /** Half away from zero at so many decimals. */
  round(x: Value, places: number): Value {
    const { code } = this;
    const scale = code.constant(10 ** Math.abs(places));
    const [there, back] = places < 0 ? (["div", "mul"] as const) : (["mul", "div"] as const);
    const scaled = code.apply(there, code.apply("abs", x.number), scale);
    const half = code.apply("add", scaled, code.constant(0.5));
    const steps = code.apply("floor", code.apply("add", half, this.stepTie(scaled)));
    const size = code.apply(back, steps, scale);
    const negative = code.apply("lt", x.number, code.constant(0));
    return this.open(code.pick(negative, code.apply("neg", size), size));
  }

  /** Leaves an operation to the host, which answers NaN where it has no value. */
  host({ op, args, line, lines, by, absTol }: Node): Value {
    const operands = args.map((arg) => this.value(arg).number);
    const held = { ...(line === undefined ? {} : { line }), ...(lines === undefined ? {} : { lines }) };
    const shape = { ...(by === undefined ? {} : { by }), ...(absTol === undefined ? {} : { absTol }) };
    return { number: this.code.call({ op, ...held, ...shape }, operands), bounded: this.careful };
  }

  private larger(a: Instruction, b: Instruction): Instruction {
    return this.code.apply("greatest", this.code.apply("abs", a), this.code.apply("abs", b));
  }

  private stepTie(size: Instruction): Instruction {
    const { code } = this;
    const share = code.apply("mul", size, code.constant(STEP_TIE_RELATIVE));
    const least = code.apply("greatest", share, code.constant(STEP_TIE));
    return code.apply("least", least, code.constant(STEP_TIE_MAX));
  }
}

function definedBy(defined: Instruction | undefined): { readonly defined?: Instruction } {
  return defined === undefined ? {} : { defined };
}

function isConstantZero({ operation, value }: Instruction): boolean {
  return operation === "const" && value === 0;
}

function isLong({ statements }: Scope): boolean {
  const parts = statements.filter((statement) => statement.kind === "define");
  return parts.length >= GUARD_FROM || parts.some(({ instruction }) => instruction.operation === "call");
}
