import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";

const folder = new URL("../../examples/", import.meta.url);

interface Draft {
  components: { id: string; mechanism: string; inputs: Record<string, unknown> }[];
  records: { id: string }[];
}

/** Tests met by a document: verdict → 1 met, 0 not. */
function met(draft: unknown): ReadonlyMap<string, number | undefined> {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  const prepared = preparedOf(parsed.value.document);
  const evaluation = prepared.kernel().run(prepared.bindings);
  const ids = ["B2", "B3", "B4", "B5", "B6", "B7", "B9"].map((id) => `verdict.${id}.test`);
  const values = ids.map((id) => [id, prepared.graph.indexById.get(id)] as const);
  return new Map(values.map(([id, index]) => [id, index === undefined ? undefined : evaluation.scalar(index)]));
}

/** Every record a component names. */
const named = (draft: Draft): readonly string[] => {
  const ids = new Set(draft.records.map(({ id }) => id));
  const words = draft.components.flatMap(({ mechanism, inputs }) =>
    Object.entries(mechanisms.get(mechanism)?.inputs ?? {}).flatMap(([name, { type }]) =>
      type === "record" && ids.has(String(inputs[name])) ? [String(inputs[name])] : [],
    ),
  );
  return [...new Set(words)];
};

describe("a record that no longer holds never turns a verdict to met", () => {
  it.each(modelExamples())("in %s", (file) => {
    const draft = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Draft;
    const before = met(draft);
    for (const record of named(draft)) {
      const without = structuredClone(draft);
      for (const { inputs } of without.components)
        for (const [name, value] of Object.entries(inputs)) if (value === record) delete inputs[name];
      for (const [verdict, value] of met(without))
        if (before.get(verdict) !== 1) expect(value, `${verdict} without ${record}`).not.toBe(1);
    }
  });
});
