import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frontierOnce } from "../../app/model/levers.ts";
import { type Boundary, boundaryOf, type Excess } from "../../models/analysis/frontier/boundary.ts";
import type { FrontierQuestion } from "../../models/analysis/frontier/frontier.ts";
import { rangeOf } from "../../models/analysis/frontier/range.ts";
import { leversOf } from "../../models/analysis/levers/lever.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf, recordOf } from "../support/prepared.ts";

const SQUARE = { x: [-2, 2], y: [-2, 2] } as const;

function followed(excess: Excess): Boundary {
  const boundary = boundaryOf(excess, SQUARE);
  if (boundary === undefined) throw new Error("stopped");
  return boundary;
}

describe("the line between met and missed", () => {
  it("runs along a circle, closed, every point on it", () => {
    const { curves } = followed((x, y) => 1 - x * x - y * y);
    expect(curves).toHaveLength(1);
    const [ring = []] = curves;
    expect(ring[0]).toEqual(ring.at(-1));
    expect(ring.length).toBeGreaterThan(150);
    for (const { x, y, jump } of ring) expect([Math.hypot(x, y), jump]).toEqual([expect.closeTo(1, 9), false]);
  });

  it("finds both branches of a hyperbola, and the pieces of a cross of two lines", () => {
    const hyperbola = followed((x, y) => x * y - 0.5).curves;
    expect(hyperbola).toHaveLength(2);
    for (const { x, y } of hyperbola.flat()) expect(x * y).toBeCloseTo(0.5, 8);
    const cross = followed((x, y) => (x - 0.013) * (y + 0.017)).curves.flat();
    for (const { x, y } of cross) expect(Math.min(Math.abs(x - 0.013), Math.abs(y + 0.017))).toBeLessThan(1e-9);
  });

  it("follows a cliff as a cliff, on the side that meets the target", () => {
    const points = followed((x, y) => (x + y > 0.3 ? 5 : -3)).curves.flat();
    expect(points.length).toBeGreaterThan(100);
    for (const { x, y, jump } of points) {
      expect(jump).toBe(true);
      expect(x + y).toBeGreaterThan(0.3);
      expect(x + y).toBeLessThan(0.3 + 1e-9);
    }
  });

  it("goes round where there is no value, and says so on the grid", () => {
    const { curves, grid } = followed((x, y) => (x < 0 ? undefined : y));
    expect(grid.flat().filter((state) => state === undefined).length).toBeGreaterThan(0);
    for (const { x, y } of curves.flat()) expect(Math.min(Math.abs(x), Math.abs(y))).toBeLessThan(1e-9);
  });

  it("is empty where all or nothing is met", () => {
    expect(followed(() => 1).curves).toEqual([]);
    expect(followed(() => undefined).curves).toEqual([]);
  });

  it("stops when told to", () => {
    expect(boundaryOf(() => 1, SQUARE, { shouldStop: () => true })).toBeUndefined();
  });
});

function example(name: string): ModelDocument {
  const json = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as unknown;
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(`${name} does not open`);
  return parsed.value.document;
}

const PRICE = "components/flats/inputs/price";
const COST = "components/works/inputs/items/above/price";
const question: FrontierQuestion = { of: "B2", x: { path: PRICE }, y: { path: COST } };

