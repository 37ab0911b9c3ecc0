import { type Turn, takingOver } from "../takingOver.ts";
import type { LeverInput } from "./lever.ts";
import type { Excesses, Turning } from "./turning.ts";

/** The input of its component that takes over where a lever changes nothing any more: a cap, a floor. */
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
  const numbers = (excesses: Excesses): readonly number[] => [...excesses.values()].map((y) => y ?? Number.NaN);
  const neighbours = beside.map((other) => ({
    other,
    value: turning.valueOf(other),
    whole: other.whole,
    alike: other.unit === lever.unit,
  }));
  const [found] = takingOver({ ...turn, whole: lever.whole }, neighbours, {
    read: (x) => numbers(turning.at(lever, x)),
    moved: (x, { other }, to) => {
      turning.turn(lever, x);
      return numbers(turning.at(other, to));
    },
  });
  turning.turn(lever, stood);
  return found?.other.path;
}
