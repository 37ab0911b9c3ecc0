import { splitBlocks, splitChunks } from "./blocks.ts";
import { emit } from "./emit.ts";
import type { Layout } from "./layout.ts";
import type { KernelCell, Plan, PlanLevel } from "./plan.ts";
import type { KernelRuntime } from "./runtime.ts";
import { Scope } from "./scope.ts";

/** One piece of a compiled program; works on the kernel's memory. */
export type Step = (memory: Float64Array) => void;

interface Source {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly runtime: KernelRuntime;
}

/** Generates the code that computes some cells of a plan, in order. */
export function compileSteps(
  plan: Plan,
  layout: Layout,
  runtime: KernelRuntime,
  wanted: (cell: number) => boolean,
): Step[] {
  const source = { plan, layout, runtime };
  return plan.levels.flatMap((level) => [
    ...scalarSteps(source, level, wanted),
    ...openingSteps(source, level, wanted),
    ...periodSteps(source, level, wanted),
  ]);
}

function scalarSteps(source: Source, level: PlanLevel, wanted: (cell: number) => boolean): Step[] {
  const chunks = splitChunks(level.scalars.filter(wanted), (cell) => cellOf(source.plan, cell).weight);
  return chunks.map((chunk) =>
    generate<Step>(source, chunk, false, (scope) => {
      for (const index of chunk) {
        const { kind, node } = cellOf(source.plan, index);
        scope.begin(index);
        if (kind === "table") scope.fillTable(index);
        else if (node !== undefined) scope.store(index, emit(node, scope));
      }
      return functionText("M", [...scope.prologue, ...scope.body]);
    }),
  );
}

function openingSteps(source: Source, level: PlanLevel, wanted: (cell: number) => boolean): Step[] {
  const opened = level.periods.filter((cell) => wanted(cell) && cellOf(source.plan, cell).opening !== undefined);
  return splitChunks(opened, () => 1).map((chunk) =>
    generate<Step>(source, [], false, (scope) => {
      for (const index of chunk) {
        const { opening } = cellOf(source.plan, index);
        if (opening === undefined) continue;
        scope.begin(index);
        scope.body.push(`M[${scope.offset(index)}] = ${scope.bounded(emit(opening, scope))};`);
      }
      return functionText("M", [...scope.prologue, ...scope.body]);
    }),
  );
}

function periodSteps(source: Source, level: PlanLevel, wanted: (cell: number) => boolean): Step[] {
  const { plan, layout } = source;
  const cells = level.periods.filter(wanted);
  const blocks = splitBlocks(
    cells,
    (cell) => cellOf(plan, cell).reads,
    (cell) => cellOf(plan, cell).weight,
  );
  return blocks.map(({ chunks }) => {
    const [only] = chunks;
    if (chunks.length === 1 && only !== undefined) return loopFunction(source, only);
    const parts = chunks.map((chunk) => chunkFunction(source, chunk));
    return (memory) => {
      for (let t = 1; t <= layout.periods; t++) for (const part of parts) part(memory, t);
    };
  });
}

function loopFunction(source: Source, cells: readonly number[]): Step {
  return generate<Step>(source, cells, true, (scope) => {
    emitCells(source.plan, cells, scope);
    const loop = [...scope.body, ...scope.epilogue].join("\n    ");
    return functionText("M", [
      ...scope.prologue,
      `for (let t = 1; t <= ${source.layout.periods}; t++) {\n    ${loop}\n  }`,
    ]);
  });
}

function chunkFunction(source: Source, cells: readonly number[]): (memory: Float64Array, t: number) => void {
  return generate(source, cells, false, (scope) => {
    emitCells(source.plan, cells, scope);
    return functionText("M, t", [...scope.prologue, ...scope.body]);
  });
}

function emitCells(plan: Plan, cells: readonly number[], scope: Scope): void {
  for (const index of cells) {
    const { node } = cellOf(plan, index);
    scope.begin(index);
    if (node !== undefined) scope.store(index, emit(node, scope));
  }
}

function functionText(parameters: string, statements: readonly string[]): string {
  return `return function (${parameters}) {\n  ${statements.join("\n  ")}\n};`;
}

/**
 * Turns generated text into a function. The text is built from the checked graph's operations, slot numbers and float64 literals printed by
 * us; names and formula text of the user never reach it.
 */
function generate<F>(source: Source, cells: readonly number[], looped: boolean, write: (scope: Scope) => string): F {
  const constants: Int32Array[] = [];
  const scope = new Scope(source.plan, source.layout, cells, { looped, emitEntry: emit, constants });
  const text = write(scope);
  const names = Object.keys(source.runtime).join(", ");
  const build = new Function("R", "K", `"use strict";\nconst { ${names} } = R;\n${text}`) as (
    runtime: KernelRuntime,
    lists: Int32Array[],
  ) => F;
  return build(source.runtime, constants);
}

function cellOf(plan: Plan, index: number): KernelCell {
  return plan.cells[index] as KernelCell;
}
