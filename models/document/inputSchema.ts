import { z } from "zod";
import { isName } from "./ids.ts";
import { ground, loose } from "./schemaParts.ts";

/** Values an input can have. Which of them fits is decided against the mechanism's declaration, so that one wrong input does not make the file unreadable. */
const formulaSchema = z.strictObject({ formula: z.string().max(4000) });

/** Why no record is needed where one could be named. */
const notNeededSchema = z.strictObject({ notNeeded: ground(500) });

export const EVERY = ["month", "quarter", "half-year", "year"] as const;

const profileSchema = z.strictObject({
  profile: z.strictObject({
    from: z.string().max(40),
    every: z.enum(EVERY),
    values: z.array(loose).min(1).max(720),
    meaning: z.enum(["amount", "rate", "share"]).optional(),
  }),
});

const cellSchema = z.union([loose, z.boolean(), formulaSchema, notNeededSchema]);

const rowSchema = z.record(z.string().min(1).max(64), cellSchema);

export const inputSchema = z.union([
  loose,
  z.boolean(),
  formulaSchema,
  notNeededSchema,
  profileSchema,
  z.array(rowSchema).max(2000),
]);

export const inputsSchema = z.record(z.string().refine(isName, { params: { code: "document.bad_id" } }), inputSchema);

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

export type ProfileValue = Deep<z.output<typeof profileSchema>>;
export type Profile = ProfileValue["profile"];
export type CellValue = Deep<z.output<typeof cellSchema>>;
export type RowValue = Deep<z.output<typeof rowSchema>>;
export type InputValue = Deep<z.output<typeof inputSchema>>;
