import { expect } from "vitest";
import { verdictsOf } from "../../../models/checks/verdicts/index.ts";
import type { Verdict, VerdictId } from "../../../models/checks/verdicts/verdict.ts";
import { inputLine } from "../../../models/compile/context.ts";
import { clockLines } from "../../../models/compile/expand/clock.ts";
import { conventionLines } from "../../../models/compile/expand/conventions.ts";
import { agree, compileKernel, evaluateRecord, type Kernel } from "../../../models/engines/index.ts";
import { bindSolved } from "../../../models/engines/solved.ts";
import { buildGraph } from "../../../models/language/build.ts";
import type { Graph } from "../../../models/language/graph.ts";
import type { FormulaDecl, InputDecl, LineDecl } from "../../../models/language/line.ts";
import { buildTimeline, type Step } from "../../../models/language/timeline.ts";
import { frameOf } from "../../../models/results/frame.ts";
import { resultsOf } from "../../../models/results/results.ts";
import { ratioLines } from "../../../models/statements/forms.ts";
import { searchedInputs } from "../../../models/statements/indicators/breakEven.ts";
import { indicatorLines } from "../../../models/statements/indicators/index.ts";
import { type Indicator, Teller } from "../../../models/statements/indicators/read.ts";
import { system } from "../../../models/statements/system.ts";
import { factsOf, type StatementFacts, type StatementFrame } from "../../../models/statements/tables/facts.ts";
import { verdictLines } from "../../../models/statements/verdicts.ts";
import { conventionsOf, type GivenConventions } from "../../../models/terms/conventions.ts";

/** A single value, a value a period, or a formula. */
type Value = number | readonly number[] | string;

/** A line of its own unit, kind or role. */
interface Line extends Partial<Pick<InputDecl, "unit" | "kind" | "role" | "tags">> {
  readonly value: Value;
}

export interface Told {
  /** Value by the book of record; the kernel agrees. Undefined where there is none. */
  value(id: string): number | undefined;
  /** English words for why a line has no value. */
  why(id: string): string;
  indicator(id: string): Indicator;
  verdict(id: VerdictId): Verdict;
}

interface Options {
  readonly conventions?: GivenConventions;
  readonly start?: string;
  readonly step?: Step;
  readonly periods?: number;
  readonly facts?: Partial<StatementFrame>;
  /** Lines that have no value although they should. */
  readonly missing?: readonly string[];
}

const scalars = [
  "project.total_investment",
  "project.static_balance",
  "project.static_balance_without_support",
  "open.debt",
  "open.debt_of_loan",
  "open.debt_of_second",
];
const stocks = [
  "project.cash_free",
  "project.cash_free_without_support",
  "project.fundable",
  "stmt_balance.r1",
  "stmt_balance.r2_4",
  "stmt_debt.later_of_loan",
  "stmt_debt.later_of_second",
];
const flows = [
  ...["pretax", "posttax", "equity"].flatMap((net) => [`project.net_${net}`, `project.net_${net}_without_support`]),
  ...["cfads", "support_in_cfads", "service", "ebitda_after_tax", "investment"].map((name) => `project.${name}`),
  ...["operating_revenue", "operating_surplus", "variable_cost", "fixed_cost", "ramped_revenue"].map(
    (name) => `project.${name}`,
  ),
  ...["revenue_at_capacity", "sale_receipts"].map((name) => `project.${name}`),
  ...["r1", "r3_3", "r3_4", "r3_5", "r9", "r19"].map((row) => `stmt_profit.${row}`),
  ...["stmt_funding.r2_1", "stmt_fiscal.net", "stmt_fiscal.support", "stmt_debt.service_in_all"],
];

const derived = [
  ...ratioLines("project.dscr", "备付", "DSCR", "project.cfads", "project.service"),
  ...ratioLines("project.dscr_mp3", "备付", "DSCR", "project.ebitda_after_tax", "project.service"),
  ...ratioLines("project.icr", "备付", "cover", "stmt_profit.r19", "stmt_profit.r3_5"),
  system(
    "stmt_balance.loar",
    "负债率",
    "leverage",
    "1",
    "stock",
    "stmt_balance.r1 > 0 ? stmt_balance.r2_4 / stmt_balance.r1 : none",
  ),
];

/**
 * Indicators and verdicts over hand-written lines: whatever they rest on is given, 0 where a test says nothing. Both engines run and must agree.
 * Amounts in 元; four years of one period from 2026 unless said otherwise.
 */
