import { bindInputs } from "../compile/bind.ts";
import { contextOf } from "../compile/context.ts";
import type { Prepared } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import type { ModelDocument } from "../document/schema.ts";
import { clockOf } from "../engines/evaluation.ts";
import type { InputValue } from "../engines/overwriting.ts";
import type { Bindings } from "../language/graph.ts";

/** Inputs of the same graph, and the same calendar, for another state of a scenario's document; undefined where there is no such document or it has other lines. */
export function boundLike(
  { graph, counts, bindings }: Pick<Prepared, "graph" | "counts" | "bindings">,
  document: ModelDocument | undefined,
  shelf: GraphShelf,
): Bindings | undefined {
  if (document === undefined) return undefined;
  const context = contextOf(document, shelf.registry, counts);
  if (shelf.take(context).graph !== graph) return undefined;
  const bound = bindInputs(graph, context).bindings;
  return clockText(bound) === clockText(bindings) ? bound : undefined;
}

const clockText = (bindings: Bindings): string => {
  const { unbound: _, ...clock } = clockOf(bindings);
  return JSON.stringify(clock);
};

/** What is in the input cells where a varied number has a value. */
export interface Point {
  readonly x: number;
  readonly bindings: Bindings;
}

/** Input cells of a graph that move with a varied number in a straight line. */
export interface Moves {
  readonly lines: readonly number[];
  /** What stands in each of the lines where the number is `x`. */
  readonly at: (x: number) => readonly InputValue[];
}

interface Straight {
  readonly base: number;
  readonly slope: number;
}

/** A number that moves by this share of itself off the line is not on it. */
const STRAIGHTNESS = 1e-9;

/** How the inputs of the engines follow a number, read off at its ends, the first two points, and between; undefined where that is no straight line. */
export function straightMoves(points: readonly Point[]): Moves | undefined {
  const [low, high] = points;
  if (low === undefined || high === undefined) return undefined;
  const bound = points.map(({ bindings }) => bindings);
  if (!haveSameCells(bound)) return undefined;
  const line = (texts: readonly string[]): Straight | undefined => straight(points, texts);
  const [scalars, series] = [new Map<number, Straight>(), new Map<number, readonly Straight[]>()];
  for (const index of low.bindings.scalars.keys()) {
    const texts = bound.map((one) => one.scalars.get(index) ?? "");
    if (texts.every((text) => text === texts[0])) continue;
    const found = line(texts);
    if (found === undefined) return undefined;
    scalars.set(index, found);
  }
  for (const [index, first] of low.bindings.series) {
    const all = bound.map((one) => one.series.get(index) ?? []);
    if (all.every((texts) => texts === first || texts.join() === first.join())) continue;
    const found = first.map((_, t) => line(all.map((texts) => texts[t] ?? "")));
    if (found.some((one) => one === undefined)) return undefined;
    series.set(index, found as readonly Straight[]);
  }
  const cells = [...scalars.values(), ...series.values()];
  return {
    lines: [...scalars.keys(), ...series.keys()],
    at: (x) => cells.map((cell) => ("slope" in cell ? on(cell, x) : cell.map((one) => on(one, x)))),
  };
}

const on = ({ base, slope }: Straight, x: number): number => base + slope * x;

/** Whether the same inputs have values everywhere. */
export function haveSameCells(bound: readonly Bindings[]): boolean {
  const [first] = bound;
  return bound.every(
    ({ scalars, series }) =>
      scalars.size === first?.scalars.size &&
      series.size === first.series.size &&
      [...first.scalars.keys()].every((line) => scalars.has(line)) &&
      [...first.series.keys()].every((line) => series.has(line)),
  );
}

function straight(points: readonly Point[], texts: readonly string[]): Straight | undefined {
  const [low, high, ...between] = points.map(({ x }, i) => ({ x, y: Number(texts[i]) }));
  if (low === undefined || high === undefined) return undefined;
  const slope = (high.y - low.y) / (high.x - low.x);
  const base = low.y - slope * low.x;
  const size = Math.max(Math.abs(low.y), Math.abs(high.y));
  const isOn = between.every(({ x, y }) => Math.abs(base + slope * x - y) <= STRAIGHTNESS * size);
  return isOn ? { base, slope } : undefined;
}
