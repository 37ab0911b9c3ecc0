import { floatArithmetic } from "../../models/engines/arithmetic/float.ts";
import type { Node } from "../../models/language/graph.ts";
import type { Kink, Tape } from "../../models/operations/adjoint.ts";
import { operations } from "../../models/operations/table.ts";
import { clock, type Specimen } from "./specimens.ts";

/** Values of a specimen in doubles, and what one run backwards from it collects, by `line@slot`. */
export class SpecimenTape implements Tape {
  readonly arithmetic = floatArithmetic;
  readonly periods = clock.periods;
  readonly periodMonths = clock.periodMonths;
  readonly stepMonths = clock.stepMonths;
  readonly yearOfPeriod = clock.yearOfPeriod;
  readonly indicatorBasis = clock.indicatorBasis;
  readonly adjoints = new Map<string, number>();
  readonly kinks = new Map<string, Kink>();
  private readonly lines: number[][];

  constructor({ lines }: Specimen) {
    this.lines = lines.map((slots) => [...slots]);
  }

  value(node: Node, t: number): number {
    return operations[node.op].value(node, t, this);
  }

  read(line: number, t: number): number {
    return this.lines[line]?.[this.slotOf(line, t)] ?? Number.NaN;
  }

  give(operand: Node, t: number, adjoint: number): void {
    operations[operand.op].adjoint(operand, t, adjoint, this);
  }

  giveCell(line: number, period: number, adjoint: number): void {
    const key = this.keyOf(line, period);
    this.adjoints.set(key, (this.adjoints.get(key) ?? 0) + adjoint);
  }

  kink(operand: Node, t: number, kind: Kink): void {
    if (operand.line !== undefined) this.kinkCell(operand.line, t, kind);
  }

  kinkCell(line: number, period: number, kind: Kink): void {
    this.kinks.set(this.keyOf(line, period), kind);
  }

  /** Slope of a specimen's value in one slot by five values around it, good to some twelve digits. */
  slope({ node, t = 1 }: Specimen, line: number, slot: number): number {
    const slots = this.lines[line] as number[];
    const start = slots[slot] as number;
    const h = 1e-3 * Math.max(1, Math.abs(start)) * (Math.abs(start) < 0.3 ? 0.1 : 1);
    const at = (steps: number): number => {
      slots[slot] = start + steps * h;
      return this.value(node, t);
    };
    const slope = (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
    slots[slot] = start;
    return slope;
  }

  keyOf(line: number, t: number): string {
    return `${line}@${this.slotOf(line, t)}`;
  }

  private slotOf(line: number, t: number): number {
    return this.lines[line]?.length === 1 ? 0 : t;
  }
}
