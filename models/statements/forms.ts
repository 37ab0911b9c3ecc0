import type { FormulaDecl } from "../language/line.ts";
import { TOTAL_OF, YEAR_OF } from "../results/forms.ts";
import { system } from "./system.ts";

/** The year of a line that is neither the sum nor the last of its periods; read in the year's last period. */
export function yearOf(decl: FormulaDecl, formula: string): FormulaDecl {
  const { label } = decl;
  const kind = decl.kind === "flow" ? "stock" : decl.kind;
  return { ...decl, id: `${decl.id}.year`, label: { zh: `${label.zh}(年)`, en: `${label.en}, of the year` }, kind, formula, tags: { ...decl.tags, [YEAR_OF]: decl.id } };
}

/** The total of a line that is no sum of its periods. */
export function totalOf(decl: FormulaDecl, formula: string): FormulaDecl {
  const { label } = decl;
  const tags = { ...decl.tags, [TOTAL_OF]: decl.id };
  return { ...decl, id: `${decl.id}.total`, label: { zh: `${label.zh}(合计)`, en: `${label.en}, in total` }, kind: "scalar", axis: "scalar", formula, tags };
}

/** A ratio of two amounts: of the period, of the year's amounts and of the totals. It has no value where there is nothing below the bar. */
export function ratioLines(id: string, zh: string, en: string, above: string, below: string): readonly FormulaDecl[] {
  const ratio = (of: string, per: string): string => `${per} > 0 ? ${of} / ${per} : none`;
  const line = system(id, zh, en, "1", "rate", ratio(above, below));
  return [line, yearOf(line, `years(${line.formula})`), totalOf(line, ratio(`total(${above})`, `total(${below})`))];
}
