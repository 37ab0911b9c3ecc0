import { inputPathOf, inputSpecOf } from "../compile/inputPaths.ts";
import { readPath } from "../document/path.ts";
import { literalOf } from "../engines/arithmetic/decimal.ts";
import { Overwriting } from "../engines/overwriting.ts";
import { restsOnSearch } from "../engines/solved.ts";
import { resultsOf } from "../results/results.ts";
import type { Survey } from "./sampling.ts";
import { type Probe, takingOver } from "./takingOver.ts";
import { type Place, preparedAt } from "./trial.ts";
import { isWholeAt } from "./wholeNumbers.ts";

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

/** What takes over where more, or less, of the varied number changes nothing: numbers of the same component. */
export function limitsOf(place: Place, found: Survey, [from, to]: readonly [number, number]): readonly Limit[] {
  const { whole } = place.variable;
  const limits = (flat: number | undefined, side: Limit["side"]): readonly Limit[] => {
    if (flat === undefined) return [];
    const [end, other] = side === "above" ? [to, from] : [from, to];
    const slack = ROUNDING * Math.max(Math.abs(flat), Math.abs(end - other));
    const reached = side === "above" ? (x: number) => x >= flat - slack : (x: number) => x <= flat + slack;
    const beside = besideOf(place);
    const paths = takingOver({ flat, end, other, whole }, beside, probeOf(place, beside)).map(({ path }) => path);
    return paths.map((path) => ({ path, side, reached }));
  };
  return [...limits(found.flatAbove, "above"), ...limits(found.flatBelow, "below")];
}

interface Beside extends Neighbour {
  readonly whole: boolean;
  readonly alike: boolean;
  readonly line: number;
}

/** All numbers of the component of the varied one, in the engines. */
function besideOf({ prepared, variable, shelf }: Place): readonly Beside[] {
  const { graph, bindings, document } = prepared;
  const unit = variable.spec !== undefined && "unit" in variable.spec ? variable.spec.unit : undefined;
  const component = `${variable.input.split("/").slice(0, 2).join("/")}/`;
  return graph.lines.flatMap(({ index, source, id }) => {
    const path = source === "input" ? inputPathOf(document, id, shelf.registry) : undefined;
    if (path === undefined || path === variable.input || !path.startsWith(component)) return [];
    const spec = inputSpecOf(document, path, shelf.registry);
    const value = Number(bindings.scalars.get(index) ?? Number.NaN);
    return spec?.type === "number" && !Number.isNaN(value)
      ? [
          {
            path,
            value,
            line: index,
            whole: isWholeAt(document, path, value, shelf.registry),
            alike: spec.unit === unit,
          },
        ]
      : [];
  });
}

/** The target with the varied number at a value and one of its neighbours at another. */
function probeOf(place: Place, beside: readonly Beside[]): Probe<Beside> {
  const readers = new Map<number, (neighbour?: Beside, to?: number) => number>();
  const readerAt = (x: number) => {
    const known = readers.get(x) ?? readerOf(place, x, beside);
    readers.set(x, known);
    return known;
  };
  return { read: (x) => [readerAt(x)()], moved: (x, neighbour, to) => [readerAt(x)(neighbour, to)] };
}

function readerOf(place: Place, x: number, beside: readonly Beside[]): (neighbour?: Beside, to?: number) => number {
  const there = preparedAt(place, literalOf(x));
  if (there === undefined) return () => Number.NaN;
  const { prepared, watch } = there;
  // A value searched for anew at every step would take minutes, and a graph of its own has other lines.
  if (prepared.graph !== place.prepared.graph || watch.outputs.some((line) => restsOnSearch(prepared.graph, line)))
    return () => Number.NaN;
  const written = new Overwriting(prepared.graph, prepared.bindings, {
    outputs: watch.outputs,
    varying: beside.map(({ line }) => line),
  });
  return (neighbour, to) => {
    if (neighbour !== undefined && to !== undefined) written.write(neighbour.line, to);
    const read = watch.excess(resultsOf(written.evaluate(), prepared.frame))?.toNumber() ?? Number.NaN;
    if (neighbour !== undefined) written.clear(neighbour.line);
    return read;
  };
}
