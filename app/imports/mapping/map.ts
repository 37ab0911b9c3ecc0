import { BASE_SCENARIO } from "../../../models/document/scenario.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { suggestion } from "../../../models/wording/document.ts";
import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { fail, type Problem, type Result, succeed } from "../../../models/wording/problem.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Lang } from "../../contract.ts";
import { shownBy } from "../../exports/exportTemplate.ts";
import type { MoneyUnit } from "../../exports/tables/money.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import type { ReadSheet } from "../sheets/cells.ts";
import { applied } from "../template/apply.ts";
import { type CellChange, Gathered } from "../template/edits.ts";
import { spanOf } from "../template/span.ts";
import {
  type Columns,
  guessColumns,
  guessHead,
  guessTarget,
  guessUnit,
  type Heads,
  headsOf,
  signatureOf,
  withPeriods,
} from "./guess.ts";
import { percentColumns, priced, unitProblems } from "./headUnits.ts";
import { dataRows, type Mode, readRows } from "./rows.ts";
import { readSeriesRows } from "./series.ts";
import { openTables } from "./source.ts";
import { PERIOD, type Target, targetsOf, VALUE } from "./targets.ts";

/** What is chosen of a mapping; what is not is guessed. */
export interface MappingQuestion {
  readonly lang: Lang;
  readonly scenario?: string | undefined;
  readonly sheet?: string | undefined;
  /** Row of the headings, from 1; 0 where there are none. */
  readonly head?: number | undefined;
  /** Path of an input, or its key where the path is not of this document. */
  readonly target?: string | undefined;
  readonly columns?: Columns | undefined;
  readonly unit?: MoneyUnit | undefined;
  readonly mode?: Mode | undefined;
}

/** A table of a file as it would be read into an input. */
export interface Mapped {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly head: number;
  readonly heads: Heads;
  /** First values below each heading. */
  readonly samples: ReadonlyMap<number, readonly string[]>;
  readonly signature: string;
  readonly targets: readonly Target[];
  readonly target: Target;
  readonly columns: Columns;
  readonly unit: MoneyUnit;
  readonly mode: Mode;
  /** Rows that are read. */
  readonly count: number;
  /** The document after it; nothing where something is wrong. */
  readonly document: ModelDocument | undefined;
  readonly changes: readonly CellChange[];
  readonly problems: readonly Problem[];
  readonly told: readonly Problem[];
}

/** Reads a table of any .xlsx or text file into a table or a series of a document: values alone, nothing that is calculated. */
export function mapTables(
  bytes: Uint8Array,
  file: string,
  into: ModelDocument,
  question: MappingQuestion,
): Result<Mapped> {
  const opened = openTables(bytes, file);
  if (!opened.ok) return opened;
  const { names, is1904 } = opened.value;
  const scenario = scenarioOf(into, question.scenario);
  const shown = shownBy(into, scenario);
  if (!shown.ok) return shown;
  const found = sheetOf(opened.value, question.sheet, file);
  if (!found.ok) return found;
  const sheet = found.value;
  const yuan = targetsOf(shown.value, "yuan");
  if (yuan.length === 0) return fail(exchangeProblem("no_target", file));
  const head = question.head ?? guessHead(sheet, yuan);
  const heads = headsIn(sheet, head);
  const unit = question.unit ?? guessUnit(sheet, head);
  const targets = targetsOf(shown.value, unit);
  const target = chosenTarget(targets, heads, question.target);
  if (!target.ok) return target;
  const columns = question.columns ?? guessedColumns(sheet, head, heads, target.value);
  const unknown = unknownColumn(columns, target.value);
  if (unknown !== undefined) return fail(unknown);
  const mode = question.mode ?? "add";
  const gathered = new Gathered({ lang: question.lang, span: spanOf(shown.value.timeline), is1904 });
  const read = { target: target.value, columns, mode, shown: shown.value, is1904, unit };
  const count = readInto(sheet, head, heads, read, gathered);
  const made = applied({ target: into, shown: shown.value, scenario }, gathered.edits, gathered.cells);
  const problems = [...gathered.problems, ...(made.ok ? [] : made.problems)];
  return succeed({
    sheets: names,
    sheet: sheet.name,
    head,
    heads,
    samples: samplesOf(sheet, head),
    signature: signatureOf(heads),
    targets,
    target: target.value,
    columns,
    unit,
    mode,
    count,
    document: made.ok && problems.length === 0 ? made.value : undefined,
    changes: gathered.changes,
    problems,
    told: gathered.told,
  });
}

/** A scenario that the document declares; the document itself for its base. */
function scenarioOf({ scenarios }: ModelDocument, asked: string | undefined): string | undefined {
  return asked === BASE_SCENARIO ? undefined : scenarios.find(({ id }) => id === asked)?.id;
}

/** The sheet that is named, else the one with most rows. */
function sheetOf(
  { names, sheet }: { readonly names: readonly string[]; readonly sheet: (name: string) => Result<ReadSheet> },
  asked: string | undefined,
  file: string,
): Result<ReadSheet> {
  if (asked !== undefined) {
    if (names.includes(asked)) return sheet(asked);
    return fail(exchangeProblem("no_sheet", file, { found: asked }));
  }
  for (const name of names) {
    const found = sheet(name);
    if (!found.ok || found.value.rows.size > 1) return found;
  }
  return fail(exchangeProblem("empty_file", file));
}

