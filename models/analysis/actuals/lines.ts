import type { InputLine } from "../../compile/context.ts";
import { inputLine } from "../../compile/context.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { FormulaDecl, InputDecl, LineKind } from "../../language/line.ts";
import { totalOf, yearOf } from "../../statements/forms.ts";
import { actualsProblem } from "../../wording/actuals.ts";
import type { Problem } from "../../wording/problem.ts";
import { type Text, text } from "../../wording/text.ts";
import type { Rest } from "./rest.ts";

/** Lines of one line under watch; `LINE` is the id of the line. */
export const watched = (line: string, name: WatchedName): string => `actuals.${line}.${name}`;
type WatchedName = keyof typeof NAMES | "amount" | "here" | "unreported" | "unstated" | "exceeded";

const NAMES = {
  planned: text("计划", "plan"),
  to_date: text("计划至今", "plan to date"),
  actual: text("实际", "actual"),
  counted: text("实际(未填报的按计划)", "actual, the plan where not reported"),
  variance: text("偏差(实际−计划)", "variance, actual less plan"),
  share: text("完成率(实际/计划)", "actual of plan"),
  so_far: text("累计实际", "actual so far"),
  planned_so_far: text("累计计划(至截至月)", "plan so far, up to the closing month"),
  left: text("计划总额余下", "left of the plan's total"),
  later: text("截至月后的计划", "plan after the closing month"),
  beyond: text("顺延后落在计算期外", "moved beyond the horizon"),
  change: text("预测较计划", "forecast less plan"),
} as const;

/** Shared by all: 1 in periods that are closed. */
const CLOSED = "actuals.closed";

/** Totals of the receipts and of the payments under watch. */
export const SIDES = { in: text("收入", "receipts"), out: text("支出", "payments") } as const;
export type SideName = keyof typeof SIDES;
const SUMMED = ["planned", "to_date", "planned_so_far", "actual", "so_far", "variance", "forecast", "change"] as const;
type Summed = (typeof SUMMED)[number];
export const summed = (side: SideName, name: Summed | "silent" | "share"): string => `actuals.sum_${side}.${name}`;

const PATH = "actuals";

const named = (line: Pick<GraphLine, "label">, words: Text): Text => ({
  zh: `${line.label.zh}:${words.zh}`,
  en: `${line.label.en}: ${words.en}`,
});

interface Formula {
  readonly kind?: LineKind;
  readonly unit?: string;
  readonly scope?: FormulaDecl["scope"];
  readonly tables?: FormulaDecl["tables"];
  readonly convention?: Text;
}

function formulaLine(
  id: string,
  label: Text,
  formula: string,
  { kind = "flow", unit = "CNY", scope = {}, tables, convention }: Formula = {},
): FormulaDecl {
  const axis = kind === "scalar" ? "scalar" : "period";
  const more = { ...(tables === undefined ? {} : { tables }), ...(convention === undefined ? {} : { convention }) };
  return { source: "formula", id, label, unit, kind, axis, tags: {}, clauses: [], path: PATH, scope, formula, ...more };
}

/** A line under watch, with what is known of it outside the graph. */
export interface Watched {
  readonly line: GraphLine;
  /** The plan's own amounts, or why there are none. */
  readonly planned: readonly string[] | Problem;
  /** What was reported; absent where nothing was. */
  readonly reported?: Reported;
}

export interface Reported {
  readonly amounts: readonly (string | undefined)[];
  /** Of closed periods without a figure. */
  readonly unreported: Problem | undefined;
  readonly rest: Rest | Problem;
}

export const closedLine = (closed: number, periods: number): InputLine =>
  inputLine(
    { id: CLOSED, label: text("已关账", "closed"), unit: "1", kind: "flag", axis: "period", path: "actuals/closed" },
    Array.from({ length: periods }, (_unused, index) => (index < closed ? "1" : "0")),
  );

