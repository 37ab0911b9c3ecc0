import { readMonth } from "../language/calendar.ts";
import { addDecimals, compareDecimals, readDecimal, type Scaled, writeDecimal } from "../language/decimal.ts";
import type { Problem } from "../wording/problem.ts";
import { DISTRIBUTION_WORDS, FIGURE_WORDS, uncertaintyProblem } from "../wording/uncertainty.ts";
import { readPath } from "./path.ts";
import { isPatchable } from "./scenario.ts";
import type { ModelDocument, UncertainSpec } from "./schema.ts";
import { DISTRIBUTIONS } from "./uncertaintySchema.ts";

/** Figures a distribution may have beside those it needs: where it is cut off. */
const CUT: Readonly<Record<string, readonly string[]>> = { normal: ["low", "high"], lognormal: ["low", "high"] };
const FIGURES = ["mean", "sd", "low", "mode", "high", "outcomes", "probability", "yes", "no"] as const;
type Figure = (typeof FIGURES)[number];

const ZERO: Scaled = { units: 0n, scale: 0 };
const ONE: Scaled = { units: 1n, scale: 0 };

/** What is wrong with the uncertainties: figures that are missing or impossible, inputs that are not there, pairs that cannot be. */
export function uncertaintyProblems(document: ModelDocument): readonly Problem[] {
  return document.uncertainty.flatMap((one, index) => [
    ...pathProblems(one, document, document.uncertainty.slice(0, index)),
    ...figureProblems(one),
    ...correlationProblems(one, document.uncertainty),
  ]);
}

const PROFILE = /\/profile\/(\*|[^/]+)$/;

function pathProblems(
  { id, path }: UncertainSpec,
  document: ModelDocument,
  before: readonly UncertainSpec[],
): readonly Problem[] {
  const at = `uncertainty/${id}/path`;
  const input = path.replace(PROFILE, "");
  const isThere = isPatchable(input) && !/\/profile\//.test(input) && readPath(document, input).ok;
  if (!isThere) return [uncertaintyProblem("document.uncertain_path", at, { path })];
  const other = before.find((one) => one.path === path);
  return other === undefined ? [] : [uncertaintyProblem("document.uncertain_twice", at, { other: other.id })];
}

function figureProblems(one: UncertainSpec): readonly Problem[] {
  const { id, distribution } = one;
  const needed: readonly string[] = DISTRIBUTIONS[distribution];
  const allowed = [...needed, ...(CUT[distribution] ?? [])];
  const args = (name: Figure) => ({ distribution: DISTRIBUTION_WORDS[distribution], name: FIGURE_WORDS[name] });
  const lacking = FIGURES.filter((name) => needed.includes(name) && one[name] === undefined);
  const spare = FIGURES.filter((name) => !allowed.includes(name) && one[name] !== undefined);
  const found = [
    ...lacking.map((name) => uncertaintyProblem("document.uncertain_needs", `uncertainty/${id}/${name}`, args(name))),
    ...spare.map((name) => uncertaintyProblem("document.uncertain_unused", `uncertainty/${id}/${name}`, args(name))),
    ...(["mean", "low", "mode", "high"] as const).flatMap((name) => unreadable(one, name)),
  ];
  return found.length > 0 ? found : [...orderProblems(one), ...spreadProblems(one), ...probabilityProblems(one)];
}

/** A decimal, or a month counted from the year 0. */
export function readFigure(text: string): Scaled | undefined {
  const month = readMonth(text);
  return month === undefined ? readDecimal(text) : { units: BigInt(month), scale: 0 };
}

function unreadable(one: UncertainSpec, name: "mean" | "low" | "mode" | "high"): readonly Problem[] {
  const found = one[name];
  if (found === undefined || readFigure(found) !== undefined) return [];
  return [uncertaintyProblem("document.uncertain_figure", `uncertainty/${one.id}/${name}`, { found })];
}