/** Headings by column; without a row of them, the columns' letters. */
function headsIn({ rows }: ReadSheet, head: number): Heads {
  if (head > 0) return headsOf(rows.get(head));
  const columns = new Set([...rows.values()].flatMap((cells) => [...cells.keys()]));
  return new Map([...columns].toSorted((a, b) => a - b).map((column) => [column, lettersOf(column)]));
}

function guessedColumns(sheet: ReadSheet, head: number, heads: Heads, target: Target): Columns {
  const { columns } = guessColumns(heads, target);
  return target.type === "series" ? withPeriods(sheet, head, heads, columns) : columns;
}

function chosenTarget(targets: readonly Target[], heads: Heads, asked: string | undefined): Result<Target> {
  const chosen =
    asked === undefined
      ? guessTarget(heads, targets)
      : (targets.find(({ path }) => path === asked) ?? targets.find(({ key }) => key === asked));
  if (chosen !== undefined) return succeed(chosen);
  const paths = targets.map(({ path }) => path);
  return fail(exchangeProblem("target_unknown", asked ?? "", { suggestion: suggestion(asked ?? "", paths) }));
}

function unknownColumn(columns: Columns, { fields, path }: Target): Problem | undefined {
  const codes = fields.map(({ code }) => code);
  const unknown = Object.keys(columns).find((code) => !codes.includes(code));
  return unknown === undefined
    ? undefined
    : exchangeProblem("field_unknown", path, { found: unknown, suggestion: suggestion(unknown, codes) });
}

interface Reading {
  readonly target: Target;
  readonly columns: Columns;
  readonly mode: Mode;
  readonly shown: ModelDocument;
  readonly is1904: boolean;
  readonly unit: MoneyUnit;
}

function readInto(sheet: ReadSheet, head: number, heads: Heads, reading: Reading, gathered: Gathered): number {
  const { columns, mode, shown, is1904 } = reading;
  const isSeries = reading.target.type === "series";
  const at = (column: number) => `${sheet.name}!${lettersOf(column)}${Math.max(head, 1)}`;
  const named = isSeries ? withPeriods(sheet, head, heads, columns)[PERIOD] : undefined;
  if (named !== undefined && columns[PERIOD] === undefined) {
    gathered.problems.push(exchangeProblem("period_unmapped", at(named), { found: heads.get(named) ?? "" }));
    return 0;
  }
  const mapped = new Set(Object.values(columns));
  for (const [column, found] of heads)
    if (!mapped.has(column) && found !== "")
      gathered.told.push(exchangeProblem("column_unused", at(column), { found }));
  const target = priced(sheet, head, heads, reading, gathered);
  const lacking = target.fields.filter(({ code, isNeeded }) => isNeeded && columns[code] === undefined);
  if (Object.keys(columns).length === 0 || (isSeries && columns[VALUE] === undefined)) {
    gathered.problems.push(exchangeProblem("no_column", at(1), { input: target.label }));
    return 0;
  }
  for (const { label } of lacking) gathered.told.push(exchangeProblem("field_unmapped", at(1), { input: label }));
  const wrong = [...columnProblems(sheet, target, columns), ...unitProblems(sheet, head, heads, target, columns)];
  const percents = percentColumns(sheet, head, heads, target, columns);
  gathered.problems.push(...wrong, ...percents.problems);
  if (wrong.length > 0) return 0;
  const rows = dataRows(sheet, head, columns, percents.codes, gathered);
  if (rows.length === 0) gathered.problems.push(exchangeProblem("no_rows", at(1)));
  else if (isSeries) readSeriesRows(rows, target, columns, shown, is1904, gathered);
  else readRows(rows, target, columns, mode, shown, gathered);
  return rows.length;
}

/** A column that is not there, or goes to two fields. */
function columnProblems({ rows, name }: ReadSheet, { fields }: Target, columns: Columns): readonly Problem[] {
  const there = new Set([...rows.values()].flatMap((cells) => [...cells.keys()]));
  const taken = new Map<number, Text>();
  return fields.flatMap(({ code, label }): readonly Problem[] => {
    const column = columns[code];
    if (column === undefined) return [];
    const [found, other] = [lettersOf(column), taken.get(column)];
    taken.set(column, label);
    const at = `${name}!${found}1`;
    if (!there.has(column)) return [exchangeProblem("column_missing", at, { found, input: label })];
    return other === undefined ? [] : [exchangeProblem("column_twice", at, { found, input: other, own: label })];
  });
}

const SAMPLES = 3;

function samplesOf({ rows }: ReadSheet, head: number): ReadonlyMap<number, readonly string[]> {
  const samples = new Map<number, string[]>();
  for (const [number, cells] of [...rows].toSorted(([a], [b]) => a - b)) {
    if (number <= head) continue;
    for (const [column, { text }] of cells) {
      const own = samples.get(column) ?? [];
      if (own.length < SAMPLES) samples.set(column, [...own, text]);
    }
  }
  return samples;
}
