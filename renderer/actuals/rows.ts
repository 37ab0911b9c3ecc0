import type { ActualsCellView, ActualsColumnView, ActualsRowView, ActualsView } from "../../app/contract.ts";
import type { GridRow } from "../grid/model.ts";
import { cellOf, type SheetCell } from "../numbers/cell.ts";
import type { NegativeStyle } from "../numbers/format.ts";
import type { Display } from "../numbers/units.ts";

export const MEASURES = ["planned", "toDate", "actual", "variance", "share", "forecast"] as const;
export type Measure = (typeof MEASURES)[number];

/** Line of the graph that holds a measure of a line under watch; of the sums, whose lines are named by their side. */
function lineOf(line: string, measure: Measure, isSum: boolean): string {
  const names = { planned: "planned", toDate: "to_date", actual: "actual", variance: "variance", share: "share" };
  if (measure !== "forecast")
    return isSum ? line.replace(/actual$/, names[measure]) : `actuals.${line}.${names[measure]}`;
  return isSum ? line.replace(/actual$/, "forecast") : line;
}

/** What is left of the plan: of a side what no line reported has, of a line what a late plan moves beyond the horizon. */
export const silentLine = (sum: string): string => sum.replace(/actual$/, "silent");
export const beyondLine = (line: string): string => `actuals.${line}.beyond`;

interface Shown {
  readonly open: ReadonlySet<string>;
  readonly unreported: string;
  readonly measureName: (measure: Measure) => string;
  readonly sumName: (side: "in" | "out") => string;
  readonly displayOf: (unit: string, measure: Measure) => Display;
  readonly negative: NegativeStyle;
}

/** A row of the grid knows which line of the forecast it shows. */
export interface CompareRow extends GridRow {
  readonly line: string;
}

const EMPTY: SheetCell = { text: "", negative: false, plain: "" };

/** The sums of both sides, then each line: a heading that opens, with its measures under it. */
export function compareRows(view: ActualsView, lines: readonly ActualsRowView[], shown: Shown): readonly CompareRow[] {
  const columns: readonly Pick<ActualsColumnView, "state">[] = [
    ...view.columns,
    { state: view.lastClosed === null ? "open" : "closed" },
  ];
  const rowsOf = (one: Block): readonly CompareRow[] => {
    const isOpen = shown.open.has(one.line);
    const head = {
      id: one.line,
      line: one.line,
      label: one.label,
      title: `${one.label} — ${one.line}`,
      level: 0,
      open: isOpen,
      unit: "",
      cells: [],
    };
    if (!isOpen) return [head];
    const measures = one.reported
      ? MEASURES
      : MEASURES.filter((measure) => measure === "planned" || measure === "forecast");
    return [
      head,
      ...measures.map((measure): CompareRow => {
        const display = shown.displayOf(one.unit, measure);
        const line = lineOf(one.line, measure, one.isSum);
        const cells = [...one.cells, one.total].map((cell, index) =>
          cellIn(cell, measure, columns[index]?.state !== "open", shown, display),
        );
        return {
          id: `${one.line} ${measure}`,
          line,
          label: shown.measureName(measure),
          title: line,
          level: 1,
          unit: display.unit,
          cells,
        };
      }),
    ];
  };
  return [
    ...view.sums.map(
      (sum): Block => ({ ...sum, label: shown.sumName(sum.side), unit: "CNY", reported: true, isSum: true }),
    ),
    ...lines.map(
      (row): Block => ({ ...row, label: row.group === "" ? row.label : `${row.group} · ${row.label}`, isSum: false }),
    ),
  ].flatMap(rowsOf);
}

interface Block {
  readonly line: string;
  readonly label: string;
  readonly unit: string;
  readonly reported: boolean;
  readonly isSum: boolean;
  readonly cells: readonly ActualsCellView[];
  readonly total: ActualsCellView;
}

/** What is not reported says so; what is not closed yet is empty. */
function cellIn(
  cell: ActualsCellView,
  measure: Measure,
  isClosed: boolean,
  { unreported, negative }: Shown,
  display: Display,
): SheetCell {
  const value = cell[measure];
  if (value !== null) return cellOf(Number(value), display, negative, "");
  return measure === "actual" && isClosed ? { text: unreported, negative: false, plain: unreported } : EMPTY;
}
