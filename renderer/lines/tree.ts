import type { Lang, LinesView, LineView } from "../../app/contract.ts";
import type { GridRow } from "../grid/model.ts";
import { cellOf } from "../numbers/cell.ts";
import type { NegativeStyle } from "../numbers/format.ts";
import type { Display } from "../numbers/units.ts";

/** How the lines page filters and shows lines. */
export interface TreeOptions {
  readonly lang: Lang;
  readonly search: string;
  /** Leave out lines that are 0 everywhere. */
  readonly hideEmpty: boolean;
  readonly closed: ReadonlySet<string>;
  readonly negative: NegativeStyle;
  /** The word for what has no value. */
  readonly none: string;
  readonly displayOf: (line: LineView) => Display;
  /** Names of headings: components, and the groups of lines that belong to none. */
  readonly headingLabel: (heading: string) => string;
}

/** Groups of lines that belong to no component, by the first word of their ids; the rest are clock and parameters. */
const systemGroups = ["project", "plot", "party", "group", "flow", "account", "stmt"] as const;
export type SystemGroup = (typeof systemGroups)[number] | "parameters";

/** Mark before the name of a group that is no component; ids cannot contain it. */
const systemMark = "*";

export function isSystemHeading(heading: string): heading is `*${SystemGroup}` {
  return heading.startsWith(systemMark);
}

/** Headings that are closed at first: what is behind the results rather than of them. */
export const closedAtFirst: ReadonlySet<string> = new Set(["*parameters", "*account", "*stmt", "*group", "*flow"]);

function headingFor(line: LineView): string {
  if (line.component !== undefined && line.component !== "") return line.component;
  const first = line.id.includes(".") ? (line.id.split(/[._]/)[0] ?? "") : "";
  return systemMark + (systemGroups.find((group) => group === first) ?? "parameters");
}

/** Results of the project, then its components in their order, then the rest. */
function rankOf(heading: string): number {
  if (heading === "*project" || heading === "*plot") return 0;
  return isSystemHeading(heading) ? 2 : 1;
}

function rowOf(line: LineView, options: TreeOptions): GridRow {
  const display = options.displayOf(line);
  return {
    id: line.id,
    label: line.label[options.lang],
    title: `${line.label[options.lang]} — ${line.id}`,
    sought: `${line.label.zh} ${line.label.en} ${line.role ?? ""}`,
    level: 1,
    unit: display.unit,
    ...(display.form === undefined ? { spark: line.values } : {}),
    cells: Array.from(line.values, (value) => cellOf(value, display, options.negative, options.none)),
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
    const name = headingFor(line);
    const group = groups.get(name);
    if (group) group.push(line);
    else groups.set(name, [line]);
  }
  const ordered = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b));
  return ordered.flatMap(([name, lines]) => {
    const open = !options.closed.has(name) || options.search.trim() !== "";
    const heading: GridRow = {
      id: `heading ${name}`,
      label: options.headingLabel(name),
      level: 0,
      open,
      unit: String(lines.length),
      cells: [],
    };
    return open ? [heading, ...lines.map((line) => rowOf(line, options))] : [heading];
  });
}

/** Heading of a row id. */
export function headingOf(row: GridRow): string {
  return row.id.slice("heading ".length);
}
