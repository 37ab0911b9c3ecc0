import { describe, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { resolveScenario } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "../app/fixtures/small.ts";

type Scenario = { id: string; label: string; parent?: string; set: Record<string, unknown> };

function opened(scenarios: readonly Scenario[]) {
  const parsed = parseDocument({ ...smallDocument(), scenarios }, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  return parsed.value;
}

const PRICE = "components/flats/inputs/price";
const chain = (length: number, set: (index: number) => Record<string, unknown>): readonly Scenario[] =>
  Array.from({ length }, (_, i) => ({
    id: `s${i}`,
    label: `s${i}`,
    set: set(i),
    ...(i === 0 ? {} : { parent: `s${i - 1}` }),
  }));

describe("problems of scenarios", () => {
  it("are those that resolving each of them finds, each once", () => {
    const { document, problems } = opened([
      { id: "good", label: "good", set: { [PRICE]: "61" } },
      { id: "child", label: "child", parent: "good", set: { "components/none/inputs/x": "1", [PRICE]: "62" } },
      { id: "grandchild", label: "grandchild", parent: "child", set: { [PRICE]: "word" } },
      { id: "moved", label: "moved", parent: "good", set: { "timeline/start": "2027-01", [PRICE]: "-1" } },
      { id: "orphan", label: "orphan", parent: "nobody", set: {} },
    ]);
    const found = problems
      .filter(({ path }) => path.startsWith("scenarios/"))
      .map(({ path, code }) => `${code} ${path}`);
    const each = document.scenarios.flatMap(({ id }) => {
      const resolved = resolveScenario(document, id, mechanisms);
      return resolved.ok ? [] : resolved.problems.map(({ path, code }) => `${code} ${path}`);
    });
    expect(new Set(found)).toEqual(new Set(each));
    expect(found).toHaveLength(new Set(each).size);
    expect(found.length).toBeGreaterThan(3);
  });

  it("are looked for with bounded work: what was not tried is said", () => {
    const bad = Object.fromEntries(Array.from({ length: 60 }, (_, j) => [`components/none${j}/inputs/x`, "1"]));
    const { problems } = opened(chain(150, () => bad));
    const own = problems.filter(({ path }) => path.startsWith("scenarios"));
    expect(own.map(({ code }) => code)).toContain("document.scenarios_untried");
    expect(own.length).toBeLessThan(200);
  });

  it("are complete where there are sixty scenarios of forty changes each", () => {
    const paths = Array.from({ length: 40 }, (_, j) => [`components/flats/inputs/price`, `${j + 1}`]);
    const { problems } = opened(chain(60, (i) => (i === 59 ? { [PRICE]: "word" } : Object.fromEntries(paths))));
    expect(problems.map(({ path }) => path)).toContain(`scenarios/s59/set/${PRICE}`);
  });
});

describe("a model file and a JSON file", () => {
  it("are read by one strict reader", async () => {
    const { readModel } = await import("../../db/model-file.ts");
    const text = '{"format":"pingheng/model","format":"x","n":1234567890123456789}';
    const stored = { revision: { document: text } } as Parameters<typeof readModel>[0];
    const read = readModel(stored, "a.pingheng");
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(["document.json_duplicate_key"]);
    const long = { revision: { document: '{"n":1234567890123456789}' } } as Parameters<typeof readModel>[0];
    const kept = readModel(long, "a.pingheng");
    expect(kept.ok && (kept.value.document as { n: unknown } & ModelDocument).n).toBe("1234567890123456789");
  });
});
