import { z } from "zod";
import type { Prepared } from "../../../models/compile/prepare.ts";
import { type Json, locate, valueAt } from "../../../models/document/location.ts";
import { calendarSchema } from "../../../models/document/schema.ts";
import type { Bindings, GraphLine } from "../../../models/language/graph.ts";
import type { Lang } from "../../contract.ts";
import { jsonIn } from "../../files/json.ts";
import { revisionOfText } from "../../files/parse.ts";
import { hiddenSheet, packedText } from "../template/carried.ts";
import type { BookCell, BookSheet } from "./book.ts";
import { isFound } from "./inputKinds.ts";
import { FIRST_PERIOD } from "./places.ts";
import { HEAD_ROWS, type Plan } from "./plan.ts";
import type { ScenarioChoice } from "./scenarioSheet.ts";

/** Column of the entries on the sheet of inputs, from 1. */
export const ENTRY_COLUMN = 4;

const number = z.number().nullable();

/** A cell as it was written: an entry with what the document held there, a value that is not entered, or the result of a formula. Null where nothing is compared. */
const cellSchema = z
  .union([
    z.strictObject({ e: z.string().nullable(), n: number }),
    z.strictObject({ n: number }),
    z.strictObject({ f: z.union([z.number(), z.string()]).nullable() }),
  ])
  .nullable();

/** A row of the sheet of inputs: its line, where that is entered and what the document held there, and its cells from the column of entries. */
const rowSchema = z.strictObject({
  id: z.string(),
  path: z.string().exactOptional(),
  before: z.json().exactOptional(),
  cells: z.array(cellSchema),
});

/** What the hidden sheet packs. */
const packedSchema = z.strictObject({
  project: z.string(),
  timeline: calendarSchema.pick({ start: true, step: true }),
  rows: z.array(rowSchema),
  /** Of the sheet of scenarios, what its cells were: row and column from 1, number, name of the line. */
  scenarios: z.array(z.tuple([z.int().min(1), z.int().min(1), number, z.string()])),
});

export type OriginalCell = z.output<typeof cellSchema>;
export interface OriginalRow extends Omit<z.output<typeof rowSchema>, "before" | "cells"> {
  readonly before?: Json;
  readonly cells: readonly OriginalCell[];
}

/** What the entries of a workbook were when it was made: what its sheets show, and no more of the model. */
export interface Original extends Omit<z.output<typeof packedSchema>, "rows"> {
  readonly rows: readonly OriginalRow[];
  readonly lang: Lang;
  /** What the document is told apart by, and the scenario that is shown. */
  readonly document: string;
  readonly scenario: string;
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
  const packed = packedSchema.safeParse(jsonIn(text));
  return packed.success ? { ...packed.data, lang, document, scenario } : undefined;
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
