import type { Decimal } from "decimal.js";
import { type ForecastRecord, forecastRecord, sideOf, silentOf } from "../../models/analysis/actuals/forecast.ts";
import { type SideName, summed, type Watched, watched } from "../../models/analysis/actuals/lines.ts";
import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument, ReportSpec, RestRule } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Frame } from "../../models/results/frame.ts";
import type { Place } from "../../models/results/reference.ts";
import { actualsProblem } from "../../models/wording/actuals.ts";
import { mergeProblems } from "../../models/wording/document.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type {
  ActualsCellView,
  ActualsColumnView,
  ActualsRowView,
  ActualsSumView,
  ActualsView,
  ClosedView,
  Explanation,
  Lang,
  PlanView,
  ReportView,
  RestView,
} from "../contract.ts";
import { decimalText, type Results, recordResultsOf } from "../model/results.ts";
import { reviewIn, trustIn } from "../model/trust.ts";
import { planViewOf } from "../scenarios/compare.ts";
import { placeLabel } from "../scenarios/labels.ts";
import { problemViews } from "../wording.ts";

/** Before the name of a cell that is meant in the forecast instead of the plan. */
export const FORECAST = "forecast:";
export const isForecastCell = (cell: string): boolean => cell.startsWith(FORECAST);
export const withoutForecast = (cell: string): string => (isForecastCell(cell) ? cell.slice(FORECAST.length) : cell);

