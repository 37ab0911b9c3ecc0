import { VERDICTS } from "../checks/verdicts/verdict.ts";
import { statementFrame } from "../compile/expand.ts";
import type { Prepared } from "../compile/prepare.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../language/graph.ts";
import { formsOf, hasTotal } from "../results/forms.ts";
import { type CellRef, readPlace, splitReference } from "../results/reference.ts";
import type { Results } from "../results/results.ts";
import { indicatorSpecs } from "../statements/indicators/index.ts";
import { factsOf } from "../statements/tables/facts.ts";
import { suggestion } from "../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";

/** A wish: a cell of any line against a value, or a verdict. */
export type Target =
  | { readonly cell: string; readonly relation: ">=" | "<="; readonly value: string }
  | { readonly verdict: string };

const CELL = /^\s*([A-Za-z_\p{L}][\p{L}\p{N}_.@-]*)\s*(>=|<=)\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*$/u;
const VERDICT = /^\s*(?:verdict\.)?(B[1-9])\s*(?:>=\s*0(?:\.0*)?\s*)?$/;

/** Written like a verdict, and none. */
const LIKE_A_VERDICT = /^\s*(?:verdict\.)?B\d+\s*(?:>=\s*0(?:\.0*)?\s*)?$/i;

function unknownVerdict(text: string): Problem {
  return {
    code: "solve.verdict_unknown",
    message: { zh: `没有结论“${text}”`, en: `there is no verdict “${text}”` },
    path: "until",
    hint: {
      zh: `结论写其代码,大写:${VERDICTS.join("、")}`,
      en: `verdicts are named by their code, in capitals: ${VERDICTS.join(", ")}`,
    },
  };
}

/** Reads `LINE[@PERIOD]>=VALUE`, `LINE[@PERIOD]<=VALUE` or a verdict: `B5`, `verdict.B5>=0`. */
export function parseTarget(text: string): Result<Target> {
  const verdict = VERDICT.exec(text)?.[1];
  if (verdict !== undefined) return succeed({ verdict });
  if (LIKE_A_VERDICT.test(text)) return fail(unknownVerdict(text.trim()));
  const [, cell, relation, value] = CELL.exec(text) ?? [];
  const isNumber = Number.isFinite(Number(value));
  if (cell === undefined || value === undefined || !isNumber || (relation !== ">=" && relation !== "<=")) {
    return fail({
      code: "solve.target_unreadable",
      message: { zh: `目标“${text}”无法识别`, en: `the target “${text}” cannot be read` },
      path: "until",
      hint: {
        zh: "写法如 balance.static>=0、project.cash_free@2031>=0 或 B5",
        en: "write it like balance.static>=0, project.cash_free@2031>=0 or B5",
      },
    });
  }
  return succeed({ cell, relation, value });
}

/** What must be computed for a target, and how it is read: positive or zero where it is met, undefined where there is no value. */
export interface Watch {
  /** Indices of lines. */
  readonly outputs: readonly number[];
  readonly excess: <V>(results: Results<V>) => InstanceType<typeof RecordDecimal> | undefined;
  /** The slots of a line whose sum the excess is, but for a constant; absent where it is no such sum. */
  readonly sum?: SlotSum;
}

export interface SlotSum {
  readonly line: number;
  readonly slots: readonly number[];
  readonly sign: 1 | -1;
}

/** Missed by next to nothing: what stands for a verdict that fails with no negative margin. */
const MISSED = new RecordDecimal("-1e-9");
const MET = new RecordDecimal(0);

/** Finds a target in the graph of a document. */
export function watchOf(target: Target, prepared: Prepared): Result<Watch> {
  return "verdict" in target ? verdictWatch(target.verdict, prepared) : cellWatch(target, prepared);
}

function verdictWatch(id: string, { graph }: Prepared): Result<Watch> {
  const [test, margin] = [`verdict.${id}.test`, `verdict.${id}.margin`];
  const outputs = [test, margin].flatMap((line) => graph.indexById.get(line) ?? []);
  const problem = outputs.map((line) => graph.broken.get(line)).find((found) => found !== undefined);
  if (problem !== undefined) return fail(problem);
  const line = graph.indexById.get(margin);
  return succeed({
    outputs,
    ...(line === undefined ? {} : { sum: { line, slots: [0], sign: 1 as const } }),
    excess: (results) => {
      const [met, by] = [numberOf(results.scalar(test)), numberOf(results.scalar(margin))];
      if (met === undefined) return undefined;
      if (met.isZero()) return by?.isNegative() === true ? by : MISSED;
      return by?.isPositive() === true ? by : MET;
    },
  });
}

function cellWatch(target: Extract<Target, { cell: string }>, prepared: Prepared): Result<Watch> {
  const found = figureOf(target.cell, prepared, "until");
  if (!found.ok) return found;
  const { outputs, cell } = found.value;
  const sum = slotsOf(cell, prepared);
  return succeed({
    outputs,
    ...(sum === undefined ? {} : { sum: { ...sum, sign: target.relation === ">=" ? (1 as const) : (-1 as const) } }),
    excess: (results) => {
      const difference = numberOf(results.cell(cell))?.minus(target.value);
      return target.relation === ">=" ? difference : difference?.negated();
    },
  });
}

