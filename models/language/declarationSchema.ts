import { z } from "zod";
import { LIMITS } from "./limits.ts";
import type { FormulaDecl, InputDecl } from "./line.ts";

/** Every field of a declaration, so that one the types gain cannot be forgotten here. */
type Fields<T> = { readonly [Name in keyof Required<T>]: z.ZodType };

const word = z.string().max(LIMITS.nameChars * 4);
const words = z.array(word).max(LIMITS.graphLines);
const text = z.strictObject({ zh: z.string(), en: z.string() });
const formula = z.string().max(LIMITS.formulaChars);
const named = <T extends z.ZodType>(value: T) => z.record(word, value);

const meta = {
  id: word,
  label: text,
  unit: word,
  kind: z.enum(["flow", "stock", "rate", "scalar", "flag"]),
  axis: z.enum(["period", "year", "scalar"]),
  role: word,
  payer: word,
  payee: word,
  posts: z.strictObject({ debit: word, credit: word }),
  tags: named(z.union([word, z.number()])),
  clauses: words,
  convention: text,
  path: z.string(),
  solved: z.strictObject({ vary: word, target: word, from: z.number(), to: z.number() }),
  problem: z.strictObject({
    code: word,
    message: text,
    path: z.string(),
    hint: text.exactOptional(),
    subject: text.exactOptional(),
  }),
};

const formulaFields = {
  ...meta,
  source: z.literal("formula"),
  formula,
  opening: formula,
  scope: named(word),
  optional: words,
  absent: words,
  asks: named(z.strictObject({ path: z.string(), label: text })),
  words: named(z.union([word, words, z.null()])),
  selections: named(formula),
  across: z.strictObject({
    party: z.string().exactOptional(),
    product: z.string().exactOptional(),
    plot: z.string().exactOptional(),
    component: z.string().exactOptional(),
  }),
  tables: named(z.strictObject({ prefix: word, item: word.exactOptional(), rows: words, columns: words })),
  gate: word,
  guards: words,
  finds: named(z.string()),
  literal: z.literal(true),
} satisfies Fields<FormulaDecl>;

const inputFields = { ...meta, source: z.literal("input") } satisfies Fields<InputDecl>;

/** Fields a declaration may leave out. */
const optional = [
  "role",
  "payer",
  "payee",
  "posts",
  "convention",
  "problem",
  "solved",
  "opening",
  "optional",
  "absent",
  "asks",
  "words",
  "selections",
  "across",
  "tables",
  "gate",
  "guards",
  "finds",
  "literal",
] as const;

export const declarationFields: {
  readonly formula: Readonly<Record<string, z.ZodType>>;
  readonly input: Readonly<Record<string, z.ZodType>>;
} = { formula: formulaFields, input: inputFields };

export function isOptionalField(name: string): boolean {
  return (optional as readonly string[]).includes(name);
}
