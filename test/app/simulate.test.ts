import { afterAll, describe, expect, it } from "vitest";
import type { SimulationChecksView, SimulationView } from "../../app/contract.ts";
import { checksView, simulateOnce, simulationView } from "../../app/model/simulate.ts";
import { Drawers } from "../../app/workers/drawers.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "./fixtures/small.ts";

const uncertainty = [
  { id: "price", path: "components/flats/inputs/price", distribution: "normal", mean: "60", sd: "6" },
  {
    id: "works",
    path: "components/works/inputs/amount/profile/*",
    distribution: "pert",
    low: "0.9",
    mode: "1",
    high: "1.4",
    correlations: [{ with: "price", rank: "0.5" }],
  },
];
const parsed = parseDocument({ ...smallDocument(), uncertainty }, mechanisms);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const model = { id: "s", version: 3, document: parsed.value.document };
const args = {
  job: "j",
  scenario: "base",
  draws: 500,
  seed: 9,
  of: [],
  until: ["balance.static>=0"],
  lang: "zh",
} as const;

const [one, two] = [new Drawers(1), new Drawers(2)];
afterAll(() => Promise.all([one.end(), two.end()]));

describe("threads that draw together", () => {
  it("come to the same, bit by bit, one or two of them, or none", async () => {
    const replies = await Promise.all([one, two].map((drawers) => drawers.simulate(args, model, () => undefined)));
    const here = simulateOnce(model.document, args, { onProgress: () => undefined, shouldStop: () => false });
    if (!here.ok || here.value === undefined) throw new Error(JSON.stringify(here));
    const { checks, ...answer } = here.value;
    for (const reply of replies) expect(reply).toEqual({ ok: true, value: simulationView(answer, 3) });
    const which = (replies[0] as { readonly value: SimulationView }).value.toCheck;
    const checked = await two.check({ name: "simulationChecks", args: { ...args, which } }, model, () => undefined);
    const { draws, conditions } = (checked as { readonly value: SimulationChecksView }).value;
    expect({ draws, conditions }).toEqual(checksView(checks, "zh"));
  });

  it("show what is there so far, and stop when told, whatever they are at", async () => {
    const many = { ...args, job: "many", draws: 150_000 };
    const partials: number[] = [];
    const reply = await two.simulate(many, model, ({ partial }) => {
      if (partial === undefined) return;
      partials.push(partial.draws);
      expect(partial.fans[0]?.years.length).toBe(10);
      expect(two.cancel("many")).toBe(true);
    });
    expect(partials.length).toBeGreaterThan(0);
    expect(reply).toMatchObject({ ok: false, problems: [{ code: "simulate.stopped", path: "many" }] });
    // Stopped before it began: no thread is left at work.
    const begun = two.simulate({ ...many, job: "at once" }, model, () => undefined);
    two.cancel("at once");
    expect(await begun).toMatchObject({ ok: false, problems: [{ code: "simulate.stopped" }] });
    expect(await two.simulate(args, model, () => undefined)).toMatchObject({ ok: true });
    expect(two.cancel("many")).toBe(false);
  });

  it("pass on why there is nothing to draw", async () => {
    const certain = { ...model, id: "c", document: { ...model.document, uncertainty: [] } };
    expect(await two.simulate(args, certain, () => undefined)).toMatchObject({
      ok: false,
      problems: [{ code: "simulate.none", path: "uncertainty" }],
    });
  });

  it("suggest what could be uncertain, and leave out what is already", async () => {
    const reply = await two.suggestions({ name: "suggestions", args: { scenario: "base", lang: "zh" } }, model);
    const { suggestions } = (
      reply as { readonly value: { readonly suggestions: readonly { path: string; low: string; high: string }[] } }
    ).value;
    const paths = suggestions.map(({ path }) => path);
    expect(paths).not.toContain("components/flats/inputs/price");
    expect(suggestions.find(({ path }) => path === "components/capital/inputs/rate")).toMatchObject({
      low: "0.032",
      high: "0.052",
    });
  });
});
