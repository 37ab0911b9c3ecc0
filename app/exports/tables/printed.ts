import type { Decimal } from "decimal.js";
import type { Prepared } from "../../../models/compile/prepare.ts";
import type { Results } from "../../../models/results/results.ts";
import type { Statement } from "../../../models/statements/tables/read.ts";
import { tablesRead } from "../../model/statements.ts";
import { sheetName } from "../workbook/statementSheets.ts";
import { CONTENTS } from "./contents.ts";
import { type PrintedSheet, printedText } from "./sheet.ts";
import { type TableSheetFacts, tableSheet } from "./tableSheet.ts";

/** A standard table with its number among all, and as it is printed. */
export interface PrintedTable {
  readonly no: string;
  readonly title: string;
  /** Of its sheet. */
  readonly name: string;
  readonly statement: Statement;
  readonly sheet: PrintedSheet;
}

/** All standard tables of a scenario by statement year, rounded so that they add up. */
export function printedTables(
  prepared: Prepared,
  values: Results<Decimal>,
  facts: Pick<TableSheetFacts, "under" | "money" | "lang">,
): readonly PrintedTable[] {
  const { lang } = facts;
  const taken = new Set<string>([CONTENTS[lang].toLowerCase()]);
  return tablesRead(prepared, values).map((statement, i) => {
    const no = lang === "zh" ? `附表${i + 1}` : `Table ${i + 1}`;
    const title = printedText(statement.title[lang], lang);
    const name = sheetName(`${i + 1} ${title}`, taken);
    taken.add(name.toLowerCase());
    const sheet = tableSheet(statement, values, { ...facts, name, title: `${no} ${title}` });
    return { no, title, name, statement, sheet };
  });
}
