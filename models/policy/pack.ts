import { z } from "zod";
import { readDateMonth } from "../language/calendar.ts";
import { readDecimal } from "../language/decimal.ts";

const date = z.string().refine((text) => readDateMonth(text) !== undefined, { params: { code: "document.bad_date" } });
const decimal = z
  .string()
  .refine((text) => readDecimal(text) !== undefined, { params: { code: "document.bad_number" } });
const both = z.strictObject({ zh: z.string().max(2000), en: z.string().max(2000) });
const parameterId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const lawId = z.string().regex(/^[a-z][a-z0-9]{0,31}$/);
const clauseId = z
  .string()
  .regex(/^[a-z0-9-]+\/[A-Za-z0-9().-]+$/)
  .max(120);
/** A day, or only its year where no more is known. */
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** How a text is known: read as printed; read in a report or restatement; general knowledge; looked for and not found. */
export const CERTAINTIES = ["seen", "reported", "known", "unproved"] as const;

/** Which way a value binds: no less, no more, this very value, or what is taken where nobody says otherwise. */
export const BOUNDS = ["floor", "cap", "fixed", "default"] as const;
export type Bound = (typeof BOUNDS)[number];

/** A law, regulation or paper a pack draws on. */
const lawSchema = z.strictObject({
  id: lawId,
  title: both,
  /** 文号 as printed. */
  number: z.string().min(1).max(200),
  issuer: z.string().min(1).max(200),
  /** Day it was passed or issued. */
  issued: z.union([day, z.literal("unproved")]),
  /** Day from which it is in force; a draft and what is no law have none. */
  from: z.union([day, z.literal("none")]),
  to: day.optional(),
  note: both.optional(),
});

/** A value in force from a date until the day before the next one, or until `to` (inclusive); `source` is the paper of that period where it is another one. */
const valueSchema = z.strictObject({
  from: date,
  to: date.optional(),
  value: decimal,
  source: z.string().max(200).optional(),
});

const article = z.string().min(1).max(200);
const certainty = z.enum(CERTAINTIES);

/** Where something stands: in a law of the pack. */
const sourceSchema = z.strictObject({ law: lawId, article, certainty });

const parameterSchema = z.strictObject({
  id: parameterId,
  label: both,
  unit: z.string().min(1).max(40),
  values: z.array(valueSchema).min(1).max(200),
  reference: z.union([sourceSchema, z.strictObject({ document: z.string().max(300), article: z.string().max(200) })]),
  /** `law` is binding; `policy` is what a policy paper says; `practice` is custom of reviewers and no law; `to_verify` must still be looked up. */
  status: z.enum(["law", "policy", "practice", "to_verify"]),
  note: both.optional(),
  /** Holds in every file, also in one that does not list its pack: law of the books that no file can do without. */
  standing: z.literal(true).optional(),
  bound: z.enum(BOUNDS).optional(),
});

const clauseSchema = z.strictObject({
  /** `PACK/ARTICLE`. */
  id: clauseId,
  title: both,
  /** What it says, in our words; only decisive words of the law stand in quotation marks. */
  text: both,
  /** Whether it is a condition; otherwise it encourages or allows. */
  hard: z.boolean().optional(),
  law: lawId.optional(),
  article: article.optional(),
  certainty: certainty.optional(),
  /** What it was called in earlier versions of the pack. */
  former: z.array(clauseId).max(5).optional(),
});

/** Where a pack holds, with the names of its places as `project.city` writes them; `default` holds nowhere and stands in where no local rule is listed. */
const areaSchema = z.strictObject({
  level: z.enum(["national", "province", "city", "default"]),
  names: z.array(z.string().min(1).max(20)).max(100),
});

/** A rule pack (政策参数包) as files carry it, earlier and local ones included. Numbers of the law live here and nowhere in code. */
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
    date: day,
  }),
  /** A draft binds nobody: checks that rest on it alone can only ask. */
  status: z.enum(["in_force", "draft"]),
  validFrom: date,
  validTo: date.optional(),
  parameters: z.array(parameterSchema).max(500),
  clauses: z.array(clauseSchema).max(500),
  area: areaSchema.optional(),
  laws: z.array(lawSchema).max(200).optional(),
});

/** A rule pack of the program: everything in it names its law, number, article, dates and how it is known. */
export const installedPackSchema = packSchema
  .extend({
    area: areaSchema,
    laws: z.array(lawSchema).min(1).max(200),
    parameters: z.array(parameterSchema.extend({ reference: sourceSchema, bound: z.enum(BOUNDS) })).max(500),
    clauses: z.array(clauseSchema.extend({ hard: z.boolean(), law: lawId, article, certainty })).max(500),
  })
  .superRefine(({ laws, parameters, clauses }, context) => {
    const known = new Set(laws.map(({ id }) => id));
    const cited = [...parameters.map(({ reference }) => reference.law), ...clauses.map(({ law }) => law)];
    const wrong = [...cited.filter((id) => !known.has(id)), ...[...known].filter((id) => !cited.includes(id))];
    for (const id of wrong) context.addIssue({ code: "custom", message: `law ${id} is not listed or not used` });
  });

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

export type Pack = Deep<z.output<typeof packSchema>>;
export type PackParameter = Pack["parameters"][number];
export type PackClause = Pack["clauses"][number];
export type PackLaw = Deep<z.output<typeof lawSchema>>;
