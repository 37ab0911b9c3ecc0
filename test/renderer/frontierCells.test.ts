import { describe, expect, it } from "vitest";
import { cellsOf } from "../../renderer/levers/cells.ts";

const places = (found: ReturnType<typeof cellsOf>) => found.map(({ state, i, j }) => [state, i, j]);

/** A map must not show a target met where it is missed. */
describe("fields of the frontier map", () => {
  it("are painted where their corners agree and no line runs through", () => {
    const grid = [
      [false, true, true],
      [false, true, true],
    ];
    expect(places(cellsOf(grid, []))).toEqual([[true, 1, 0]]);
  });

  it("are left open where a line runs through, though all corners agree", () => {
    const grid = [
      [true, true, true],
      [true, true, true],
    ];
    // A bulge from below into the left field and out again.
    const bulge = [
      [0.1, 0],
      [0.2, 0.6],
      [0.3, 0],
    ] as const;
    expect(places(cellsOf(grid, [bulge]))).toEqual([[true, 1, 0]]);
  });

  it("are not crossed by a line along their side, or beside them", () => {
    const grid = [
      [true, true, true],
      [true, true, true],
    ];
    const side = [
      [0.5, 0],
      [0.5, 1],
    ] as const;
    expect(places(cellsOf(grid, [side]))).toEqual([
      [true, 0, 0],
      [true, 1, 0],
    ]);
    const through = [
      [0.4, 0.5],
      [0.6, 0.5],
    ] as const;
    expect(cellsOf(grid, [through])).toEqual([]);
  });

  it("say where there is no value", () => {
    const grid = [
      [null, null],
      [null, null],
    ];
    expect(places(cellsOf(grid, []))).toEqual([[null, 0, 0]]);
  });
});
