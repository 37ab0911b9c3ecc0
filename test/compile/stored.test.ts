import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeModel } from "../../app/files/write.ts";
import { computedOnce } from "../../app/revisions/computed.ts";
import { contextOf } from "../../models/compile/context.ts";
import { readComputation, storeComputation } from "../../models/compile/stored.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { fakes } from "../document/fakes.ts";
import { documentOf } from "../document/support.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { fingerprints } from "./fingerprints.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const PATIENCE_MS = 240_000;

const folder = mkdtempSync(join(tmpdir(), "pingheng-stored-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parsed(input: unknown): ModelDocument {
  const result = parseDocument(input, mechanisms);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.document;
}

const example = (name: string) => parsed(JSON.parse(readFileSync(new URL(name, EXAMPLES), "utf8")));

describe("a revision, recomputed from its file by a process that has no mechanisms", () => {
  it.each(modelExamples())(
    "%s: the same numbers on every line of every scenario",
    async (name) => {
      const document = example(name);
      const path = join(folder, `${name}.pingheng`);
      const saved = await writeModel(path, {
        document,
        computed: () => computedOnce(document),
        now: new Date(0),
        writtenBy: "test",
      });
      expect(saved.ok).toBe(true);
      const child = new URL("./recompute.process.ts", import.meta.url).pathname;
      const printed = execFileSync(process.execPath, [child, path], { encoding: "utf8", maxBuffer: 1e8 });
      const { lines } = JSON.parse(printed) as { readonly lines: Readonly<Record<string, Record<string, string>>> };
      expect(Object.keys(lines)).toEqual(scenarioIds(document));
      for (const id of scenarioIds(document))
        expect(lines[id], id).toEqual(fingerprints(preparedOf(document, id), id === "base"));
    },
    PATIENCE_MS,
  );
});

describe("a stored computation", () => {
  const small = parsed(smallDocument());
  const texts = storeComputation(small, mechanisms);

  it("holds one set of lines for scenarios that change values only, and another for one that changes them", () => {
    const sets = ({ lines }: { readonly lines: string }) => (JSON.parse(lines) as { sets: unknown[] }).sets.length;
    const probe = (set: Record<string, unknown>) =>
      storeComputation(
        documentOf((draft) => {
          (draft.scenarios as unknown[]).push({ id: "probe", label: "probe", set });
        }),
        fakes,
      );
    expect(sets(probe({ "components/sale_1/inputs/price": "1" }))).toBe(1);
    expect(sets(probe({ "components/works_1/inputs/kind": "extra" }))).toBe(2);
  });

  it("has the timeline, the years and the conventions of each scenario", () => {
    const stored = readComputation(texts, "x");
    if (!stored.ok) throw new Error(JSON.stringify(stored.problems));
    for (const [id, of] of stored.value) {
      const { frame, bindings, timeline } = of();
      const today = preparedOf(small, id);
      expect([frame, timeline]).toEqual([today.frame, contextOf(today.document, mechanisms).timeline]);
      expect(bindings).toEqual(today.bindings);
    }
  });

  it("leaves out a scenario that cannot be resolved", () => {
    const broken = parsed({ ...smallDocument(), scenarios: [{ id: "bad", label: "bad", set: { nothing: "1" } }] });
    const stored = readComputation(storeComputation(broken, mechanisms), "x");
    expect(stored.ok && [...stored.value.keys()]).toEqual(["base"]);
  });

  it("of a document with mistakes breaks the same lines for the same reasons", () => {
    const wrong = small.components.map((one) => ({ ...one, inputs: { ...one.inputs, price: { formula: "1 +" } } }));
    const document = parsed({ ...small, components: wrong });
    const stored = readComputation(storeComputation(document, mechanisms), "x");
    const rebuilt = stored.ok ? stored.value.get("base")?.() : undefined;
    const { graph } = preparedOf(document);
    expect(graph.broken.size).toBeGreaterThan(0);
    expect(rebuilt?.graph.broken).toEqual(graph.broken);
    expect(rebuilt?.graph.problems).toEqual(graph.problems);
  });

  interface Stored {
    values: unknown[];
    scenarios: { timeline: object }[];
  }

  const inputs = (change: (stored: Stored) => void) => {
    const json = JSON.parse(texts.inputs);
    change(json);
    return { lines: texts.lines, inputs: JSON.stringify(json) };
  };

  it.each([
    ["no inputs at all", { lines: texts.lines, inputs: null }],
    ["inputs that are no JSON", { lines: texts.lines, inputs: "{" }],
    ["inputs of another format", inputs((s) => Object.assign(s, { format: "x" }))],
    ["a value that is no number", inputs((s) => Object.assign(s, { values: ["1; DROP TABLE"] }))],
    ["a value that is not there", inputs((s) => Object.assign(s, { values: [] }))],
    ["a series of another length", inputs((s) => Object.assign(s, { values: s.values.map(() => ["1"]) }))],
    ["a set of lines that is not there", inputs((s) => Object.assign(s.scenarios[0] ?? {}, { lines: 7 }))],
    ["a month that is none", inputs((s) => Object.assign(s.scenarios[0]?.timeline ?? {}, { start: "2026-13" }))],
    ["a thousand years", inputs((s) => Object.assign(s.scenarios[0]?.timeline ?? {}, { periods: 12000 }))],
    ["something nobody wrote", inputs((s) => Object.assign(s.scenarios[0] ?? {}, { spy: 1 }))],
  ])("with %s is refused, never computed", (_what, altered) => {
    const read = readComputation(altered, "x");
    expect(read.ok ? [] : read.problems).toMatchObject([{ code: "file.declarations", path: "x" }]);
  });
});