/** One number of a model: what must be computed for it, and where it stands. */
export interface Figure {
  /** Indices of lines. */
  readonly outputs: readonly number[];
  readonly line: GraphLine;
  readonly cell: CellRef;
}

/** Where figures are looked for. */
export type Place = Pick<Prepared, "graph" | "frame" | "timeline" | "document">;

/** Finds `LINE`, `LINE@PERIOD`, `LINE@YEAR` or `LINE@total`. `path` names who asks. */
export function figureOf(reference: string, place: Place, path: string): Result<Figure> {
  const found = cellOf(reference, place, path);
  if (!found.ok) return found;
  const { graph } = place;
  const cell = found.value;
  const index = graph.indexById.get(cell.line) ?? -1;
  const { years, totals } = formsOf(graph);
  const outputs = [index, years.get(index), totals.get(index)].filter((line) => line !== undefined);
  return succeed({ outputs, line: graph.lines[index] as GraphLine, cell });
}

/** The slots a cell adds up; undefined where it is read in another way. */
function slotsOf({ line: id, place }: CellRef, { graph, frame }: Prepared): Omit<SlotSum, "sign"> | undefined {
  const line = graph.lines[graph.indexById.get(id) ?? -1];
  if (line === undefined) return undefined;
  const { years, totals } = formsOf(graph);
  if (place === undefined || line.axis === "scalar") return { line: line.index, slots: [0] };
  if (line.axis === "year" && place.kind !== "period") return undefined;
  if (place.kind === "period") return { line: line.index, slots: [place.period] };
  const form = (place.kind === "total" ? totals : years).get(line.index);
  if (place.kind === "total")
    return form === undefined
      ? { line: line.index, slots: frame.periodLabels.map((_, i) => i + 1) }
      : { line: form, slots: [0] };
  const year = frame.years[place.position];
  if (year === undefined) return undefined;
  if (form !== undefined || line.kind !== "flow") return { line: form ?? line.index, slots: [year.last] };
  return { line: line.index, slots: Array.from({ length: year.last - year.first + 1 }, (_, i) => year.first + i) };
}

function numberOf<V>(value: V | undefined): InstanceType<typeof RecordDecimal> | undefined {
  return value === undefined ? undefined : new RecordDecimal(value as never);
}

/** The cell a target names: a line of one value, or a line in a period, a year or in total. */
function cellOf(text: string, where: Place, path: string): Result<CellRef> {
  const { graph, frame, timeline } = where;
  const { line, at } = splitReference(text, graph);
  const index = graph.indexById.get(line);
  const broken = index === undefined ? undefined : graph.broken.get(index);
  if (broken !== undefined) return fail(broken);
  if (index === undefined) return fail(unknownLine(line, where, path));
  const found = graph.lines[index] as GraphLine;
  if (found.axis === "scalar") return succeed({ line });
  const place = at === undefined ? undefined : readPlace(at, frame, timeline);
  const isAdded = hasTotal(graph, found);
  const last = `${line}@${frame.years.at(-1)?.label ?? "2031"}`;
  if (place?.kind === "total" && !isAdded) return fail(noTotal(found, last, path));
  if (place !== undefined) return succeed({ line, place });
  return fail({
    code: "solve.period",
    message:
      at === undefined
        ? { zh: `${line} 各期有值,需写明哪一期`, en: `${line} has a value a period: say which` }
        : { zh: `计算期内没有 ${at}`, en: `the timeline has no ${at}` },
    path,
    hint: isAdded
      ? { zh: `写法如 ${last} 或 ${line}@total`, en: `write it like ${last} or ${line}@total` }
      : { zh: `写法如 ${last}`, en: `write it like ${last}` },
  });
}

/** Balances and rates of all periods added up mean nothing. */
function noTotal({ id, label, kind }: GraphLine, last: string, path: string): Problem {
  const [zh, en] = kind === "stock" ? ["时点数", "a level"] : ["比率或状态", "a rate or a state"];
  return {
    code: "solve.no_total",
    message: {
      zh: `“${label.zh}”(${id})是${zh},各期相加没有意义,没有合计`,
      en: `“${label.en}” (${id}) is ${en}: its periods added up mean nothing, it has no total`,
    },
    path,
    hint: {
      zh: `写明期间或年份,如 ${last};要最低值的,用现成的指标,如最低可动用资金 cash.minimum`,
      en: `name a period or a year, such as ${last}; for a lowest value take an indicator such as cash.minimum`,
    },
  };
}

function unknownLine(line: string, { graph, document }: Place, path: string) {
  const specs = indicatorSpecs(factsOf(graph.lines, statementFrame(document)));
  const results = specs.filter(({ aside, series }) => aside !== true && series !== true);
  const lines = graph.lines.filter(({ source }) => source === "formula");
  const known = [...results, ...lines].map(({ id }) => id);
  return {
    code: "solve.indicator_unknown",
    message: { zh: `没有行或指标 ${line}`, en: `there is no indicator or line called ${line}` },
    path,
    hint: suggestion(line, known),
  };
}
