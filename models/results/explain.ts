import { type ExplainedTerm, explain } from "../engines/explain/explain.ts";
import type { GraphLine } from "../language/graph.ts";
import { SUM_OF_YEAR } from "../language/recursion.ts";
import { renderFormula } from "../language/render.ts";
import type { Text } from "../wording/text.ts";
import { YEAR_OF } from "./forms.ts";
import { type Reason, reasonOfCell } from "./reason.ts";
import { type CellRef, cellOf, type Place, writePlace, writeReference } from "./reference.ts";
import type { Results } from "./results.ts";

/** One cell another rests on; its reference can be explained in turn. */
export interface CellTerm<V> {
  readonly ref: string;
  readonly label: Text;
  /** Period, year or `total`; empty for a scalar line. */
  readonly place: string;
  readonly value: V | undefined;
  readonly unit: string;
}

/** Why a cell has its value. */
export interface CellExplanation<V> {
  readonly line: GraphLine;
  /** Where the value stands, or the earlier period it dates from. */
  readonly place: string;
  readonly value: V | undefined;
  readonly formula: Text;
  /** As its author wrote it; empty for sums over time. */
  readonly written: string;
  readonly terms: readonly CellTerm<V>[];
  readonly convention?: Text;
  /** Why there is no value, where there is none. */
  readonly reason?: Reason;
}

const SUMS = {
  year: { zh: "本年各期之和", en: "sum of the periods of the year" },
  years: { zh: "各年之和", en: "sum of the years" },
  periods: { zh: "各期之和", en: "sum of the periods" },
  none: { zh: "", en: "" },
} as const satisfies Record<string, Text>;

const AT_YEAR_END: Text = {
  zh: "按日历年计的金额,于年末一期计入",
  en: "an amount of a calendar year arises in the year's last period",
};

/** Explains one cell: a year or a total by the sum that makes it, or by the formula it has of its own; a period by the line's formula. */
export function explainCell<V>(results: Results<V>, cell: CellRef): CellExplanation<V> {
  const explained = explainPlace(results, cell);
  const reason = explained.value === undefined ? reasonOfCell(results, cell) : undefined;
  return reason === undefined ? explained : { ...explained, reason };
}

function explainPlace<V>(results: Results<V>, { line: id, place }: CellRef): CellExplanation<V> {
  const line = results.line(id);
  if (line === undefined) throw new RangeError(`the model has no line ${id}`);
  if (place === undefined || line.axis === "scalar") return ofFormula(results, line, line.index, 0, "");
  switch (place.kind) {
    case "period":
      return ofPeriod(results, line, place.period);
    case "year":
      return ofYear(results, line, place);
    case "total":
      return ofTotal(results, line);
  }
}

function ofPeriod<V>(results: Results<V>, line: GraphLine, period: number): CellExplanation<V> {
  if (period > 0 && results.dates(line.index, period) !== period && line.kind === "flow") {
    const place = writePlace({ kind: "period", period }, results.frame);
    return {
      line,
      place,
      value: results.period(line.index, period),
      formula: SUMS.none,
      written: line.formula,
      terms: [],
      convention: AT_YEAR_END,
    };
  }
  return ofFormula(results, line, line.index, period);
}

function ofYear<V>(results: Results<V>, line: GraphLine, place: Extract<Place, { kind: "year" }>): CellExplanation<V> {
  const year = results.frame.years[place.position];
  if (year === undefined) throw new RangeError(`no year ${place.position}`);
  const form = results.form(line.index, "year");
  const text = writePlace(place, results.frame);
  if (form !== undefined) return ofFormula(results, line, form, year.last, text);
  if (line.kind !== "flow") return ofPeriod(results, line, year.last);
  const terms = Array.from({ length: year.last - year.first + 1 }, (_, i) =>
    partOf(results, line, { kind: "period", period: year.first + i }),
  );
  return sumOf(results, line, text, results.year(line.index, place.position), SUMS.year, terms);
}