/** Values that come from outside the graph: the plan's amounts, the reported ones and where they are. */
export function watchedInputs({ line, planned, reported }: Watched): readonly InputLine[] {
  const meta = (name: WatchedName, words: Text, rest: Partial<InputDecl> = {}) => ({
    id: watched(line.id, name),
    label: named(line, words),
    unit: line.unit,
    kind: "flow" as const,
    axis: "period" as const,
    path: PATH,
    ...rest,
  });
  const plan = meta("planned", NAMES.planned);
  const own = Array.isArray(planned)
    ? inputLine(plan, planned as readonly string[])
    : inputLine(plan, undefined, planned as Problem);
  if (reported === undefined) return [own];
  const { amounts, unreported, rest } = reported;
  const flag = { unit: "1", kind: "flag" as const };
  const scalar = { kind: "scalar" as const, axis: "scalar" as const };
  return [
    own,
    inputLine(
      meta("amount", text("填报数", "as reported")),
      amounts.map((amount) => amount ?? "0"),
    ),
    inputLine(
      meta("here", text("已填报", "reported"), flag),
      amounts.map((amount) => (amount === undefined ? "0" : "1")),
    ),
    inputLine(meta("unreported", text("未填报", "not reported"), scalar), "0", unreported),
    ...("code" in rest
      ? [inputLine(meta("unstated", text("余下各期", "later periods"), scalar), undefined, rest)]
      : []),
    ...("rule" in rest && rest.rule === "total"
      ? [inputLine(meta("exceeded", text("余下各期", "later periods"), scalar), undefined, exceeded(line))]
      : []),
  ];
}

/** Nothing is left of the plan's total to be spread: an amount of the other sign would make what was spent count for less than it is. */
const exceeded = ({ id, label }: GraphLine): Problem =>
  actualsProblem("rest_exceeded", `actuals/restOf/${id}`, {
    line: { zh: `${label.zh}(${id})`, en: `${label.en} (${id})` },
  });

/** Plan, actual, variance and forecast of a line under watch. */
export function watchedLines({ line, reported }: Watched, gapsAsPlan: boolean): readonly FormulaDecl[] {
  const { unit } = line;
  const at = (name: WatchedName): string => watched(line.id, name);
  const make = (name: keyof typeof NAMES, formula: string, more: Formula = {}) =>
    formulaLine(at(name), named(line, NAMES[name]), formula, { unit, ...more });
  const toDate = [
    make("to_date", `${CLOSED} > 0 ? ${at("planned")} : 0 * ${at("planned")}`),
    make("planned_so_far", `running(${at("to_date")})`, { kind: "stock" }),
  ];
  if (reported === undefined) return toDate;
  const within = (gap: string) =>
    `${CLOSED} > 0 ? (${at("here")} > 0 ? ${at("amount")} : ${gap}) : 0 * ${at("amount")}`;
  return [
    ...toDate,
    make("actual", within(at("unreported"))),
    make("so_far", `running(${at("actual")})`, { kind: "stock" }),
    ...(gapsAsPlan ? [make("counted", within(at("planned")))] : []),
    make("variance", `${at("actual")} - ${at("to_date")}`),
    ...shareLines(at("share"), named(line, NAMES.share), at("actual"), at("to_date")),
    ...restLines(reported.rest, at(gapsAsPlan ? "counted" : "actual"), at, make),
    make("change", `${line.id} - ${at("planned")}`),
  ];
}

/** A ratio of the period, of the year so far and to date; none where the plan has nothing. */
function shareLines(id: string, label: Text, above: string, below: string): readonly FormulaDecl[] {
  const ratio = (of: string, per: string): string => `${per} != 0 ? ${of} / ${per} : none`;
  const line = formulaLine(id, label, ratio(above, below), { kind: "rate", unit: "1" });
  return [line, yearOf(line, `years(${line.formula})`), totalOf(line, ratio(`total(${above})`, `total(${below})`))];
}

function restLines(
  rest: Rest | Problem,
  counted: string,
  at: (name: WatchedName) => string,
  make: (name: keyof typeof NAMES, formula: string, more?: Formula) => FormulaDecl,
): readonly FormulaDecl[] {
  if ("code" in rest) return [];
  if (rest.rule === "total")
    return [
      make("left", `total(${at("planned")}) - total(${counted})`, { kind: "scalar" }),
      make("later", `total(${at("planned")}) - total(${at("to_date")})`, { kind: "scalar" }),
    ];
  if (rest.rule === "shift")
    return [
      make("beyond", `total(${at("planned")}) - total(lag(${at("planned")}, ${rest.periods}))`, { kind: "scalar" }),
    ];
  return [];
}

