import { inputLineOf } from "../compile/inputPaths.ts";
import { readPath } from "../document/path.ts";
import { literalOf } from "../engines/arithmetic/decimal.ts";
import { compileKernel } from "../engines/index.ts";
import { restsOnSearch } from "../engines/solved.ts";
import { resultsOf } from "../results/results.ts";
import type { Survey } from "./sampling.ts";
import { type Place, preparedAt } from "./trial.ts";

/** Another input that takes over where the varied one no longer matters. */
export interface Limit {
  readonly path: string;
  /** Whether a value lies at the limit or beyond it. */
  readonly reached: (x: number) => boolean;
}

interface Neighbour {
  readonly path: string;
  readonly value: number;
}

/** Other numbers of the same component in the same unit: caps and floors are among them. */
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

/** So little less of a limit that holds shows in the result. */
const NUDGE = 0.99;
const ROUNDING = 1e-9;

/**
 * The neighbours that take over where more, or less, of the varied number changes nothing: they move the result at the end of the range, and do not while the varied
 * number still does. What moves it always, such as a rate of tax, limits nothing.
 */
export function limitsOf(place: Place, found: Survey, [from, to]: readonly [number, number]): readonly Limit[] {
  const above = found.flatAbove !== undefined;
  const flat = found.flatAbove ?? found.flatBelow;
  if (flat === undefined) return [];
  const others = neighbours(place);
  const idle = new Set(movedBy(place, others, (flat + (above ? from : to)) / 2));
  const slack = ROUNDING * Math.abs(flat);
  return movedBy(place, others, above ? to : from)
    .filter((path) => !idle.has(path))
    .map((path) => ({ path, reached: above ? (x) => x >= flat - slack : (x) => x <= flat + slack }));
}

/** Those of some inputs that move the result where the varied number stands at `x`. */
function movedBy(place: Place, others: readonly Neighbour[], x: number): readonly string[] {
  const there =
    others.length === 0 ? undefined : preparedAt(place, literalOf(place.variable.whole ? Math.round(x) : x));
  if (there === undefined) return [];
  const { prepared, watch } = there;
  const lines = others.flatMap((other) => {
    const line = prepared.graph.indexById.get(inputLineOf(other.path) ?? "");
    return line !== undefined && prepared.bindings.scalars.has(line) ? [{ ...other, line }] : [];
  });
  const searched = watch.outputs.some((line) => restsOnSearch(prepared.graph, line));
  if (lines.length === 0 || searched) return [];
  const kernel = compileKernel(prepared.graph, { outputs: watch.outputs, varying: lines.map(({ line }) => line) });
  const read = (evaluation: ReturnType<typeof kernel.run>) =>
    watch.excess(resultsOf(evaluation, prepared.frame))?.toNumber();
  const before = read(kernel.run(prepared.bindings));
  const moving = lines.filter(({ line, value }) => {
    kernel.setScalar(line, value * NUDGE);
    const moved = read(kernel.update()) !== before;
    kernel.setScalar(line, value);
    return moved;
  });
  return moving.map(({ path }) => path);
}
