import type { Node } from "../../language/graph.ts";
import { bounded, type Code } from "./code.ts";
import type { Layout } from "./layout.ts";
import { type KernelCell, type Plan, untabledOperands } from "./plan.ts";

const ATOM = /^(?:[a-z]\w*|\d[\w.]*|NaN|\(-\d[\w.+-]*\))$/;

/** How to fill a table whose entries move with time; given by the emitter, to which the scope must not point back. */
export type EmitEntry = (node: Node, scope: Scope) => Code;

/**
 * The inside of one generated function: its local names, the statements before and inside the loop. `looped` functions run over the
 * periods themselves and carry last period's values in locals; the others are called once (scalars) or once a period (chunks).
 */
export class Scope {
  readonly periods: number;
  readonly prologue: string[] = [];
  readonly body: string[] = [];
  readonly epilogue: string[] = [];
  private readonly plan: Plan;
  private readonly layout: Layout;
  private readonly looped: boolean;
  private readonly emitEntry: EmitEntry;
  private readonly constants: Int32Array[];
  private readonly own: ReadonlySet<number>;
  private readonly uses = new Map<Node, number>();
  private readonly locals = new Map<string, string>();
  private readonly values = new Map<Node, Code>();
  private current = -1;
  private names = 0;

  constructor(
    plan: Plan,
    layout: Layout,
    cells: readonly number[],
    options: { readonly looped: boolean; readonly emitEntry: EmitEntry; readonly constants: Int32Array[] },
  ) {
    this.plan = plan;
    this.layout = layout;
    this.periods = layout.periods;
    this.looped = options.looped;
    this.emitEntry = options.emitEntry;
    this.constants = options.constants;
    this.own = new Set(cells);
    for (const index of cells) {
      const { node, opening, entries = [] } = this.cell(index);
      for (const root of [node, opening, ...entries]) if (root !== undefined) this.countUses(root, index);
    }
  }

  /** Starts the code of one cell: its expression is spelt out, apart from what it was planned to read. */
  begin(cell: number): void {
    this.current = cell;
  }

  /** Stores a cell's value and makes it readable by the cells after it. */
  store(cell: number, code: Code): void {
    const name = `v${cell}`;
    const text = code.bounded ? code.text : this.bounded(code);
    this.body.push(`const ${name} = ${text};`, `M[${this.address(cell)}] = ${name};`);
    this.locals.set(`same ${cell}`, name);
    if (this.locals.has(`carried ${cell}`)) this.epilogue.push(`p${cell} = ${name};`);
  }

  /** The code of an expression that already has a local or a cell. */
  known(node: Node): Code | undefined {
    const value = this.values.get(node);
    if (value !== undefined) return value;
    const cell = this.plan.cellOfNode.get(node);
    return cell === undefined || !this.isReadBy(this.current, cell) ? undefined : bounded(this.readCell(cell));
  }

  /** Used more than once in this function? */
  isShared(node: Node): boolean {
    return (this.uses.get(node) ?? 0) > 1 && node.op !== "const" && node.op !== "line" && node.op !== "prev";
  }

  remember(node: Node, code: Code): Code {
    const kept = { ...code, text: this.bind(code) };
    this.values.set(node, kept);
    return kept;
  }

  isScalar(node: Node): boolean {
    return this.plan.isScalar(node);
  }

  offset(cell: number): number {
    return this.layout.offsets[cell] as number;
  }

  readSame(line: number): string {
    return this.readCell(line);
  }

  /** Last period's value; carried in a local where this function computed it. */
  readPrevious(line: number): string {
    if (this.cell(line).scalar) return this.readCell(line);
    const offset = this.offset(line);
    if (!this.looped || !this.own.has(line)) return this.local(`previous ${line}`, `M[${offset - 1} + t]`, this.body);
    if (!this.locals.has(`carried ${line}`)) {
      this.locals.set(`carried ${line}`, `p${line}`);
      this.prologue.push(`let p${line} = M[${offset}];`);
      const value = this.locals.get(`same ${line}`);
      if (value !== undefined) this.epilogue.push(`p${line} = ${value};`);
    }
    return `p${line}`;
  }

