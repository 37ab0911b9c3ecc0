import { readFileSync } from "node:fs";
import type { SimulationView } from "../../app/contract.ts";
import { Drawers } from "../../app/workers/drawers.ts";
import { BLOCK, Drawing } from "../../models/analysis/simulate/drawing.ts";
import { openSimulation } from "../../models/analysis/simulate/question.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { compileKernel } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { yardstickOf } from "./c/yardstick.ts";

const DRAWS = 10_000;
const BLOCKS = 40;
const ROUNDS = 12;
const RUNS = 100;
/** A draw may take so much of all lines as C. */
const ALLOWED = 0.9;
const REST_MS = 60;

const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

/** Draws of the rebuilding example with all that the file calls uncertain varying, against the whole graph as C; then as the face asks for them. */
export async function runSimulateBench(): Promise<void> {
  const json: unknown = JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8"));
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error("the example does not open");
  await benchDraws(parsed.value.document);
  for (const threads of [1, 2]) await benchThreads(parsed.value.document, threads);
}

async function benchDraws(document: ModelDocument): Promise<void> {
  const opened = openSimulation(document, { draws: DRAWS, seed: 1 }, new GraphShelf(mechanisms, 1));
  if (!opened.ok || opened.value === undefined) throw new Error(JSON.stringify(opened));
  const { graph, bindings } = opened.value.prepared;
  const drawing = new Drawing(opened.value);
  const rows = new Float64Array(DRAWS * drawing.columns.width);
  const c = yardstickOf(compileKernel(graph).run(bindings).snapshot());
  let [draw, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    for (let block = 0; block < BLOCKS; block++) {
      const start = performance.now();
      drawing.block((round * BLOCKS + block) % Math.floor(DRAWS / BLOCK), rows);
      draw = Math.min(draw, ((performance.now() - start) * 1000) / BLOCK);
    }
    if (c !== undefined) whole = Math.min(whole, c.time(RUNS));
    await rest();
  }
  c?.close();
  const ratio = draw / whole;
  console.log(
    `rebuild: ${opened.value.uncertain.length} uncertain inputs, ${draw.toFixed(1)} µs a draw, ${Math.round(1e6 / draw)} draws a second and worker; ` +
      (c === undefined
        ? "no C compiler here, the comparison with C is left out"
        : `${ratio.toFixed(2)} × C, all lines (${whole.toFixed(1)} µs); at most ${ALLOWED}: ${ratio <= ALLOWED ? "kept" : "MISSED"}`),
  );
}

async function benchThreads(document: ModelDocument, threads: number): Promise<void> {
  const drawers = new Drawers(threads);
  const model = { id: "bench", version: 1, document };
  const args = { job: "bench", scenario: "base", draws: DRAWS, seed: 1, of: [], until: [], lang: "en" } as const;
  try {
    await drawers.suggestions({ name: "suggestions", args }, model);
    const times: number[] = [];
    for (const seed of [1, 2, 3]) {
      const start = performance.now();
      const reply = await drawers.simulate({ ...args, seed }, model, () => undefined);
      if (!reply.ok || (reply.value as SimulationView).draws !== DRAWS) throw new Error(JSON.stringify(reply));
      times.push(performance.now() - start);
    }
    const stopping = await stoppingTime(drawers, model, args);
    console.log(
      `rebuild: ${DRAWS} draws asked of ${threads} threads that know the model: ${times.map((ms) => `${Math.round(ms)} ms`).join(", ")}; cancelled within ${stopping.toFixed(0)} ms`,
    );
  } finally {
    await drawers.end();
  }
}

type Asked = Parameters<Drawers["simulate"]>;

async function stoppingTime(drawers: Drawers, model: Asked[1], args: Asked[0]): Promise<number> {
  let told = Number.NaN;
  await drawers.simulate({ ...args, draws: 10 * DRAWS, seed: 9 }, model, () => {
    if (!Number.isNaN(told)) return;
    told = performance.now();
    drawers.cancel(args.job);
  });
  return performance.now() - told;
}
