import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { Lang } from "../../contract.ts";
import { type MoneyUnit, moneyWords } from "../../exports/tables/money.ts";
import { UNIT_AT } from "../../exports/template/readMe.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import type { SheetFile } from "../sheets/file.ts";

/** The unit of money is that of the form, whatever somebody writes into its first sheet. */
export function moneyUnitProblems(
  file: SheetFile,
  name: string,
  { lang, money }: { readonly lang: Lang; readonly money: MoneyUnit },
): readonly Problem[] {
  const sheet = file.sheet(name);
  const found = sheet.ok ? sheet.value?.rows.get(UNIT_AT.row)?.get(UNIT_AT.column)?.text.trim() : undefined;
  const own = moneyWords[money][lang];
  if (found === undefined || found === own) return [];
  return [sheetProblem("unit_changed", `${name}!${lettersOf(UNIT_AT.column)}${UNIT_AT.row}`, { own, found })];
}
