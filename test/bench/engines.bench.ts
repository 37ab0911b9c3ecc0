import { agree, compileKernel, evaluateRecord, type Kernel } from "../../models/engines/index.ts";
import { type BenchModel, benchModel } from "./model.ts";

/** Of these about a quarter are inputs, so that some 1,000 lines are computed. */
const LINES = 1360;
const PERIODS = 480;
const RUNS = 41;

/** Median time of one call in milliseconds. */
function median(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN;
}

/** The yardstick: for every cell one multiplication and one addition over plain Float64Arrays, no cell waiting for another. */
function multiplyAdd(cells: number): () => void {
  const a = new Float64Array(cells).fill(1.5);
  const b = new Float64Array(cells).fill(2.5);
  const sum = new Float64Array(cells).fill(0.5);
  return () => {
    for (let i = 0; i < cells; i++) sum[i] = (a[i] as number) * (b[i] as number) + (sum[i] as number);
  };
}

function goalSeekStep(model: BenchModel, kernel: Kernel): () => void {
  const input = model.inputs[0] as number;
  let value = 10000;
  return () => {
    kernel.setScalar(input, value++);
    kernel.update().scalar(model.output);
  };
}

/** Measures the engines on one synthetic model and prints a table; returns the rows for other programs. */
export function runEngineBench(): Record<string, Record<string, string>> {
  const model = benchModel(LINES, PERIODS);
  const { graph, bindings } = model;
  const cells = graph.lines.filter((line) => line.node !== undefined && line.axis !== "scalar").length * PERIODS;
  const perCell = (ms: number): string => ((ms * 1e6) / cells).toFixed(2);
  const yardstick = multiplyAdd(cells);
  const kernel = compileKernel(graph);
  const compileStart = performance.now();
  kernel.run(bindings);
  const compileMs = performance.now() - compileStart;
  const outputs = compileKernel(graph, { outputs: [model.output] });
  outputs.run(bindings);
  const partial = compileKernel(graph, { outputs: [model.output], varying: [model.inputs[0] as number] });
  partial.run(bindings);
  const steps = {
    full: () => void kernel.update(),
    outputs: () => void outputs.update(),
    partial: goalSeekStep(model, partial),
  };
  for (const work of [yardstick, steps.full, steps.outputs, steps.partial]) median(300, work);
  const base = median(RUNS, yardstick);
  const rows: Record<string, Record<string, string>> = {};
  const add = (name: string, ms: number): void => {
    rows[name] = { ms: ms.toFixed(3), "ns/cell": perCell(ms), "× multiply-add": (ms / base).toFixed(2) };
  };
  add("multiply-add loop", base);
  add("kernel, all lines", median(RUNS, steps.full));
  add("kernel, outputs only", median(RUNS, steps.outputs));
  add("kernel, outputs and one varying input", median(RUNS, steps.partial));
  add("kernel, first run with code generation", compileMs);
  const recordStart = performance.now();
  const record = evaluateRecord(graph, bindings);
  add("record (decimal, 28 digits)", performance.now() - recordStart);
  const differences = agree(record, kernel.run(bindings)).length;
  console.log(
    `engines: ${graph.lines.length} lines (${cells / PERIODS} computed every period), ${PERIODS} periods, ${cells} cells, ${differences} cells differ between record and kernel`,
  );
  console.table(rows);
  return rows;
}
