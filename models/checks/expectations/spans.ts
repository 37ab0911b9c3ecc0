import type { ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { writeMonth } from "../../language/calendar.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { Results } from "../../results/results.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { RUNNING, type Unmet } from "./expectation.ts";
import { isRunningCost } from "./running.ts";

/** Word under which a file says why an operation costs nothing for a while: `operation_span`, or `operation_span.COMPONENT`. */
export const OPERATION_SPAN = "operation_span";

export const COST_OF_INCOME: Text = { zh: "经营成本(收入期内)", en: "operating cost while there is income" };

/** Months of something that runs, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Running extends Span {
  readonly component: string;
  readonly party: string;
  /** What it costs, by role; empty of what comes in. */
  readonly kind: string;
}

/** 运营成本未覆盖收入期: where the costs of an operation begin after, or end before, the income they serve. */
export interface OperationGaps {
  /** Months of income without any cost of its party. */
  readonly unmet: readonly Unmet[];
  /** A cost that stops while others of the party go on. */
  readonly problems: readonly Problem[];
}

export function operationGaps<V>(document: ModelDocument, values: Results<V>): OperationGaps {
  const explained = new Set((document.absences ?? []).map(({ id }) => id));
  const isExplained = (component: string): boolean =>
    explained.has(OPERATION_SPAN) || explained.has(`${OPERATION_SPAN}.${component}`);
  const all = runningOf(document, values);
  const income = all.filter(({ kind }) => kind === "");
  const unmet = new Map<string, Unmet>();
  const problems: Problem[] = [];
  for (const [party, costs] of Map.groupBy(
    all.filter(({ kind }) => kind !== ""),
    ({ party }) => party,
  )) {
    const own = income.filter((one) => one.party === party);
    const served = whole(own.length > 0 ? own : income);
    if (served === undefined) continue;
    const bare = gapsOf(
      costs.filter(({ kind }) => kind !== REPLACED),
      served,
    );
    for (const { component, gap } of bare)
      if (!isExplained(component)) unmet.set(component, unmetAt(document, component, gap));
    for (const [kind, sort] of Map.groupBy(costs, ({ kind }) => kind))
      for (const found of gapsOf(sort, served)) {
        const isShort = kind === REPLACED && found.gap.to - found.gap.from + 1 < YEAR_MONTHS;
        if (!isShort && !isExplained(found.component) && !unmet.has(found.component))
          problems.push(problemAt(document, values, found));
      }
  }
  return { unmet: [...unmet.values()], problems };
}

/** Months from the first to the last in which something is earned by operating. */
export function earnedMonths<V>(document: ModelDocument, values: Results<V>): number {
  const served = whole(runningOf(document, values).filter(({ kind }) => kind === ""));
  return served === undefined ? 0 : served.to - served.from + 1;
}

/** Replacements come years apart: less than a year without one is no gap. */
const REPLACED = "replacement.capex";
const YEAR_MONTHS = 12;

/** What runs between two months of its component, or to the last month of operation of what is replaced. */
function runningOf<V>(document: ModelDocument, values: Results<V>): readonly Running[] {
  const month = (id: string): number | undefined => {
    const line = values.line(id);
    const found = line?.unit === "mo" ? values.scalar(id) : undefined;
    return found === undefined ? undefined : Number(found);
  };
  const [first, last] = [month("startmonth"), month("endmonth")];
  if (first === undefined || last === undefined) return [];
  const on = new Set(document.components.filter(({ enabled }) => enabled).map(({ id }) => id));
  return values.evaluation.graph.lines.flatMap((line): readonly Running[] => {
    const component = String(line.tags["component"] ?? "");
    const side = sideOf(line);
    if (side === undefined || !on.has(component) || !isPaid(values, line)) return [];
    const [from, to] = [month(`${component}.start`) ?? first, month(`${component}.end`) ?? month(`${component}.until`)];
    if (to === undefined) return [];
    // What lies wholly outside is said at its month.
    if (from > last || to < first || to < from) return [];
    return [{ component, ...side, from: Math.max(from, first), to: Math.min(to, last) }];
  });
}

const isPaid = <V>(values: Results<V>, { id }: GraphLine): boolean => Number(values.total(id) ?? 0) > 0;

/** Whose income a line is, or whose cost of running something and of which kind; undefined of any other. */
export function sideOf(line: GraphLine): Pick<Running, "party" | "kind"> | undefined {
  const { role = "", payer, payee } = line;
  if (role.startsWith("revenue.") && payee !== undefined) return { party: payee, kind: "" };
  if (payer === undefined || !(isRunningCost(line) || role === REPLACED)) return undefined;
  return { party: payer, kind: role };
}

function whole(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}

interface Gap {
  readonly component: string;
  readonly gap: Span;
  readonly side: "start" | "end";
}

/** Stretches of what is served that no cost covers, each with the component that leaves it: that before it, else that after it. */
function gapsOf(costs: readonly Running[], served: Span): readonly Gap[] {
  if (costs.length === 0) return [];
  const gaps: Gap[] = [];
  let [until, before]: [number, Running | undefined] = [served.from - 1, undefined];
  for (const cost of costs.toSorted((a, b) => a.from - b.from)) {
    if (cost.from > until + 1 && until < served.to)
      gaps.push(gapAt(before, cost, { from: until + 1, to: Math.min(cost.from - 1, served.to) }));
    if (cost.to > until) [until, before] = [cost.to, cost];
  }
  if (until < served.to) gaps.push(gapAt(before, before, { from: until + 1, to: served.to }));
  return gaps;
}

function gapAt(before: Running | undefined, after: Running | undefined, gap: Span): Gap {
  if (before !== undefined) return { component: before.component, gap, side: "end" };
  return { component: after?.component ?? "", gap, side: "start" };
}

const argsOf = (document: ModelDocument, component: string, { from, to }: Span) => {
  const found = document.components.find(({ id }) => id === component);
  return { component: textOf(found?.label ?? component), from: writeMonth(from), to: writeMonth(to) };
};

function unmetAt(document: ModelDocument, component: string, gap: Span): Unmet {
  const { message, path } = documentProblem(
    "document.operation_without_cost",
    `absences/${OPERATION_SPAN}.${component}`,
    argsOf(document, component, gap),
  );
  return {
    path,
    name: COST_OF_INCOME,
    message,
    verdicts: RUNNING,
  };
}

function problemAt<V>(document: ModelDocument, values: Results<V>, { component, gap, side }: Gap): Problem {
  const name = side === "start" ? "start" : values.line(`${component}.end`) === undefined ? "until" : "end";
  return documentProblem(
    "document.operation_span",
    `components/${component}/inputs/${name}`,
    argsOf(document, component, gap),
  );
}
