import type { Verdict, VerdictId } from "../../checks/verdicts/verdict.ts";
import type { Text } from "../../wording/text.ts";
import { DISTRIBUTION_WORDS } from "../../wording/uncertainty.ts";
import type { Columns } from "./columns.ts";
import { type Column, driversOf } from "./drivers.ts";
import { drawsToLookAt } from "./looks.ts";
import type { Opened, Watched } from "./question.ts";
import {
  correlationOf,
  deviationOf,
  type Histogram,
  histogramOf,
  meanOf,
  midRanksOf,
  quantileOf,
  shareOf,
} from "./statistics.ts";

/** Shares of the draws at which distributions and fans are told. */
export const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
/** By `SHARES`. */
export type Quantiles = readonly number[];

export interface DrawnInput {
  readonly id: string;
  readonly path: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: "number" | "month" | "factor" | "word";
  readonly distribution: Text;
  /** Shares of the distribution beyond the bounds of the input, left out. */
  readonly cut: { readonly below: number; readonly above: number; readonly from?: string; readonly to?: string };
  /** What suggested it; nobody has confirmed it. */
  readonly assumed?: string;
  /** Nothing asked for hangs on it. */
  readonly idle: boolean;
}

/** How often something is met. A draw in which it is not decided counts as not met, and apart; what no draw decides has no odds. */
export interface Odds {
  readonly met: number;
  readonly missed: number;
  readonly undecided: number;
  readonly probability: number | null;
  readonly error: number | null;
  readonly convergence: readonly Running[];
}

/** An estimate after so many draws. */
export interface Running {
  readonly draws: number;
  readonly value: number;
  readonly error: number;
}

export interface VerdictOdds extends Odds {
  readonly id: VerdictId;
  readonly title: Text;
  /** As the scenario stands. */
  readonly base: boolean | null;
  readonly reason?: NonNullable<Verdict["reason"]>;
}

export interface TargetOdds extends Odds {
  readonly target: string;
  readonly label: Text;
}

export interface DrawnFigure {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  /** As the scenario stands. */
  readonly base: number | null;
  /** Draws in which it has no value. */
  readonly missing: number;
  /** Absent where it has no value in any draw. */
  readonly told?: {
    readonly mean: number;
    readonly deviation: number;
    readonly least: number;
    readonly most: number;
    readonly quantiles: Quantiles;
    readonly histogram: Histogram;
    readonly convergence: readonly Running[];
    readonly drivers: readonly (Omit<ReturnType<typeof driversOf>[number], "input"> & { readonly input: string })[];
  };
}

export interface Fan {
  readonly line: string;
  readonly label: Text;
  readonly unit: string;
  /** Statement years, at whose ends the line is read; without quantiles where it has a value in no draw. */
  readonly years: readonly { readonly label: string; readonly missing: number; readonly quantiles?: Quantiles }[];
  readonly base: readonly (number | null)[];
}

/** 最大资金缺口: the lowest a line of cumulative cash comes to, and the statement year in which it does. */
export interface Need {
  readonly line: string;
  readonly label: Text;
  readonly missing: number;
  readonly quantiles?: Quantiles;
  readonly when: readonly { readonly label: string; readonly draws: number }[];
}

export interface SimulationAnswer {
  readonly scenario: string;
  readonly draws: number;
  readonly seed: number;
  readonly shares: readonly number[];
  readonly inputs: readonly DrawnInput[];
  readonly correlations: readonly {
    readonly a: string;
    readonly b: string;
    readonly rank: number;
    readonly drawn: number | null;
  }[];
  readonly verdicts: readonly VerdictOdds[];
  /** Verdicts that rest on values searched for, which are left out. */
  readonly unwatched: readonly VerdictId[];
  readonly targets: readonly TargetOdds[];
  readonly figures: readonly DrawnFigure[];
  readonly fans: readonly Fan[];
  readonly needs: readonly Need[];
  /** Draws that show what the book of record should be asked about. */
  readonly toCheck: readonly number[];
}

/** Rows of draws, one after the other, of which the first `draws` are there. */
export class Rows {
  readonly draws: number;
  readonly #width: number;
  readonly #numbers: Float64Array;

  constructor(numbers: Float64Array, width: number, draws: number) {
    this.draws = draws;
    this.#width = width;
    this.#numbers = numbers;
  }

