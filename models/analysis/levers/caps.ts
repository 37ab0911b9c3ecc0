import type { Prepared } from "../../compile/prepare.ts";
import type { LeverInput } from "./lever.ts";
import type { Turning } from "./turning.ts";

/** So little less of a limit that holds shows in the result. */
const NUDGE = 0.99;

/**
 * The input that takes over where a lever changes nothing any more (a cap, a floor): one beside it in the same unit that moves the result
 * there.
 */
export function capOf(
  turning: Turning,
  lever: LeverInput,
  end: number,
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
  turning.turn(lever, end);
  const before = turning.read();
  const holding = beside.find((other) => {
    const moved = turning.at(other, other.now * NUDGE);
    return [...moved].some(([watch, excess]) => excess !== before.get(watch));
  });
  turning.turn(lever, lever.now);
  return holding?.path;
}
