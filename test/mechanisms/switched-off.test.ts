import { describe, expect, it } from "vitest";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { randomDocument } from "../random/documents.ts";

const SEEDS = [11, 12, 13, 14];

/** A random project with one scenario for each component, in which it is switched off. */
function projectOf(seed: number): ModelDocument {
  const drawn = randomDocument(seed, { optional: 100 });
  const scenarios = (drawn["components"] as readonly { readonly id: string }[]).map(({ id }) => ({
    id: `without_${id}`,
    label: id,
    set: { [`components/${id}/enabled`]: false },
  }));
  const parsed = parseDocument({ ...drawn, scenarios }, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.document;
}

/** Cells without a value, and lines of the component that still move money. */
function whenOff(document: ModelDocument, shelf: GraphShelf, component: string, before: ReadonlySet<string>) {
  const prepared = prepareScenario(document, `without_${component}`, shelf);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const { graph, kernel, bindings, problems } = prepared.value;
  const evaluation = kernel().run(bindings);
  const own = graph.lines.filter(({ tags, payer }) => tags.component === component && payer !== undefined);
  const moving = own.filter(({ index }) => evaluation.series(index).some((value) => value !== 0));
  const said = [...problems, ...evaluation.gaps.problems].map(({ path, message }) => `${path}: ${message.en}`);
  return {
    problems: said.filter((problem) => !before.has(problem)),
    moving: moving.map(({ id }) => id),
  };
}

describe("a component that is switched off", () => {
  it.each(SEEDS)("moves no money and leaves no other line without a value (document %d)", (seed) => {
    const document = projectOf(seed);
    const shelf = new GraphShelf(mechanisms);
    const whole = prepareScenario(document, undefined, shelf);
    if (!whole.ok) throw new Error(JSON.stringify(whole.problems));
    // Words drawn at random may name nothing; switching something off adds nothing to that.
    const before = new Set(whole.value.problems.map(({ path, message }) => `${path}: ${message.en}`));
    for (const { id } of document.components)
      expect({ id, ...whenOff(document, shelf, id, before) }).toEqual({ id, problems: [], moving: [] });
  });
});