  column(place: number): Float64Array {
    return Float64Array.from({ length: this.draws }, (_, draw) => this.#numbers[draw * this.#width + place] as number);
  }
}

/** What the draws come to. Rows are read in their order, so that it does not matter who computed them. Undefined once stopped. */
export function answerOf(
  opened: Opened,
  columns: Columns,
  rows: Rows,
  shouldStop = (): boolean => false,
): SimulationAnswer | undefined {
  const { question, prepared, uncertain, pairs, verdicts, unwatched, figures, targets } = opened;
  const inputs = uncertain.map((_, k): Column => {
    const values = rows.column(columns.inputs + k);
    return { input: k, values, ranks: midRanksOf(values) };
  });
  const told: DrawnFigure[] = [];
  for (const [i, figure] of figures.entries()) {
    if (shouldStop()) return undefined;
    told.push(figureOf(figure, rows.column(columns.figures + i), inputs, opened));
  }
  const odds = verdicts.ids.map((id, i) => verdictOdds(id, rows.column(columns.verdicts + i), opened));
  if (shouldStop()) return undefined;
  return {
    ...{ scenario: prepared.scenario, draws: rows.draws, seed: question.seed, shares: SHARES },
    inputs: drawnInputs(opened),
    correlations: pairs.map(({ a, b, rank }) => ({
      a: uncertain[a]?.id ?? "",
      b: uncertain[b]?.id ?? "",
      rank,
      drawn: correlationOf((inputs[a] as Column).ranks, (inputs[b] as Column).ranks) ?? null,
    })),
    ...{ verdicts: odds, unwatched, figures: told },
    targets: targets.map((target, i) => targetOdds(target, rows.column(columns.targets + i))),
    fans: fansOf(opened, columns, rows),
    needs: needsOf(opened, columns, rows),
    toCheck: drawsToLookAt(opened, columns, rows),
  };
}

/** What can be told while draws are still being computed. */
export interface PartialAnswer {
  readonly draws: number;
  readonly verdicts: readonly Pick<VerdictOdds, "id" | "probability" | "error">[];
  readonly fans: readonly Fan[];
}

export function partialAnswer(opened: Opened, columns: Columns, rows: Rows): PartialAnswer {
  const verdicts = opened.verdicts.ids.map((id, i) => {
    const { probability, error } = oddsOf(rows.column(columns.verdicts + i));
    return { id, probability, error };
  });
  return { draws: rows.draws, verdicts, fans: fansOf(opened, columns, rows) };
}

function drawnInputs({
  uncertain,
  prepared,
  figures,
  targets,
  verdicts,
  reaches,
  fans,
}: Opened): readonly DrawnInput[] {
  const specs = new Map(prepared.document.uncertainty.map((spec) => [spec.id, spec]));
  const outputs = [...verdicts.outputs, ...fans.map(({ index }) => index)];
  return uncertain.map(({ id, path, label, unit, kind, cut }, k) => {
    const spec = specs.get(id);
    const isReached =
      [...figures, ...targets].some(({ reached }) => reached[k] === true) || outputs.some((line) => reaches[k]?.(line));
    return {
      ...{ id, path, label, unit, kind, cut, idle: !isReached },
      distribution: DISTRIBUTION_WORDS[spec?.distribution ?? "normal"],
      ...(spec?.assumed === undefined ? {} : { assumed: spec.assumed }),
    };
  });
}

const STEPS = 20;

/** After which draws an estimate is looked at again. */
const stepsOf = (draws: number): readonly number[] => [
  ...new Set(Array.from({ length: STEPS }, (_, i) => Math.max(1, Math.round((draws * (i + 1)) / STEPS)))),
];

function oddsOf(states: Float64Array): Odds {
  let [met, missed] = [0, 0];
  const steps = new Set(stepsOf(states.length));
  const convergence: Running[] = [];
  for (const [i, state] of states.entries()) {
    if (state === 1) met++;
    else if (state === 0) missed++;
    if (!steps.has(i + 1)) continue;
    const { share, error } = shareOf(met, i + 1);
    convergence.push({ draws: i + 1, value: share, error });
  }
  const { share, error } = shareOf(met, states.length);
  const undecided = states.length - met - missed;
  if (undecided === states.length) return { met, missed, undecided, probability: null, error: null, convergence: [] };
  return { met, missed, undecided, probability: share, error, convergence };
}

function verdictOdds(id: VerdictId, states: Float64Array, { stated }: Opened): VerdictOdds {
  const verdict = stated.verdicts.find((one) => one.id === id) as Verdict;
  const { title, pass, reason } = verdict;
  return { id, title, base: pass, ...(reason === undefined ? {} : { reason }), ...oddsOf(states) };
}

function targetOdds({ name, figure, target }: Watched, values: Float64Array): TargetOdds {
  const wanted = Number(target?.value);
  const isMet = (value: number) => (target?.relation === "<=" ? value <= wanted : value >= wanted);
  const states = values.map((value) => (Number.isNaN(value) ? Number.NaN : isMet(value) ? 1 : 0));
  return { target: name, label: figure.line.label, ...oddsOf(states) };
}

function figureOf(
  { name, figure, reached }: Watched,
  all: Float64Array,
  inputs: readonly Column[],
  { stated, uncertain }: Opened,
): DrawnFigure {
  const { label, unit } = figure.line;
  const base = stated.values.cell(figure.cell) ?? null;
  const values = all.filter((value) => !Number.isNaN(value));
  const head = { name, label, unit, base, missing: all.length - values.length };
  if (values.length === 0) return head;
  const sorted = values.toSorted();
  const mean = meanOf(values);
  const isWhole = values.length === all.length;
  const those = inputs.filter(({ input }) => reached[input] === true);
  const columns = isWhole ? those : those.map((column) => without(column, all));
  const drivers = driversOf(values, midRanksOf(values), columns);
  return {
    ...head,
    told: {
      ...{ mean, deviation: deviationOf(values, mean), least: sorted[0] as number, most: sorted.at(-1) as number },
      quantiles: SHARES.map((share) => quantileOf(sorted, share)),
      histogram: histogramOf(sorted),
      convergence: runningMean(values),
      drivers: drivers.map((driver) => ({ ...driver, input: uncertain[driver.input]?.id ?? "" })),
    },
  };
}

/** An input in those draws in which a figure has a value. */
function without({ input, values }: Column, figure: Float64Array): Column {
  const kept = values.filter((_, i) => !Number.isNaN(figure[i]));
  return { input, values: kept, ranks: midRanksOf(kept) };
}

function runningMean(values: Float64Array): readonly Running[] {
  return stepsOf(values.length).map((draws) => {
    const first = values.subarray(0, draws);
    const mean = meanOf(first);
    return { draws, value: mean, error: deviationOf(first, mean) / Math.sqrt(draws) };
  });
}

function fansOf(
  { fans, prepared, stated }: Pick<Opened, "fans" | "prepared" | "stated">,
  columns: Columns,
  rows: Rows,
): readonly Fan[] {
  return fans.map(({ id, index, label, unit }, k) => ({
    ...{ line: id, label, unit, base: stated.values.years(index).map((value) => value ?? null) },
    years: prepared.frame.years.map(({ label: year }, i) => {
      const all = rows.column((columns.fans[k] as number) + i);
      return { label: year, ...quantilesOf(all) };
    }),
  }));
}

function quantilesOf(all: Float64Array): { readonly missing: number; readonly quantiles?: Quantiles } {
  const sorted = all.filter((value) => !Number.isNaN(value)).sort();
  const missing = all.length - sorted.length;
  return sorted.length === 0 ? { missing } : { missing, quantiles: SHARES.map((share) => quantileOf(sorted, share)) };
}

function needsOf({ fans, prepared }: Opened, columns: Columns, rows: Rows): readonly Need[] {
  const { years } = prepared.frame;
  return fans.map(({ id, label }, k) => {
    const lowest = rows.column((columns.fans[k] as number) + columns.years);
    const when = rows.column((columns.fans[k] as number) + columns.years + 1);
    const counts = years.map(({ label: year, first, last }) => ({
      label: year,
      draws: when.reduce((count, t) => count + (t >= first && t <= last ? 1 : 0), 0),
    }));
    return { line: id, label, ...quantilesOf(lowest), when: counts.filter(({ draws }) => draws > 0) };
  });
}
