import type { Decimal } from "decimal.js";
import { verdictsOf } from "../../../models/checks/verdicts/index.ts";
import type { Verdict } from "../../../models/checks/verdicts/verdict.ts";
import { statementFrame } from "../../../models/compile/expand.ts";
import type { Prepared } from "../../../models/compile/prepare.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { evaluateRecord } from "../../../models/engines/index.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { By } from "../../../models/results/frame.ts";
import { type Results, resultsOf } from "../../../models/results/results.ts";
import { type Indicator, Teller } from "../../../models/statements/indicators/read.ts";
import { factsOf } from "../../../models/statements/tables/facts.ts";
import { readStatements, type Statement } from "../../../models/statements/tables/read.ts";
import { documentOf, type Situation } from "../../mechanisms/support/situation.ts";
import { preparedOf } from "../../support/prepared.ts";

/** A model's tables as a test reads them. */
export interface Tables {
  readonly prepared: Prepared;
  readonly values: Results<Decimal>;
  readonly all: readonly Statement[];
  readonly indicators: readonly Indicator[];
  readonly verdicts: readonly Verdict[];
  table(id: string): Statement;
  /** Values of a row without its total, as plain numbers; a cell without value is NaN, which no expectation meets. */
  row(table: string, line: string): readonly number[];
  total(table: string, line: string): number;
  value(indicator: string): number | null;
  note(indicator: string): string;
}

/** Tables of a situation, from the book of record. Problems are a mistake of the test. */
export function tablesOf(situation: Situation, by: By = "year"): Tables {
  const parsed = parseDocument(documentOf(situation), mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return tablesIn(preparedOf(parsed.value.document, situation.scenario === undefined ? undefined : "tested"), by);
}

export function tablesIn(prepared: Prepared, by: By): Tables {
  const evaluation = evaluateRecord(prepared.graph, prepared.bindings);
  const problems = [...prepared.problems, ...evaluation.gaps.problems];
  if (problems.length > 0) throw new Error(problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  const facts = factsOf(prepared.graph.lines, statementFrame(prepared.document));
  const results = resultsOf(evaluation, prepared.frame);
  const all = readStatements(results, facts, by);
  const teller = new Teller(results, facts);
  const indicators = teller.indicators();
  const table = (id: string): Statement => {
    const found = all.find((statement) => statement.id === id);
    if (found === undefined)
      throw new Error(`no table ${id}, there are ${all.map((statement) => statement.id).join(", ")}`);
    return found;
  };
  const cells = (id: string, name: string): readonly number[] => {
    const found = table(id).rows.find(({ no, line }) => no === name || line === name || line === `stmt_${id}.${name}`);
    if (found === undefined) throw new Error(`table ${id} has no row ${name}`);
    return found.values.map((value) => value?.toNumber() ?? Number.NaN);
  };
  const indicator = (id: string): Indicator => {
    const found = indicators.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no indicator ${id}`);
    return found;
  };
  return {
    prepared,
    values: results,
    all,
    indicators,
    verdicts: verdictsOf(teller, facts),
    table,
    row: (id, name) => cells(id, name).slice(1),
    total: (id, name) => cells(id, name)[0] ?? Number.NaN,
    value: (id) => indicator(id).value?.toNumber() ?? null,
    note: (id) => indicator(id).note?.en ?? "",
  };
}
