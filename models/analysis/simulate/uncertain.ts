import { inputSpecOf } from "../../compile/inputPaths.ts";
import { listPaths } from "../../document/list.ts";
import type { Json } from "../../document/location.ts";
import { readPath, writePath } from "../../document/path.ts";
import type { ModelDocument, UncertainSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { readFigure } from "../../document/uncertainty.ts";
import { literalOf } from "../../engines/arithmetic/decimal.ts";
import { writeMonth, YEAR_MAX, YEAR_MIN } from "../../language/calendar.ts";
import { writeDecimal } from "../../language/decimal.ts";
import type { ColumnSpec, Forms, InputSpec } from "../../terms/inputs.ts";
import { suggestion } from "../../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { named, type Text } from "../../wording/text.ts";
import { uncertaintyProblem } from "../../wording/uncertainty.ts";
import { numeric } from "../range.ts";
import { variableOf } from "../variable.ts";
import { isWholeAt } from "../wholeNumbers.ts";
import { type Distribution, lognormal, normal, pert, triangular, truncated, uniform } from "./distribution.ts";

/** An input with its distribution, ready to be drawn. Words and switches are counted by their place among the values they may take. */
export interface Uncertain {
  readonly id: string;
  readonly path: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: "number" | "month" | "factor" | "word";
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  /** The value below which a share `p` of the draws lies. */
  readonly at: (p: number) => number;
  /** Every value it can take, where these are few. */
  readonly values?: readonly number[];
  /** A value as documents write it. */
  readonly written: (x: number) => Json;
  /** Another state of a document, with the value in it. */
  readonly write: (document: ModelDocument, x: number) => Result<ModelDocument>;
  /** Shares of the distribution beyond the bounds, which are left out, and the bounds as documents write them. */
  readonly cut: { readonly below: number; readonly above: number; readonly from?: string; readonly to?: string };
}

interface Around {
  readonly document: ModelDocument;
  readonly registry: Forms;
  readonly labels: ReadonlyMap<string, { readonly label: Text; readonly unit: string }>;
}

/** All uncertain inputs of a scenario's document; the reasons where one of them cannot be drawn. */
export function uncertainInputs(document: ModelDocument, registry: Forms): Result<readonly Uncertain[]> {
  const labels = new Map(listPaths(document, registry).map((one) => [one.path, one]));
  const read = document.uncertainty.map((spec) => readUncertain(spec, { document, registry, labels }));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return fail(...problems);
  return succeed(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

const PROFILE = /\/profile\/(\*|[^/]+)$/;

type Kind = Uncertain["kind"];

function readUncertain(spec: UncertainSpec, around: Around): Result<Uncertain> {
  const { document, registry, labels } = around;
  const input = spec.path.replace(PROFILE, "");
  const declared = inputSpecOf(document, input, registry);
  const current = readPath(document, input);
  if (!current.ok) return current;
  if (declared === undefined && current.value === undefined)
    return fail(
      uncertaintyProblem("simulate.path", `uncertainty/${spec.id}/path`, {
        found: spec.path,
        suggestion: suggestion(input, labels.keys()),
      }),
    );
  const kind = kindOf(declared, current.value, spec.path);
  const head = { id: spec.id, path: spec.path, kind, ...nameOf(input, kind, declared, around) };
  const written = (x: number): Json => jsonOf(kind, x, typeof current.value === "number");
  const write = (into: ModelDocument, x: number) => writeInto(into, spec.path, written(x), registry);
  if (spec.distribution === "discrete" || spec.distribution === "bernoulli")
    return listed(spec, { ...head, write }, (into, value) =>
      // Counts of months in the timeline are numbers, everything else is text.
      writeInto(into, spec.path, typeof current.value === "number" ? Number(value) : value, registry),
    );
  if (kind === "word") return fail(uncertaintyProblem("simulate.kind", `uncertainty/${spec.id}/distribution`));
  const whole =
    kind === "month" ||
    typeof current.value === "number" ||
    (kind === "number" && isWholeAt(document, input, numberIn(current.value), registry));
  const drawn = continuous(spec, kind, boundsOf(declared, kind, typeof current.value === "number"));
  if (!drawn.ok) return drawn;
  const { at, cut, values } = drawn.value;
  const few = whole ? values : undefined;
  const placed = whole ? (p: number) => Math.round(at(p)) : at;
  return succeed({ ...head, whole, at: placed, written, write, cut, ...(few === undefined ? {} : { values: few }) });
}

function kindOf(spec: InputSpec | ColumnSpec | undefined, value: Json | undefined, path: string): Kind {
  if (path.endsWith("/profile/*")) return "factor";
  if (spec?.type === "month") return "month";
  if (spec !== undefined) return spec.type === "number" || spec.type === "profile" ? "number" : "word";
  if (typeof value === "number") return "number";
  return typeof value === "string" && readFigure(value) !== undefined
    ? /^\d{4}-\d\d$/.test(value)
      ? "month"
      : "number"
    : "word";
}

const numberIn = (value: unknown): number | undefined =>
  typeof value === "string" && value.trim() !== "" ? Number(value) : undefined;

function jsonOf(kind: Kind, x: number, isCount: boolean): Json {
  if (kind === "month") return writeMonth(Math.round(x));
  return isCount ? Math.round(x) : literalOf(x);
}

/** The document with a value; of a profile with the value of a date, or all of them times a factor. */
function writeInto(document: ModelDocument, path: string, value: Json, registry: Forms): Result<ModelDocument> {
  if (!PROFILE.test(path)) return writePath(document, path, value, registry);
  const variable = variableOf(document, path, registry);
  if (!variable.ok) return variable;
  const written = variable.value.write(String(value));
  return written === undefined ? fail(figureProblem(path, String(value))) : succeed(written);
}

const figureProblem = (path: string, found: string): Problem => uncertaintyProblem("simulate.figure", path, { found });

function nameOf(input: string, kind: Kind, spec: InputSpec | ColumnSpec | undefined, { document, labels }: Around) {
  const known = labels.get(input);
  const factor = kind === "factor";
  if (known !== undefined) return { label: known.label, unit: factor ? "1" : known.unit };
  const component = document.components.find(({ id }) => id === input.split("/")[1]);
  const own = spec?.label ?? { zh: input, en: input };
  const unit = kind === "month" ? "month" : factor ? "1" : "";
  if (component?.label === undefined) return { label: own, unit };
  const owner = textOf(component.label);
  return { label: named(owner, own.zh, own.en), unit };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

function boundsOf(spec: InputSpec | ColumnSpec | undefined, kind: Kind, isCount: boolean): Bounds {
  if (kind === "month") return { from: YEAR_MIN * 12, to: YEAR_MAX * 12 + 11 };
  if (kind === "factor") return { from: 0, to: Number.POSITIVE_INFINITY };
  const own = numeric(spec);
  return { from: own?.from ?? (isCount ? 0 : Number.NEGATIVE_INFINITY), to: own?.to ?? Number.POSITIVE_INFINITY };
}

interface Drawn {
  readonly at: (p: number) => number;
  readonly cut: Uncertain["cut"];
  readonly values?: readonly number[];
}

/** So many whole values are few enough to look at each. */
const FEW = 60;

function continuous(spec: UncertainSpec, kind: Kind, bounds: Bounds): Result<Drawn> {
  const given = figuresOf(spec, kind);
  if (!given.ok) return given;
  const { whole, low, high } = given.value;
  const [from, to] = [Math.max(bounds.from, low ?? bounds.from), Math.min(bounds.to, high ?? bounds.to)];
  const literal = (x: number) => (kind === "month" ? writeMonth(x) : literalOf(x));
  const kept = from < to ? truncated(whole, from, to) : undefined;
  const [least, most] = [bounds.from, bounds.to].map((x) => (Number.isFinite(x) ? literal(x) : "∞"));
  const args = { from: least === "∞" ? "-∞" : (least ?? ""), to: most ?? "" };
  if (kept === undefined) return fail(uncertaintyProblem("simulate.outside", `uncertainty/${spec.id}`, args));
  const cut = {
    below: kept.cutBelow,
    above: kept.cutAbove,
    ...(kept.cutBelow > 0 ? { from: literal(from) } : {}),
    ...(kept.cutAbove > 0 ? { to: literal(to) } : {}),
  };
  const [first, last] = [Math.round(kept.at(0)), Math.round(kept.at(1))];
  const count = last - first + 1;
  const values = count <= FEW ? { values: Array.from({ length: count }, (_, i) => first + i) } : {};
  return succeed({ at: kept.at, cut, ...values });
}

interface Given {
  readonly whole: Distribution;
  /** Where a normal or lognormal distribution is cut off. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

function figuresOf(spec: UncertainSpec, kind: Kind): Result<Given> {
  const problems: Problem[] = [];
  const number = (name: "mean" | "sd" | "low" | "mode" | "high"): number | undefined => {
    const text = spec[name];
    if (text === undefined) return undefined;
    const asMonth = kind === "month" && name !== "sd";
    const isMonth = /^\d{4}-\d\d$/.test(text);
    const value = readFigure(text);
    if (value !== undefined && isMonth === asMonth) return Number(writeDecimal(value));
    problems.push(figureProblem(`uncertainty/${spec.id}/${name}`, text));
    return undefined;
  };
  const [mean, sd, low, mode, high] = [number("mean"), number("sd"), number("low"), number("mode"), number("high")];
  if (problems.length > 0) return fail(...problems);
  // The document was checked: what its distribution needs is there.
  const must = (x: number | undefined): number => x as number;
  switch (spec.distribution) {
    case "normal":
      return succeed({ whole: normal(must(mean), must(sd)), low, high });
    case "lognormal":
      return succeed({ whole: lognormal(must(mean), must(sd)), low, high });
    case "triangular":
      return succeed({ whole: triangular(must(low), must(mode), must(high)) });
    case "pert":
      return succeed({ whole: pert(must(low), must(mode), must(high)) });
    default:
      return succeed({ whole: uniform(must(low), must(high)) });
  }
}

type Head = Pick<Uncertain, "id" | "path" | "kind" | "label" | "unit" | "write">;

/** A few values with their probabilities, in the order they are written; `no` before `yes`. */
function listed(
  spec: UncertainSpec,
  head: Head,
  writeValue: (into: ModelDocument, value: Json) => Result<ModelDocument>,
): Result<Uncertain> {
  const yes = Number(spec.probability ?? 0);
  const outcomes =
    spec.distribution === "discrete"
      ? (spec.outcomes ?? []).map(({ value, probability }) => ({ value, share: Number(probability) }))
      : [
          { value: spec.no as Json, share: 1 - yes },
          { value: spec.yes as Json, share: yes },
        ];
  const isWord = head.kind === "word";
  const x = outcomes.map(({ value }, place) => {
    const figure = isWord ? undefined : readFigure(String(value));
    return isWord ? place : figure === undefined ? Number.NaN : Number(writeDecimal(figure));
  });
  const bad = x.findIndex(Number.isNaN);
  if (bad >= 0) return fail(figureProblem(`uncertainty/${spec.id}`, String(outcomes[bad]?.value)));
  // A number's values stand in their order, so that "more" means more.
  const places = outcomes.map((_, place) => place).toSorted((a, b) => (x[a] as number) - (x[b] as number) || a - b);
  const ends: number[] = [];
  for (const place of places) ends.push((ends.at(-1) ?? 0) + (outcomes[place]?.share ?? 0));
  const at = (p: number): number => {
    const found = ends.findIndex((end) => p < end);
    return x[places[found < 0 ? places.length - 1 : found] as number] as number;
  };
  const jsonAt = (value: number): Json => outcomes[x.indexOf(value)]?.value as Json;
  const possible = x.filter((_, place) => (outcomes[place]?.share ?? 0) > 0);
  return succeed({
    ...head,
    whole: true,
    at,
    values: [...new Set(possible)],
    written: jsonAt,
    write: (into, value) => writeValue(into, jsonAt(value)),
    cut: { below: 0, above: 0 },
  });
}
