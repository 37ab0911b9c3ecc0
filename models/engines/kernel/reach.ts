import type { Graph } from "../../language/graph.ts";
import { lineAt } from "../nodes.ts";
import { type Plan, planKernel } from "./plan.ts";

export interface KernelOptions {
  /** Compute only these lines and what they rest on; all lines if absent. */
  readonly outputs?: readonly number[];
  /** Input lines that will change between updates; `update` then computes only what depends on them. All if absent. */
  readonly varying?: readonly number[];
  /** Whether slopes will be asked for. */
  readonly slopes?: boolean;
}

/** What a kernel computes, and what of it again when inputs change. */
export class Reach {
  readonly plan: Plan;
  readonly slopes: boolean;
  private readonly graph: Graph;
  private readonly needed: ReadonlySet<number> | undefined;
  private readonly varying: ReadonlySet<number> | undefined;
  private readonly affected: ReadonlySet<number> | undefined;

  constructor(graph: Graph, { outputs, varying, slopes = false }: KernelOptions) {
    this.graph = graph;
    this.slopes = slopes;
    this.plan = planKernel(graph);
    for (const line of varying ?? []) this.checkInput(line);
    this.needed = outputs === undefined ? undefined : cellsNeeded(this.plan, outputs);
    this.varying = varying === undefined ? undefined : new Set(varying);
    this.affected = varying === undefined ? undefined : cellsAffected(this.plan, varying);
  }

  /** Does anything wanted rest on this cell? */
  wants(cell: number): boolean {
    return this.needed?.has(cell) ?? true;
  }

  /** Is this cell computed anew by an update? */
  updates(cell: number): boolean {
    return this.wants(cell) && this.isComputed(cell) && (this.affected?.has(cell) ?? true);
  }

  /** Is it wanted and left as it is by an update? */
  keeps(cell: number): boolean {
    return this.wants(cell) && !this.updates(cell);
  }

  /** The cells between what varies and a line. */
  between(line: number): (cell: number) => boolean {
    const needed = cellsNeeded(this.plan, [line]);
    return (cell) => needed.has(cell) && (this.affected?.has(cell) ?? true);
  }

  isComputed(cell: number): boolean {
    return this.plan.cells[cell]?.node !== undefined;
  }

  /** Has this line a value after a run? */
  shows(line: number): boolean {
    return this.wants(line) || !this.isComputed(line);
  }

  /** Whether an update is less than a run. */
  get isPartial(): boolean {
    return this.affected !== undefined;
  }

  /** Throws unless the line is an input on this axis that may change between updates. */
  checkVarying(line: number, axis: "scalar" | "series"): void {
    this.checkInput(line);
    const { id } = lineAt(this.graph, line);
    if ((this.plan.cells[line]?.scalar === true) !== (axis === "scalar"))
      throw new RangeError(`input ${id} is a ${axis === "scalar" ? "series" : "scalar"}`);
    if (this.varying?.has(line) === false) throw new RangeError(`input ${id} was not named as varying`);
  }

  private checkInput(line: number): void {
    const { id, source } = lineAt(this.graph, line);
    if (source !== "input") throw new RangeError(`line ${id} is not an input`);
  }
}

/** The cells some outputs rest on, outputs included. */
function cellsNeeded(plan: Plan, outputs: readonly number[]): Set<number> {
  const needed = new Set<number>();
  const waiting = [...outputs];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (needed.has(cell)) continue;
    needed.add(cell);
    waiting.push(...(plan.cells[cell]?.reads ?? []));
  }
  return needed;
}

/** The cells that change when some inputs do, the inputs included. */
function cellsAffected(plan: Plan, inputs: readonly number[]): Set<number> {
  const readers = new Map<number, number[]>();
  for (const [index, cell] of plan.cells.entries()) {
    for (const read of cell.reads) {
      const known = readers.get(read);
      if (known === undefined) readers.set(read, [index]);
      else known.push(index);
    }
  }
  const affected = new Set<number>();
  const waiting = [...inputs];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (affected.has(cell)) continue;
    affected.add(cell);
    waiting.push(...(readers.get(cell) ?? []));
  }
  return affected;
}

/** Tells of a line whether it hangs on some input lines, or is one of them. */
export function movedBy(graph: Graph, inputs: readonly number[]): (line: number) => boolean {
  const [own, reach] = [new Set(inputs), new Reach(graph, { varying: inputs })];
  return (line) => own.has(line) || reach.updates(line);
}
