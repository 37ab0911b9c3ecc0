import type { LeverView } from "../../app/contract.ts";
import { monthText, readMonth } from "../forms/months.ts";

/** Steps of a slider whose lever moves freely. */
const STEPS = 400;

/** A lever's value as a number a slider has: of a month its count from the year 0. */
export function position({ kind }: Pick<LeverView, "kind">, value: string): number {
  if (kind !== "month") return Number(value);
  return readMonth(value) ?? Number.NaN;
}

/** The other way round: a value as documents write it, with no more digits than a slider has places. */
export function literal(lever: Pick<LeverView, "kind" | "whole">, x: number): string {
  if (lever.kind === "month") return monthText(Math.round(x));
  return lever.whole === true ? String(Math.round(x)) : String(Number(x.toPrecision(6)));
}

export function stepOf(lever: LeverView): number {
  if (lever.whole === true) return 1;
  const width = position(lever, lever.to) - position(lever, lever.from);
  return Number((width / STEPS).toPrecision(1));
}

/** A slider covers what is worth looking at: where something flips, and well around the value of now. */
export function windowOf(lever: LeverView): readonly [number, number] {
  const [from, to, now] = [lever.from, lever.to, lever.now].map((value) => position(lever, value)) as [
    number,
    number,
    number,
  ];
  const marked = (lever.flips ?? []).map(({ value }) => position(lever, value));
  const near = [...marked, position(lever, lever.down.value), position(lever, lever.up.value), now].filter(
    (x) =>
      lever.kind === "month" ||
      Math.abs(x - now) <= 2 * Math.max(Math.abs(now), Math.abs(position(lever, lever.up.value) - now)),
  );
  const [low, high] = [Math.min(...near), Math.max(...near)];
  const room = (high - low) * 0.1;
  const [least, most] = [Math.max(from, low - room), Math.min(to, high + room)];
  // A slider steps from its lower end on.
  return lever.whole === true ? [Math.floor(least), Math.ceil(most)] : [least, most];
}
