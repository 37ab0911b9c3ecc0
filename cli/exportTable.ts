import { linesOf } from "../app/model/lines.ts";
import { statementJson, statementsOf } from "../app/model/statements.ts";
import type { Prepared } from "../models/compile/prepare.ts";
import type { By } from "../models/results/frame.ts";
import { type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";

/** The table of every line in every period. */
export const LINES = "lines";

/** A standard table, or all lines, as rows of texts with their heads first; a cell without a value is empty, which is not 0. */
export function tableRows(
  prepared: Prepared,
  table: string,
  by: By | undefined,
  lang: Arguments["lang"],
): Result<readonly (readonly string[])[]> {
  const shown = (values: readonly (string | null)[]): readonly string[] => values.map((value) => value ?? "");
  if (table === LINES) {
    const { columns, lines } = linesOf(prepared, { by: by ?? "period", match: "*" });
    const head = lang === "zh" ? ["代码", "名称", "单位"] : ["id", "label", "unit"];
    return succeed([
      [...head, ...columns],
      ...lines.map(({ id, label, unit, values }) => [id, label[lang], unit, ...shown(values)]),
    ]);
  }
  const found = statementsOf(prepared, { id: table, by: by ?? "year" });
  if (!found.ok) return found;
  const head = lang === "zh" ? ["序号", "项目", "单位"] : ["no", "item", "unit"];
  return succeed(
    found.value
      .map((statement) => statementJson(statement, lang))
      .flatMap(({ columns, rows }) => [
        [...head, ...columns],
        ...rows.map(({ no, label, unit, values }) => [no, label, unit, ...shown(values)]),
      ]),
  );
}
