import type { FormulaDecl, LineKind } from "../language/line.ts";

/** A line the product itself provides. */
export function system(id: string, zh: string, en: string, unit: string, kind: LineKind, formula: string, opening?: string): FormulaDecl {
  return {
    source: "formula",
    id,
    label: { zh, en },
    unit,
    kind,
    axis: kind === "scalar" ? "scalar" : "period",
    tags: {},
    clauses: [],
    path: id.split(".")[0] === "party" ? `parties/${id.split(".")[1]}` : "project",
    scope: {},
    formula,
    ...(opening === undefined ? {} : { opening }),
  };
}

/** Amount or level of a calendar year, 元. */
export function yearSystem(id: string, zh: string, en: string, kind: "flow" | "stock", formula: string): FormulaDecl {
  return { ...system(id, zh, en, "CNY", kind, formula), axis: "year" };
}
