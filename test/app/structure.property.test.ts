import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { listPaths, scalePath } from "../../models/document/list.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Graph } from "../../models/language/graph.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { compiledOf } from "../support/prepared.ts";
import { smallDocument } from "./fixtures/small.ts";

function parsed(input: unknown): ModelDocument {
  const result = parseDocument(input, mechanisms);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.document;
}

const RUNS = 25;
/** The large example is compiled twice a run, on a machine that may be busy. */
const PATIENCE_MS = 300_000;

const documents = [
  parsed(smallDocument()),
  parsed(JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8"))),
];

/** Everything of a graph that decides what is computed and shown. */
const outlineOf = (graph: Graph): unknown => [
  graph.lines.map(({ node: _node, opening: _opening, ...meta }) => meta),
  [...graph.broken].map(([line, { code, path, message }]) => [line, code, path, message]),
];

/** Edits of every kind: numbers scaled, inputs emptied, switches, dates, words, items of lists. */
const edit = (document: ModelDocument, pick: number, factor: string): ModelDocument => {
  const numbers = listPaths(document, mechanisms);
  const component = document.components[pick % document.components.length];
  const input = Object.keys(component?.inputs ?? {})[pick % 7];
  const path = numbers[pick % numbers.length]?.path ?? "";
  const attempts = [
    () => scalePath(document, path, factor, mechanisms),
    () => writePath(document, path, null, mechanisms),
    () => writePath(document, `components/${component?.id}/enabled`, false, mechanisms),
    () => writePath(document, `components/${component?.id}/inputs/${input}`, null, mechanisms),
    () => writePath(document, "timeline/start", "2027-04", mechanisms),
    () => writePath(document, "timeline/step", "half-year", mechanisms),
    () => writePath(document, `parties/${document.parties[pick % document.parties.length]?.id}`, null, mechanisms),
    () => writePath(document, "conventions/icProject", pick % 2 === 0 ? null : "0.07", mechanisms),
    () => writePath(document, `components/${component?.id}`, null, mechanisms),
    () => writePath(document, "conventions/yearBasis", pick % 2 === 0 ? "project" : null, mechanisms),
    () => writePath(document, "conventions/vatBasis", pick % 2 === 0 ? "excluded" : null, mechanisms),
    () => writePath(document, "conventions/priceBasis", "current", mechanisms),
    () => writePath(document, "project/type", pick % 2 === 0 ? "new_build" : "renovation", mechanisms),
    () => writePath(document, "project/mode", pick % 2 === 0 ? "infill" : null, mechanisms),
    () => writePath(document, "parties/spv/inProject", pick % 2 === 0, mechanisms),
    () => writePath(document, `records/${document.records[pick % 3]?.id}/date`, "2031-05-06", mechanisms),
    () => writePath(document, "packs/zhejiang", null, mechanisms),
    () => writePath(document, "timeline/periods", 7, mechanisms),
    () => writePath(document, "project/households", pick % 2 === 0 ? null : "77", mechanisms),
  ];
  const written = attempts[pick % attempts.length]?.();
  return written?.ok ? written.value : document;
};

describe("a graph from the shelf", () => {
  it.each(documents.map((start) => [start.project.name, start] as const))(
    "is the graph compiling would give, after any run of edits and in any scenario: %s",
    (_name, start) => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(5000), fc.constantFrom("0", "0.5", "3", "-1")), { minLength: 1, maxLength: 4 }),
          fc.nat(5),
          (edits, scenario) => {
            const shelf = new GraphShelf(mechanisms);
            let document = start;
            for (const [pick, factor] of edits) {
              prepareScenario(document, undefined, shelf);
              document = edit(document, pick, factor);
            }
            const ids = scenarioIds(document);
            const prepared = prepareScenario(document, ids[scenario % ids.length], shelf);
            if (!prepared.ok) return;
            const fresh = compiledOf(prepared.value.document);
            expect(outlineOf(prepared.value.graph)).toEqual(outlineOf(fresh.graph));
            const codes = (problems: readonly { readonly code: string; readonly path: string }[]) =>
              new Set(problems.map(({ code, path }) => `${code} ${path}`));
            for (const code of codes(fresh.problems)) expect(codes(prepared.value.problems)).toContain(code);
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );

  it("is the same object after an edit of a value, and another after an edit of the structure", () => {
    const [document] = documents as [ModelDocument];
    const shelf = new GraphShelf(mechanisms);
    const graphOf = (changed: ModelDocument) => {
      const prepared = prepareScenario(changed, undefined, shelf);
      return prepared.ok ? prepared.value.graph : undefined;
    };
    const written = (path: string, value: string | null) => {
      const result = writePath(document, path, value, mechanisms);
      if (!result.ok) throw new Error(path);
      return result.value;
    };
    const first = graphOf(document);
    expect(graphOf(written("components/flats/inputs/price", "61"))).toBe(first);
    expect(graphOf(written("components/flats/inputs/priceCap", "61"))).not.toBe(first);
    expect(graphOf(document)).toBe(first);
  });
});
