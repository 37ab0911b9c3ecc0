import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frontierOnce, leversOnce } from "../../app/model/levers.ts";
import { simulateOnce } from "../../app/model/simulate.ts";
import { solveOnce } from "../../app/model/solve.ts";
import { adviceFor } from "../../models/analysis/advise/advise.ts";
import type { Result } from "../../models/wording/problem.ts";
import { documentOf } from "../trust/outcome.ts";
import { shelf, solver } from "./advise/support.ts";

const PRICE = "components/flats/inputs/price";
const COST = "components/works/inputs/items/above/price";
const raw = JSON.parse(readFileSync(new URL("../../examples/infill.json", import.meta.url), "utf8"));
const infill = documentOf({
  ...raw,
  uncertainty: [{ id: "price", path: PRICE, distribution: "triangular", low: "13000", mode: "14000", high: "15000" }],
});

const HOOKS = { onProgress: () => undefined, shouldStop: () => false };
/** Every analysis asked for a verdict, and the word by which it asks. */
const ANALYSES: readonly (readonly [string, string, (verdict: string) => Result<unknown>])[] = [
  ["solve", "until", (until) => solveOnce(infill, { vary: PRICE, until, min: "13000", max: "15000" })],
  ["sensitivity", "of", (of) => leversOnce(infill, { of, top: 0 })],
  ["frontier", "of", (of) => frontierOnce(infill, { of, x: { path: PRICE }, y: { path: COST } })],
  ["advise", "until", (until) => adviceFor(infill, { until: [until] }, shelf, solver)],
  ["simulate", "until", (until) => simulateOnce(infill, { draws: 2, seed: 1, until: [until] }, HOOKS)],
];

const saidOf = (answer: Result<unknown>) => (answer.ok ? [] : answer.problems);

describe.each(ANALYSES)("%s", (name, asks, ask) => {
  // No comfort line is entered for B8, no budget for B9: neither is decided, whatever is turned.
  it.each([
    ["B8", "未填写控制线", "no comfort line"],
    ["B9", "未填写财政预算", "no public budget"],
  ])("says why %s is not decided", (verdict, zh, en) => {
    if (name === "simulate" && verdict === "B9") return;
    const [said] = saidOf(ask(verdict));
    expect([said?.code, said?.path]).toEqual(["solve.undecided", asks]);
    expect(said?.message.zh).toContain(`结论 ${verdict}`);
    expect(said?.message.zh).toContain(zh);
    expect(said?.message.en).toContain(`verdict ${verdict}`);
    expect(said?.message.en).toContain(en);
    expect([said?.hint?.zh, said?.hint?.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  });

  it.each(["B99", "B0", "b5"])("knows no verdict %s, and names those there are", (verdict) => {
    const [said, ...more] = saidOf(ask(verdict));
    expect([said?.code, said?.path, more]).toEqual(["solve.verdict_unknown", asks, []]);
    expect(said?.message.zh).toContain(verdict);
    expect(said?.hint?.zh).toContain("B1、B2");
    expect(said?.hint?.en).toContain("B8, B9");
  });
});

describe("a verdict that hangs on what is drawn", () => {
  it("has draws in which it is not decided, and no odds", () => {
    const answer = simulateOnce(infill, { draws: 2, seed: 1, until: ["B9"] }, HOOKS);
    if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
    const found = answer.value.verdicts.find(({ id }) => id === "B9");
    expect([found?.undecided, found?.met, found?.probability]).toEqual([2, 0, null]);
  });
});

describe("an input that cannot be turned", () => {
  it("is named with the one that may be meant", () => {
    const [said] = saidOf(
      frontierOnce(infill, { of: "B2", x: { path: PRICE }, y: { path: "components/works/inputs/items/abov/price" } }),
    );
    expect([said?.code, said?.path]).toEqual(["levers.unknown", "components/works/inputs/items/abov/price"]);
    expect(said?.hint?.zh).toContain(COST);
  });
});
