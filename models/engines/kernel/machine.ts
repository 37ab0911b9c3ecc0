import type { Node } from "../../language/graph.ts";
import { operations } from "../../operations/table.ts";
import type { Scope } from "./code.ts";
import type { Instruction } from "./ir.ts";
import { MachineArithmetic } from "./machine/arithmetic.ts";
import { definedBy, type Test, type Value } from "./machine/value.ts";

/** Longer branches are skipped where no lane takes them. */
const GUARD_FROM = 2;

/**
 * The meaning of the operations, written as instructions, in one of two ways. *Swift* code takes it that every value is finite and leaves a
 * mark where that turns out wrong: the run is then worth nothing and is done again. *Careful* code has NaN for what is undefined, and does
 * with it what the book of record does.
 */
export class Machine extends MachineArithmetic {
  /** Values of nodes met before, by how deep inside conditions they were met. */
  private readonly memo: Map<Node, Value>[] = [new Map()];

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

  truthOf(node: Node): Test {
    return this.truth(this.value(node));
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

  /** Leaves an operation to the host, which answers NaN where it has no value. */
  host({ op, args, line, lines, by, absTol }: Node): Value {
    const operands = args.map((arg) => this.value(arg).number);
    const held = { ...(line === undefined ? {} : { line }), ...(lines === undefined ? {} : { lines }) };
    const shape = { ...(by === undefined ? {} : { by }), ...(absTol === undefined ? {} : { absTol }) };
    return { number: this.code.call({ op, ...held, ...shape }, operands), bounded: this.careful };
  }
}

function isLong({ statements }: Scope): boolean {
  const parts = statements.filter((statement) => statement.kind === "define");
  return parts.length >= GUARD_FROM || parts.some(({ instruction }) => instruction.operation === "call");
}
