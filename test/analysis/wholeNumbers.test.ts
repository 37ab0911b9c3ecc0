import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frontierOnce, leversOnce } from "../../app/model/levers.ts";
import { simulateOnce } from "../../app/model/simulate.ts";
import { solveOnce } from "../../app/model/solve.ts";
import { BEARERS } from "../../models/analysis/advise/bearers.ts";
import { openSimulation } from "../../models/analysis/simulate/question.ts";
import { suggestionsFor } from "../../models/analysis/simulate/suggest.ts";
import { variableOf } from "../../models/analysis/variable.ts";
import type { Json } from "../../models/document/location.ts";
import { writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { documentOf } from "../trust/outcome.ts";
import { advised, shelf } from "./advise/support.ts";

const raw = JSON.parse(readFileSync(new URL("../../examples/infill.json", import.meta.url), "utf8"));
const infill = documentOf(raw);

const SPACES = "components/area/inputs/parking/sold_spaces/spaces";
const HOUSEHOLDS = "components/area/inputs/householdsPlanned";
const CHARGED = "components/kept_charge/inputs/householdsCharged";
const LIFTS = "components/works/inputs/items/lifts/quantity";
const BY_AREA = "components/running/inputs/items/cleaning/quantity";
const PRICE = "components/flats/inputs/price";

const changed = (path: string, value: Json): ModelDocument => {
  const written = writePath(infill, path, value, mechanisms);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.value;
};

const isWhole = (document: ModelDocument, path: string): boolean => {
  const found = variableOf(document, path, mechanisms);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value.whole;
};

const parts = (values: readonly string[]): readonly string[] => values.filter((value) => !/^-?\d+$/.test(value));

describe("counts are whole in every analysis", () => {
  it("also where a fraction stands there; of a measure that shows that fractions are meant", () => {
    for (const path of [SPACES, HOUSEHOLDS, CHARGED, LIFTS, "project/households"])
      expect([path, isWhole(infill, path)]).toEqual([path, true]);
    expect(isWhole(changed(SPACES, "102.7"), SPACES)).toBe(true);
    expect(isWhole(changed(LIFTS, "2.5"), LIFTS)).toBe(false);
    // 一项: half of it is half of its price.
    expect(isWhole(changed(LIFTS, "1"), LIFTS)).toBe(false);
  });

  it("what is multiplied by an area is no count, even where it is a whole number", () => {
    expect(isWhole(infill, BY_AREA)).toBe(false);
    expect(isWhole(changed(BY_AREA, "2"), BY_AREA)).toBe(false);
    expect(isWhole(changed(BY_AREA.replace("quantity", "basis"), "count"), BY_AREA)).toBe(false);
    expect(isWhole(infill, PRICE)).toBe(false);
  });

  it.each([SPACES, LIFTS, "project/households"])("goal seek: %s", (vary) => {
    const answer = solveOnce(infill, { vary, until: "balance.static>=200000", min: "1", max: "300" });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const { roots, intervals } = answer.value;
    const values = [...roots.map(({ value }) => value), ...intervals.flatMap(({ from, to }) => [from, to])];
    expect(values.length).toBeGreaterThan(0);
    expect(parts(values)).toEqual([]);
  });

  it("levers: they stay levers, and every value told of one is whole", () => {
    const answer = leversOnce(infill, { of: "B2", top: 12 });
    if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
    const { levers } = answer.value;
    const whole = levers.filter((lever) => lever.whole === true && lever.kind === "number");
    expect(whole.map(({ path }) => path)).toEqual(expect.arrayContaining([SPACES, HOUSEHOLDS, CHARGED, LIFTS]));
    for (const { path, now, from, to, down, up, flips = [], flatFrom = "0", flatTo = "0" } of whole) {
      const told = [now, from, to, down.value, up.value, ...flips.map(({ value }) => value), flatFrom, flatTo];
      expect([path, parts(told)]).toEqual([path, []]);
      expect([path, Number(down.value) <= Number(now), Number(up.value) >= Number(now)]).toEqual([path, true, true]);
      expect([path, Number(up.value) - Number(down.value)]).toEqual([path, expect.toSatisfy((x: number) => x >= 1)]);
    }
    expect(levers.find(({ path }) => path === BY_AREA)?.whole).toBeUndefined();
  });

  it("suggestions for what is uncertain", () => {
    const answer = suggestionsFor(infill, undefined, shelf);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const told = answer.value.suggestions.filter(({ path }) => [SPACES, HOUSEHOLDS, CHARGED, LIFTS].includes(path));
    expect(told.map(({ path }) => path).toSorted()).toEqual([SPACES, HOUSEHOLDS, CHARGED, LIFTS].toSorted());
    for (const { path, low, high } of told) expect([path, parts([low, high])]).toEqual([path, []]);
  });

  it("draws", () => {
    const uncertainty = [
      { id: "spaces", path: SPACES, distribution: "triangular", low: "90.5", mode: "102.7", high: "130.2" },
      { id: "charged", path: CHARGED, distribution: "normal", mean: "320.4", sd: "7.7" },
      { id: "cleaning", path: BY_AREA, distribution: "uniform", low: "0.7", high: "1.3" },
    ];
    const document = documentOf({ ...raw, uncertainty });
    const opened = openSimulation(document, { draws: 10, seed: 1 }, shelf);
    if (!opened.ok || opened.value === undefined) throw new Error(JSON.stringify(opened));
    const shares = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
    const drawn = new Map(
      opened.value.uncertain.map(({ id, at, written }) => [id, shares.map((share) => String(written(at(share))))]),
    );
    expect([parts(drawn.get("spaces") ?? ["?"]), parts(drawn.get("charged") ?? ["?"])]).toEqual([[], []]);
    expect(parts(drawn.get("cleaning") ?? []).length).toBeGreaterThan(90);
    const answer = simulateOnce(
      document,
      { draws: 10, seed: 1 },
      { onProgress: () => undefined, shouldStop: () => false },
    );
    expect(answer.ok).toBe(true);
  });

  it("the frontier", () => {
    const answer = frontierOnce(infill, { of: "balance.static>=0", x: { path: PRICE }, y: { path: SPACES } });
    if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
    const { curves, y } = answer.value;
    expect([y.whole, parts([y.now, y.from, y.to])]).toEqual([true, []]);
    expect(curves.flat().length).toBeGreaterThan(3);
    expect(parts(curves.flat().map((point) => point.y))).toEqual([]);
  });

  // 230 spaces bring 33,677,064 元: 34.5 m need 235.62 of them.
  it.each(["230", "230.4"])("advice, from %s spaces", (spaces) => {
    const nobody = Object.fromEntries(BEARERS.map((bearer) => [bearer, "no" as const]));
    const until = ["spaces.receipt@total>=34500000"];
    const advice = advised(changed(SPACES, spaces), {
      until,
      weights: { ...nobody, [SPACES]: 1 },
      within: { [SPACES]: { from: "0", to: "300.5" } },
    });
    expect(advice.plans.map(({ changes }) => changes.map(({ path, value }) => [path, value]))).toEqual([
      [[SPACES, "236"]],
    ]);
  });
});