/** The line itself: what was reported up to the closing month, and by its rule what follows. */
export function overlaid(decl: FormulaDecl, { reported }: Watched, gapsAsPlan: boolean): FormulaDecl {
  if (reported === undefined) return decl;
  const at = (name: WatchedName): string => watched(decl.id, name);
  const names = {
    actuals_closed: CLOSED,
    actuals_here: at(gapsAsPlan ? "counted" : "actual"),
    ...("code" in reported.rest ? { actuals_unstated: at("unstated") } : { actuals_planned: at("planned") }),
    ...("rule" in reported.rest && reported.rest.rule === "total"
      ? { actuals_left: at("left"), actuals_later: at("later"), actuals_exceeded: at("exceeded") }
      : {}),
  };
  const [later, convention] = laterFormula(reported.rest, decl.formula);
  return {
    ...decl,
    scope: { ...decl.scope, ...names },
    formula: `actuals_closed > 0 ? actuals_here : (${later})`,
    convention,
  };
}

function laterFormula(rest: Rest | Problem, formula: string): readonly [string, Text] {
  if ("code" in rest) return ["actuals_unstated", text("余下各期的规则未选择", "no rule is chosen for later periods")];
  switch (rest.rule) {
    case "plan":
      return [
        "actuals_planned",
        text("截至月前取实际数,以后按计划原数", "actuals up to the closing month, the plan's own amounts after it"),
      ];
    case "shift":
      return [
        `lag(actuals_planned, ${rest.periods})`,
        text(
          `截至月前取实际数,以后按计划顺延${rest.periods}期`,
          `actuals up to the closing month, the plan ${rest.periods} periods later after it`,
        ),
      ];
    case "total":
      return [
        "actuals_left == 0 ? 0 * actuals_planned : (actuals_left > 0 and actuals_later < 0) or (actuals_left < 0 and actuals_later > 0) ? actuals_exceeded : actuals_planned * actuals_left / actuals_later",
        text(
          "截至月前取实际数,计划总额的余下部分按计划的后期节奏分摊",
          "actuals up to the closing month; what they leave of the plan's total follows the plan's later amounts in proportion",
        ),
      ];
    case "model":
      return [
        formula,
        text(
          "截至月前取实际数,以后由模型在实际数之上重算",
          "actuals up to the closing month, what the model computes on them after it",
        ),
      ];
  }
}

/** Totals of receipts and payments of lines with actuals, and what the plan has to date in lines without any. */
export function sumLines(
  side: SideName,
  reported: readonly Watched[],
  silent: readonly Watched[],
): readonly FormulaDecl[] {
  const words = SIDES[side];
  const label = (name: Text): Text =>
    text(`${words.zh}合计(已填报各行):${name.zh}`, `${words.en} of lines with actuals: ${name.en}`);
  const of = (name: Exclude<Summed, "forecast">) =>
    formulaLine(summed(side, name), label(NAMES[name]), rowsOf(reported, `row.${name}`), {
      tables: tableOf(reported, [name]),
      kind: name.endsWith("so_far") ? "stock" : "flow",
    });
  const quiet = formulaLine(
    summed(side, "silent"),
    text(`${words.zh}:没有实际数的各行,计划至今`, `${words.en}: plan to date of lines without any actuals`),
    rowsOf(silent, "row.to_date"),
    { tables: tableOf(silent, ["to_date"]) },
  );
  const forecast = formulaLine(
    summed(side, "forecast"),
    label(text("预测", "forecast")),
    `${summed(side, "planned")} + ${summed(side, "change")}`,
  );
  const sums = SUMMED.flatMap((name) => (name === "forecast" ? [forecast] : [of(name)]));
  const share = shareLines(summed(side, "share"), label(NAMES.share), summed(side, "actual"), summed(side, "to_date"));
  return [...sums, ...share, quiet];
}

/** What was reported as spent on the investment (实际数已发生的投资), whatever is said of the rest: a period nobody reported adds nothing. */
export const INVESTED = "actuals.invested";

/** @param reported lines of cost that make up total investment */
export const investedLine = (reported: readonly Watched[]): FormulaDecl =>
  formulaLine(
    INVESTED,
    text("实际数已发生的投资", "investment reported so far"),
    `${CLOSED} > 0 ? ${rowsOf(reported, "row.amount")} : 0 CNY`,
    { tables: tableOf(reported, ["amount"]) },
  );

const tableOf = (rows: readonly Watched[], columns: readonly string[]): NonNullable<FormulaDecl["tables"]> => ({
  watched: { prefix: "actuals", rows: rows.map(({ line }) => line.id), columns },
});

const rowsOf = (rows: readonly Watched[], read: string): string =>
  rows.length === 0 ? "0 CNY" : `sumrows(watched, ${read})`;
