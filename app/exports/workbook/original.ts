import type { Prepared } from "../../../models/compile/prepare.ts";
import { type Json, locate, valueAt } from "../../../models/document/location.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { Bindings, GraphLine } from "../../../models/language/graph.ts";
import type { Lang } from "../../contract.ts";
import { revisionOfText } from "../../files/parse.ts";
import { hiddenSheet, packedText } from "../template/carried.ts";
import type { BookCell, BookSheet } from "./book.ts";
import { isFound } from "./inputKinds.ts";
import { FIRST_PERIOD } from "./places.ts";
import { HEAD_ROWS, type Plan } from "./plan.ts";
import type { ScenarioChoice } from "./scenarioSheet.ts";

/** Column of the entries on the sheet of inputs, from 1. */
export const ENTRY_COLUMN = 4;

/** A cell as it was written: an entry with what the document held there, a value that is not entered, or the result of a formula. Null where nothing is compared. */
export type OriginalCell =
  | { readonly e: string | null; readonly n: number | null }
  | { readonly n: number | null }
  | { readonly f: number | string | null }
  | null;

/** A row of the sheet of inputs: its line, where that is entered and what the document held there, and its cells from the column of entries. */
export interface OriginalRow {
  readonly id: string;
  readonly path?: string;
  readonly before?: Json;
  readonly cells: readonly OriginalCell[];
}

/** What the entries of a workbook were when it was made: what its sheets show, and no more of the model. */
export interface Original {
  readonly lang: Lang;
  /** What the document is told apart by, and the scenario that is shown. */
  readonly document: string;
  readonly scenario: string;
  readonly project: string;
  readonly timeline: Pick<ModelDocument["timeline"], "start" | "step">;
  readonly rows: readonly OriginalRow[];
  /** Of the sheet of scenarios, what its cells were: row and column from 1, number, name of the line. */
  readonly scenarios: readonly (readonly [row: number, column: number, number: number | null, name: string])[];
}

export const WORKBOOK_MARK = "pingheng/workbook";
const FORM = "1";
const FACT_ROWS = 5;

/** The hidden sheet that says what was entered when the workbook was made, so that what was changed since is told apart, in it and in the model. */
export function originalSheet(
  prepared: Prepared,
  plan: Plan,
  { sheet, choice }: { readonly sheet: BookSheet; readonly choice: ScenarioChoice | undefined },
  { lang, document }: Pick<Original, "lang" | "document">,
): BookSheet {
  const { start, step } = prepared.document.timeline;
  const rows = plan.inputs.flatMap((planned, index) =>
    "heading" in planned ? [] : [rowOf(planned.line, sheet.rows[HEAD_ROWS + index] ?? [], prepared)],
  );
  const { name } = prepared.document.project;
  const text = JSON.stringify({
    project: name,
    timeline: { start, step },
    rows,
    scenarios: choice === undefined ? [] : scenarioCells(choice.sheet),
  });
  return hiddenSheet([`${WORKBOOK_MARK} ${FORM}`, lang, document, prepared.scenario, revisionOfText(text)], text);
}

/** The same read back from the first column; undefined where it is not as it was written. */
export function readOriginal(column: readonly string[]): Original | undefined {
  const [mark, lang, document = "", scenario = "", revision] = column;
  if (mark !== `${WORKBOOK_MARK} ${FORM}` || (lang !== "zh" && lang !== "en")) return undefined;
  const text = packedText(column, FACT_ROWS);
  if (text === undefined || revisionOfText(text) !== revision) return undefined;
  return { ...(JSON.parse(text) as Omit<Original, "lang" | "document" | "scenario">), lang, document, scenario };
}

function rowOf(line: GraphLine, cells: BookSheet["rows"][number], { document, bindings }: Prepared): OriginalRow {
  const { id, path } = line;
  // What a search found is worked out and never entered.
  if (isFound(line)) return { id, cells: [] };
  const located = path === undefined ? undefined : locate(document, path);
  const held = located?.found === true ? (valueAt(document, located.steps) as Json | undefined) : undefined;
  const before = isEntered(held) ? held : undefined;
  return {
    id,
    ...(path === undefined ? {} : { path }),
    ...(before === undefined ? {} : { before }),
    cells: cells
      .slice(ENTRY_COLUMN - 1)
      .map((cell, at) => originalCell(cell, at + ENTRY_COLUMN, () => boundText(line, at + ENTRY_COLUMN, bindings))),
  };
}

/** What an entry can be: a record or a calendar as a whole says more than the sheet shows. */
const isEntered = (held: Json | undefined): boolean =>
  typeof held !== "object" || (held !== null && ("profile" in held || "phase" in held));

function originalCell(cell: BookCell | undefined, column: number, bound: () => string | undefined): OriginalCell {
  const isEntry = column === ENTRY_COLUMN || column >= FIRST_PERIOD;
  if (cell === undefined || (!isEntry && cell.formula === undefined) || cell.style === "note") return null;
  if (cell.formula !== undefined) return { f: cell.result ?? null };
  const n = cell.number ?? null;
  return cell.style === "entry" ? { e: bound() ?? null, n } : { n };
}

/** What the document has where an entry stands. */
function boundText({ index, axis }: GraphLine, column: number, { scalars, series }: Bindings): string | undefined {
  return axis === "scalar" ? scalars.get(index) : series.get(index)?.[Math.max(0, column - FIRST_PERIOD)];
}

/** Rows above the first value on the sheet of scenarios. */
const SCENARIO_HEAD = 5;

function scenarioCells({ rows }: BookSheet): Original["scenarios"] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c): Original["scenarios"] =>
      r < SCENARIO_HEAD || c < ENTRY_COLUMN - 1 || cell === undefined
        ? []
        : [[r + 1, c + 1, cell.number ?? null, row[1]?.text ?? ""]],
    ),
  );
}
