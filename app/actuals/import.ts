import { readBounded } from "../../db/disk/read.ts";
import { sha256 } from "../../db/fingerprint.ts";
import { takesActuals } from "../../models/analysis/actuals/forecast.ts";
import { type AmountUnit, type NamedLine, type ReadFigures, readFigures } from "../../models/analysis/actuals/read.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { figurePath, figuresIn, type ReportedFigure, withoutFigures } from "../../models/document/actuals/figures.ts";
import { overlaps, readSpan } from "../../models/document/actuals/span.ts";
import { parseStructure } from "../../models/document/parse.ts";
import type { ActualsSpec, ModelDocument, ReportSpec } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { actualsProblem } from "../../models/wording/actuals.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { placeLabel } from "../scenarios/labels.ts";

/** Figures of a table, read against the lines of a scenario; its problems name cells. */
export function readTable(
  document: ModelDocument,
  scenario: string | undefined,
  table: { readonly text: string; readonly unit: AmountUnit },
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<ReadFigures> {
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) return prepared;
  const lines = prepared.value.graph.lines.filter(takesActuals).map(({ id, label, tags }): NamedLine => {
    const component = tags["component"];
    const group = component === undefined ? undefined : placeLabel(document, `components/${component}`);
    const full = group === undefined ? [] : [{ zh: `${group.zh}${label.zh}`, en: `${group.en}${label.en}` }];
    return { id, names: [label, ...full] };
  });
  return succeed(readFigures(table.text, lines, table.unit));
}

/** Far more than a table of every line and month. */
const TABLE_BYTES_MAX = 20_000_000;

/** The text of a table file: UTF-8, or GBK as spreadsheets here save CSV. */
export async function tableText(path: string): Promise<Result<string>> {
  const bytes = await readBounded(path, TABLE_BYTES_MAX);
  if (!bytes.ok) return bytes;
  for (const encoding of ["utf-8", "gb18030"]) {
    const text = decoded(bytes.value, encoding);
    if (text !== undefined) return succeed(text);
  }
  return fail(actualsProblem("table_encoding", path));
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** Where figures come from. */
export interface ReportSource {
  readonly document: string;
  readonly date: string;
  readonly by: string;
  readonly note?: string | undefined;
}

/** A source that is named anew, or the id of one the document has. */
export type FromReport = ReportSource | { readonly report: string };

/**
 * The document with a report more, or with more figures in one it has. What is reported already is a problem, unless it is to be replaced: then the earlier
 * figures go.
 */
export function withReport(
  document: ModelDocument,
  source: FromReport,
  figures: ReportSpec["figures"],
  replaces: boolean,
): Result<{ readonly document: ModelDocument; readonly report: string; readonly replaced: number }> {
  const actuals: ActualsSpec = document.actuals ?? { reports: [] };
  const there = earlierOf(actuals, figures);
  if (there.length > 0 && !replaces)
    return fail(...there.slice(0, PROBLEMS_MAX).map((one) => thereProblem(one, actuals)));
  const left = withoutFigures(actuals, new Set(there.map(figurePath))).reports;
  const added = "report" in source ? joined(left, source.report, figures) : fresh(left, source, figures);
  if (!added.ok) return added;
  const { id, reports } = added.value;
  const emptied = new Set(there.map(({ report }) => report));
  // What lost its last figure to the new ones is a source of nothing any longer.
  const kept = reports.filter((one) => !emptied.has(one.id) || Object.keys(one.figures).length > 0);
  const next = parseStructure({ ...document, actuals: { ...actuals, reports: kept } });
  return next.ok ? succeed({ document: next.value, report: id, replaced: there.length }) : next;
}

interface Added {
  readonly id: string;
  readonly reports: readonly ReportSpec[];
}

function fresh(
  reports: readonly ReportSpec[],
  { note, ...named }: ReportSource,
  figures: ReportSpec["figures"],
): Result<Added> {
  const id = freeId(reports, named);
  const report = { id, ...named, ...(note === undefined || note === "" ? {} : { note }), figures };
  return succeed({ id, reports: [...reports, report] });
}

/** Figures put into a report that is there. */
function joined(reports: readonly ReportSpec[], id: string, figures: ReportSpec["figures"]): Result<Added> {
  if (!reports.some((report) => report.id === id))
    return fail(actualsProblem("no_report", `actuals/reports/${id}`, { report: id }));
  const withMore = (own: ReportSpec["figures"]): ReportSpec["figures"] => {
    const lines = Object.entries(figures).map(([line, periods]) => {
      const before = Object.hasOwn(own, line) ? own[line] : {};
      return [line, { ...before, ...periods }] as const;
    });
    return { ...own, ...Object.fromEntries(lines) };
  };
  return succeed({
    id,
    reports: reports.map((report) => (report.id === id ? { ...report, figures: withMore(report.figures) } : report)),
  });
}

const PROBLEMS_MAX = 20;

/** Figures of earlier reports for months that the new ones are about too. */
function earlierOf(actuals: ActualsSpec, figures: ReportSpec["figures"]): readonly ReportedFigure[] {
  const spans = new Map(
    Object.entries(figures).map(([line, periods]) => [
      line,
      Object.keys(periods).flatMap((period) => readSpan(period) ?? []),
    ]),
  );
  return figuresIn(actuals).filter(
    ({ line, span }) => spans.get(line)?.some((other) => overlaps(span, other)) === true,
  );
}

function thereProblem(figure: ReportedFigure, { reports }: ActualsSpec): Problem {
  const { line, period } = figure;
  const report = reports.find(({ id }) => id === figure.report)?.document ?? figure.report;
  return actualsProblem("there", figurePath(figure), { line, period, report });
}

/** Named by its date and by what it is, so that other reports of copies edited apart have other names. */
function freeId(reports: readonly ReportSpec[], { document, date, by }: ReportSource): string {
  const taken = new Set(reports.map(({ id }) => id));
  const own = sha256(JSON.stringify([document, date, by])).slice(0, OWN_DIGITS);
  const base = `report_${date.replace(/\D/g, "")}_${own}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(id)) return id;
  }
}
const OWN_DIGITS = 6;
