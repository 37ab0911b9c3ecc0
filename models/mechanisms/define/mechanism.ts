import type { Form } from "../../terms/inputs.ts";
import type { Text } from "../../wording/text.ts";
import type { Component } from "./component.ts";
import type { LineSpec } from "./lines.ts";

export const FAMILIES = {
  area: { zh: "空间与面积", en: "Space and area" },
  cost: { zh: "投资", en: "Investment" },
  income: { zh: "销售与经营", en: "Sales and operation" },
  land: { zh: "土地收益", en: "Land revenue" },
  support: { zh: "补助", en: "Grants" },
  residents: { zh: "居民与专项资金", en: "Residents and their funds" },
  capital: { zh: "资本与债务", en: "Capital and debt" },
  tax: { zh: "税费", en: "Taxes" },
} as const satisfies Record<string, Text>;

export type Family = keyof typeof FAMILIES;

export interface MechanismSpec extends Omit<Form, "id"> {
  /** What it does, in one or two sentences a finance clerk understands. */
  readonly summary: Text;
  readonly family: Family;
  readonly clauses: readonly string[];
  /** Conditions its formulas share, for `sum(NAME)`; values may name word inputs: `payee = seller`. */
  readonly selections?: Readonly<Record<string, string>>;
  readonly lines: (component: Component) => readonly LineSpec[];
  /** Word inputs, or columns as `TABLE.COLUMN`, that together say what it is about: of several about the same, one may be on. */
  readonly once?: readonly string[];
  /** It reckons on the costs of its plot: a cost that names no plot would escape it. */
  readonly onCosts?: true;
  /** Names of lines whose selections may find nothing: there need not be what they add up. */
  readonly mayFindNothing?: readonly string[];
  /** Ids of the review checks and red lines that look at it. */
  readonly checks?: readonly string[];
  /** Names of its lines that the review reads: what others read of a mechanism beside its roles is said here. */
  readonly offers?: readonly string[];
}

export interface Mechanism extends MechanismSpec, Form {}

/** Mechanisms by the word documents use. */
export type Registry = ReadonlyMap<string, Mechanism>;

/** Declares a mechanism; `id` is the word documents use. */
export function mechanism<const S extends MechanismSpec>(id: string, spec: S): S & Pick<Mechanism, "id"> {
  return { id, ...spec };
}
