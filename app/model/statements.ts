import { isInProject } from "../../models/compile/expand/system.ts";
import { statementFrame } from "../../models/compile/expand.ts";
import { evaluate, type Prepared } from "../../models/compile/prepare.ts";
import type { By } from "../../models/results/frame.ts";
import { factsOf } from "../../models/statements/tables/facts.ts";
import { sideStatement } from "../../models/statements/tables/perspective.ts";
import { readStatements, type Statement, statementTitles } from "../../models/statements/tables/read.ts";
import { decimalSource, numberSource, type Source } from "../../models/statements/tables/source.ts";
import { type ModelView, viewOf } from "../../models/statements/view.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { conventionsInWords } from "../board/conventions.ts";
import { type Perspective, perspectivesOf } from "../board/perspectives.ts";
import type { Lang, StatementsView, StatementView } from "../contract.ts";
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
  const view = viewOf(evaluate(prepared, "record"), prepared.frame);
  return query.perspective === undefined
    ? tables(prepared, decimalSource(view), query)
    : perspective(prepared, view, query.perspective, query.by);
}

/** Ids and titles of the tables of a model. */
export function statementsOffered(prepared: Prepared): readonly { readonly id: string; readonly title: Text }[] {
  return statementTitles(factsIn(prepared));
}

function factsIn({ graph, document }: Prepared) {
  return factsOf(graph.lines, statementFrame(document));
}

function tables<V>(
  prepared: Prepared,
  source: Source<V>,
  { id, by }: StatementsQuery,
): Result<readonly Statement<V>[]> {
  const offered = statementsOffered(prepared).map((table) => table.id);
  if (id !== undefined && !offered.includes(id))
    return unknown("statements.unknown", id, { zh: "没有此表", en: "there is no such table" }, offered);
  const found = readStatements(source, factsIn(prepared), by, id === undefined ? undefined : [id]);
  return succeed(found.map((statement) => withConventions(prepared, statement)));
}

function perspective(prepared: Prepared, view: ModelView, id: string, by: By): Result<readonly Statement[]> {
  const offered = perspectivesOf(prepared.document.parties);
  const chosen = offered.find((one) => one.id === id);
  if (chosen === undefined)
    return unknown(
      "statements.perspective",
      id,
      { zh: "没有此视角", en: "there is no such perspective" },
      offered.map((one) => one.id),
    );
  return succeed([withConventions(prepared, sideStatement(view, prepared.graph.lines, sideOf(prepared, chosen), by))]);
}

function sideOf({ document }: Prepared, { id, label, parties }: Perspective) {
  const inside = new Set(document.parties.filter(isInProject).map((party) => party.id));
  if (parties === undefined) return { id, label, parties: inside, lines: { net: "project.net", cash: "project.cash" } };
  const [only, ...others] = [...parties];
  return {
    id,
    label,
    parties,
    ...(only === undefined || others.length > 0
      ? {}
      : { lines: { net: `party.${only}.net`, cash: `party.${only}.cash` } }),
  };
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

/** A table as other programs and the face read it; amounts as decimal literals. */
export function statementJson({ id, title, columns, rows, notes }: Statement, lang: Lang) {
  return {
    id,
    title: title[lang],
    columns: columns.map((column) => column[lang]),
    rows: rows.map((row) => ({
      no: row.no,
      label: row.label[lang],
      line: row.line,
      level: row.level,
      unit: row.unit,
      values: row.values.map((value) => (value === null ? null : decimalText(value, row.unit))),
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
  const evaluation = prepared.kernel().run(prepared.bindings);
  const found =
    query.perspective === undefined
      ? tables(prepared, numberSource(evaluation, prepared.frame), query)
      : perspective(prepared, viewOf(evaluation, prepared.frame), query.perspective, query.by);
  if (!found.ok) return found;
  return succeed({
    offered: statementsOffered(prepared).map(({ id, title }) => ({ id, title: title[lang] })),
    perspectives: perspectivesOf(prepared.document.parties).map(({ id, label }) => ({ id, label: label[lang] })),
    statements: found.value.map((statement: Statement<number> | Statement) => statementView(statement, lang)),
  });
}

function statementView({ id, title, columns, rows, notes }: Statement<number> | Statement, lang: Lang): StatementView {
  return {
    id,
    title: title[lang],
    columns: columns.map((column) => column[lang]),
    rows: rows.map(({ no, label, line, level, unit, values }) => ({
      no,
      label: label[lang],
      line,
      level,
      unit,
      values: values.map((value) => (value === null ? null : Number(value))),
    })),
    notes: notes.map((note) => note[lang]),
  };
}