function ofTotal<V>(results: Results<V>, line: GraphLine): CellExplanation<V> {
  const form = results.form(line.index, "total");
  if (form !== undefined) return ofFormula(results, line, form, 0, "total");
  const byYear = line.kind === "flow" && results.form(line.index, "year") === undefined;
  const count = byYear ? results.frame.years.length : results.evaluation.periods;
  const placeAt = (i: number): Place => (byYear ? yearPlace(results, i) : { kind: "period", period: i + 1 });
  const terms = Array.from({ length: count }, (_, i) => partOf(results, line, placeAt(i)));
  return sumOf(results, line, "total", results.total(line.index), byYear ? SUMS.years : SUMS.periods, terms);
}

/** A year of one period is that period. */
function yearPlace<V>({ frame }: Results<V>, position: number): Place {
  const year = frame.years[position];
  return year?.first === year?.last && frame.periodLabels.includes(year?.label ?? "")
    ? { kind: "period", period: year?.last ?? 0 }
    : { kind: "year", position };
}

function partOf<V>(results: Results<V>, { id, label, unit }: GraphLine, place: Place): CellTerm<V> {
  const text = writePlace(place, results.frame);
  return { ref: `${id}@${text}`, label, place: text, value: results.cell({ line: id, place }), unit };
}

function sumOf<V>(
  results: Results<V>,
  line: GraphLine,
  place: string,
  value: V | undefined,
  formula: Text,
  terms: readonly CellTerm<V>[],
): CellExplanation<V> {
  const { arithmetic } = results;
  // What adds nothing is left out, unless nothing would be left.
  const telling = terms.filter(({ value: part }) => part === undefined || arithmetic.toNumber(part) !== 0);
  return {
    line,
    place,
    value,
    formula,
    written: "",
    terms: telling.length === 0 ? terms : telling,
    ...conventionOf(line),
  };
}

const conventionOf = ({ convention }: GraphLine): { readonly convention?: Text } =>
  convention === undefined ? {} : { convention };

/** By the formula of a line, the cell's own or the one that stands for its year or total. */
function ofFormula<V>(results: Results<V>, line: GraphLine, by: number, t: number, place?: string): CellExplanation<V> {
  const { graph } = results.evaluation;
  const cell = explain(graph, results.evaluation, by, t);
  const words = (lang: "zh" | "en"): string =>
    cell.source === "input"
      ? ""
      : cell.opening === undefined
        ? renderFormula(graph, by, lang)
        : renderFormula(graph, cell.opening, lang);
  return {
    line,
    place: place ?? writePlace({ kind: "period", period: cell.period }, results.frame),
    value: cell.value,
    formula: { zh: words("zh"), en: words("en") },
    written: cell.written,
    terms: cell.terms.flatMap((term) => termOf(results, term)),
    ...conventionOf(line),
  };
}

/** A term under the reference that opens it; nothing for a time before the first period, where a lag reads 0. */
function termOf<V>(results: Results<V>, term: ExplainedTerm<V>): readonly CellTerm<V>[] {
  const ref = referenceOf(results, term);
  if (ref === undefined) return [];
  const named = results.line(ref.line);
  const isSame = named?.index === term.line;
  return [
    {
      ref: writeReference(ref, results.frame),
      label: isSame || named === undefined ? term.label : named.label,
      place: ref.place === undefined ? "" : writePlace(ref.place, results.frame),
      value: term.value,
      unit: term.unit,
    },
  ];
}

function referenceOf<V>(results: Results<V>, { line: index, how, period }: ExplainedTerm<V>): CellRef | undefined {
  const line = results.line(index);
  if (line === undefined) throw new RangeError(`the model has no line ${index}`);
  const { graph } = results.evaluation;
  if (how === "total") return { line: line.id, place: { kind: "total" } };
  if (line.axis === "scalar") return { line: line.id };
  if (period === 0 && (how === "lag" || how === "at")) return undefined;
  const position = results.frame.years.findIndex(({ last }) => last === period);
  const base = baseOf(results, line);
  if (base !== undefined && position >= 0) return cellOf(graph, base, yearPlace(results, position));
  return { line: line.id, place: { kind: "period", period: results.dates(index, period) } };
}

/** The line whose year a line holds in the year's last period. */
function baseOf<V>(results: Results<V>, { tags }: GraphLine): string | undefined {
  const form = tags[YEAR_OF];
  if (typeof form === "string") return form;
  const summed = tags[SUM_OF_YEAR];
  return typeof summed === "string" && results.form(summed, "year") === undefined ? summed : undefined;
}
