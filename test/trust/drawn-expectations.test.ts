import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DrawnExpectations } from "../../models/checks/expectations/drawn.ts";
import { statedOf } from "../../models/checks/stated.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { Overwriting } from "../../models/engines/overwriting.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

const DRAWS = Number(process.env["PINGHENG_EXPECTATIONS"] ?? 120);

function prepared(name: string) {
  const raw = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
  const parsed = parseDocument(raw, mechanisms);
  if (!parsed.ok) throw new Error(`${name} does not open`);
  return preparedOf(parsed.value.document);
}

/** A number in [0, 1) that hangs on nothing but its place. */
function chance(...places: readonly number[]): number {
  let hash = 2166136261;
  for (const place of places) hash = Math.imul(hash ^ (place + 0x9e3779b9), 16777619) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32;
}

/** What of a model the expectations look at most: areas and what is counted by them, what is earned and what that costs. */
const POOLS = [/^(area_balance|works|compensation)$/, /^(operating_revenue|operating_cost|lease|replacement)$/, /./];
const FACTORS = [0, 1e-7, 0.5, 0.98, 1.02, 1.5, 3];
const MONTHS = [-36, -12, -1, 1, 12, 60];

describe("what is expected of a draw", () => {
  it.each(["rebuild", "infill", "rehabilitation"])(
    "%s: is the same in draws that are told apart by nothing it hangs on",
    { timeout: 120_000 },
    (name) => {
      const scenario = prepared(name);
      const { graph, bindings } = scenario;
      const stated = statedOf(scenario, scenario.kernel().run(bindings));
      const remembering = new DrawnExpectations(scenario, stated, () => true);
      const inputs = graph.lines.filter(({ index, source }) => source === "input" && bindings.scalars.has(index));
      const mechanismOf = (line: string): string =>
        scenario.document.components.find(({ id }) => line.startsWith(`${id}.`))?.mechanism ?? "none";
      const pools = POOLS.map((mechanism) => inputs.filter(({ id }) => mechanism.test(mechanismOf(id))));
      for (const pool of pools) expect(pool.length).toBeGreaterThan(0);
      const varying = inputs.map(({ index }) => index);
      const written = new Overwriting(graph, bindings, { outputs: remembering.outputs, varying });
      const seen = new Set<string>();
      for (let draw = 0; draw < DRAWS; draw++) {
        const moved = [0, 1, 2].map((k) => {
          const pool = pools[k] ?? inputs;
          return pool[Math.floor(chance(draw, k, 1) * pool.length)];
        });
        for (const [k, line] of moved.entries()) {
          if (line === undefined) continue;
          const now = Number(bindings.scalars.get(line.index));
          const pick = chance(draw, k, 2);
          const to =
            line.unit === "mo"
              ? now + (MONTHS[Math.floor(pick * MONTHS.length)] ?? 0)
              : now * (FACTORS[Math.floor(pick * FACTORS.length)] ?? 1);
          written.write(line.index, to);
        }
        const evaluation = written.evaluate();
        const fresh = new DrawnExpectations(scenario, stated, () => true);
        const said = [...remembering.withheld(evaluation)].toSorted();
        expect(said, `draw ${draw}`).toEqual([...fresh.withheld(evaluation)].toSorted());
        seen.add(said.join(" "));
        for (const line of moved) if (line !== undefined) written.clear(line.index);
      }
      // Draws that lack nothing and draws that lack something were both among them.
      expect(seen.size).toBeGreaterThan(1);
    },
  );
});
