import { prepareDocument } from "../../compile/prepare.ts";
import { literalOf } from "../../engines/arithmetic/decimal.ts";
import type { Answered, Told } from "../answered.ts";
import { answeredIn } from "../confirm.ts";
import { type LeverInput, variableOfLever } from "../levers/lever.ts";
import { watchOf } from "../target.ts";
import type { Place } from "../trial.ts";
import type { Boundary, Region } from "./boundary.ts";

/** How the book of record answers at a pair of values that meets the target by its number. */
export interface FrontierLook extends Told {
  readonly x: string;
  readonly y: string;
}

/** A pair of values of the two inputs. */
type Pair = readonly [number, number];

/** Pairs of the line that are looked at, and of what lies on its side that meets the target; each is a whole computation with its review. */
const ON_THE_LINE = 4;

/** Pairs worth a look: some along the line, and the corners of the region where it is met. */
export function pairsOf({ curves, grid }: Pick<Boundary, "curves" | "grid">, { x, y }: Region): readonly Pair[] {
  const points = curves.flat();
  const along = Array.from({ length: ON_THE_LINE }, (_, i) =>
    points.at(Math.round((i * (points.length - 1)) / (ON_THE_LINE - 1))),
  ).flatMap((point): readonly Pair[] => (point === undefined ? [] : [[point.x, point.y]]));
  const corners = y.flatMap((b, j) =>
    x.flatMap((a, i): readonly Pair[] => (grid.at(-j)?.at(-i) === true ? [[a, b]] : [])),
  );
  const seen = new Set<string>();
  return [...along, ...corners].filter((pair) => !seen.has(pair.join()) && seen.add(pair.join()));
}

/** How the record answers at a pair; undefined where the document takes no such values. */
export function lookAt(
  { prepared, target, shelf }: Pick<Place, "prepared" | "target" | "shelf">,
  inputs: readonly [LeverInput, LeverInput],
  pair: Pair,
): Answered | undefined {
  let { document } = prepared;
  for (const [i, input] of inputs.entries()) {
    const value = pair[i] as number;
    const literal = input.kind === "month" || input.whole ? String(Math.round(value)) : literalOf(value);
    const written = variableOfLever(document, input, shelf.registry)?.write(literal);
    if (written === undefined) return undefined;
    document = written;
  }
  const there = prepareDocument(document, prepared.scenario, prepared.counts, shelf);
  const watch = watchOf(target, there);
  return watch.ok ? answeredIn({ prepared, target }, { prepared: there, watch: watch.value }) : undefined;
}
