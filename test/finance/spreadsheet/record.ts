import { writeFileSync } from "node:fs";
import { calculate } from "./libreoffice.ts";
import { formulaOf, QUESTIONS } from "./questions.ts";

/** Asks LibreOffice anew and rewrites answers.json: `node test/finance/spreadsheet/record.ts`. */
const formulas = QUESTIONS.map(formulaOf);
const answers = calculate(formulas).map((answer, index) => ({ formula: formulas[index], answer }));
const lines = answers.map((answer) => `  ${JSON.stringify(answer)}`);
writeFileSync(new URL("./answers.json", import.meta.url), `[\n${lines.join(",\n")}\n]\n`);