export function tell(given: Readonly<Record<string, Value | Line>>, options: Options = {}): Told {
  const timeline = buildTimeline({
    start: options.start ?? "2026-01",
    step: options.step ?? "year",
    periods: options.periods ?? 4,
  });
  const frame = frameOf(timeline, conventionsOf(options.conventions ?? {}));
  const none: readonly number[] = timeline.periods.map(() => 0);
  const usual: Readonly<Record<string, Value | Line>> = {
    ...Object.fromEntries(scalars.map((id) => [id, 0])),
    ...Object.fromEntries(stocks.map((id) => [id, { kind: "stock", value: none }] as const)),
    ...Object.fromEntries(flows.map((id) => [id, none])),
  };
  const lines = Object.entries({ ...usual, ...given }).map(([id, what]) => declared(id, what, usual[id]));
  const inputs = [
    ...clockLines({ timeline, frame }),
    ...conventionLines(frame.conventions),
    ...searchedInputs().map((decl) => ({ decl, value: decl.solved === undefined ? "1" : undefined })),
    ...lines.flatMap((line) => ("decl" in line ? [line] : [])),
  ];
  const own: readonly LineDecl[] = [
    ...inputs.map(({ decl }) => decl),
    ...lines.flatMap((line) => ("decl" in line ? [] : [line])),
    ...derived,
  ];
  const facts = factsOf(own, {
    parties: [],
    components: [],
    plots: [],
    hasHouseholds: false,
    renovates: false,
    inSums: false,
    ...options.facts,
  });
  const { graph, kernel } = builtFrom([...own, ...indicatorLines(facts), ...verdictLines(facts)]);
  const values = new Map(
    inputs.filter(({ decl }) => options.missing?.includes(decl.id) !== true).map(({ decl, value }) => [decl.id, value]),
  );
  const scalarsBound = new Map<number, string>();
  const seriesBound = new Map<number, readonly string[]>();
  for (const { id, index, source } of graph.lines) {
    const value = source === "input" ? values.get(id) : undefined;
    if (typeof value === "string") scalarsBound.set(index, value);
    else if (value !== undefined) seriesBound.set(index, value);
  }
  const bindings = bindSolved(graph, {
    periods: timeline.periods.length,
    scalars: scalarsBound,
    series: seriesBound,
    periodMonths: timeline.periods.map(({ startMonth }) => startMonth),
    stepMonths: timeline.stepMonths,
    yearOfPeriod: frame.yearOfPeriod,
    indicatorBasis: frame.conventions.indicatorBasis,
  });
  const record = evaluateRecord(graph, bindings);
  expect(agree(record, kernel.run(bindings))).toEqual([]);
  return toldBy(new Teller(resultsOf(record, frame), facts), facts);
}

const built = new Map<string, { readonly graph: Graph; readonly kernel: Kernel }>();

/** Lines of the same text are built once: a property draws many values for them. */
function builtFrom(decls: readonly LineDecl[]): { readonly graph: Graph; readonly kernel: Kernel } {
  const key = JSON.stringify(decls);
  const known = built.get(key);
  if (known !== undefined) return known;
  const graph = buildGraph(decls, { param: () => undefined });
  expect(graph.problems.map(({ message }) => message.en)).toEqual([]);
  const made = { graph, kernel: compileKernel(graph) };
  built.set(key, made);
  return made;
}

function toldBy(teller: Teller, facts: StatementFacts): Told {
  const found = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
    const one = list.find((candidate) => candidate.id === id);
    if (one === undefined) throw new Error(`there is no ${id}`);
    return one;
  };
  return {
    value: (id) => teller.value(id)?.toNumber(),
    why: (id) => teller.whyNot(id).text.en,
    indicator: (id) => found(teller.indicators(), id),
    verdict: (id) => found(verdictsOf(teller, facts), id),
  };
}

function declared(
  id: string,
  what: Value | Line,
  usual: Value | Line | undefined,
): ReturnType<typeof inputLine> | FormulaDecl {
  const line: Line = typeof what === "object" && "value" in what ? what : { value: what };
  const like: Line = typeof usual === "object" && "value" in usual ? usual : { value: usual ?? line.value };
  const { value } = line;
  const single = typeof value === "number" || (typeof value === "string" && typeof like.value === "number");
  const meta = {
    id,
    label: { zh: id, en: id },
    unit: line.unit ?? like.unit ?? "CNY",
    kind: line.kind ?? like.kind ?? (single ? "scalar" : "flow"),
    axis: single || line.kind === "scalar" ? "scalar" : "period",
    path: id,
    tags: line.tags ?? {},
    ...(line.role === undefined ? {} : { role: line.role }),
  } as const;
  if (typeof value === "string") return { source: "formula", clauses: [], scope: {}, formula: value, ...meta };
  const texts = typeof value === "number" ? String(value) : value.map(String);
  const { decl } = inputLine(meta, texts);
  return { decl: { ...decl, ...meta }, value: texts };
}

/** A loan of the component `loan`: its balance makes it a debt, its income and service over the life its coverage. */
export const loan = (income: readonly number[], service: readonly number[]) => ({
  "loan.balance": { role: "debt.balance", kind: "stock", tags: { component: "loan" }, value: [1, 1, 1, 1] } as const,
  "stmt_debt.income_of_loan": income,
  "stmt_debt.service_of_loan": service,
});
export const components = [{ id: "loan", label: { zh: "借款", en: "Loan" } }];
