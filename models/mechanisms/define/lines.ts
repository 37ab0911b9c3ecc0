import type { Axis, FormulaDecl, LineKind, Posting, Tag } from "../../language/line.ts";
import type { Account } from "../../terms/accounts.ts";
import type { Role } from "../../terms/roles.ts";
import type { Text } from "../../wording/text.ts";
import type { Member } from "./component.ts";

/** A line as a mechanism writes it; names in its formula are the mechanism's own inputs, lines and (in a row) `row.column`. */
export interface LineSpec {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: LineKind;
  readonly axis: Axis;
  readonly formula: string;
  readonly opening?: string;
  readonly role?: Role;
  /** Party inputs: who pays and who is paid. */
  readonly from?: string;
  readonly to?: string;
  readonly posts?: Posting;
  readonly tags?: Readonly<Record<string, Tag>>;
  /** Tags that are the word of an input; none where it was left out. */
  readonly words?: Readonly<Record<string, string>>;
  readonly clauses?: readonly string[];
  readonly convention?: Text;
  /** Owners a share in the formula is meant to reach across, with the reason. */
  readonly across?: NonNullable<FormulaDecl["across"]>;
  /** Lines without a gate keep their value when the component is switched off (prices, dates, indices). */
  readonly gated: boolean;
  /** Set for lines repeated over a list. */
  readonly row?: Member;
}

export interface LineExtra {
  readonly across?: NonNullable<FormulaDecl["across"]>;
  readonly role?: Role;
  readonly tags?: Readonly<Record<string, Tag>>;
  readonly words?: Readonly<Record<string, string>>;
  readonly clauses?: readonly string[];
  readonly convention?: Text;
  readonly unit?: string;
  readonly axis?: Axis;
  readonly opening?: string;
}

export interface CashExtra extends LineExtra {
  readonly from: string;
  readonly to: string;
  readonly role: Role;
  readonly posts: { readonly debit: Account; readonly credit: Account };
}

const line =
  (kind: LineKind, unit: string, axis: Axis, gated: boolean) =>
  (name: string, zh: string, en: string, formula: string, extra: LineExtra = {}): LineSpec => ({
    name,
    label: { zh, en },
    kind,
    unit,
    axis,
    gated,
    formula,
    ...extra,
  });

/** Amount arising in a period, 元 unless a unit is given. */
export const flow = line("flow", "CNY", "period", true);
/** Level at the end of a period, 元 unless a unit is given. */
export const stock = line("stock", "CNY", "period", true);
/** Price, index or share that holds in a period. */
export const rateLine = line("rate", "1", "period", false);
/** 0 or 1 in a period. */
export const flagLine = line("flag", "1", "period", true);
/** One value for the whole life; areas and amounts of the plan. */
export const scalar = line("scalar", "CNY", "scalar", true);
/** One ratio or price for the whole life; not switched by `enabled`. */
export const ratio = line("scalar", "1", "scalar", false);
/** Amount of a calendar year. */
export const yearFlow = line("flow", "CNY", "year", true);
/** Level at the end of a calendar year. */
export const yearStock = line("stock", "CNY", "year", true);

/** Money that moves from one party input to another in a period; it posts to two accounts of the project's books. */
export function cash(name: string, zh: string, en: string, formula: string, extra: CashExtra): LineSpec {
  return { name, label: { zh, en }, kind: "flow", unit: "CNY", axis: "period", gated: true, formula, ...extra };
}

/** Posting without money: depreciation, recognition of revenue, hand-over of inventory. */
export function booking(
  name: string,
  zh: string,
  en: string,
  formula: string,
  extra: LineExtra & { readonly role: Role; readonly posts: { readonly debit: Account; readonly credit: Account } },
): LineSpec {
  return { name, label: { zh, en }, kind: "flow", unit: "CNY", axis: "period", gated: true, formula, ...extra };
}
