import { actualsProblem } from "../../models/wording/actuals.ts";
import { grouped, ratioText } from "../../models/wording/grouped.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { ActualsCellView, ActualsRowView, ActualsView, Lang, PlanView } from "../contract.ts";

type View = Omit<ActualsView, "version">;

const WORDS = {
  title: { zh: (year: string) => `${year} 年度监测表`, en: (year: string) => `Monitoring sheet ${year}` },
  project: { zh: "项目", en: "project" },
  closed: { zh: "实际数截至", en: "actuals closed up to" },
  notClosed: { zh: "未填", en: "not stated" },
  rest: { zh: "余下各期", en: "later periods" },
  unit: { zh: "单位：元", en: "amounts in CNY" },
  heads: {
    zh: [
      "行",
      "本年计划",
      "其中至截至月",
      "本年实际",
      "偏差",
      "完成率",
      "累计计划",
      "累计实际",
      "全期计划",
      "全期预测",
    ],
    en: [
      "line",
      "plan of the year",
      "of it to date",
      "actual",
      "variance",
      "actual of plan",
      "plan so far",
      "actual so far",
      "plan in all",
      "forecast in all",
    ],
  },
  sides: {
    in: { zh: "收入合计(已填报各行)", en: "receipts, lines with actuals" },
    out: { zh: "支出合计(已填报各行)", en: "payments, lines with actuals" },
  },
  silent: {
    zh: (side: string, count: number, amount: string) =>
      `${side}另有 ${count} 行计划至今 ${amount} 元，没有实际数，预测按模型计算。`,
    en: (side: string, count: number, amount: string) =>
      `${side}: ${count} more lines have ${amount} in the plan to date and no actuals; the forecast takes the model's figures.`,
  },
  side: { in: { zh: "收入", en: "Receipts" }, out: { zh: "支出", en: "Payments" } },
  unreported: { zh: "未填报", en: "not reported" },
  lists: {
    zh: ["已填报各行中未填报的期间（不按0计）", "未能计入的实际数", "需要处理", "数据来源", "结论（计划 → 预测）"],
    en: [
      "Periods not reported of lines with actuals (not zero)",
      "Figures that could not be counted",
      "To be settled",
      "Sources",
      "Verdicts (plan → forecast)",
    ],
  },
  none: { zh: "无", en: "none" },
  noForecast: {
    zh: "没有预测：余下各期的规则未选择或不完整。",
    en: "No forecast: the rule of later periods is not chosen, or not complete.",
  },
  conditions: { zh: "附条件", en: "with conditions" },
} as const;

export const REST_WORDS = {
  plan: { zh: "按计划原数", en: "the plan's own amounts" },
  shift: { zh: "按计划顺延", en: "the plan, later by months" },
  total: { zh: "计划总额不变，余额按后期节奏", en: "the plan's total kept, the rest as the plan's later amounts" },
  model: { zh: "由模型在实际数上重算", en: "computed by the model on the actuals" },
} as const;

export const restText = (rest: View["rest"], lang: Lang): string => {
  if (rest === null) return WORDS.notClosed[lang];
  const words = REST_WORDS[rest.rule][lang];
  return rest.months === null ? words : `${words} ${rest.months} ${lang === "zh" ? "个月" : "months"}`;
};

/** Amounts in 元 with separators; ratios in percent. */
export const amountOf = (value: string | null): string => (value === null ? "–" : grouped(value));
export const shareOf = (value: string | null): string =>
  value === null ? "–" : `${(Number(value) * 100).toFixed(1)}%`;

/** The cell of an actual: what is not reported says so. */
export const actualOf = (
  row: Pick<ActualsRowView, "reported">,
  cell: ActualsCellView,
  state: string,
  lang: Lang,
): string => {
  if (state === "open" || !row.reported) return "–";
  return cell.actual === null ? WORDS.unreported[lang] : amountOf(cell.actual);
};

/** A statement year the model has; the one that is asked for. */
export function yearIn({ columns }: Pick<View, "columns">, year: string): Result<string> {
  const known = columns.map(({ place }) => place);
  return known.includes(year)
    ? succeed(year)
    : fail(actualsProblem("no_year", "--year", { found: year, known: known.join(" ") }));
}

