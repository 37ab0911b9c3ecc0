import type { Decimal } from "decimal.js";
import { statementFrame } from "../../models/compile/expand.ts";
import { type Prepared, recordOf } from "../../models/compile/prepare.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import type { By } from "../../models/results/frame.ts";
import { type Results, resultsOf } from "../../models/results/results.ts";
import { sidesOf, sideTable } from "../../models/statements/sides.ts";
import { factsOf } from "../../models/statements/tables/facts.ts";
import { readStatements, readTable, type Statement, statementTitles } from "../../models/statements/tables/read.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { conventionsInWords } from "../board/conventions.ts";
import type { Lang, StatementsView } from "../contract.ts";
import { decimalText } from "./results.ts";

export interface StatementsQuery {
  /** One table; all of them when absent. */
  readonly id?: string;
  readonly by: By;
  /** Cash of one side instead of the tables: `project`, `party.ID`, `group.ID`. */
  readonly perspective?: string;
}

/** Standard tables, or the cash of one side, from the book of record, with the conventions they rest on among the notes. */
export function statementsOf(prepared: Prepared, query: StatementsQuery): Result<readonly Statement[]> {
  return readQuery(prepared, resultsOf(recordOf(prepared), prepared.frame), query);
}

/** All of them by statement year, from an evaluation there is. */
export function statementsRead<V>(prepared: Prepared, results: Results<V>): readonly Statement<V>[] {
  return tablesRead(prepared, results).map((statement) => withConventions(prepared, statement));
}

/** The same with their own notes alone. */
export function tablesRead<V>(prepared: Prepared, results: Results<V>): readonly Statement<V>[] {
  return readStatements(results, factsIn(prepared), "year");
}

/** The same from the fast engine. */
export function statementsByKernel(prepared: Prepared, query: StatementsQuery): Result<readonly Statement<number>[]> {
  return readQuery(prepared, resultsOf(prepared.kernel().run(prepared.bindings), prepared.frame), query);
}

/** Ids and titles of the tables of a model. */
export function statementsOffered(prepared: Prepared): readonly { readonly id: string; readonly title: Text }[] {
  return statementTitles(factsIn(prepared));
}

function factsIn({ graph, document }: Prepared) {
  return factsOf(graph.lines, statementFrame(document));
}

function readQuery<V>(
  prepared: Prepared,
  results: Results<V>,
  { id, by, perspective }: StatementsQuery,
): Result<readonly Statement<V>[]> {
  if (perspective !== undefined) return readSide(prepared, results, perspective, by);
  const offered = statementsOffered(prepared).map((table) => table.id);
  if (id !== undefined && !offered.includes(id))
    return unknown("statements.unknown", id, { zh: "没有此表", en: "there is no such table" }, offered);
  const found = readStatements(results, factsIn(prepared), by, id === undefined ? undefined : [id]);
  return succeed(found.map((statement) => withConventions(prepared, statement)));
}

function readSide<V>(prepared: Prepared, results: Results<V>, id: string, by: By): Result<readonly Statement<V>[]> {
  const offered = sidesOf(statementFrame(prepared.document).parties);
  const chosen = offered.find((one) => one.id === id);
  if (chosen === undefined)
    return unknown(
      "statements.perspective",
      id,
      { zh: "没有此视角", en: "there is no such perspective" },
      offered.map((one) => one.id),
    );
  return succeed([withConventions(prepared, readTable(results, sideTable(chosen, prepared.graph.lines), by))]);
}

function withConventions<V>(prepared: Prepared, statement: Statement<V>): Statement<V> {
  const [zh, en] = [conventionsInWords(prepared, "zh"), conventionsInWords(prepared, "en")];
  return {
    ...statement,
    notes: [...statement.notes, ...zh.map((sentence, index) => ({ zh: sentence, en: en[index] ?? sentence }))],
  };
}

function unknown(code: string, path: string, message: Text, known: readonly string[]): Result<never> {
  return fail({
    code,
    path,
    message: { zh: `${message.zh}:${path}`, en: `${message.en}: ${path}` },
    hint: { zh: `可用:${known.join("、")}`, en: `one of: ${known.join(", ")}` },
  });
}

/** A table as other programs read it; amounts as decimal literals. */
export function statementJson({ id, title, columns, rows, notes }: Statement<Decimal | number>, lang: Lang) {
  return {
    id,
    title: title[lang],
    columns: columns.map(({ label }) => label[lang]),
    rows: rows.map((row) => ({
      no: row.no,
      label: row.label[lang],
      line: row.line,
      level: row.level,
      unit: row.unit,
      values: row.values.map((value) => (value === null ? null : decimalText(new RecordDecimal(value), row.unit))),
    })),
    notes: notes.map((note) => note[lang]),
  };
}

/** Tables for the face: numbers of the fast engine. */
export function statementsView(
  prepared: Prepared,
  query: StatementsQuery,
  lang: Lang,
): Result<Omit<StatementsView, "version">> {
  const found = statementsByKernel(prepared, query);
  if (!found.ok) return found;
  return succeed({
    offered: statementsOffered(prepared).map(({ id, title }) => ({ id, title: title[lang] })),
    perspectives: sidesOf(statementFrame(prepared.document).parties).map(({ id, label }) => ({
      id,
      label: label[lang],
    })),
    statements: found.value.map(({ id, title, columns, rows, notes }) => ({
      id,
      title: title[lang],
      columns: columns.map(({ label, place }) => ({ label: label[lang], place })),
      rows: rows.map(({ label, values, ...row }) => ({
        ...row,
        label: label[lang],
        values: Float64Array.from(values, (value) => value ?? Number.NaN),
      })),
      notes: notes.map((note) => note[lang]),
    })),
  });
}
