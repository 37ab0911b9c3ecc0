import type { FormulaDecl, LineKind } from "../../language/line.ts";
import type { Text } from "../../wording/text.ts";

/**
 * How a row reads by year: amounts add up, levels take the year's last period, opening levels its first; `sum` rows are made of other rows of the table (the
 * opening plus what came in the year), ratios of two rows of the year.
 */
export type RowKind = "flow" | "stock" | "opening" | "scalar" | "ratio";

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
  /** The line shown, where it is not the row's own. */
  readonly line?: string;
  /** Rows whose yearly values make this one's: `+` or `-` and the key. */
  readonly combine?: readonly (readonly [sign: 1 | -1, key: string])[];
  readonly ratio?: { readonly of: string; readonly per: string };
  readonly convention?: Text;
}

export interface TableSpec {
  readonly id: string;
  readonly title: Text;
  readonly rows: readonly RowSpec[];
  /** What a reader must know to read the numbers. */
  readonly notes?: readonly Text[];
}

type Extra = Partial<Pick<RowSpec, "level" | "kind" | "unit" | "line" | "combine" | "ratio" | "convention" | "key">>;

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
    ...(extra.line === undefined ? { formula } : {}),
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

const LINE_KIND: Readonly<Record<RowKind, LineKind>> = { flow: "flow", stock: "stock", opening: "stock", scalar: "scalar", ratio: "rate" };

/** The lines of a table: a row names its neighbours by key. */
export function linesOfTable(table: TableSpec): readonly FormulaDecl[] {
  const scope = Object.fromEntries(table.rows.map((spec) => [spec.key, lineOf(table, spec)]));
  return table.rows.flatMap((spec): readonly FormulaDecl[] => {
    const formula = spec.formula ?? (spec.ratio === undefined ? undefined : `${spec.ratio.per} != 0 ? ${spec.ratio.of} / ${spec.ratio.per} : 0`);
    if (formula === undefined || spec.line !== undefined) return [];
    return [
      {
        source: "formula",
        id: lineOf(table, spec),
        label: spec.label,
        unit: spec.unit,
        kind: LINE_KIND[spec.kind],
        axis: spec.kind === "scalar" ? "scalar" : "period",
        tags: { statement: table.id },
        clauses: [],
        path: "project",
        scope,
        formula,
        ...(spec.convention === undefined ? {} : { convention: spec.convention }),
      },
    ];
  });
}
