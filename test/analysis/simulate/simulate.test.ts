import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulateOnce } from "../../../app/model/simulate.ts";
import { checkDraws } from "../../../models/analysis/simulate/check.ts";
import { Drawing } from "../../../models/analysis/simulate/drawing.ts";
import { openSimulation, type SimulationQuestion } from "../../../models/analysis/simulate/question.ts";
import type { Simulated } from "../../../models/analysis/simulate/simulate.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { smallDocument } from "../../app/fixtures/small.ts";
import { recordOf } from "../../support/prepared.ts";

type Json = Record<string, unknown>;

function opened(json: unknown): ModelDocument {
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.document;
}

const small = (uncertainty: readonly Json[], more: Json = {}): ModelDocument =>
  opened({ ...smallDocument(), ...more, uncertainty });

const asked = (question: Partial<SimulationQuestion>): SimulationQuestion => ({ draws: 400, seed: 1, ...question });
const HOOKS = { onProgress: () => undefined, shouldStop: () => false };

function simulated(document: ModelDocument, question: Partial<SimulationQuestion> = {}): Simulated {
  const answer = simulateOnce(document, asked(question), HOOKS);
  if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
  return answer.value;
}

function refusal(
  document: ModelDocument,
  question: Partial<SimulationQuestion> = {},
): readonly [code: string, path: string, hint: string] {
  const answer = simulateOnce(document, asked(question), HOOKS);
  const [problem] = answer.ok ? [] : answer.problems;
  expect(problem?.hint?.zh.length).toBeGreaterThan(0);
  return [problem?.code ?? "", problem?.path ?? "", problem?.hint?.en ?? ""];
}

/** A line's one value by the book of record, with a place of the document written. */
function recorded(document: ModelDocument, line: string, path: string, value: boolean): number {
  const written = writePath(document, path, value, mechanisms);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  const { graph, evaluation } = recordOf(written.value);
  return Number(evaluation.scalar(graph.indexById.get(line) ?? -1) ?? Number.NaN);
}

const PRICE = { id: "price", path: "components/flats/inputs/price", distribution: "normal", mean: "60", sd: "3" };
const RENT = {
  id: "rent",
  path: "components/rent/inputs/amount/profile/*",
  distribution: "normal",
  mean: "1",
  sd: "0.05",
};
const LINE = "flats.receipt@total";
/** Prices include VAT of 9 %, receipts do not. */
const VAT = 1.09;
const SUM = {
  id: "both",
  label: "both",
  unit: "CNY",
  kind: "scalar",
  formula: "total(flats.receipt) + total(rent.flow)",
};

