import { describe, expect, it } from "vitest";
import type { FlipView, LeverView } from "../../app/contract.ts";
import { marksOf } from "../../renderer/levers/marks.ts";

const flip = (watch: string, value: string, met: FlipView["met"]): FlipView => ({ watch, value, met, jump: false });
const lever = (flips: readonly FlipView[]) => ({ kind: "number", flips }) as unknown as LeverView;
const rows = (flips: readonly FlipView[]) =>
  Object.entries(marksOf(lever(flips), 50, [0, 100])).map(([at, { label, style }]) => [
    Number(at),
    label,
    style.marginTop,
  ]);

describe("labels below a lever's slider", () => {
  it("say on which side each verdict is met", () => {
    expect(rows([flip("B5", "20", "above"), flip("B5", "80", "below")])).toEqual([
      [20, "B5≥", 0],
      [50, "▲", 0],
      [80, "B5≤", 0],
    ]);
  });

  it("near one another stand in rows of their own", () => {
    const found = rows([flip("B4", "48", "above"), flip("B5", "49", "above"), flip("B6", "90", "above")]);
    const tops = found.map(([, , top]) => top);
    expect(new Set(tops.slice(0, 3)).size).toBe(3);
    expect(tops[3]).toBe(0);
  });

  it("of one value share it", () => {
    expect(rows([flip("B4", "20", "above"), flip("B5", "20", "below")])[0]).toEqual([20, "B4≥ B5≤", 0]);
  });
});
