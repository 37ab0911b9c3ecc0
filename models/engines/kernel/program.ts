import type { Node } from "../../language/graph.ts";
import { BlockWriter } from "./block.ts";
import { splitBlocks } from "./blocks.ts";
import { Coverage } from "./checks.ts";
import type { Program } from "./ir.ts";
import type { KernelCell, Plan } from "./plan.ts";

export interface ProgramOptions {
  /** T. */
  readonly periods: number;
  readonly wanted: (cell: number) => boolean;
  /** Careful code has NaN for undefined cells; swift code says when it met one. */
  readonly careful: boolean;
  /** Lanes are draws, in which gates may differ. */
  readonly draws: boolean;
}

/** Cells of one function that runs over no periods: more would only take longer to compile. */
const ONCE_CELLS = 120;

/** Writes the code that computes some cells of a plan, in order. */
export function writeProgram(plan: Plan, options: ProgramOptions): Program {
  const { wanted, careful } = options;
  const cellOf = (index: number): KernelCell => plan.cells[index] as KernelCell;
  const writers: BlockWriter[] = [];
  for (const level of plan.levels) {
    const periods = level.periods.filter(wanted);
    const opened = periods.filter((cell) => cellOf(cell).opening !== undefined);
    const formula = (cell: number): [number, Node] => [cell, cellOf(cell).node as Node];
    const opening = (cell: number): [number, Node] => [cell, cellOf(cell).opening as Node];
    const once = [...level.scalars.filter(wanted).map(formula), ...opened.map(opening)];
    for (let i = 0; i < once.length; i += ONCE_CELLS) {
      const chunk = once.slice(i, i + ONCE_CELLS);
      const writer = new BlockWriter(plan, options, { kind: "once", cells: chunk.map(([cell]) => cell) });
      for (const [cell, node] of chunk) writer.cell(cell, node);
      writers.push(writer);
    }
    for (const { cells, scan, gate } of splitBlocks(periods, plan.cells, !careful)) {
      const writer = new BlockWriter(plan, options, { kind: scan ? "scan" : "map", cells });
      const runs = runsByGate(cells, (cell) => (careful ? undefined : gateOf(cellOf(cell))));
      for (const run of runs) writer.gated(run.gate, run.cells, gate !== undefined);
      writers.push(writer);
    }
  }
  const coverage = new Coverage();
  const blocks = writers.toReversed().map((writer) => writer.block(coverage));
  return { blocks: blocks.reverse() };
}

/** The condition without which a cell is 0, where it is asked for apart from the cell's formula. */
export function gateOf({ gate, nullable }: KernelCell): Node | undefined {
  return nullable ? undefined : gate?.condition;
}

function runsByGate(cells: readonly number[], conditionOf: (cell: number) => Node | undefined) {
  const runs: { readonly gate: Node | undefined; readonly cells: number[] }[] = [];
  for (const cell of cells) {
    const gate = conditionOf(cell);
    const last = runs.at(-1);
    if (last !== undefined && last.gate === gate) last.cells.push(cell);
    else runs.push({ gate, cells: [cell] });
  }
  return runs;
}
