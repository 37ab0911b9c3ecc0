import type { Node } from "../../language/graph.ts";
import { isScalarLine } from "../nodes.ts";
import type { Check, Coverage } from "./checks.ts";
import { Code } from "./code.ts";
import type { Block, Carry, Instruction } from "./ir.ts";
import type { CellValues, Value } from "./machine/value.ts";
import { Machine } from "./machine.ts";
import type { KernelCell, Plan } from "./plan.ts";
import type { ProgramOptions } from "./program.ts";

/** In larger loops last period's values are read from memory: there are not enough registers to keep them. */
const CARRIED_CELLS = 16;

interface Stored {
  readonly value: Value;
  readonly careful: boolean;
}

/** Writes one block: the cells it computes, one after the other, and what it reads of others. */
export class BlockWriter {
  private readonly plan: Plan;
  private readonly options: ProgramOptions;
  private readonly kind: Block["kind"];
  private readonly cells: ReadonlySet<number>;
  private readonly code: Code;
  private readonly swift: Machine;
  private readonly careful: Machine;
  private readonly stored = new Map<number, Stored>();
  private readonly carried = new Map<number, Instruction>();
  private current: KernelCell | undefined;
  private gate: Instruction | undefined;
  private condition: Node | undefined;
  private readonly checks: Check[] = [];

  constructor(
    plan: Plan,
    options: ProgramOptions,
    { kind, cells }: { readonly kind: Block["kind"]; readonly cells: readonly number[] },
  ) {
    this.plan = plan;
    this.options = options;
    this.kind = kind;
    this.cells = new Set(cells);
    this.code = new Code(kind !== "once");
    this.swift = new Machine(this.code, this.reader(false), false);
    this.careful = new Machine(this.code, this.reader(true), true);
  }

  /** Computes cells that are 0 where a scalar condition does not hold; nothing is run then if they are all there is. */
  gated(condition: Node | undefined, cells: readonly number[], whole: boolean): void {
    if (condition === undefined) {
      for (const cell of cells) this.cell(cell, this.cellAt(cell).node as Node);
      return;
    }
    const { code, swift } = this;
    this.current = this.cellAt(cells[0] as number);
    const mask = swift.truthOf(condition).holds;
    if (whole) {
      this.gate = mask;
      this.condition = condition;
      const { scope } = swift.behind(mask, () => {
        for (const cell of cells) this.storeGated(cell, this.gatedValue(cell), mask);
      });
      code.splice(scope);
      return;
    }
    const { scope, written } = swift.behind(mask, () =>
      cells.map((cell) => {
        const value = this.gatedValue(cell);
        // It is looked at before it is stored.
        this.stored.set(cell, { value: { ...value, bounded: true }, careful: false });
        return value;
      }),
    );
    const outside = code.guard(
      mask,
      scope,
      written.map(({ number }) => number),
    );
    for (const [i, cell] of cells.entries()) {
      const { number, bounded } = written[i] as Value;
      const made = outside[i] as Instruction;
      // What was there before the guard has its value whatever the gate says.
      const shown = made === number ? code.pick(mask, number, code.constant(0)) : made;
      this.storeGated(cell, { number: shown, bounded }, mask);
    }
  }

  private gatedValue(cell: number): Value {
    const about = this.cellAt(cell);
    this.current = about;
    return this.swift.value((about.gate as { node: Node }).node);
  }

  /** Draws may differ in their gates, so that one is computed although only the other asks for it. */
  private storeGated(cell: number, value: Value, mask: Instruction): void {
    const { code } = this;
    const shown = this.options.draws
      ? { number: code.pick(mask, value.number, code.constant(0)), bounded: value.bounded }
      : value;
    this.store(cell, shown, this.swift);
  }

  /** Computes and stores a cell. */
  cell(cell: number, node: Node): void {
    const about = this.cellAt(cell);
    this.current = about;
    const isCareful = this.options.careful || about.nullable || about.kind === "part";
    const machine = isCareful ? this.careful : this.swift;
    this.store(cell, machine.value(node), machine);
  }

  /** The block, without the looks at its cells that later blocks make up for. */
  block(coverage: Coverage): Block {
    coverage.thin(this.checks, this.condition);
    const carries = [...this.carried].map(([cell, previous]): Carry => {
      return { previous, current: (this.stored.get(cell) as Stored).value.number };
    });
    const { code, kind, cells, gate } = this;
    const gates = gate === undefined ? {} : { gate };
    return { kind, cells: [...cells], ...gates, prologue: code.prologue, body: code.body, carries };
  }

  private store(cell: number, value: Value, machine: Machine): void {
    const { careful } = machine;
    const statement = careful ? undefined : machine.check(value);
    if (statement !== undefined) this.checks.push({ cell, value: value.number, statement });
    const number = careful ? machine.sound(value) : value.number;
    this.stored.set(cell, { value: { ...value, number, bounded: true }, careful });
    this.code.store(cell, number);
    // Pairs of periods take last period's value from this pair and the one before: once, whoever reads it first.
    if (this.kind === "map") this.carried.set(cell, this.code.carry(cell));
  }

  private cellAt(index: number): KernelCell {
    return this.plan.cells[index] as KernelCell;
  }

  /** How one of the two machines sees other cells. */
  private reader(careful: boolean): CellValues {
    const { code, plan } = this;
    const { graph } = plan;
    const { periods } = this.options;
    /** What careful code left undefined, swift code must not take for a number. */
    const seen = (cell: number, number: Instruction): Value => {
      const { nullable, kind } = this.cellAt(cell);
      return { number, bounded: careful || (!nullable && kind === "line") };
    };
    const same = (cell: number): Value => {
      const stored = this.stored.get(cell);
      if (stored === undefined) return seen(cell, code.load(cell, this.cellAt(cell).scalar));
      return stored.careful === careful || careful ? stored.value : seen(cell, stored.value.number);
    };
    const previous = (cell: number): Value => {
      if (this.cellAt(cell).scalar) return same(cell);
      if (!this.cells.has(cell)) return seen(cell, code.load(cell, false, 1));
      if (this.kind === "scan" && this.cells.size > CARRIED_CELLS) return seen(cell, code.load(cell, false, 1));
      const carry = this.carried.get(cell) ?? code.carry(cell);
      this.carried.set(cell, carry);
      return seen(cell, carry);
    };
    const before = (cell: number, n: number): Value => {
      if (n <= 1 || this.cellAt(cell).scalar) return n === 0 ? same(cell) : previous(cell);
      return seen(cell, code.load(cell, false, n));
    };
    return {
      periods,
      draws: this.options.draws,
      same,
      previous,
      before,
      inSlot: (line, slot) => {
        if (isScalarLine(graph, line)) return same(line);
        const inside = code.apply("least", code.apply("greatest", slot, code.constant(0)), code.constant(periods));
        const found = seen(line, code.gather(line, inside));
        if (!this.stored.has(line)) return found;
        // This period's value may not be in memory yet.
        const now = code.apply("eq", inside, code.time());
        return { ...found, number: code.pick(now, same(line).number, found.number) };
      },
      sum: (line) => ({ number: code.sum(line), bounded: false }),
      stored: (node) => {
        const cell = plan.cellOfNode.get(node);
        return cell !== undefined && this.current?.reads.includes(cell) === true ? same(cell) : undefined;
      },
    };
  }
}
