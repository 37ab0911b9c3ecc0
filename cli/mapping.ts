import { MONEY_UNITS } from "../app/exports/tables/money.ts";
import type { MappingQuestion } from "../app/imports/mapping/map.ts";
import { placeOf } from "../app/imports/sheets/cells.ts";
import { appProblem } from "../app/problems.ts";
import { exchangeProblem } from "../models/wording/exchange.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";

const ROWS_MAX = 60_000;

/** How a table is mapped, as the command line says. */
export function mappingOf(at: string, args: Arguments): Result<MappingQuestion> {
  const { lang } = args;
  const [head, columns, unit] = [args.option("head"), args.option("columns"), args.option("unit")];
  if (head !== undefined && !(/^\d{1,5}$/.test(head) && Number(head) <= ROWS_MAX))
    return fail(exchangeProblem("head_given", "--head", { found: head }));
  const money = MONEY_UNITS.find((one) => one === unit);
  if (unit !== undefined && money === undefined) return fail(appProblem("export.unit", "--unit"));
  const given: Record<string, number> = {};
  for (const pair of columns === undefined ? [] : columns.split(",")) {
    const [, code, letters] = /^\s*([^=\s]+)\s*=\s*([A-Za-z]{1,3})\s*$/.exec(pair) ?? [];
    if (code === undefined || letters === undefined)
      return fail(exchangeProblem("column_given", "--columns", { found: pair }));
    given[code] = placeOf(`${letters.toUpperCase()}1`, "--columns", "--columns")[1];
  }
  return succeed({
    lang,
    target: at,
    sheet: args.option("sheet"),
    head: head === undefined ? undefined : Number(head),
    columns: columns === undefined ? undefined : given,
    unit: money,
    mode: args.flag("replace") ? "replace" : "add",
  });
}
