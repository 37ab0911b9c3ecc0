import { z } from "zod";
import { readDateMonth } from "../language/calendar.ts";
import { readDecimal } from "../language/decimal.ts";

const date = z.string().refine((text) => readDateMonth(text) !== undefined, { params: { code: "document.bad_date" } });
const decimal = z
  .string()
  .refine((text) => readDecimal(text) !== undefined, { params: { code: "document.bad_number" } });
const both = z.strictObject({ zh: z.string().max(2000), en: z.string().max(2000) });
const parameterId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** A value in force from a date until the day before the next one, or until `to` (inclusive). */
const valueSchema = z.strictObject({ from: date, to: date.optional(), value: decimal });

const parameterSchema = z.strictObject({
  id: parameterId,
  label: both,
  unit: z.string().min(1).max(40),
  values: z.array(valueSchema).min(1).max(200),
  reference: z.strictObject({ document: z.string().max(300), article: z.string().max(200) }),
  /** `law` is binding; `policy` is what a policy paper says; `to_verify` is general knowledge that somebody must still look up. */
  status: z.enum(["law", "policy", "to_verify"]),
  note: both.optional(),
  /** Holds in every file, also in one that does not list its pack: law of the books that no file can do without. */
  standing: z.literal(true).optional(),
});

const clauseSchema = z.strictObject({
  /** `PACK/ARTICLE`. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+\/[A-Za-z0-9().-]+$/)
    .max(120),
  title: both,
  /** What it says, in our words. */
  text: both,
  /** Whether it is a condition; otherwise it encourages or allows. */
  hard: z.boolean().optional(),
});

/** A rule pack (规则包): one document of law or policy as data. Numbers of the law live here and nowhere in code. */
export const packSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
    .max(64),
  version: z.string().min(1).max(40),
  title: both,
  document: z.strictObject({
    number: z.string().max(200),
    issuer: z.string().max(200),
    /** Day of the document, or only its year where no more is known. */
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  }),
  /** A draft binds nobody: checks that rest on it alone can only ask. */
  status: z.enum(["in_force", "draft"]),
  validFrom: date,
  validTo: date.optional(),
  parameters: z.array(parameterSchema).max(500),
  clauses: z.array(clauseSchema).max(500),
});

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

export type Pack = Deep<z.output<typeof packSchema>>;
export type PackParameter = Pack["parameters"][number];
export type PackClause = Pack["clauses"][number];
