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

function made(
  document: ModelDocument,
  question: { parent?: string; sizes?: readonly (readonly [string, string])[] } = {},
) {
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
    const lowered = made(document, { sizes: [["occupancy_down", "-0.9"]] });
    const shares = lowered.scenarios.find(({ id }) => id === "occupancy_down")?.set ?? {};
    expect(Object.values(shares).every((share) => Number(share) >= 0)).toBe(true);
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
    expect(stressed(example("rebuild.json"), { parent: "nobody" }).ok).toBe(false);
  });

  const document = example("rebuild.json");

  /** What has the name of an adverse change is one: a fall falls and leaves something, a rise rises, months are whole. */
  it.each([
    ["price_down", "0.10"],
    ["price_down", "-0"],
    ["price_down", "-1"],
    ["price_down", "-2"],
    ["price_down", "much"],
    ["price_down", ""],
    ["rent_down", "0.2"],
    ["cost_up", "-0.2"],
    ["cost_up", "-1"],
    ["cost_up", "0"],
    ["rate_up", "-0.01"],
    ["rate_up", "1"],
    ["occupancy_down", "0.1"],
    ["sales_late", "-12"],
    ["sales_late", "1.5"],
    ["sales_late", "0"],
    ["sales_late", "1000"],
    ["nobody", "0.1"],
    ["adverse_all", "-0.1"],
  ])("refuses the size %s = %s, and says which way it goes", (id, size) => {
    const found = stressed(document, { parent: "base", sizes: [[id, size]] });
    expect(found.ok ? [] : found.problems.map(({ code, path }) => [code, path])).toEqual([
      ["stress.size", `sizes/${id}`],
    ]);
    expect(found.ok || found.problems[0]?.hint?.zh).toMatch(/写负数|写正数|月数|可设幅度/);
  });

  it("takes sizes that go their way, each once", () => {
    const sizes = [
      ["price_down", "-0.25"],
      ["cost_up", "0.3"],
      ["rate_up", "0.005"],
      ["sales_late", "18"],
      ["occupancy_down", "-0.4"],
    ] as const;
    const { scenarios } = made(document, { sizes });
    const set = (id: string) => scenarios.find((one) => one.id === id)?.set ?? {};
    // 25,400 × 0.75, and the same in the combined one.
    expect(set("price_down")["components/flats/inputs/price"]).toBe("19050");
    expect(set("adverse_all")["components/flats/inputs/price"]).toBe("19050");
    expect(Object.keys(set("sales_late"))).not.toEqual([]);
    expect(
      stressed(document, {
        parent: "base",
        sizes: [
          ["cost_up", "0.1"],
          ["cost_up", "0.2"],
        ],
      }).ok,
    ).toBe(false);
  });
});