describe("frontier of a plan", () => {
  it("has points that the book of record meets, and a hair beyond them does not", () => {
    const document = example("rebuild");
    const answer = frontierOnce(document, question);
    if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
    const { curves, metNow } = answer.value;
    expect(metNow).toBe(false);
    const points = curves.flat();
    expect(points.length).toBeGreaterThan(80);
    const margin = (x: string, y: string): number => {
      const written = [
        [PRICE, x],
        [COST, y],
      ].reduce((changed, [path = "", value = ""]) => {
        const next = writePath(changed, path, value, mechanisms);
        if (!next.ok) throw new Error(JSON.stringify(next.problems));
        return next.value;
      }, document);
      const { graph, evaluation } = recordOf(written);
      return Number(evaluation.scalar(graph.indexById.get("verdict.B2.margin") ?? -1));
    };
    for (const { x, y } of [points[10], points[60], points[100]].filter((point) => point !== undefined)) {
      // As it is printed, in few digits.
      expect(Math.max(x.length, y.length)).toBeLessThanOrEqual(9);
      expect(margin(x, y)).toBeGreaterThanOrEqual(0);
      expect(margin(x, String(Number(y) * 1.001))).toBeLessThan(0);
    }
  });

  it.each([
    ["the same input twice", { ...question, y: { path: PRICE } }, "frontier.same_input"],
    ["an indicator without a value to meet", { ...question, of: "npv.project.pretax" }, "frontier.no_target"],
    ["an input that is not there", { ...question, x: { path: "components/flats/inputs/nothing" } }, "levers.unknown"],
    ["bounds the wrong way round", { ...question, x: { path: PRICE, min: "30000", max: "20000" } }, "frontier.range"],
    ["bounds beyond the input's own", { ...question, x: { path: PRICE, min: "-1" } }, "frontier.range"],
  ])("refuses %s", (_what, asked, code) => {
    const answer = frontierOnce(example("rebuild"), asked);
    expect(answer.ok ? [] : answer.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe("from where to where is looked", () => {
  const CHARGE = "components/charge/inputs/pricePerHousehold";
  const lever = leversOf(preparedOf(example("rehabilitation")), mechanisms).find(({ path }) => path === CHARGE);
  const asked = (ends: { readonly min?: string; readonly max?: string }) =>
    lever === undefined ? undefined : rangeOf(lever, { path: CHARGE, ...ends });

  it("may be unusual, as goal seek may, down to the limit of the input", () => {
    expect(lever?.bounds).toMatchObject({ fromBy: "plausible", toBy: "plausible" });
    expect(asked({ min: "0", max: "400000" })).toEqual({ ok: true, value: [0, 400_000] });
  });

  it.each([
    [{ min: "-1" }, "-1 is beyond the lower bound of the input, 0"],
    [{ min: "much" }, "“much” is no number"],
    [{ min: "9000", max: "8000" }, "the range is reversed: its lower end 9000 is not below its upper end 8000"],
  ])("is refused for what is wrong with it: %o", (ends, message) => {
    const answer = asked(ends);
    expect(answer?.ok === false && answer.problems.map((one) => [one.code, one.path, one.message.en])).toEqual([
      ["frontier.range", CHARGE, message],
    ]);
  });
});

describe("how it is told", () => {
  it("writes ends and points without the hair that doubles add", () => {
    const answer = frontierOnce(example("rebuild"), {
      of: "B2",
      x: { path: PRICE },
      y: { path: "components/policy_loan/inputs/rate" },
    });
    if (!answer.ok || answer.value === undefined) throw new Error("there is an answer");
    const { x, y, curves } = answer.value;
    const told = [x.from, x.to, y.from, y.to, ...curves.flat().flatMap((point) => [point.x, point.y])];
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((value) => value.replace(/^0\.0*|\./g, "").length > 12)).toEqual([]);
  });

  it("says of the months of a phase where they are sought", () => {
    const path = "timeline/phases/build/months";
    const answer = frontierOnce(example("rebuild"), { ...question, x: { path } });
    expect(answer.ok ? [] : answer.problems.map(({ code, hint }) => [code, hint?.en.includes("solve")])).toEqual([
      ["levers.unknown", true],
    ]);
  });
});

describe("what the line says nothing of", () => {
  it("is asked of the book of record at the corners where the number is met, and along the line", {
    timeout: 240_000,
  }, () => {
    const read = parseDocument(
      JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8")),
      mechanisms,
    );
    if (!read.ok) throw new Error("the example opens");
    const looksOf = (question: Partial<FrontierQuestion>) => {
      const asked = {
        x: { path: "components/flats/inputs/price" },
        y: { path: "components/area/inputs/far" },
        of: "B2",
      };
      const answer = frontierOnce(read.value.document, { ...asked, ...question });
      if (!answer.ok || answer.value === undefined) throw new Error("there is an answer");
      return answer.value.looks;
    };
    // The change of the plan approves 3.2: more is met by the number, and is no answer.
    const above = looksOf({
      x: { path: "components/flats/inputs/price", min: "25000", max: "27000" },
      y: { path: "components/area/inputs/far", min: "3.3", max: "9" },
    });
    expect(above.map(({ x, y, state }) => [x, y, state])).toEqual([
      ["25000", "3.3", "missed"],
      ["27000", "3.3", "missed"],
      ["25000", "9", "missed"],
      ["27000", "9", "missed"],
    ]);
    for (const { conditions } of above) expect(conditions.map(({ en }) => en).join()).toContain("C02");
    // Too little floor space is built for those who live there: whether the flats are a comfort cannot be judged.
    const below = looksOf({ of: "B9", y: { path: "components/area/inputs/far", min: "1.5", max: "1.8" } });
    for (const { state, undecided } of below) expect([state, undecided.length]).toEqual(["missed", 1]);
  });

  it("says when neither number moves the target", () => {
    const read = parseDocument(
      JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8")),
      mechanisms,
    );
    if (!read.ok) throw new Error("the example opens");
    const answer = frontierOnce(read.value.document, {
      x: { path: "components/flats/inputs/price" },
      y: { path: "components/gift/inputs/amount" },
      of: "area.residual>=0",
    });
    expect(answer.ok && [answer.value?.still, answer.value?.curves]).toEqual([true, []]);
  });
});
