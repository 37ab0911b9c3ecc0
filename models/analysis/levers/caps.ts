import type { Prepared } from "../../compile/prepare.ts";
import type { LeverInput } from "./lever.ts";
import type { Turning } from "./turning.ts";

/** So little less of a limit that holds shows in the result. */
const NUDGE = 0.99;

/**
 * The input that takes over where a lever changes nothing any more (a cap, a floor): one beside it in the same unit that moves the result
 * there, and not where the lever still does; what moves it always, such as a rate of tax, caps nothing.
 * @param end a value at which the lever changes nothing
 * @param moving a value at which it does
 */
export function capOf(
  turning: Turning,
  lever: LeverInput,
  { end, moving }: { readonly end: number; readonly moving: number },
  { levers, graph }: { readonly levers: readonly LeverInput[] } & Pick<Prepared, "graph">,
): string | undefined {
  const component = (path: string): string => path.split("/").slice(0, 2).join("/");
  const beside = levers.filter(
    (other) =>
      other !== lever &&
      other.series === undefined &&
      component(other.path) === component(lever.path) &&
      graph.lines[other.line]?.unit === graph.lines[lever.line]?.unit,
  );
  const movedBy = (others: readonly LeverInput[], x: number): readonly LeverInput[] => {
    turning.turn(lever, x);
    const before = turning.read();
    return others.filter((other) => {
      const moved = turning.at(other, other.now * NUDGE);
      return [...moved].some(([watch, excess]) => excess !== before.get(watch));
    });
  };
  const there = movedBy(beside, end);
  const always = there.length === 0 ? [] : movedBy(there, moving);
  turning.turn(lever, lever.now);
  return there.find((other) => !always.includes(other))?.path;
}
