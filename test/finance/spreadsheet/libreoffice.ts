import { convertSheet, flatSheet, formulaCell, formulaResults } from "../../support/spreadsheet.ts";

/**
 * Lets LibreOffice calculate formulas: a flat OpenDocument sheet without cached values goes in, the same
 * sheet with values comes out. The flat file is read back rather than a CSV because a CSV holds displayed
 * text (about ten digits), the cell attribute the full double.
 */
export function calculate(formulas: readonly string[]): readonly (number | string)[] {
  const sheet = flatSheet(formulas.map((formula) => [formulaCell("of", formula)]));
  const answers = formulaResults(convertSheet("soffice", sheet));
  if (answers.length !== formulas.length) {
    throw new Error(`${formulas.length} formulas went in, ${answers.length} came out`);
  }
  return answers;
}