export interface ActualsQuestion {
  readonly scenario?: string | undefined;
  /** A statement year, to see its periods; all years where left out. */
  readonly year?: string | undefined;
  readonly lang: Lang;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Plan and forecast, computed. */
interface Computed {
  readonly prepared: Prepared;
  readonly forecast: ForecastRecord;
  readonly plans: Record<Lang, { readonly plan: PlanView; readonly forecast: PlanView }>;
}

const known = new WeakMap<
  ModelDocument,
  { readonly scenario: string | undefined; readonly answer: Result<Computed> }
>();

/** Plan, actual, variance and forecast of every line, by year or by the periods of one year; verdicts of the plan and of the forecast. */
export function actualsOf(
  document: ModelDocument,
  question: ActualsQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Omit<ActualsView, "version">> {
  const computed = computedOf(document, question, shelf);
  return computed.ok ? viewOf(document, computed.value, question) : computed;
}

/** The plan's forecast as a model of its own, whose lines can be listed and explained. */
export function forecastOf(
  document: ModelDocument,
  question: Omit<ActualsQuestion, "lang">,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<ForecastRecord> {
  const computed = computedOf(document, question, shelf);
  return computed.ok ? succeed(computed.value.forecast) : computed;
}

/** An explanation whose line and terms are named as cells of the forecast. */
export const inForecast = (explanation: Explanation): Explanation => ({
  ...explanation,
  line: `${FORECAST}${explanation.line}`,
  terms: explanation.terms.map((term) => ({ ...term, ref: `${FORECAST}${term.ref}` })),
});

function computedOf(
  document: ModelDocument,
  { scenario, shouldStop }: Omit<ActualsQuestion, "lang">,
  shelf: GraphShelf,
): Result<Computed> {
  const before = known.get(document);
  if (before !== undefined && before.scenario === scenario) return before.answer;
  const answer = compute(document, scenario, shelf, shouldStop);
  known.set(document, { scenario, answer });
  return answer;
}

function compute(
  document: ModelDocument,
  scenario: string | undefined,
  shelf: GraphShelf,
  shouldStop: (() => boolean) | undefined,
): Result<Computed> {
  const found = prepareScenario(document, scenario, shelf);
  if (!found.ok) return found;
  const prepared = { ...found.value, ...(shouldStop === undefined ? {} : { shouldStop }) };
  const own = recordResultsOf(prepared);
  const forecast = forecastRecord(prepared, own.values, shelf);
  const judged = (results: Results<Decimal>) => ({ results, trust: trustIn(results, reviewIn(results)) });
  const [plan, later] = [judged(own), judged(recordResultsOf(forecast.prepared, forecast.values.evaluation))];
  const doubts = doubtsOf(forecast);
  const of = (lang: Lang) => ({
    plan: planViewOf({ id: "plan", label: NAMES.plan[lang] }, plan, lang),
    forecast: doubted(ofForecast(planViewOf({ id: "forecast", label: NAMES.forecast[lang] }, later, lang)), doubts),
  });
  return succeed({ prepared, forecast, plans: { zh: of("zh"), en: of("en") } });
}

const NAMES = {
  plan: { zh: "计划", en: "plan" },
  forecast: { zh: "预测", en: "forecast" },
} as const;

/** A plan whose cells are meant in the forecast. */
function ofForecast(view: PlanView): PlanView {
  const meant = <T extends { readonly cell?: string }>({ cell, ...one }: T) => ({
    ...one,
    ...(cell === undefined ? {} : { cell: `${FORECAST}${cell}` }),
  });
  return { ...view, verdicts: view.verdicts.map(meant), indicators: view.indicators.map(meant) };
}

/** What could turn any verdict of the forecast: figures nothing takes, sides with plan to date and lines nobody reported. */
function doubtsOf({ laid, values, watched: all }: ForecastRecord): number {
  const isSilent = (side: SideName): boolean => silentOf(all, side, values).length > 0;
  return Number(laid.astray.length > 0) + Number(isSilent("in")) + Number(isSilent("out"));
}

const doubted = (view: PlanView, doubts: number): PlanView => ({
  ...view,
  verdicts: view.verdicts.map((verdict) => ({ ...verdict, conditions: verdict.conditions + doubts })),
});

function viewOf(
  document: ModelDocument,
  computed: Computed,
  { year, lang }: ActualsQuestion,
): Result<Omit<ActualsView, "version">> {
  const { prepared, forecast, plans } = computed;
  const { frame, timeline } = prepared;
  const { actuals } = document;
  const { laid, values } = forecast;
  const columns = columnsOf(frame, year, laid.closed, lang);
  if (columns === undefined)
    return fail(
      actualsProblem("no_year", "year", { found: year ?? "", known: frame.years.map(({ label }) => label).join(" ") }),
    );
  const reader = new CellReader(forecast, columns);
  const hasForecast = laid.lines.size > 0 && !forecast.problems.some(({ code }) => FORECAST_NEEDS.has(code));
  return succeed({
    closed: actuals?.closed ?? null,
    lastClosed: laid.closed === 0 ? null : (timeline.periods[laid.closed - 1]?.label ?? null),
    rest: actuals?.rest === undefined ? null : restView(actuals.rest),
    gapsAsPlan: actuals?.unreported === "plan",
    reports: (actuals?.reports ?? []).map(reportView),
    years: frame.years.map(({ label }) => label),
    sheetYear: (frame.years.findLast(({ first }) => first <= laid.closed) ?? frame.years[0])?.label ?? "",
    columns: columns.map(({ at, name, state }) => ({ place: at, name, state })),
    rows: forecast.watched.map((one) => rowView(one, reader, document, lang)),
    sums: (["in", "out"] as const).map((side) =>
      sumView(side, reader, silentOf(forecast.watched, side, values).length),
    ),
    astray: laid.astray,
    plan: plans[lang].plan,
    forecast: hasForecast ? plans[lang].forecast : null,
    problems: problemViews(mergeProblems(forecast.problems), lang),
  });
}

/** Without these the periods after the closing month have no value. */
const FORECAST_NEEDS: ReadonlySet<string> = new Set([
  "actuals.rest_missing",
  "actuals.shift_months",
  "actuals.shift_step",
]);

const restView = ({ rule, months }: RestRule): RestView => ({ rule, months: months ?? null });

function reportView({ id, document, date, by, note = "", figures }: ReportSpec): ReportView {
  const count = Object.values(figures).reduce((sum, periods) => sum + Object.keys(periods).length, 0);
  return { id, document, date, by, note, figures: count };
}

interface Column extends Omit<ActualsColumnView, "place"> {
  readonly at: string;
  readonly place: Place;
  readonly first: number;
  readonly last: number;
}

/** Statement years, or the periods of one; undefined where there is no such year. */
function columnsOf(frame: Frame, year: string | undefined, closed: number, lang: Lang): readonly Column[] | undefined {
  const stateOf = (first: number, last: number): ClosedView =>
    last <= closed ? "closed" : first <= closed ? "partly" : "open";
  if (year === undefined)
    return frame.years.map(({ label, name, first, last }, position) => ({
      at: label,
      name: name[lang],
      state: stateOf(first, last),
      place: { kind: "year", position },
      first,
      last,
    }));
  const found = frame.years.find(({ label }) => label === year);
  if (found === undefined) return undefined;
  return Array.from({ length: found.last - found.first + 1 }, (_unused, index) => {
    const period = found.first + index;
    const label = frame.periodLabels[period - 1] ?? "";
    return {
      at: label,
      name: label,
      state: stateOf(period, period),
      place: { kind: "period", period },
      first: period,
      last: period,
    };
  });
}

const TOTAL: Place = { kind: "total" };

/** Cells of lines under watch, as text. */
class CellReader {
  readonly forecast: ForecastRecord;
  readonly columns: readonly Column[];

  constructor(forecast: ForecastRecord, columns: readonly Column[]) {
    this.forecast = forecast;
    this.columns = columns;
  }

  cells(
    names: CellNames,
    unit: string,
    sourcesOf: (first: number, last: number) => readonly string[],
  ): Pick<ActualsRowView, "cells" | "total"> {
    const { periods } = this.forecast.values.evaluation;
    return {
      cells: this.columns.map(({ place, state, first, last }) =>
        this.#cell(names, unit, place, state !== "open", sourcesOf(first, last)),
      ),
      total: this.#cell(names, unit, TOTAL, this.forecast.laid.closed > 0, sourcesOf(1, periods)),
    };
  }

  text(line: string | undefined, unit: string, place: Place): string | null {
    const { values } = this.forecast;
    if (line === undefined || !values.has(line)) return null;
    const isStock = values.line(line)?.kind === "stock";
    const at: Place = isStock && place.kind === "total" ? { kind: "period", period: values.evaluation.periods } : place;
    const value = values.cell({ line, place: at });
    return value === undefined || !value.isFinite() ? null : decimalText(value, unit);
  }

  #cell(names: CellNames, unit: string, place: Place, isClosed: boolean, sources: readonly string[]): ActualsCellView {
    const closed = (line: string | undefined, of = unit): string | null =>
      isClosed ? this.text(line, of, place) : null;
    return {
      planned: this.text(names.planned, unit, place),
      toDate: closed(names.toDate),
      actual: closed(names.actual),
      variance: closed(names.variance),
      share: closed(names.share, "1"),
      forecast: this.text(names.forecast, unit, place),
      actualSoFar: closed(names.actualSoFar),
      plannedSoFar: closed(names.plannedSoFar),
      sources,
    };
  }
}

type CellNames = Readonly<Partial<Record<Exclude<keyof ActualsCellView, "sources">, string>>>;

function rowView({ line, reported }: Watched, reader: CellReader, document: ModelDocument, lang: Lang): ActualsRowView {
  const { laid, values } = reader.forecast;
  const at = (name: Parameters<typeof watched>[1]): string => watched(line.id, name);
  const names: CellNames = {
    planned: at("planned"),
    toDate: at("to_date"),
    plannedSoFar: at("planned_so_far"),
    forecast: line.id,
    ...(reported === undefined
      ? {}
      : { actual: at("actual"), variance: at("variance"), share: at("share"), actualSoFar: at("so_far") }),
  };
  const sources = laid.lines.get(line.id)?.sources ?? [];
  const own = document.actuals?.restOf;
  const component = String(line.tags["component"] ?? "");
  return {
    line: line.id,
    label: line.label[lang],
    group: component === "" ? "" : placeLabel(document, `components/${component}`)[lang],
    side: sideOf(line) ?? null,
    unit: line.unit,
    reported: reported !== undefined,
    rest:
      own !== undefined && Object.hasOwn(own, line.id) && own[line.id] !== undefined
        ? restView(own[line.id] as RestRule)
        : null,
    unreported: reported?.unreported?.message[lang] ?? null,
    ...reader.cells(names, line.unit, (first, last) => [...new Set(sources.slice(first - 1, last).flat())]),
    beyond: values.has(at("beyond")) ? reader.text(at("beyond"), line.unit, TOTAL) : null,
  };
}

function sumView(side: SideName, reader: CellReader, silentLines: number): ActualsSumView {
  const at = (name: Parameters<typeof summed>[1]): string => summed(side, name);
  const names: CellNames = {
    planned: at("planned"),
    toDate: at("to_date"),
    actual: at("actual"),
    variance: at("variance"),
    share: at("share"),
    forecast: at("forecast"),
    actualSoFar: at("so_far"),
    plannedSoFar: at("planned_so_far"),
  };
  return {
    side,
    line: at("actual"),
    ...reader.cells(names, "CNY", () => []),
    silent: reader.text(at("silent"), "CNY", TOTAL),
    silentLines,
  };
}