function orderProblems(one: UncertainSpec): readonly Problem[] {
  const given = (["low", "mode", "high"] as const).flatMap((name) => {
    const value = readFigure(one[name] ?? "");
    return value === undefined ? [] : [{ name, value }];
  });
  const ends = (a: string, b: string) => a === "low" && b === "high";
  return given.slice(1).flatMap((upper, index) => {
    const lower = given[index] as (typeof given)[number];
    const order = compareDecimals(lower.value, upper.value);
    const isPoint = compareDecimals(given[0]?.value ?? ZERO, given.at(-1)?.value ?? ZERO) === 0;
    if (order < 0 || (order === 0 && !isPoint && !ends(lower.name, upper.name))) return [];
    const args = { low: FIGURE_WORDS[lower.name], high: FIGURE_WORDS[upper.name] };
    const code = order === 0 ? "document.uncertain_equal" : "document.uncertain_order";
    return [uncertaintyProblem(code, `uncertainty/${one.id}/${upper.name}`, args)];
  });
}

function spreadProblems({ id, distribution, mean, sd }: UncertainSpec): readonly Problem[] {
  if (sd === undefined) return [];
  const [spread, middle] = [readDecimal(sd), readFigure(mean ?? "")];
  if (spread === undefined || compareDecimals(spread, ZERO) <= 0)
    return [uncertaintyProblem("document.uncertain_spread", `uncertainty/${id}/sd`, { found: sd })];
  if (distribution !== "lognormal" || middle === undefined || compareDecimals(middle, ZERO) > 0) return [];
  return [uncertaintyProblem("document.uncertain_positive", `uncertainty/${id}/mean`, { found: mean ?? "" })];
}

function probabilityProblems({ id, probability, outcomes = [] }: UncertainSpec): readonly Problem[] {
  const all = [
    ...(probability === undefined ? [] : [{ at: `uncertainty/${id}/probability`, found: probability }]),
    ...outcomes.map((one, index) => ({
      at: `uncertainty/${id}/outcomes/${index}/probability`,
      found: one.probability,
    })),
  ];
  const wrong = all.filter(({ found }) => {
    const value = readDecimal(found);
    return value === undefined || compareDecimals(value, ZERO) < 0 || compareDecimals(value, ONE) > 0;
  });
  if (wrong.length > 0)
    return wrong.map(({ at, found }) => uncertaintyProblem("document.uncertain_probability", at, { found }));
  if (outcomes.length === 0) return [];
  const sum = outcomes.reduce((total, one) => addDecimals(total, readDecimal(one.probability) ?? ZERO), ZERO);
  if (compareDecimals(sum, ONE) === 0) return [];
  return [uncertaintyProblem("document.uncertain_sum", `uncertainty/${id}/outcomes`, { found: writeDecimal(sum) })];
}

function correlationProblems(
  { id, correlations = [] }: UncertainSpec,
  all: readonly UncertainSpec[],
): readonly Problem[] {
  return correlations.flatMap(({ with: other, rank }, index) => {
    const at = `uncertainty/${id}/correlations/${index}`;
    if (other === id) return [uncertaintyProblem("document.correlation_self", at)];
    const partner = all.find((one) => one.id === other);
    if (partner === undefined) return [uncertaintyProblem("document.correlation_unknown", at, { other })];
    const before = correlations.slice(0, index).some((one) => one.with === other);
    // Said from the other side too, it is told once, where it stands later.
    const there = all.indexOf(partner) < all.findIndex((one) => one.id === id);
    const again = there && (partner.correlations ?? []).some((one) => one.with === id);
    if (before || again) return [uncertaintyProblem("document.correlation_twice", at, { other })];
    const value = readDecimal(rank);
    const inside =
      value !== undefined && compareDecimals(value, ONE) < 0 && compareDecimals(value, { units: -1n, scale: 0 }) > 0;
    return inside ? [] : [uncertaintyProblem("document.correlation_range", at, { found: rank })];
  });
}
