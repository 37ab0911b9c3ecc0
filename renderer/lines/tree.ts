import type { Lang, LinesView, LineView } from "../../app/contract.ts";
import type { GridCell, GridRow } from "../grid/model.ts";
import { fromFloat, normalise, roundDecimal, shiftPoint } from "../numbers/decimal.ts";
import { formatNumber, type NegativeStyle } from "../numbers/format.ts";
import type { Display } from "../numbers/units.ts";

/** How the lines page filters and shows lines. */
export interface TreeOptions {
  readonly lang: Lang;
  readonly search: string;
  /** Leave out lines that are 0 everywhere. */
  readonly hideEmpty: boolean;
  readonly closed: ReadonlySet<string>;
  readonly negative: NegativeStyle;
  readonly displayOf: (line: LineView) => Display;
  /** Names of components; the key "" is the heading over lines that belong to none. */
  readonly componentLabel: (component: string) => string;
}

function cellOf(value: number | null, display: Display, negative: NegativeStyle): GridCell {
  const shown = formatNumber(value, display, negative);
  const text = value === null ? null : fromFloat(value);
  const plain = text === null ? "" : normalise(roundDecimal(shiftPoint(text, -display.places), display.digits));
  return { text: shown.text, negative: shown.negative && negative === "red", plain };
}

function rowOf(line: LineView, options: TreeOptions): GridRow {
  const display = options.displayOf(line);
  return {
    id: line.id,
    label: line.label[options.lang],
    title: `${line.label[options.lang]} — ${line.id}`,
    level: 1,
    unit: display.unit,
    cells: line.values.map((value) => cellOf(value, display, options.negative)),
  };
}

function isWanted(line: LineView, options: TreeOptions): boolean {
  if (options.hideEmpty && line.values.every((value) => value === 0)) return false;
  const words = options.search.trim().toLowerCase();
  if (words === "") return true;
  return `${line.id} ${line.label.zh} ${line.label.en} ${line.role ?? ""}`.toLowerCase().includes(words);
}

/** Lines under headings of their components, in the order the model has them. */
export function lineRows(view: LinesView, options: TreeOptions): readonly GridRow[] {
  const groups = new Map<string, LineView[]>();
  for (const line of view.lines) {
    if (!isWanted(line, options)) continue;
    const component = line.component ?? "";
    const group = groups.get(component);
    if (group) group.push(line);
    else groups.set(component, [line]);
  }
  return [...groups].flatMap(([component, lines]) => {
    const open = !options.closed.has(component);
    const heading: GridRow = {
      id: `heading ${component}`,
      label: options.componentLabel(component),
      level: 0,
      open,
      unit: String(lines.length),
      cells: [],
    };
    return open ? [heading, ...lines.map((line) => rowOf(line, options))] : [heading];
  });
}

/** Component of a heading's row id. */
export function headingOf(row: GridRow): string {
  return row.id.slice("heading ".length);
}