  /** Address of a table's state slot; a table that moves with time is filled on the spot. */
  table(list: readonly Node[]): number {
    const cell = this.plan.cellOfTable.get(list) as number;
    const { scalar } = this.cell(cell);
    if (!scalar && !this.locals.has(`table ${cell}`)) {
      this.locals.set(`table ${cell}`, "");
      this.fillTable(cell);
    }
    return this.offset(cell);
  }

  /** Statements that fill a table and set its state: 0, or NaN where its entries ought to ascend and do not. */
  fillTable(cell: number): void {
    const { entries = [], ordered } = this.cell(cell);
    const offset = this.offset(cell);
    for (const [i, entry] of entries.entries()) {
      this.body.push(`M[${offset + 1 + i}] = ${this.bounded(this.emitEntry(entry, this))};`);
    }
    this.body.push(`M[${offset}] = ${ordered === true ? `ascending(M, ${offset}, ${entries.length})` : "0"};`);
  }

  /** A local name (or literal) for a piece of code. */
  bind(code: Code): string {
    return this.bindText(code.text);
  }

  bindText(text: string): string {
    if (ATOM.test(text)) return text;
    const name = `x${this.names++}`;
    this.body.push(`const ${name} = ${text};`);
    return name;
  }

  /** The code with an infinite value turned into NaN, so that no later min or max can hide it. */
  bounded(code: Code): string {
    if (code.bounded) return code.text;
    const name = this.bind(code);
    return `(${name} + (${name} - ${name}))`;
  }

  /** A local that keeps its value over all periods. */
  beforeLoop(text: string): string {
    return this.local(`fixed ${text}`, text, this.prologue);
  }

  /**
   * A call of a costly helper. Growth steps once a year and indices often stand still, so a loop calls it only when an argument has
   * changed since the last period.
   */
  stepwise(helper: string, args: readonly Code[]): string {
    const names = args.map((arg) => this.bind(arg));
    const call = `${helper}(${names.join(", ")})`;
    if (!this.looped) return call;
    const kept = names.map(() => `k${this.names++}`);
    const result = `k${this.names++}`;
    this.prologue.push(`let ${[...kept, result].map((name) => `${name} = NaN`).join(", ")};`);
    const changed = names.map((name, i) => `${name} !== ${kept[i]}`).join(" || ");
    const keep = names.map((name, i) => `${kept[i]} = ${name};`).join(" ");
    this.body.push(`if (${changed}) { ${keep} ${result} = ${call}; }`);
    return result;
  }

  /** A local for a list of addresses. */
  constant(addresses: readonly number[]): string {
    this.constants.push(Int32Array.from(addresses));
    return this.beforeLoop(`K[${this.constants.length - 1}]`);
  }

  /** Was the stored expression there when the cell was planned? One stored for a later user is not computed yet. */
  private isReadBy(cell: number, stored: number): boolean {
    return this.cell(cell).reads.has(stored);
  }

  private cell(index: number): KernelCell {
    return this.plan.cells[index] as KernelCell;
  }

  private address(cell: number): string {
    const offset = this.offset(cell);
    return this.cell(cell).scalar ? String(offset) : `${offset} + t`;
  }

  private readCell(cell: number): string {
    const place = this.cell(cell).scalar ? this.prologue : this.body;
    return this.local(`same ${cell}`, `M[${this.address(cell)}]`, place);
  }

  private local(key: string, text: string, place: string[]): string {
    const known = this.locals.get(key);
    if (known !== undefined) return known;
    const name = `r${this.names++}`;
    this.locals.set(key, name);
    place.push(`const ${name} = ${text};`);
    return name;
  }

  private countUses(node: Node, cell: number): void {
    const owner = this.plan.cellOfNode.get(node);
    if (owner !== undefined && this.isReadBy(cell, owner)) return;
    const seen = this.uses.get(node) ?? 0;
    this.uses.set(node, seen + 1);
    if (seen > 0) return;
    const hasTable = (list: readonly Node[]): boolean => this.cell(this.plan.cellOfTable.get(list) as number).scalar;
    for (const operand of untabledOperands(node, hasTable)) this.countUses(operand, cell);
  }
}
