import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stressed } from "../../app/scenarios/stress.ts";
import { STRESSES } from "../../models/analysis/stress/table.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { readPath } from "../../models/document/path.ts";
import { resolveScenario } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";

const folder = new URL("../../examples/", import.meta.url);

function example(name: string): ModelDocument {
  const parsed = parseDocument(JSON.parse(readFileSync(new URL(name, folder), "utf8")), mechanisms);
  if (!parsed.ok) throw new Error(name);
  return parsed.value.document;
}

function made(document: ModelDocument, question: { parent?: string; sizes?: Record<string, string> } = {}) {
  const found = stressed(document, { parent: "base", ...question });
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message.en).join("\n"));
  return found.value;
}

describe("the standard stress set", () => {
  it("moves inputs that there are", () => {
    for (const { moves = [] } of STRESSES)
      for (const { mechanism, inputs } of moves)
        for (const input of inputs) {
          const [name = "", column] = input.split("/");
          const spec = mechanisms.get(mechanism)?.inputs[name];
          expect([mechanism, input, spec !== undefined]).toEqual([mechanism, input, true]);
          if (column !== undefined) expect(spec?.type === "table" && Object.hasOwn(spec.columns, column)).toBe(true);
        }
  });

  it.each(modelExamples())("can be resolved whole: %s", (name) => {
    const { document, scenarios, left } = made(example(name));
    expect(scenarios.length + left.length).toBe(STRESSES.length);
    expect(parseDocument(JSON.parse(JSON.stringify(document)), mechanisms).ok).toBe(true);
    for (const { id } of scenarios) {
      const resolved = resolveScenario(document, id, mechanisms);
      expect([id, resolved.ok ? [] : resolved.problems]).toEqual([id, []]);
    }
    // A second time everything is there already.
    expect(made(document).scenarios).toEqual([]);
  });

  it("changes what it says by what it says, and no share beyond its bounds", () => {
    const document = example("rebuild.json");
    const { scenarios } = made(document);
    const set = (id: string) => scenarios.find((one) => one.id === id)?.set ?? {};
    expect(set("price_down")["components/flats/inputs/price"]).toBe("22860");
    expect(set("cost_up")["components/works/inputs/items/above/price"]).toBe("3685");
    expect(set("occupancy_down")["components/shops/inputs/ramp/y4/share"]).toBe("0.77");
    const raised = made(document, { sizes: { occupancy_down: "0.5" } });
    const shares = raised.scenarios.find(({ id }) => id === "occupancy_down")?.set ?? {};
    expect(Object.values(shares).every((share) => Number(share) <= 1)).toBe(true);
  });

  it("moves sales by months, whether they follow a month or a phase", () => {
    const document = example("rebuild.json");
    const late = made(document).scenarios.find(({ id }) => id === "sales_late");
    for (const [path, value] of Object.entries(late?.set ?? {})) {
      const before = readPath(document, path);
      const from = (one: unknown) => (one as { profile: { from: unknown } }).profile.from;
      expect(before.ok && from(before.value)).not.toEqual(from(value));
    }
    expect(Object.keys(late?.set ?? {})).not.toEqual([]);
  });

  it("says what it cannot touch, and which size makes no sense", () => {
    const { left } = made(example("zhegong.json"));
    expect(left.find(({ id }) => id === "rebate_refused")?.reason.en).toContain("nothing");
    expect(stressed(example("rebuild.json"), { parent: "base", sizes: { price_down: "much" } }).ok).toBe(false);
    expect(stressed(example("rebuild.json"), { parent: "base", sizes: { nobody: "0.1" } }).ok).toBe(false);
    expect(stressed(example("rebuild.json"), { parent: "nobody" }).ok).toBe(false);
  });
});
