import type { FormulaDecl } from "../../language/line.ts";
import type { Text } from "../../wording/text.ts";
import { yearOf } from "../forms.ts";

/** Amounts add up, levels take the year's last period, opening levels its first. */
export type RowKind = "flow" | "stock" | "opening";

export interface RowSpec {
  /** Unique in its table; the line is `stmt_TABLE.KEY`. */
  readonly key: string;
  /** Number printed before the row, as in the standard table. */
  readonly no: string;
  readonly label: Text;
  readonly level: number;
  readonly kind: RowKind;
  readonly unit: string;
  /** Formula over selections, system lines and rows of the same table by key; absent where the row shows a line that exists anyway. */
  readonly formula?: string;
  /** The line's id, where it is not `stmt_TABLE.KEY`. */
  readonly line?: string;
  /** Label of the line, where it says more than the row. */
  readonly name?: Text;
  /** Scalar formula of the value before the first period. */
  readonly opening?: string;
  /** Formula of the year's value where that is neither the sum nor the last of its periods; `KEY.year` is that of another row. */
  readonly year?: string;
  readonly convention?: Text;
  /** Owners a share in the formula is meant to reach across, with the reason. */
  readonly across?: NonNullable<FormulaDecl["across"]>;
}

export interface TableSpec {
  readonly id: string;
  readonly title: Text;
  readonly rows: readonly RowSpec[];
  /** What a reader must know to read the numbers. */
  readonly notes?: readonly Text[];
}

type Extra = Partial<Pick<RowSpec, "level" | "kind" | "unit" | "line" | "year" | "convention" | "key" | "across">>;

/** `2.1.3` → `r2_1_3`. */
export const keyOf = (no: string): string => `r${no.replaceAll(".", "_")}`;

/** A row of amounts numbered as in the standard table. */
export function row(no: string, zh: string, en: string, formula: string, extra: Extra = {}): RowSpec {
  return {
    key: keyOf(no),
    no,
    label: { zh, en },
    level: no.split(".").length - 1,
    kind: "flow",
    unit: "CNY",
    ...(formula === "" ? {} : { formula }),
    ...extra,
  };
}

/** A row below the numbered ones: a memorandum, a check, the view without support. */
export function note(key: string, zh: string, en: string, formula: string, extra: Extra = {}): RowSpec {
  return { ...row("", zh, en, formula, { ...extra, key }), level: extra.level ?? 0 };
}

/** Level at the end of the period or year. */
export const stockRow = (no: string, zh: string, en: string, formula: string, extra: Extra = {}): RowSpec => row(no, zh, en, formula, { kind: "stock", ...extra });

export const lineOf = (table: TableSpec, spec: RowSpec): string => spec.line ?? `stmt_${table.id}.${spec.key}`;

/** The lines of a table: a row names its neighbours by key. */
export function linesOfTable(table: TableSpec): readonly FormulaDecl[] {
  const names = table.rows.map((spec) => [spec.key, lineOf(table, spec)] as const);
  const scope = Object.fromEntries(names.flatMap(([key, line]) => [[key, line] as const, [`${key}.year`, `${line}.year`] as const]));
  return table.rows.flatMap((spec): readonly FormulaDecl[] => {
    if (spec.formula === undefined) return [];
    const line: FormulaDecl = {
      source: "formula",
      id: lineOf(table, spec),
      label: spec.name ?? spec.label,
      unit: spec.unit,
      kind: spec.kind === "flow" ? "flow" : "stock",
      axis: "period",
      tags: { statement: table.id },
      clauses: [],
      path: "project",
      scope,
      formula: spec.formula,
      ...(spec.opening === undefined ? {} : { opening: spec.opening }),
      ...(spec.convention === undefined ? {} : { convention: spec.convention }),
      ...(spec.across === undefined ? {} : { across: spec.across }),
    };
    const year = spec.year ?? (spec.kind === "opening" ? `statementstart > 0 ? ${spec.key} : prev(${spec.key}.year)` : undefined);
    return year === undefined ? [line] : [line, yearOf(line, year)];
  });
}
