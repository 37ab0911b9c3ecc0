import { describe, expect, test } from "vitest";
import type { CashPicture, IndicatorView } from "../../app/contract.ts";
import { cashRows, domainsOf, ticksOf } from "../../renderer/board/cashRows.ts";
import { indicatorGroups } from "../../renderer/board/indicatorGroups.ts";

const indicator = (id: string): IndicatorView => ({ id, label: { zh: id, en: id }, value: "1", unit: "CNY" });

describe("indicators on the board", () => {
  test("stand once each, with policy money and without it side by side", () => {
    const ids = [
      "investment.total",
      "balance.static",
      "balance.static.without_support",
      "npv.equity",
      "bep.mp3",
      "far.planned",
    ];
    const groups = indicatorGroups(ids.map(indicator));
    expect(groups.map(({ name }) => name)).toEqual(["balance", "returns", "operation", "plan"]);
    const shown = groups.flatMap(({ pairs }) =>
      pairs.flatMap(({ whole, without }) => [whole.id, without?.id ?? []].flat()),
    );
    expect(shown.toSorted()).toEqual(ids.toSorted());
    expect(groups[0]?.pairs[1]?.without?.id).toBe("balance.static.without_support");
  });

  test("one without its whole stands by itself", () => {
    const [group] = indicatorGroups([indicator("npv.equity.without_support")]);
    expect(group?.pairs.map(({ whole }) => whole.id)).toEqual(["npv.equity.without_support"]);
  });
});

const cash = (building: number, numbers: readonly number[]): CashPicture => ({
  ...{ perspective: "project", phases: [], building },
  years: numbers.map((_, at) => String(2026 + at)),
  inflow: numbers.map((value) => Math.max(0, value)),
  outflow: numbers.map((value) => Math.max(0, -value)),
  net: numbers,
  cumulative: numbers,
  lines: { inflow: "in", outflow: "out", net: "net", cumulative: "cash" },
});

describe("the two scales of the cash picture", () => {
  test.each([
    [[-2000, -900, 30, 40]],
    [[2000, 900, -30, 40]],
    [[-5, -6, 70, 80]],
    [[10, 20, -3, -4]],
    [[-10, -20, -3, -4]],
    [[0, 0, 5, 6]],
  ])("hold every number of theirs and have zero at one height: %j", (numbers) => {
    const domains = domainsOf(cashRows(cash(2, numbers)));
    const [build, run] = [domains.build, domains.run];
    if (build === undefined || run === undefined) throw new Error("both halves have years");
    for (const [domain, own] of [
      [build, numbers.slice(0, 2)],
      [run, numbers.slice(2)],
    ] as const) {
      const slack = 1e-9 * (domain[1] - domain[0]);
      for (const number of own) expect(number >= domain[0] - slack && number <= domain[1] + slack).toBe(true);
    }
    if (numbers.slice(0, 2).some((number) => number !== 0))
      expect(-build[0] / (build[1] - build[0])).toBeCloseTo(-run[0] / (run[1] - run[0]), 9);
  });

  test("without construction, or with nothing after it, there is one", () => {
    for (const building of [0, 2, 5]) expect(Object.keys(domainsOf(cashRows(cash(building, [1, 2]))))).toHaveLength(1);
  });

  test("their ticks are round, among them zero", () => {
    expect(ticksOf([-22_000, 16_700])).toEqual([-20_000, -10_000, 0, 10_000]);
    expect(ticksOf([0, 7])).toEqual([0, 2, 4, 6]);
  });
});