describe("a simulation of a line that is straight in its inputs", () => {
  const document = small([PRICE, RENT], { customLines: [SUM] });
  const answer = simulated(document, { draws: 2000, of: [LINE, "both"] });
  const [receipts, both] = answer.figures;

  it("has the mean and deviation of the sum of normals, within two of its errors", () => {
    // 100 m² at 60, and rents of 30 100.
    expect(receipts?.base).toBeCloseTo(6000 / VAT, 6);
    const error = 300 / VAT / Math.sqrt(2000);
    expect(Math.abs((receipts?.told?.mean ?? 0) - 6000 / VAT)).toBeLessThan(2 * error);
    expect(Math.abs((receipts?.told?.deviation ?? 0) - 300 / VAT)).toBeLessThan(2 * error);
    const expected = Math.hypot(300, 0.05 * 30_100) / VAT;
    const spread = expected / Math.sqrt(2000);
    expect(Math.abs((both?.told?.mean ?? 0) - (both?.base ?? 0))).toBeLessThan(2 * spread);
    expect(Math.abs((both?.told?.deviation ?? 0) - expected)).toBeLessThan(2 * spread);
  });

  it("splits the variance by those of the inputs, and names none that a figure does not hang on", () => {
    const share = (300 / Math.hypot(300, 0.05 * 30_100)) ** 2;
    const drivers = both?.told?.drivers ?? [];
    expect(drivers.map(({ input }) => input)).toEqual(["rent", "price"]);
    expect(drivers[1]?.index).toBeCloseTo(share, 1);
    expect(receipts?.told?.drivers.map(({ input }) => input)).toEqual(["price"]);
    expect(receipts?.told?.drivers[0]?.index).toBeCloseTo(1, 1);
  });

  it("comes nearer with more draws, and says how near it is", () => {
    const running = receipts?.told?.convergence ?? [];
    expect(running.at(-1)).toEqual({
      draws: 2000,
      value: receipts?.told?.mean,
      error: expect.closeTo(300 / VAT / Math.sqrt(2000), 0),
    });
    expect(running.map(({ error }) => error).toSorted((a, b) => b - a)[0]).toBeGreaterThan(
      2 * (running.at(-1)?.error ?? 0),
    );
    for (const { value, error } of running) expect(Math.abs(value - 6000 / VAT)).toBeLessThan(4 * error);
  });

  it("is confirmed by the book of record", () => {
    expect(answer.checks.draws.length).toBeGreaterThan(0);
    expect(answer.checks.draws.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it("says the same for the same seed, and something else for another", () => {
    expect(simulated(document, { draws: 200, of: [LINE] })).toEqual(simulated(document, { draws: 200, of: [LINE] }));
    const other = simulated(document, { draws: 200, seed: 2, of: [LINE] });
    expect(other.figures[0]?.told?.mean).not.toEqual(
      simulated(document, { draws: 200, of: [LINE] }).figures[0]?.told?.mean,
    );
  });
});

describe("inputs that reach the graph in other ways", () => {
  it("draws months of a phase, and what is scaled by a factor where the phase moves it, as the document has them", () => {
    const [works, ...others] = smallDocument()["components"] as [Json, ...Json[]];
    const inputs = works["inputs"] as Json;
    const amount = {
      profile: {
        from: { phase: "build", edge: "start" },
        every: "year",
        values: ["9000", "15000", "6000"],
        meaning: "amount",
      },
    };
    const components = [{ ...works, inputs: { ...inputs, amount } }, ...others];
    const document = small(
      [
        { id: "months", path: "timeline/phases/build/months", distribution: "uniform", low: "24", high: "48" },
        {
          id: "factor",
          path: "components/works/inputs/amount/profile/*",
          distribution: "triangular",
          low: "0.9",
          mode: "1",
          high: "1.3",
        },
        {
          id: "start",
          path: "components/flats/inputs/handover",
          distribution: "triangular",
          low: "2028-06",
          mode: "2029-01",
          high: "2030-06",
        },
      ],
      { components },
    );
    const answer = simulated(document, { draws: 60 });
    expect(answer.checks.draws.every(({ agrees }) => agrees)).toBe(true);
    expect(answer.inputs.map(({ kind }) => kind)).toEqual(["number", "factor", "month"]);
  });

  it("draws a switch: the odds of what hangs on it alone are its own", () => {
    const path = "components/rent/enabled";
    const document = small([{ id: "let", path, distribution: "bernoulli", probability: "0.7", yes: true, no: false }]);
    const answer = simulated(document, { draws: 1000, of: [], until: ["rent.flow@total>=1"] });
    expect(answer.targets[0]?.probability).toBe(0.7);
    expect(answer.targets[0]?.convergence.at(-1)?.draws).toBe(1000);
  });

  it("cuts a distribution off at the input's bounds and says what was cut", () => {
    const path = "components/capital/inputs/capitalRatio";
    const document = small([{ id: "share", path, distribution: "normal", mean: "0.9", sd: "0.1" }]);
    const [input] = simulated(document, { draws: 50 }).inputs;
    expect(input?.cut.to).toBe("1");
    expect(input?.cut.above).toBeCloseTo(0.15866, 4);
  });
});

describe("what a draw does not decide", () => {
  it("keeps a verdict from being met where something expected is absent, as in the scenario itself", () => {
    const document = small([PRICE], { absences: [] });
    const answer = simulated(document, { draws: 50 });
    const withheld = answer.verdicts.filter(({ base, reason }) => base === null && reason === "incomplete");
    expect(withheld.length).toBeGreaterThan(0);
    for (const { met, undecided, missed } of withheld) expect([met, undecided + missed]).toEqual([0, 50]);
    expect(answer.checks.draws.every(({ agrees }) => agrees)).toBe(true);
  });

  it("counts draws without a value, and leaves them missing", () => {
    // Half of the draws let nothing, and nothing can be divided by that.
    const path = "components/rent/enabled";
    const ratio = { ...SUM, id: "ratio", unit: "1", formula: "total(flats.receipt) / total(rent.flow)" };
    const rented = { id: "let", path, distribution: "bernoulli", probability: "0.5", yes: true, no: false };
    const document = small([rented], { customLines: [ratio] });
    expect([true, false].map((value) => Number.isNaN(recorded(document, "ratio", path, value)))).toEqual([false, true]);
    const [rate] = simulated(document, { draws: 100, of: ["ratio"] }).figures;
    expect(rate?.missing).toBe(50);
    expect((rate?.missing ?? 0) + (rate?.told?.histogram.counts.reduce((sum, count) => sum + count, 0) ?? 0)).toBe(100);
  });
});

describe("what cannot be simulated is refused by name", () => {
  it.each<readonly [string, readonly Json[], Partial<SimulationQuestion>, string, string]>([
    ["nothing uncertain", [], {}, "simulate.none", "uncertainty"],
    ["no draws", [PRICE], { draws: 0 }, "simulate.draws", "draws"],
    ["half a draw", [PRICE], { draws: 1.5 }, "simulate.draws", "draws"],
    ["a seed below 0", [PRICE], { seed: -1 }, "simulate.seed", "seed"],
    ["a target nothing uncertain reaches", [PRICE], { of: ["rent.flow@total"] }, "simulate.idle", "of"],
    ["a target that is none", [PRICE], { until: ["rubbish"] }, "solve.target_unreadable", "until"],
    [
      "bounds the wrong way round",
      [{ ...PRICE, distribution: "uniform", low: "70", high: "50", mean: undefined, sd: undefined }],
      {},
      "document.uncertain_order",
      "uncertainty/price/high",
    ],
    [
      "a mode outside",
      [{ id: "p", path: PRICE.path, distribution: "triangular", low: "50", mode: "80", high: "70" }],
      {},
      "document.uncertain_order",
      "uncertainty/p/high",
    ],
    [
      "a distribution beyond the bounds",
      [{ id: "r", path: "components/capital/inputs/capitalRatio", distribution: "uniform", low: "2", high: "3" }],
      {},
      "simulate.outside",
      "uncertainty/r",
    ],
    ["a word for a number", [{ ...PRICE, mean: "2028-06" }], {}, "simulate.figure", "uncertainty/price/mean"],
    [
      "what changes the lines there are",
      [
        {
          id: "w",
          path: "components/capital/inputs/form",
          distribution: "bernoulli",
          probability: "0.5",
          yes: "bullet",
          no: "equal_principal",
        },
      ],
      {},
      "simulate.structural",
      "uncertainty/w",
    ],
    [
      "a word with a density",
      [{ id: "w", path: "components/rent/inputs/category", distribution: "uniform", low: "1", high: "2" }],
      {},
      "simulate.kind",
      "uncertainty/w/distribution",
    ],
    [
      "correlations that contradict each other",
      [
        {
          ...PRICE,
          correlations: [
            { with: "rent", rank: "0.9" },
            { with: "cost", rank: "-0.9" },
          ],
        },
        { ...RENT, correlations: [{ with: "cost", rank: "0.9" }] },
        {
          id: "cost",
          path: "components/works/inputs/amount/profile/*",
          distribution: "uniform",
          low: "0.9",
          high: "1.2",
        },
      ],
      {},
      "simulate.correlation",
      "uncertainty",
    ],
  ])("%s", (_name, uncertainty, question, code, path) => {
    const cleaned = uncertainty.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
    );
    expect(refusal(small(cleaned), question).slice(0, 2)).toEqual([code, path]);
  });

  it("offers the nearest correlations that hold together", () => {
    const three: [Json, Json, Json] = [
      PRICE,
      RENT,
      {
        id: "cost",
        path: "components/works/inputs/amount/profile/*",
        distribution: "uniform",
        low: "0.9",
        high: "1.2",
      },
    ];
    const [price, rent, cost] = three;
    const bad = [
      {
        ...price,
        correlations: [
          { with: "rent", rank: "0.9" },
          { with: "cost", rank: "-0.9" },
        ],
      },
      { ...rent, correlations: [{ with: "cost", rank: "0.9" }] },
      cost,
    ];
    const [, , hint] = refusal(small(bad));
    const found = [...hint.matchAll(/(\w+)–(\w+) (-?[\d.]+)/g)].map(([, a, b, rank]) => ({ a, b, rank: rank ?? "" }));
    expect(found).toHaveLength(3);
    const mended = three.map((one) => ({
      ...one,
      correlations: found.filter(({ a }) => a === one.id).map(({ b, rank }) => ({ with: b, rank })),
    }));
    expect(simulated(small(mended), { draws: 50 }).correlations).toHaveLength(3);
  });
});

/** Draws of one number of a plan that the book of record judges otherwise. */
function otherwise(document: ModelDocument, uncertain: Json, draws: number): readonly string[] {
  const shelf = new GraphShelf(mechanisms);
  const question = asked({ draws });
  const found = openSimulation({ ...document, uncertainty: [uncertain as never] }, question, shelf);
  if (!found.ok || found.value === undefined) throw new Error(JSON.stringify(found));
  const drawing = new Drawing(found.value);
  const all = Array.from({ length: draws }, (_, draw) => draw);
  return checkDraws(found.value, drawing, all, shelf).draws.flatMap(({ draw, agrees, differing }) =>
    agrees ? [] : [`${drawing.inputs(draw)}: ${differing}`],
  );
}

describe("the rebuilding example", () => {
  const document = opened(JSON.parse(readFileSync(new URL("../../../examples/rebuild.json", import.meta.url), "utf8")));

  it("says how likely each verdict is, and the book of record agrees on the draws it looks at", () => {
    const answer = simulated(document, { draws: 300 });
    const { B1, B2 } = Object.fromEntries(answer.verdicts.map((verdict) => [verdict.id, verdict]));
    expect(B1?.probability).toBe(1);
    expect((B2?.met ?? 0) + (B2?.missed ?? 0) + (B2?.undecided ?? 0)).toBe(300);
    expect(answer.unwatched).toEqual(["B8"]);
    expect(answer.checks.draws.map(({ agrees }) => agrees)).not.toContain(false);
    // A fan is told at the ends of years and lies in order.
    for (const { quantiles = [] } of answer.fans.flatMap(({ years }) => years))
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
  });

  const HOMES = "components/area/inputs/existing/homes/legal";

  it.each([
    ["less stands than the vote states", HOMES, { low: "26500", high: "27500" }, "B2"],
    ["some of it is neither cleared nor compensated", HOMES, { low: "27140", high: "27260" }, "B3"],
    ["what runs ends before its income", "components/running/inputs/end", { low: "2060-01", high: "2066-12" }, "B7"],
  ])("leaves a draw undecided that the record leaves undecided: %s", (_, path, ends, verdict) => {
    const one = { id: "one", path, distribution: "uniform", source: "test", ...ends };
    expect(otherwise(document, one, 8)).toEqual([]);
    const odds = simulated({ ...document, uncertainty: [one as never] }, { draws: 60 }).verdicts;
    const undecided = odds.find(({ id }) => id === verdict)?.undecided ?? 0;
    expect(undecided).toBeGreaterThan(0);
    expect(undecided).toBeLessThan(60);
  });
});

it("an empty place is said to be empty, and not to change which lines there are", () => {
  const raw = structuredClone(smallDocument()) as Json & {
    components: { id: string; inputs: Record<string, unknown> }[];
  };
  for (const { id, inputs } of raw.components) if (id === "flats") delete inputs["price"];
  expect(refusal(opened({ ...raw, uncertainty: [PRICE] })).slice(0, 2)).toEqual([
    "simulate.empty",
    "uncertainty/price",
  ]);
});
