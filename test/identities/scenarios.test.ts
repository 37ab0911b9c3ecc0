import { describe, expect, it } from "vitest";
import { prepareDocument, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import type { Bindings, Graph } from "../../models/language/graph.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { drawn } from "../random/corpus.ts";

const SCENARIOS = ["values", "structure", "child"];
/** Several engines and compilations a document; generous, for a machine that does other things too. */
const PATIENCE_MS = 240_000;
const SAMPLE = drawn.slice(0, 15);

/** Every value of every declared line as text, by id. */
function valuesOf(graph: Graph, bindings: Bindings): ReadonlyMap<string, string> {
  const record = evaluateRecord(graph, bindings);
  const { toText } = record.arithmetic;
  return new Map(
    graph.lines
      .filter(({ source }) => source !== "hidden")
      .map(({ id, index, axis }) => {
        const values = axis === "scalar" ? [record.scalar(index)] : record.series(index);
        return [id, values.map((value) => (value === undefined ? "-" : toText(value))).join(" ")];
      }),
  );
}

/** The scenario worked out in two ways: from the model's graph where it fits, and from the patched document alone. */
function both(json: unknown, id: string) {
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const shelf = new GraphShelf(mechanisms);
  const base = prepareScenario(parsed.value.document, undefined, shelf);
  const prepared = prepareScenario(parsed.value.document, id, shelf);
  if (!base.ok || !prepared.ok) throw new Error(`${id}: ${JSON.stringify(prepared)}`);
  const { document, counts, graph, bindings } = prepared.value;
  const alone = prepareDocument(document, id, counts, new GraphShelf(mechanisms));
  return {
    shared: graph === base.value.graph,
    used: valuesOf(graph, bindings),
    alone: valuesOf(alone.graph, alone.bindings),
  };
}

describe("scenarios of random documents", () => {
  it.each(SCENARIOS)(
    "%s: share the graph where they change values only, with the same lines and values as the patched file",
    (id) => {
      let [shared, own] = [0, 0];
      for (const [index, json] of SAMPLE.entries()) {
        const found = both(json, id);
        if (found.shared) shared += 1;
        else own += 1;
        const different = [...found.alone].filter(([line, values]) => found.used.get(line) !== values);
        expect(different.slice(0, 3), `document ${index}`).toEqual([]);
        expect([...found.used.keys()], `document ${index}`).toEqual([...found.alone.keys()]);
      }
      if (id === "values") expect(shared).toBe(SAMPLE.length);
      else expect(own).toBeGreaterThan(SAMPLE.length / 2);
    },
    PATIENCE_MS,
  );
});
