import { type EngineName, evaluate, type Prepared, prepareDocument } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { resolveScenario } from "../../document/scenario.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { shiftProject } from "../../document/shift.ts";
import { type Evaluation, evaluateRecord } from "../../engines/index.ts";
import { WORK_MAX, workOf } from "../../engines/work.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { LineKind } from "../../language/line.ts";
import { frameOf } from "../../results/frame.ts";
import { reasonOfCell } from "../../results/reason.ts";
import { type Results, resultsOf } from "../../results/results.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { type Text, text } from "../../wording/text.ts";
import { type Wanted, wantedOf } from "./facts.ts";

/** One line of a member by calendar year, as a decimal literal a year; scalars have one. */
export interface Fact {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: LineKind;
  readonly axis: "period" | "scalar";
  readonly role: string;
  readonly tags: Wanted["tags"];
  /** Of the years of the member, first at index 0; a word for what is missing otherwise. */
  readonly values: readonly string[] | { readonly missing: Text };
}

/** A member as the portfolio sees it: calendar years from its first to its last. */
export interface MemberYears {
  /** Months of its first and last period (year*12 + month-1). */
  readonly startMonth: number;
  readonly endMonth: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly facts: readonly Fact[];
}

export interface MemberQuestion {
  readonly document: ModelDocument;
  readonly scenario: string | undefined;
  readonly startMonths: number;
  readonly engine: EngineName;
  readonly shelf: GraphShelf;
  readonly shouldStop?: (() => boolean) | undefined;
}

const known = new WeakMap<ModelDocument, Map<string, Result<MemberYears>>>();
const KEPT = 400;

/** A member moved by its months and computed whole, so that dated law and taxes by calendar year apply where it then stands. */
export function memberYears(question: MemberQuestion): Result<MemberYears> {
  const { document, scenario, startMonths, engine } = question;
  const byKey = known.get(document) ?? new Map<string, Result<MemberYears>>();
  known.set(document, byKey);
  const key = JSON.stringify([scenario ?? "", startMonths, engine]);
  const found = byKey.get(key);
  if (found !== undefined) return found;
  const prepared = prepareMember(question);
  const years = prepared.ok ? succeed(yearsOf(prepared.value, question)) : prepared;
  if (byKey.size >= KEPT) byKey.clear();
  byKey.set(key, years);
  return years;
}

/** A member's own model where it stands in the portfolio. */
export function prepareMember({ document, scenario, startMonths, shelf }: MemberQuestion): Result<Prepared> {
  const resolved = resolveScenario(document, scenario, shelf.registry);
  if (!resolved.ok) return resolved;
  const moved = shiftProject(resolved.value.document, startMonths, shelf.registry);
  const prepared = prepareDocument(moved, resolved.value.id, resolved.value.counts, shelf);
  if (workOf(prepared.graph, prepared.timeline.periods.length) <= WORK_MAX) return succeed(prepared);
  return fail(portfolioProblem("member_unreadable", "", { member: document.project.name, reason: TOO_MUCH }));
}

const TOO_MUCH = text("计算量超过上限", "more work than is done at all");

function yearsOf(prepared: Prepared, { engine, shouldStop }: MemberQuestion): MemberYears {
  const { graph, bindings, timeline, frame, document } = prepared;
  // Flows of a step that ends in a year belong to that year, as everywhere in the product.
  const calendar = frameOf(timeline, { ...frame.conventions, yearBasis: "calendar" });
  const wanted = wantedOf(graph.lines, document);
  const outputs = wanted.map(({ line }) => line.index);
  const stop = shouldStop === undefined ? {} : { shouldStop };
  const evaluation = evaluate(prepared, engine, engine === "record" ? { outputs, ...stop } : {});
  let whole: Results<unknown> | undefined;
  const why = (line: GraphLine): Text => {
    // Reasons are looked for among all lines.
    const all: Evaluation<unknown> = engine === "record" ? evaluateRecord(graph, bindings, stop) : evaluation;
    whole ??= resultsOf<unknown>(all, calendar);
    return missingWords(whole, line);
  };
  const results = resultsOf(evaluation as Evaluation<unknown>, calendar);
  return {
    startMonth: timeline.startMonth,
    endMonth: timeline.endMonth,
    firstYear: timeline.periods[0]?.year ?? 0,
    lastYear: timeline.periods.at(-1)?.year ?? 0,
    facts: wanted.map((one) => factOf(one, results, why)),
  };
}

function factOf(
  { line, name, role, label, tags }: Wanted,
  results: Results<unknown>,
  why: (line: GraphLine) => Text,
): Fact {
  const isScalar = line.axis === "scalar";
  const values = isScalar ? [results.scalar(line.index)] : results.years(line.index);
  const texts = values.map((value) => (value === undefined ? "" : results.arithmetic.toText(value)));
  return {
    name,
    label,
    unit: line.unit,
    kind: line.kind,
    axis: isScalar ? "scalar" : "period",
    role,
    tags,
    values: texts.includes("") ? { missing: why(line) } : texts,
  };
}

const NO_VALUE = text("按其性质没有数值", "by its nature there is none");

/** Why the first cell without a value has none. */
function missingWords(results: Results<unknown>, line: GraphLine): Text {
  const places = line.axis === "scalar" ? [undefined] : results.frame.years.map((_year, position) => position);
  for (const position of places) {
    const cell =
      position === undefined ? { line: line.id } : { line: line.id, place: { kind: "year" as const, position } };
    const reason = reasonOfCell(results, cell);
    if (reason !== undefined) return reason.kind === "missing" ? reason.problem.message : NO_VALUE;
  }
  return NO_VALUE;
}

/** The problem of a member, told at the member's place in the portfolio. */
export function atMember(member: string, label: Text, problems: readonly Problem[]): Problem {
  const reason = problems[0]?.message ?? NO_VALUE;
  return portfolioProblem("member_unreadable", `members/${member}`, { member: label, reason });
}
