import { actualOf, amountOf, restText, shareOf } from "../app/actuals/sheet.ts";
import type { ActualsView } from "../app/contract.ts";
import type { Arguments } from "./arguments.ts";
import { csvRow } from "./csv.ts";
import { printLine, printTable, VERDICT_MARK } from "./output.ts";

type View = Omit<ActualsView, "version">;

const WORDS = {
  zh: {
    closed: "实际数截至",
    rest: "余下各期",
    none: "未填",
    heads: ["行", "", "计划", "至截至月计划", "实际", "偏差", "完成率", "预测"],
    total: "合计",
    verdicts: "结论(计划 → 预测)",
    noForecast: "没有预测",
    in: "收入合计",
    out: "支出合计",
  },
  en: {
    closed: "actuals closed up to",
    rest: "later periods",
    none: "not stated",
    heads: ["line", "", "plan", "plan to date", "actual", "variance", "share", "forecast"],
    total: "total",
    verdicts: "verdicts (plan → forecast)",
    noForecast: "no forecast",
    in: "receipts",
    out: "payments",
  },
} as const;

/** Plan, actual, variance and forecast line by line as a table, then the verdicts of plan and forecast. */
export function printActuals(view: View, { lang, flag }: Arguments): void {
  const words = WORDS[lang];
  const rows: (readonly string[])[] = [words.heads];
  const all = [
    ...view.rows.filter(({ reported }) => reported).map((row) => ({ ...row, name: row.line })),
    ...view.sums.map((sum) => ({ ...sum, name: words[sum.side], reported: true })),
  ];
  for (const row of all) {
    for (const [index, { name, state }] of view.columns.entries()) {
      const cell = row.cells[index];
      if (cell !== undefined && state !== "open")
        rows.push([
          row.name,
          name,
          amountOf(cell.planned),
          amountOf(cell.toDate),
          actualOf(row, cell, state, lang),
          amountOf(cell.variance),
          shareOf(cell.share),
          amountOf(cell.forecast),
        ]);
    }
    const { total } = row;
    rows.push([
      row.name,
      words.total,
      amountOf(total.planned),
      amountOf(total.toDate),
      actualOf(row, total, "closed", lang),
      amountOf(total.variance),
      shareOf(total.share),
      amountOf(total.forecast),
    ]);
  }
  if (flag("csv")) {
    for (const row of rows) printLine(csvRow(row));
    return;
  }
  printLine(`${words.closed} ${view.lastClosed ?? words.none} · ${words.rest} ${restText(view.rest, lang)}`);
  printTable(rows);
  printLine();
  printLine(view.forecast === null ? words.noForecast : words.verdicts);
  printTable(
    view.plan.verdicts.map((verdict) => {
      const other = view.forecast?.verdicts.find(({ id }) => id === verdict.id);
      const told = (one: typeof other) =>
        one === undefined ? "" : `${VERDICT_MARK[`${one.pass}`]} ${one.margin ?? ""}`.trim();
      return [`${verdict.id} ${verdict.title[lang]}`, told(verdict), told(other)];
    }),
  );
}
