import type { InputLine } from "../../../compile/context.ts";
import type { NoticeSpec } from "../../../document/schema.ts";
import type { FormulaDecl, LineKind } from "../../../language/line.ts";
import { bidsProblem } from "../../../wording/bids.ts";
import { named, type Text, text } from "../../../wording/text.ts";
import { input } from "../../inputLine.ts";
import { line as plain } from "../../portfolio/lines/line.ts";

/** Part of the graph of a comparison: an input with its value, or a formula. */
export type Piece = InputLine | FormulaDecl;

interface Extra {
  readonly unit?: string;
  readonly convention?: Text;
  readonly clauses?: readonly string[];
}

/** Whose lines are written: the beginning of their ids, what they are called, and where they stand in the document. */
export interface Owner {
  readonly id: string;
  readonly label: Text;
  readonly path: string;
}

/** A formula of an owner. */
export function formula({ id, label, path }: Owner, name: string, words: Text, kind: LineKind, formulaText: string, extra: Extra = {}): FormulaDecl {
  return plain(name === "" ? id : `${id}.${name}`, named(label, words.zh, words.en), kind, formulaText, { ...extra, path });
}

/** Whether a price includes VAT, and at which rate. */
interface Vat {
  readonly included?: boolean | undefined;
  readonly rate?: string | undefined;
}

/**
 * The factor that puts an amount on another VAT basis, as the line `ID.vat`; without a value where what it takes is not stated. On the same
 * basis no rate is needed.
 */
export function vatFactor(owner: Owner, vat: Vat, wanted: boolean | undefined): readonly Piece[] {
  const { id, label, path } = owner;
  const words = text("增值税口径换算系数", "factor to the VAT basis");
  const lacks = vat.included === undefined || wanted === undefined || (vat.included !== wanted && vat.rate === undefined);
  if (lacks) {
    const missing = bidsProblem("vat_missing", `${path}/vat`, { what: label });
    return [input(`${id}.vat`, named(label, words.zh, words.en), `${path}/vat`, undefined, { unit: "1", kind: "scalar", missing })];
  }
  if (vat.included === wanted) return [formula(owner, "vat", words, "scalar", "1", { unit: "1" })];
  const rate = input(`${id}.vat_rate`, named(label, "增值税率", "VAT rate"), `${path}/vat/rate`, vat.rate, { unit: "1" });
  const to = vat.included ? `1 / (1 + ${id}.vat_rate)` : `1 + ${id}.vat_rate`;
  return [rate, formula(owner, "vat", words, "scalar", to, { unit: "1", convention: text("按自身税率换算", "put on the other basis by its own rate") })];
}

/** Whether amounts of the notice include VAT; undefined where it does not say. */
export function includesVat({ vatBasis }: NoticeSpec): boolean | undefined {
  return vatBasis === undefined ? undefined : vatBasis === "included";
}

/** Lines added up; nothing where there are none. */
export const added = (ids: readonly string[], unit = "CNY"): string => (ids.length === 0 ? `0 ${unit}`.trim() : ids.join(" + "));
