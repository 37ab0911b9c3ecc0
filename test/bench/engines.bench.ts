import { readFileSync } from "node:fs";
import { type Prepared, prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { agree, compileKernel, compilePair, evaluateRecord } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Yardstick, yardstickOf } from "./c/yardstick.ts";

const EXAMPLES = ["rebuild", "rehabilitation"] as const;
/** What a goal seek varies and watches. */
const LEVERS: Readonly<Record<string, string>> = { rebuild: "flats.price", rehabilitation: "hall.rent" };
const INDICATOR = "npv.project.posttax";
/** The machine is shared: each round times every piece of work once, and the least of all rounds counts. */
const ROUNDS = 12;
const RUNS = 150;
/** Time for the machine code to be made good while nothing is timed. */
const REST_MS = 60;

function read(name: string): Prepared {
  const json = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as unknown;
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(`${name} does not open`);
  return prepareDocument(parsed.value.document, "base", ["approved", "received"], new GraphShelf(mechanisms, 1));
}

/** Least microseconds of one call. */
function least(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, (performance.now() - start) * 1000);
  }
  return best;
}

/** The pieces of work of one example: microseconds of one call (of one draw, where two are done at once). */
function worksOf({ graph, bindings }: Prepared, lever: string, c: Yardstick | undefined) {
  const input = graph.indexById.get(lever) as number;
  const indicator = graph.indexById.get(INDICATOR) as number;
  const all = compileKernel(graph);
  const base = all.run(bindings).snapshot();
  const options = { outputs: [indicator], varying: [input] };
  const one = compileKernel(graph, options);
  const two = compilePair(graph, options);
  const varying = [...bindings.scalars.keys(), ...bindings.series.keys()];
  const every = compileKernel(graph, { outputs: [indicator], varying, slopes: true });
  const everyTwo = compilePair(graph, { outputs: [indicator], varying });
  everyTwo.startFrom(base);
  every.run(bindings);
  every.slopes(indicator);
  one.startFrom(base);
  two.startFrom(base);
  const value = base.scalar(input) as number;
  let step = 0;
  const next = (): number => value * (1 + (step++ % 100) / 1000);
  return {
    ...(c === undefined ? {} : { "C, all lines": () => c.time(RUNS) }),
    "kernel, all lines": () => least(RUNS, () => void all.update()),
    "kernel, one lever and one indicator": () =>
      least(RUNS, () => {
        one.setScalar(input, next());
        one.update().scalar(indicator);
      }),
    "kernel, all inputs and one indicator": () => least(RUNS, () => void every.update()),
    "slopes of one indicator in all inputs": () => least(RUNS, () => void every.slopes(indicator)),
    "kernel, two draws at once, each": () =>
      least(RUNS, () => {
        two.set(0, input, next());
        two.set(1, input, next());
        for (const draw of two.update()) draw.scalar(indicator);
      }) / 2,
    "two draws at once, all inputs and one indicator, each": () =>
      least(RUNS, () => {
        everyTwo.set(0, input, next());
        everyTwo.set(1, input, next());
        for (const draw of everyTwo.update()) draw.scalar(indicator);
      }) / 2,
  };
}

async function leastOfRounds(works: Readonly<Record<string, () => number>>): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works))
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, work());
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return best;
}

/** Measures the engines on real examples, against the same graph as C where there is a C compiler. */
export async function runEngineBench(): Promise<void> {
  const rows: Record<string, Record<string, string>> = {};
  for (const name of EXAMPLES) {
    const prepared = read(name);
    const { graph, bindings } = prepared;
    const started = performance.now();
    const first = compileKernel(graph).run(bindings).snapshot();
    const firstMs = performance.now() - started;
    const c = yardstickOf(first);
    const times = await leastOfRounds(worksOf(prepared, LEVERS[name] as string, c));
    const recordStart = performance.now();
    const record = evaluateRecord(graph, bindings);
    const recordMs = performance.now() - recordStart;
    const against = (µs: number): string => {
      const whole = times["C, all lines"];
      return whole === undefined ? "no cc" : (µs / whole).toFixed(2);
    };
    for (const [work, µs] of Object.entries(times)) {
      const single = work.includes("all inputs") ? "all inputs" : "one lever";
      const draw = work.includes("two draws")
        ? (µs / (times[`kernel, ${single} and one indicator`] as number)).toFixed(2)
        : "";
      rows[`${name}: ${work}`] = { µs: µs.toFixed(1), "× C, all lines": against(µs), "× one draw": draw };
    }
    rows[`${name}: kernel, first run with compiling`] = { µs: (firstMs * 1000).toFixed(0) };
    rows[`${name}: record`] = { µs: (recordMs * 1000).toFixed(0) };
    const cells =
      graph.lines.filter((line) => line.node !== undefined && line.axis !== "scalar").length * bindings.periods;
    console.log(
      `${name}: ${graph.lines.length} lines, ${bindings.periods} periods, ${cells} period cells; ${agree(record, first).length} cells differ between record and kernel; ` +
        (c === undefined
          ? "no C compiler here, the comparison with C is left out"
          : `${c.differences} lines differ between kernel and C`),
    );
    c?.close();
  }
  console.table(rows);
}
