import { describe, expect, it } from "vitest";
import { type CompiledModel, compileModel, prepareScenario } from "../../models/compile/compile.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { compileKernel, type Kernel } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { randomSituation } from "./random/document.ts";
import { documentOf } from "./support/situation.ts";

const SEEDS = [11, 12, 13, 14];

/** A random project with one scenario for each component, in which it is switched off. */
function projectOf(seed: number): CompiledModel {
  const situation = randomSituation(seed, { complete: true });
  const scenarios = situation.components.map(([id]) => ({
    id: `without_${id}`,
    label: id,
    set: { [`components/${id}/enabled`]: false },
  }));
  const parsed = parseDocument({ ...(documentOf(situation) as object), scenarios }, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileModel(parsed.value.document, mechanisms);
}

/** Cells without a value, and lines of the component that still move money. */
function whenOff(model: CompiledModel, kernel: Kernel, component: string) {
  const prepared = prepareScenario(model, `without_${component}`);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const evaluation = kernel.run(prepared.value.bindings);
  const own = model.graph.lines.filter(({ tags, payer }) => tags.component === component && payer !== undefined);
  const moving = own.filter(({ index }) => evaluation.series(index).some((value) => value !== 0));
  return {
    gaps: evaluation.gaps.problems.map(({ path, message }) => `${path}: ${message.en}`),
    moving: moving.map(({ id }) => id),
  };
}

describe("a component that is switched off", () => {
  it.each(SEEDS)("moves no money and leaves no other line without a value (document %d)", (seed) => {
    const model = projectOf(seed);
    expect(model.problems).toEqual([]);
    const kernel = compileKernel(model.graph);
    for (const { id } of model.document.components)
      expect({ id, ...whenOff(model, kernel, id) }).toEqual({ id, gaps: [], moving: [] });
  });
});
