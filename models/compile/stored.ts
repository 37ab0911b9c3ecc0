import { z } from "zod";
import { resolveScenario, scenarioIds } from "../document/scenario.ts";
import { calendarSchema, conventionsSchema, type ModelDocument } from "../document/schema.ts";
import { compileKernel } from "../engines/index.ts";
import { buildGraph } from "../language/build.ts";
import { DECIMAL_LENGTH_MAX } from "../language/decimal.ts";
import { type Declarations, readDeclarations, writeDeclarations } from "../language/declarations.ts";
import type { Graph } from "../language/graph.ts";
import { buildTimeline } from "../language/timeline.ts";
import type { Registry } from "../mechanisms/define/mechanism.ts";
import { frameOf } from "../results/frame.ts";
import { conventionsOf } from "../terms/conventions.ts";
import { fileProblem } from "../wording/file.ts";
import { fail, type Result, succeed } from "../wording/problem.ts";
import { bind, bindingsOf } from "./bind.ts";
import { compile } from "./compile.ts";
import { contextOf } from "./context.ts";
import { parameterLineId } from "./expand/parameters.ts";
import type { Computation } from "./prepare.ts";
import { structureKey } from "./structure.ts";

/** What a document is computed from, in all its scenarios, as two texts: lines change rarely, values with every revision. */
export interface StoredComputation {
  readonly lines: string;
  readonly inputs: string;
}

const FORMAT = "pingheng/inputs";

/** A decimal literal; values that were searched for are float64 in text. */
const literal = z
  .string()
  .max(DECIMAL_LENGTH_MAX)
  .regex(/^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/);
const value = z.union([literal, z.array(literal)]);

const inputsSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Different values of all scenarios: one decimal literal, or one a period. */
  values: z.array(value),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      /** Which of the sets of lines it is computed with. */
      lines: z.int().min(0),
      timeline: calendarSchema,
      conventions: conventionsSchema,
      /** Input lines that have a value, and its place among the values. */
      inputs: z.record(z.string(), z.int().min(0)),
    }),
  ),
});

type Inputs = z.output<typeof inputsSchema>;

/** Scenarios that cannot be resolved are left out: there is nothing they are computed from. */
export function storeComputation(document: ModelDocument, registry: Registry): StoredComputation {
  const sets: Declarations[] = [];
  const known = new Map<string, { readonly set: number; readonly graph: Graph }>();
  const values = new Map<string, number>();
  const scenarios = scenarioIds(document).flatMap((id): Inputs["scenarios"] => {
    const resolved = resolveScenario(document, id, registry);
    if (!resolved.ok) return [];
    const context = contextOf(resolved.value.document, registry, resolved.value.counts);
    const key = structureKey(context);
    let found = known.get(key);
    if (found === undefined) {
      const { graph, declarations } = compile(context);
      found = { graph, set: sets.push(declarations) - 1 };
      known.set(key, found);
    }
    const { bindings } = bind(found.graph, context);
    const inputs: Record<string, number> = {};
    for (const { id: line, index } of found.graph.lines) {
      const bound = bindings.scalars.get(index) ?? bindings.series.get(index);
      if (bound === undefined) continue;
      const text = JSON.stringify(bound);
      const place = values.get(text) ?? values.size;
      values.set(text, place);
      inputs[line] = place;
    }
    const { start, step, periods } = resolved.value.document.timeline;
    const { conventions } = resolved.value.document;
    return [{ id, lines: found.set, timeline: { start, step, periods }, conventions, inputs }];
  });
  const stored: Inputs = { format: FORMAT, values: [...values.keys()].map((text) => JSON.parse(text)), scenarios };
  return { lines: writeDeclarations(sets), inputs: JSON.stringify(stored) };
}

/** A stored computation read back: scenarios by id, each ready to be computed without any mechanism. */
export type Recomputation = ReadonlyMap<string, () => Computation>;

/**
 * Reads what `storeComputation` wrote. Whatever the texts hold, the answer is a computation or a problem that says why there is none.
 * @param path named in problems
 */
export function readComputation(
  { lines, inputs }: { readonly lines: string | null; readonly inputs: string | null },
  path: string,
): Result<Recomputation> {
  if (lines === null) return fail(fileProblem("no_declarations", {}, path));
  const sets = readDeclarations(lines, path);
  if (!sets.ok) return sets;
  const stored = readInputs(inputs, sets.value);
  if (typeof stored === "string") return fail(fileProblem("declarations", { detail: stored }, path));
  const graphs = new Map<number, Graph>();
  const graphOf = (set: number): Graph => {
    const known = graphs.get(set) ?? graphFrom(sets.value[set]);
    graphs.set(set, known);
    return known;
  };
  return succeed(
    new Map(
      stored.scenarios.map((scenario) => [
        scenario.id,
        () => computationOf(scenario, stored.values, graphOf(scenario.lines)),
      ]),
    ),
  );
}

/** What is wrong with the inputs in a word, if anything is. */
function readInputs(text: string | null, sets: readonly Declarations[]): Inputs | string {
  let json: unknown;
  try {
    json = JSON.parse(text ?? "");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return "inputs";
  }
  const parsed = inputsSchema.safeParse(json);
  if (!parsed.success) return `inputs/${parsed.error.issues[0]?.path.join("/") ?? ""}`;
  const { values, scenarios } = parsed.data;
  const fits = ({ lines, timeline, inputs }: Inputs["scenarios"][number]): boolean =>
    lines < sets.length &&
    Object.values(inputs).every((place) => {
      const literals = values[place];
      return typeof literals === "string" || literals?.length === timeline.periods;
    });
  const misfit = scenarios.find((scenario) => !fits(scenario));
  return misfit === undefined ? parsed.data : `inputs/scenarios/${misfit.id}`;
}

function graphFrom({ decls, parameters }: Declarations = { decls: [], parameters: [] }): Graph {
  const byId = new Map(parameters.map((decl) => [decl.id, decl]));
  return buildGraph(decls, { param: (id, axis) => byId.get(parameterLineId(id, axis)) });
}

function computationOf(
  { timeline: calendar, conventions, inputs }: Inputs["scenarios"][number],
  values: Inputs["values"],
  graph: Graph,
): Computation {
  const timeline = buildTimeline(calendar);
  const frame = frameOf(timeline, conventionsOf(conventions));
  const bindings = bindingsOf(graph, { timeline, frame }, (id) =>
    Object.hasOwn(inputs, id) ? values[inputs[id] ?? 0] : undefined,
  );
  return { timeline, graph, bindings, frame, problems: graph.problems, kernel: () => compileKernel(graph) };
}
