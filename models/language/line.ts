import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";

/** How years are formed from periods: flows add up, stocks and flags take the last value, rates the last value; scalars have one value. */
export type LineKind = "flow" | "stock" | "rate" | "scalar" | "flag";

/** A line lives on exactly one axis. A `year` line changes only in the last period of each calendar year (see graph.ts). */
export type Axis = "period" | "year" | "scalar";

/** Double-entry posting of the line's (positive) amount; account names are those of `models/terms/accounts.ts`. */
export interface Posting {
  readonly debit: string;
  readonly credit: string;
}

export type Tag = string | number;

/**
 * The value of a tag, role or party that is not known: it meets every condition, so that a total never leaves out what it may contain. As the name of a
 * tag it stands for all keys.
 */
export const UNKNOWN = "*";

/**
 * How an input finds its value: the scalar input `vary` (1 in the plan itself) is moved between `from` and `to` until the scalar line `target` crosses 0.
 * Beside the line with the root, the highest where there are several, stand `ID.lowest` (the lowest), `ID.residual` (the target at the root) and `ID.state`:
 * 0 one root, 1 the target is missed over the whole range, -1 met over the whole range, -2 no formula reads what is moved, 2 without a value,
 * n + 1 for n roots.
 */
export interface Solved {
  readonly vary: string;
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** What makes a line findable by role instead of by name: `sum(role = cost.construction.*, plot = p1)`. */
export interface LineMeta {
  /** `COMPONENT.LINE` or `COMPONENT.LINE.ROW`. */
  readonly id: string;
  readonly label: Text;
  /** Unit text, e.g. `CNY`, `m2`, `CNY/m2`, `1`, `1/a`, `mo`, `household`. */
  readonly unit: string;
  readonly kind: LineKind;
  readonly axis: Axis;
  /** Word of the closed role list (`models/terms/roles.ts`). */
  readonly role?: string;
  readonly payer?: string;
  readonly payee?: string;
  readonly posts?: Posting;
  /** Further selectable attributes: component, plot, product, pool, row, priority, eligible_rebate, … */
  readonly tags: Readonly<Record<string, Tag>>;
  /** Clause references `PACK/ARTICLE`. */
  readonly clauses: readonly string[];
  /** One line on the convention used, where practice differs. */
  readonly convention?: Text;
  /** Document path that a problem in this line points to. */
  readonly path: string;
  /** Of an input whose value is searched for. */
  readonly solved?: Solved;
}

/** Whose a line is: a selection filters by these. */
export type OwnerKind = "party" | "product" | "plot" | "component";

interface Declared extends LineMeta {
  /** Set when the document already makes the line unusable. The builder reports it once; the line has no value. */
  readonly problem?: Problem;
}

/** A line given by a formula. */
export interface FormulaDecl extends Declared {
  readonly source: "formula";
  readonly formula: string;
  /** Scalar formula for the value before the first period (stocks only); 0 when absent. */
  readonly opening?: string;
  /** Names usable in the formula → full line ids; tried before full ids. Own-row names shadow component names. */
  readonly scope: Readonly<Record<string, string>>;
  /** Names of optional inputs, entered or not; a column as `TABLE.COLUMN`, in a row's own lines also as `row.COLUMN`. `x or default` needs them. */
  readonly optional?: readonly string[];
  /** Those that were not given: `min`/`max` drop them and products with them, `x or default` takes the default, any other use is an error. */
  readonly absent?: readonly string[];
  /** Where an optional input would be entered and what it is called there; a column as `TABLE.COLUMN`, with the place of its table. */
  readonly asks?: Readonly<Record<string, AskedFor>>;
  /** Names that stand for a word, or any of several, as the value of a selection (`payee = seller`); null: not entered, the condition is left out. */
  readonly words?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Conditions by name, for `sum(NAME)`. */
  readonly selections?: Readonly<Record<string, string>>;
  /** Table name → its row ids and numeric columns; cell ids are `COMPONENT.TABLE.ROW.COLUMN`. */
  readonly tables?: Readonly<Record<string, TableShape>>;
  /** Owners a share in the formula is meant to reach across, with the reason: the whole belongs to more of them than the part. */
  readonly across?: Readonly<Partial<Record<OwnerKind, string>>>;
  /** Scalar 0/1 line id that multiplies the formula (the component's `enabled`). */
  readonly gate?: string;
  /** Words (of `words`) whose lines must exist, with the place in the document where each was entered. Absent: selections may find nothing. */
  readonly finds?: Readonly<Record<string, string>>;
  /** Whether every word written in a selection must find something by itself. */
  readonly literal?: true;
  /** Scalar lines without whose value the line has none. */
  readonly guards?: readonly string[];
}

/** An input as a form has it. */
export interface AskedFor {
  readonly path: string;
  readonly label: Text;
}

/** A line whose values come from outside: a document input, a clock series, a rule parameter; or from a search, if it is `solved`. */
export interface InputDecl extends Declared {
  readonly source: "input";
}

export type LineDecl = FormulaDecl | InputDecl;

/** A list `sumrows` adds over: an input table, or any list a mechanism writes a family of lines for. */
export interface TableShape {
  /** Line-id prefix, `COMPONENT.TABLE`. */
  readonly prefix: string;
  /** Word for one of its members in formulas, `row` unless said otherwise. */
  readonly item?: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}