/** 年度监测表: the table of one year, as rows of cells; head first. */
export function sheetTable(view: View, year: string, lang: Lang): readonly (readonly string[])[] {
  const at = view.columns.findIndex(({ place }) => place === year);
  const state = view.columns[at]?.state ?? "open";
  const rowOf = (name: string, one: Pick<ActualsRowView, "reported" | "cells" | "total">): readonly string[] => {
    const cell = one.cells[at];
    if (cell === undefined) throw new Error(`the view has no year ${year}`);
    const soFar =
      one.reported && state !== "open" && cell.actualSoFar === null
        ? WORDS.unreported[lang]
        : amountOf(cell.actualSoFar);
    return [
      name,
      amountOf(cell.planned),
      amountOf(cell.toDate),
      actualOf(one, cell, state, lang),
      amountOf(cell.variance),
      shareOf(cell.share),
      amountOf(cell.plannedSoFar),
      soFar,
      amountOf(one.total.planned),
      view.forecast === null ? "–" : amountOf(one.total.forecast),
    ];
  };
  const rows = view.rows
    .filter(({ reported }) => reported)
    .map((row) => rowOf(row.group === "" ? row.label : `${row.group} · ${row.label}`, row));
  const sums = view.sums.map((sum) => rowOf(WORDS.sides[sum.side][lang], { ...sum, reported: true }));
  return [WORDS.heads[lang], ...rows, ...sums];
}

interface SheetList {
  readonly title: string;
  readonly items: readonly string[];
}

/** What stands around the table of a sheet: its title and facts above it, then what is silent in it, and lists below. */
export function sheetParts(
  view: View,
  year: string,
  project: string,
  lang: Lang,
): { readonly above: readonly string[]; readonly notes: readonly string[]; readonly lists: readonly SheetList[] } {
  const colon = lang === "zh" ? "：" : ": ";
  const above = [
    WORDS.title[lang](year),
    `${WORDS.project[lang]}${colon}${project}`,
    `${WORDS.closed[lang]}${colon}${view.lastClosed ?? WORDS.notClosed[lang]}`,
    `${WORDS.rest[lang]}${colon}${restText(view.rest, lang)}`,
    WORDS.unit[lang],
  ];
  const silent = view.sums.flatMap(({ side, silent: amount, silentLines }) =>
    silentLines === 0 ? [] : [WORDS.silent[lang](WORDS.side[side][lang], silentLines, amountOf(amount))],
  );
  const reports = view.reports.map(({ document, date, by, note }) =>
    [document, date, by, note].filter((part) => part !== "").join(lang === "zh" ? "，" : ", "),
  );
  const unreported = view.rows.flatMap(({ unreported: told }) => told ?? []);
  const others = view.problems
    .filter(({ code }) => code !== "actuals.unreported")
    .map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
  const [gaps, astray, open, sources, verdicts] = WORDS.lists[lang];
  const figures = view.astray.map(
    ({ line, period, amount, report }) => `${line} ${period} ${amountOf(amount)} (${report})`,
  );
  const list = (title: string, items: readonly string[]): SheetList => ({
    title,
    items: items.length === 0 ? [WORDS.none[lang]] : items,
  });
  return {
    above,
    notes: silent,
    lists: [
      list(gaps, unreported),
      list(astray, figures),
      list(open, others),
      list(sources, reports),
      list(verdicts, verdictsOf(view.plan, view.forecast, lang)),
    ],
  };
}

/** The same as lines of a text. */
export function sheetText(
  view: View,
  year: string,
  project: string,
  lang: Lang,
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const { above, notes, lists } = sheetParts(view, year, project, lang);
  const listed = lists.flatMap(({ title, items }) => ["", title, ...items.map((item) => `  ${item}`)]);
  return { above, below: [...notes, ...listed] };
}

const MARK = { true: "✓", false: "✗", null: "–" } as const;

function verdictsOf(plan: PlanView, forecast: PlanView | null, lang: Lang): readonly string[] {
  const told = (verdict: PlanView["verdicts"][number] | undefined): string => {
    if (verdict === undefined) return "–";
    const condition = verdict.pass === true && verdict.conditions > 0 ? ` ${WORDS.conditions[lang]}` : "";
    const margin =
      verdict.margin === null ? "" : ` ${verdict.unit === "1" ? ratioText(verdict.margin) : amountOf(verdict.margin)}`;
    return `${MARK[`${verdict.pass}`]}${condition}${margin}`;
  };
  const lines = plan.verdicts.map((verdict) => {
    const later = forecast?.verdicts.find(({ id }) => id === verdict.id);
    return `${verdict.id} ${verdict.title[lang]} ${told(verdict)}${forecast === null ? "" : ` → ${told(later)}`}`;
  });
  return forecast === null ? [WORDS.noForecast[lang], ...lines] : lines;
}
