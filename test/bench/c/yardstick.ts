import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KernelEvaluation } from "../../../models/engines/index.ts";
import { type Plan, planKernel } from "../../../models/engines/kernel/plan.ts";
import { writeProgram } from "../../../models/engines/kernel/program.ts";
import { placesOf } from "../../../models/operations/reducers/steps.ts";
import { printC } from "./print.ts";

/** The same graph as C, compiled and ready to be timed. */
export interface Yardstick {
  /** Least microseconds of one evaluation of all lines, in a process of its own. */
  readonly time: (runs: number) => number;
  /** Lines in which C and the kernel differ by more than rounding. */
  readonly differences: number;
  readonly close: () => void;
}

const FLAGS = ["-O3", "-march=native", "-w", "-lm"];
/** C may join a multiplication and an addition into one rounding. */
const ROUNDING = 1e-9;

/** Prints the three-address form of an evaluation's graph as C and compiles it; undefined where there is no C compiler. */
export function yardstickOf(evaluation: KernelEvaluation): Yardstick | undefined {
  if (spawnSync("cc", ["--version"]).status !== 0) return undefined;
  const { graph, periods, state } = evaluation;
  const { offsets } = state.layout;
  const { numbers } = state.lane;
  const { plan, text } = printed(evaluation);
  const folder = mkdtempSync(join(tmpdir(), "pingheng-c-"));
  const [source, binary, memory] = ["program.c", "program", "memory"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(source, `#include "${join(import.meta.dirname, "support.c")}"\n${text}`);
  execFileSync("cc", ["-o", binary, source, ...FLAGS]);
  const expected = numbers.slice();
  // Inputs only: what the program computes it must compute itself.
  const image = numbers.slice();
  for (const [cell, { scalar }] of plan.cells.entries()) {
    const start = offsets[cell] as number;
    if (isComputed(plan, cell)) image.fill(0, start, start + (scalar ? 1 : periods + 1));
  }
  writeFileSync(memory, new Uint8Array(image.buffer));
  const time = (runs: number): number =>
    Number(
      execFileSync(binary, [memory, String(runs)])
        .toString()
        .split(" ")[0],
    );
  time(1);
  const found = new Float64Array(new Uint8Array(readFileSync(memory)).buffer);
  const differs = (slot: number): boolean => {
    const [a, b] = [expected[slot] as number, found[slot] as number];
    return Number.isNaN(a) !== Number.isNaN(b) || Math.abs(a - b) > ROUNDING * Math.max(1, Math.abs(a)) * 1000;
  };
  const differences = graph.lines.filter(({ index, axis }) => {
    const start = offsets[index] as number;
    return Array.from({ length: axis === "scalar" ? 1 : periods + 1 }, (_, t) => start + t).some(differs);
  }).length;
  return { time, differences, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The graph of an evaluation as C, and the plan it was printed from. */
export function printed({ graph, clock, periods, state }: KernelEvaluation): {
  readonly plan: Plan;
  readonly text: string;
} {
  const plan = planKernel(graph);
  const wanted = (cell: number): boolean => isComputed(plan, cell);
  const program = writeProgram(plan, { periods, wanted, careful: false, draws: false });
  const text = printC(program, {
    offsets: state.layout.offsets,
    periods,
    isScalar: (cell) => plan.cells[cell]?.scalar === true,
    periodMonths: clock.periodMonths,
    stepMonths: clock.stepMonths,
    placesOf: (callee) => placesOf({ ...callee, args: [] }, clock),
  });
  return { plan, text };
}

function isComputed(plan: Plan, cell: number): boolean {
  return plan.cells[cell]?.node !== undefined;
}
