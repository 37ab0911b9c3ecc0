import type { FormulaDecl, LineKind, Tag } from "../../../language/line.ts";
import { named, type Text } from "../../../wording/text.ts";

/** A project of the portfolio, as its lines name it. */
export interface MemberName {
  readonly id: string;
  readonly label: Text;
}

interface Extra {
  readonly role?: string;
  readonly tags?: Readonly<Record<string, Tag>>;
  readonly convention?: Text;
  readonly opening?: string;
  readonly clauses?: readonly string[];
}

/** A line of the portfolio. */
export function line(
  id: string,
  label: Text,
  kind: LineKind,
  formula: string,
  { unit = "CNY", path = "portfolio", ...extra }: Extra & { readonly unit?: string; readonly path?: string } = {},
): FormulaDecl {
  const axis = kind === "scalar" ? "scalar" : "period";
  return { source: "formula", id, label, unit, kind, axis, tags: {}, clauses: [], path, scope: {}, formula, ...extra };
}

/** A line of one member. */
export function memberLine(
  { id, label }: MemberName,
  name: string,
  words: Text,
  kind: LineKind,
  formula: string,
  { tags, ...extra }: Extra & { readonly unit?: string } = {},
): FormulaDecl {
  return line(`member.${id}.${name}`, named(label, words.zh, words.en), kind, formula, {
    ...extra,
    tags: { member: id, ...tags },
    path: `members/${id}`,
  });
}
