import { inputPathOf, inputSpecOf } from "../compile/inputPaths.ts";
import { readPath } from "../document/path.ts";
import { literalOf } from "../engines/arithmetic/decimal.ts";
import { compileKernel } from "../engines/index.ts";
import { restsOnSearch } from "../engines/solved.ts";
import { resultsOf } from "../results/results.ts";
import { nudged, sidesOf } from "./flat.ts";
import type { Survey } from "./sampling.ts";
import { type Place, preparedAt } from "./trial.ts";

/** Another input that takes over where the varied one no longer matters. */
export interface Limit {
  readonly path: string;
  /** More of the varied number changes nothing, or less. */
  readonly side: "above" | "below";
  /** Whether a value lies at the limit or beyond it. */
  readonly reached: (x: number) => boolean;
}

interface Neighbour {
  readonly path: string;
  readonly value: number;
}

/** Other numbers of the same component in the same unit: caps and floors are among them, and rules change where the varied number passes them. */
export function neighbours({ prepared: { document }, variable, shelf }: Place): readonly Neighbour[] {
  const [kind, id, , name] = variable.path.split("/");
  const { spec } = variable;
  if (kind !== "components" || spec?.type !== "number") return [];
  const component = document.components.find((one) => one.id === id);
  const inputs = Object.entries(shelf.registry.get(component?.mechanism ?? "")?.inputs ?? {});
  return inputs.flatMap(([other, input]) => {
    if (other === name || input.type !== "number" || input.unit !== spec.unit) return [];
    const path = `components/${id}/inputs/${other}`;
    const read = readPath(document, path);
    const value = read.ok && typeof read.value === "string" ? Number(read.value) : Number.NaN;
    return Number.isFinite(value) ? [{ path, value }] : [];
  });
}

const ROUNDING = 1e-9;

/**
 * What takes over where more, or less, of the varied number changes nothing: a number of the same component that moves the result just beyond that value, and does
 * not just before it. What moves it on both sides, such as a rate of tax, limits nothing.
 */
export function limitsOf(place: Place, found: Survey, [from, to]: readonly [number, number]): readonly Limit[] {
  const { flatAbove, flatBelow } = found;
  return [
    ...takingOver(place, flatAbove, { side: "above", end: to, other: from }),
    ...takingOver(place, flatBelow, { side: "below", end: from, other: to }),
  ];
}

function takingOver(
  place: Place,
  flat: number | undefined,
  { side, end, other }: { readonly side: Limit["side"]; readonly end: number; readonly other: number },
): readonly Limit[] {
  if (flat === undefined) return [];
  const { idle, moving } = sidesOf({ flat, end, other, whole: place.variable.whole });
  const there = movedBy(place, idle);
  const always = there.length === 0 ? [] : movedBy(place, moving);
  const slack = ROUNDING * Math.max(Math.abs(flat), Math.abs(end - other));
  const reached = side === "above" ? (x: number) => x >= flat - slack : (x: number) => x <= flat + slack;
  return there.filter((path) => !always.includes(path)).map((path) => ({ path, side, reached }));
}

/** Numbers beside the varied one that move the result where it stands at `x`. */
function movedBy(place: Place, x: number): readonly string[] {
  const there = preparedAt(place, literalOf(x));
  if (there === undefined) return [];
  const { prepared, watch } = there;
  const { graph, bindings, document, frame } = prepared;
  if (watch.outputs.some((line) => restsOnSearch(graph, line))) return [];
  const { input } = place.variable;
  const component = `${input.split("/").slice(0, 2).join("/")}/`;
  const beside = graph.lines.flatMap(({ index, source, id }) => {
    const path = source === "input" ? inputPathOf(document, id, place.shelf.registry) : undefined;
    if (path === undefined || inputSpecOf(document, path, place.shelf.registry)?.type !== "number") return [];
    const value = Number(bindings.scalars.get(index) ?? Number.NaN);
    if (path === input || !path.startsWith(component) || Number.isNaN(value)) return [];
    return [{ path, value, line: index }];
  });
  if (beside.length === 0) return [];
  const kernel = compileKernel(graph, { outputs: watch.outputs, varying: beside.map(({ line }) => line) });
  const read = (evaluation: ReturnType<typeof kernel.run>) => watch.excess(resultsOf(evaluation, frame))?.toNumber();
  const before = read(kernel.run(bindings));
  const moving = beside.filter(({ line, value }) => {
    const moved = nudged(value).some((near) => {
      kernel.setScalar(line, near);
      return read(kernel.update()) !== before;
    });
    kernel.setScalar(line, value);
    return moved;
  });
  return moving.map(({ path }) => path);
}
