import type { FieldView } from "../../app/contract.ts";
import { inBoth, type WordKey } from "../language/i18n.ts";

type Name = WordKey extends infer K ? (K extends `portfolio.${infer N}` ? N : never) : never;
type Options = NonNullable<FieldView["options"]>;

const field = (name: string, label: Name, type: FieldView["type"], extra: Partial<FieldView> = {}): FieldView => ({
  name,
  type,
  label: inBoth(`portfolio.${label}`),
  optional: false,
  ...extra,
});
const words = (...names: readonly Name[]): Options =>
  names.map((word) => ({ word, label: inBoth(`portfolio.${word}`) }));
const open = { optional: true };

/** Columns of the transfers; `members` are those who may give and take. */
export const transferColumns = (members: Options): readonly FieldView[] => [
  field("label", "label", "word", { ...open, options: [] }),
  field("payer", "payer", "choice", { options: members }),
  field("payee", "payee", "choice", { options: members }),
  field("date", "date", "month"),
  field("amount", "amount", "number", { unit: "CNY", from: 0 }),
  field("kind", "kind", "choice", { options: words("loan", "gift") }),
  field("order", "order", "number", { ...open, unit: "1", integer: true, from: 1 }),
  field("document", "document", "word", { ...open, options: [] }),
];

export const targetColumns = (): readonly FieldView[] => [
  field("label", "label", "word", { options: [] }),
  field("counts", "counts", "choice", { options: words("started", "built") }),
  field("year", "year", "word", { options: [] }),
  field("atLeast", "atLeast", "number", { unit: "1", integer: true, from: 0 }),
];

export const poolFields = (): readonly FieldView[] => [
  field("openingCash", "openingCash", "number", { ...open, unit: "CNY", from: 0 }),
  field("minimumCash", "minimumCash", "number", { ...open, unit: "CNY" }),
  field("creditLimit", "creditLimit", "number", { ...open, unit: "CNY", from: 0 }),
  field("creditRate", "creditRate", "number", { ...open, unit: "1/a", from: 0 }),
  field("document", "agreement", "word", { ...open, options: [] }),
];

export const portfolioFields = (): readonly FieldView[] => [
  field("basis", "basis", "choice", { options: words("before_financing", "after_financing") }),
  field("urbanCommunities", "urban", "number", { ...open, unit: "1", from: 0 }),
];

/** 元 of one year. */
export const yearField = (year: string): FieldView => ({
  name: year,
  type: "number",
  label: { zh: year, en: year },
  optional: true,
  unit: "CNY",
  from: 0,
});
