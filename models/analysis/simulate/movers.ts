import { bindInputs } from "../../compile/bind.ts";
import { contextOf } from "../../compile/context.ts";
import type { Prepared } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { readPath } from "../../document/path.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { InputValue } from "../../engines/overwriting.ts";
import type { Bindings } from "../../language/graph.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { uncertaintyProblem } from "../../wording/uncertainty.ts";
import { boundLike, haveSameCells, type Moves, type Point, straightMoves } from "../moves.ts";
import type { Uncertain } from "./uncertain.ts";

/** How one or several uncertain inputs reach the input lines of a graph. */
export interface Mover {
  /** Places of the inputs in their list. */
  readonly inputs: readonly number[];
  /** Input lines that are written. */
  readonly lines: readonly number[];
  /** What stands in each of these lines in a draw, given the values of all uncertain inputs; undefined where the document does not hold with them. */
  readonly at: (x: ArrayLike<number>) => readonly InputValue[] | undefined;
}

export interface MoverPlace {
  readonly prepared: Prepared;
  readonly uncertain: readonly Uncertain[];
  readonly shelf: GraphShelf;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Shares of a distribution at which it is looked how the graph follows: both ends, and between; whole numbers move in more ways. */
const PROBES = [0, 1, 0.37];
const PROBES_OF_WHOLE = [...PROBES, 0.71, 0.12];
/** Ends of a distribution without ends. */
const FAR = 1e-6;

/**
 * Ways into the graph. Most inputs go there in straight lines; those of few values have what comes of each looked up; whatever is neither, or meets another's
 * cells, has the document bound anew for every draw. Fails where an input changes which lines there are, or a value cannot be written. Undefined once stopped.
 */
export function moversOf(place: MoverPlace): Result<readonly Mover[] | undefined> {
  const { prepared, uncertain, shelf } = place;
  const base = boundLike(prepared, prepared.document, shelf);
  if (base === undefined) throw new Error("a document has another graph than its own");
  const found: (Mover | undefined)[] = [];
  const problems: Problem[] = [];
  for (const [index, one] of uncertain.entries()) {
    if (place.shouldStop?.() === true) return succeed(undefined);
    const mover = moverOf(one, index, place);
    if (mover.ok) found[index] = mover.value;
    else problems.push(...mover.problems);
  }
  if (problems.length > 0) return fail(...problems);
  const apart = withoutShared(found);
  const joint = uncertain.flatMap((_, index) => (apart.some(({ inputs }) => inputs.includes(index)) ? [] : [index]));
  const movers = joint.length === 0 ? apart : [...apart, jointMover(joint, apart, base, place)];
  if (joint.length === 0 && uncertain.length > 1 && !addUp(movers, base, place))
    return succeed([
      jointMover(
        uncertain.map((_, index) => index),
        [],
        base,
        place,
      ),
    ]);
  return succeed(movers);
}

const shares = (one: Uncertain): readonly number[] =>
  (one.whole ? PROBES_OF_WHOLE : PROBES).map((p) => one.at(Math.min(1 - FAR, Math.max(FAR, p))));

/** Undefined where the document must be bound for every draw. */
function moverOf(one: Uncertain, index: number, { prepared, shelf }: MoverPlace): Result<Mover | undefined> {
  const bind = (x: number): Result<Point> => {
    const written = one.write(prepared.document, x);
    if (!written.ok) return fail(unwritable(one, x, written.problems));
    const bindings = boundLike(prepared, written.value, shelf);
    if (bindings !== undefined) return succeed({ x, bindings });
    // With a number in an empty place there are other lines, but it is not the draw that makes them.
    const filed = readPath(prepared.document, one.path);
    const path = `uncertainty/${one.id}`;
    return filed.ok && filed.value === undefined
      ? fail(uncertaintyProblem("simulate.empty", path, { what: one.label }))
      : fail(uncertaintyProblem("simulate.structural", path));
  };
  const probed = [...new Set(shares(one))].map(bind);
  const problem = probed.find((point) => !point.ok);
  if (problem !== undefined && !problem.ok) return fail(...problem.problems);
  const points = probed.flatMap((point) => (point.ok ? [point.value] : []));
  const moves = points.length > 2 || one.values?.length === 2 ? straightMoves(points) : undefined;
  if (moves !== undefined && one.kind !== "word") return succeed(straightMover(moves, index));
  if (one.values === undefined) return succeed(undefined);
  const every = one.values.map(bind);
  const bad = every.find((point) => !point.ok);
  if (bad !== undefined && !bad.ok) return fail(...bad.problems);
  const known = every.flatMap((point) => (point.ok ? [point.value] : []));
  return succeed(haveSameCells(known.map(({ bindings }) => bindings)) ? tableMover(known, index) : undefined);
}

function unwritable(one: Uncertain, x: number, problems: readonly Problem[]): Problem {
  const why = problems[0]?.message ?? { zh: "", en: "" };
  return uncertaintyProblem("simulate.unwritable", `uncertainty/${one.id}`, { value: String(one.written(x)), why });
}

function straightMover({ lines, at }: Moves, index: number): Mover {
  return { inputs: [index], lines, at: (x) => at(x[index] as number) };
}

function tableMover(points: readonly Point[], index: number): Mover {
  const [first] = points;
  const lines = first === undefined ? [] : linesThatDiffer(points.map(({ bindings }) => bindings));
  const table = new Map(points.map(({ x, bindings }) => [x, lines.map((line) => valueIn(bindings, line))]));
  return { inputs: [index], lines, at: (x) => table.get(x[index] as number) as readonly InputValue[] };
}

function linesThatDiffer([first, ...others]: readonly Bindings[]): readonly number[] {
  if (first === undefined) return [];
  const scalars = [...first.scalars].filter(([line, text]) => others.some((one) => one.scalars.get(line) !== text));
  const series = [...first.series].filter(([line, texts]) =>
    others.some((one) => one.series.get(line)?.join() !== texts.join()),
  );
  return [...scalars, ...series].map(([line]) => line);
}

function valueIn({ scalars, series }: Bindings, line: number): InputValue {
  const texts = series.get(line);
  return texts === undefined ? Number(scalars.get(line)) : texts.map(Number);
}

/** The movers that keep to lines of their own. */
function withoutShared(movers: readonly (Mover | undefined)[]): readonly Mover[] {
  const given = movers.filter((mover) => mover !== undefined);
  const count = new Map<number, number>();
  for (const { lines } of given) for (const line of lines) count.set(line, (count.get(line) ?? 0) + 1);
  return given.filter(({ lines }) => lines.every((line) => count.get(line) === 1));
}

/** Inputs whose values are written into the document in every draw, which is then bound anew. */
function jointMover(inputs: readonly number[], apart: readonly Mover[], base: Bindings, place: MoverPlace): Mover {
  const { prepared, uncertain, shelf } = place;
  const taken = new Set(apart.flatMap(({ lines }) => lines));
  const lines = [...base.scalars.keys(), ...base.series.keys()].filter((line) => !taken.has(line));
  return {
    inputs,
    lines,
    at: (x) => {
      const document = writtenAt(prepared.document, inputs, uncertain, x);
      const context = document && contextOf(document, shelf.registry, prepared.counts);
      const bound =
        context && shelf.take(context).graph === prepared.graph
          ? bindInputs(prepared.graph, context).bindings
          : undefined;
      return bound && haveSameCells([base, bound]) ? lines.map((line) => valueIn(bound, line)) : undefined;
    },
  };
}

/** The document with values of some uncertain inputs; undefined where it does not hold with them. */
export function writtenAt(
  document: ModelDocument,
  inputs: readonly number[],
  uncertain: readonly Uncertain[],
  x: ArrayLike<number>,
): ModelDocument | undefined {
  let written = document;
  for (const index of inputs) {
    const next = (uncertain[index] as Uncertain).write(written, x[index] as number);
    if (!next.ok) return undefined;
    written = next.value;
  }
  return written;
}

const CHECKED = [0.83, 0.21];

/** Whether all inputs together give what each of them gives alone. */
function addUp(movers: readonly Mover[], base: Bindings, { prepared, uncertain, shelf }: MoverPlace): boolean {
  return CHECKED.every((p) => {
    const x = uncertain.map((one) => one.at(p));
    const document = writtenAt(
      prepared.document,
      uncertain.map((_, index) => index),
      uncertain,
      x,
    );
    const bound = boundLike(prepared, document, shelf);
    if (bound === undefined || !haveSameCells([base, bound])) return false;
    const over = new Map(
      movers.flatMap(({ lines, at }) => (at(x) ?? []).map((value, i) => [lines[i] as number, value] as const)),
    );
    const differing = new Set(linesThatDiffer([base, bound]));
    return (
      [...differing].every((line) => over.has(line)) &&
      [...over].every(([line, value]) => isSame(value, valueIn(bound, line)))
    );
  });
}

/** Beyond rounding of the way there. */
const SAME = 1e-9;

function isSame(a: InputValue, b: InputValue): boolean {
  if (typeof a === "number" || typeof b === "number")
    return (
      typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b))
    );
  return a.length === b.length && a.every((value, t) => isSame(value, b[t] as number));
}
