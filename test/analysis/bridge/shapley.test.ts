import { describe, expect, it } from "vitest";
import { addingUp } from "../../../models/analysis/bridge/rounding.ts";
import { type Game, type Sharing, shapleyValues } from "../../../models/analysis/bridge/shapley.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";

const same = (a: number, b: number) => Math.abs(a - b) < 1e-9;
const play = (game: Game, players: number, exactMax = 12): Sharing =>
  shapleyValues(game, {
    players,
    blocks: Array.from({ length: players }, (_, index) => [index]),
    exactMax,
    draws: 4000,
    same,
  });
const sharesOf = ({ blocks }: Sharing) => blocks.map(({ share }) => share);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const valued =
  (weights: readonly number[]): Game =>
  (chosen) =>
    sum(weights.filter((_, index) => chosen[index] === true));

describe("shares of a difference", () => {
  it("of effects that only add up are those effects", () => {
    expect(sharesOf(play(valued([3, -5, 11]), 3))).toEqual([3, -5, 11]);
  });

  it("of a pair that works only together are halves, and who does nothing gets nothing", () => {
    // 12 comes where the first and the third are both there; the second never matters.
    const found = play((chosen) => (chosen[0] === true && chosen[2] === true ? 12 : 0), 3);
    expect(sharesOf(found)).toEqual([6, 0, 6]);
    expect(found.blocks.map(({ moves }) => moves)).toEqual([true, false, true]);
  });

  it("of the glove game are 2/3, 1/6, 1/6", () => {
    // One left glove, two right ones; a pair is worth 6: the left one adds it unless it comes first.
    const found = sharesOf(
      play((chosen) => (chosen[0] === true && (chosen[1] === true || chosen[2] === true) ? 6 : 0), 3),
    );
    for (const [index, share] of [4, 1, 1].entries()) expect(found[index]).toBeCloseTo(share, 12);
  });

  it("drawn from orders add up as exactly, and lie within the errors they state", () => {
    // Each pair that follows one another in a circle is worth the product of the two: half of it to each.
    const weights = Array.from({ length: 16 }, (_, index) => index + 1);
    const product = (index: number) => (weights[index] ?? 0) * (weights[(index + 1) % 16] ?? 0);
    const game: Game = (chosen) =>
      sum(
        weights.map((_, index) => (chosen[index] === true && chosen[(index + 1) % 16] === true ? product(index) : 0)),
      );
    const found = play(game, 16);
    expect(sum(sharesOf(found))).toBeCloseTo(game(weights.map(() => true)) ?? 0, 6);
    const errors = found.sampled?.errors ?? [];
    for (const [index, share] of sharesOf(found).entries()) {
      const due = (product(index) + product((index + 15) % 16)) / 2;
      expect(Math.abs(share - due)).toBeLessThanOrEqual(5 * (errors[index] ?? 0) + 1e-9);
    }
    expect(sharesOf(play(game, 16))).toEqual(sharesOf(found));
  });

  it("of players that have a value only together are told as one", () => {
    // The second and the third are a row and the word that names it: one without the other has no value.
    const game: Game = (chosen) =>
      chosen[1] === chosen[2] ? (chosen[1] === true ? 7 : 0) + (chosen[0] === true ? 2 : 0) : undefined;
    for (const exactMax of [12, 0]) {
      const found = play(game, 3, exactMax);
      expect(found.blocks.map(({ members, share }) => [members, share])).toEqual([
        [[0], 2],
        [[1, 2], 7],
      ]);
    }
  });

  it("joins no one who is not torn", () => {
    // The first needs the second; the second stands alone; the third is free.
    const game: Game = (chosen) => (chosen[0] === true && chosen[1] !== true ? undefined : valued([1, 2, 4])(chosen));
    expect(play(game, 3).blocks.map(({ members }) => members)).toEqual([[0, 1], [2]]);
  });
});

describe("rounding to the fen", () => {
  const step = new RecordDecimal("0.01");
  const texts = (shares: readonly number[], total: string) =>
    addingUp(shares, new RecordDecimal(total), step).map((share) => share.toFixed(2));

  it("adds up: the odd fen go to those that lost most", () => {
    expect(texts([1 / 3, 1 / 3, 1 / 3], "1")).toEqual(["0.34", "0.33", "0.33"]);
    expect(texts([-0.006, 0.017, 0], "0.01")).toEqual(["-0.01", "0.02", "0.00"]);
  });

  it("gives nothing to a share of nothing, and spreads what the engines differ by", () => {
    expect(texts([0, 100, 0], "100.01")).toEqual(["0.00", "100.01", "0.00"]);
  });
});
