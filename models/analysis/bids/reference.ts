import type { Decimal } from "decimal.js";
import { prepareScenario } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { evaluateRecord } from "../../engines/index.ts";
import { readMonth, writeMonth } from "../../language/calendar.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { Frame, StatementYear } from "../../results/frame.ts";
import { reasonOfCell } from "../../results/reason.ts";
import { type Results, resultsOf } from "../../results/results.ts";
import { conventionsOf } from "../../terms/conventions.ts";
import { bidsProblem } from "../../wording/bids.ts";
import { suggestion } from "../../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { type Text, text } from "../../wording/text.ts";

/** Flows of the reference model by year of the tender: decimal literals, year 1 first; as many years as the model has. */
export interface ReferenceYears {
  readonly flows: (lines: readonly string[], path: string) => Result<readonly string[]>;
  /** Lines of what is spent on replacement (更新重置). */
  readonly replacement: readonly string[];
  /** Month the model ends with, `YYYY-MM`. */
  readonly end: string;
}

export interface ReferenceQuestion {
  readonly shelf: GraphShelf;
  readonly shouldStop?: (() => boolean) | undefined;
}

const known = new WeakMap<ModelDocument["components"], Map<string, Result<ReferenceYears>>>();

/**
 * The model the bids are measured on, computed once in its scenario and read by years that begin with the base month. Bids and sheets may
 * change without it being computed again.
 */
export function referenceYears(document: ModelDocument, question: ReferenceQuestion): Result<ReferenceYears> {
  const { tender, components, bids: _bids, ...rest } = document;
  const { notice, reference } = tender ?? {};
  const byKey = known.get(components) ?? new Map<string, Result<ReferenceYears>>();
  known.set(components, byKey);
  const key = JSON.stringify([notice?.baseMonth, notice?.priceLevel, reference?.scenario, rest]);
  const found = byKey.get(key) ?? computed(document, question);
  byKey.clear();
  byKey.set(key, found);
  return found;
}

function computed(document: ModelDocument, { shelf, shouldStop }: ReferenceQuestion): Result<ReferenceYears> {
  const { notice, reference } = document.tender ?? {};
  const base = readMonth(notice?.baseMonth ?? "");
  if (base === undefined) return fail(missingNotice("baseMonth", text("基准日", "base month")));
  const prepared = prepareScenario(document, reference?.scenario, shelf);
  if (!prepared.ok) return prepared;
  const { graph, bindings, timeline, frame } = prepared.value;
  const level = conventionsOf(prepared.value.document.conventions).priceBasis;
  if (notice?.priceLevel !== undefined && level !== notice.priceLevel)
    return fail(bidsProblem("reference_price", "tender/notice/priceLevel"));
  if ((base - timeline.startMonth) % timeline.stepMonths !== 0)
    return fail(bidsProblem("reference_grid", "tender/notice/baseMonth", { base: writeMonth(base) }));
  const stop = shouldStop === undefined ? {} : { shouldStop };
  const evaluation = evaluateRecord(graph, bindings, stop);
  const years = yearsFrom(base, timeline);
  const results = resultsOf(evaluation, tenderFrame(frame, years));
  const replacement = graph.lines.flatMap(({ id, role, kind, tags }) =>
    role?.startsWith("replacement.") === true && kind === "flow" && tags["crosses"] === "out" ? [id] : [],
  );
  return succeed({
    end: writeMonth(timeline.endMonth),
    replacement,
    flows: (lines, path) => flowsOf(lines, path, results, graph.lines),
  });
}

export const missingNotice = (name: string, what: Text): Problem =>
  bidsProblem("missing", `tender/notice/${name}`, { what, path: `tender/notice/${name}` });

/** Whole years of the model from the base month on; periods before it belong to none. */
function yearsFrom(
  base: number,
  {
    periods,
    stepMonths,
  }: { readonly periods: readonly { readonly startMonth: number }[]; readonly stepMonths: number },
): readonly StatementYear[] {
  const each = 12 / stepMonths;
  const first = periods.findIndex(({ startMonth }) => startMonth === base);
  // Before the model begins nothing is earned that anybody could share.
  if (first < 0) return [];
  const count = Math.floor((periods.length - first) / each);
  return Array.from({ length: count }, (_, i) => ({
    label: String(i + 1),
    name: text(`第${i + 1}年`, `year ${i + 1}`),
    first: first + i * each + 1,
    last: first + (i + 1) * each,
  }));
}

function tenderFrame(frame: Frame, years: readonly StatementYear[]): Frame {
  return { ...frame, years };
}

function flowsOf(
  lines: readonly string[],
  path: string,
  results: Results<Decimal>,
  all: readonly GraphLine[],
): Result<readonly string[]> {
  const { arithmetic, frame } = results;
  let sums = frame.years.map(() => arithmetic.zero);
  for (const id of lines) {
    const line = results.line(id);
    if (line === undefined) {
      const names = all.filter(({ source, kind }) => source === "formula" && kind === "flow").map((one) => one.id);
      return fail(bidsProblem("reference_line", path, { found: id, suggestion: suggestion(id, names) }));
    }
    if (line.kind !== "flow" || line.unit !== "CNY") return fail(bidsProblem("reference_kind", path, { found: id }));
    const values = results.years(line.index);
    const at = values.findIndex((value) => value === undefined || !arithmetic.isDefined(value));
    if (at >= 0) {
      const why = reasonOfCell(results, { line: id, place: { kind: "year", position: at } });
      const reason = why?.kind === "missing" ? why.problem.message : NO_VALUE;
      return fail(bidsProblem("reference_value", path, { found: id, reason }));
    }
    sums = sums.map((sum, i) => arithmetic.add(sum, values[i] ?? arithmetic.zero));
  }
  return succeed(sums.map((sum) => arithmetic.toText(sum)));
}

const NO_VALUE = text("按其性质没有数值", "by its nature there is none");
