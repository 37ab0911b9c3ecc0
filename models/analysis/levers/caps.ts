import { nudged, sidesOf, type Turn } from "../flat.ts";
import type { LeverInput } from "./lever.ts";
import type { Turning } from "./turning.ts";

/**
 * The input that takes over where a lever changes nothing any more (a cap, a floor): one of its component that moves the result just beyond that value, and not just
 * before it, where the lever still does; what moves it on both sides, such as a rate of tax, caps nothing.
 */
export function capOf(
  turning: Turning,
  lever: LeverInput,
  turn: Omit<Turn, "whole">,
  levers: readonly LeverInput[],
): string | undefined {
  const component = (path: string): string => path.split("/").slice(0, 2).join("/");
  const beside = levers.filter(
    (other) =>
      other !== lever &&
      other.series === undefined &&
      other.kind !== "month" &&
      component(other.path) === component(lever.path),
  );
  const stood = turning.valueOf(lever);
  const movedBy = (others: readonly LeverInput[], x: number): readonly LeverInput[] => {
    turning.turn(lever, x);
    const before = turning.read();
    return others.filter((other) =>
      nudged(turning.valueOf(other), other.whole).some((near) =>
        [...turning.at(other, near)].some(([watch, excess]) => excess !== before.get(watch)),
      ),
    );
  };
  const { idle, moving } = sidesOf({ ...turn, whole: lever.whole });
  const there = movedBy(beside, idle);
  const always = there.length === 0 ? [] : movedBy(there, moving);
  turning.turn(lever, stood);
  return there.find((other) => !always.includes(other))?.path;
}
