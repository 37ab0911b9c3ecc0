import { z } from "zod";
import { isName } from "./ids.ts";
import { ground, loose } from "./schemaParts.ts";

/** Values an input can have. Which of them fits is decided against the mechanism's declaration, so that one wrong input does not make the file unreadable. */
const formulaSchema = z.strictObject({ formula: z.string().max(4000) });

/** Why no record is needed where one could be named. */
const notNeededSchema = z.strictObject({ notNeeded: ground(500) });

/** 随阶段: a month given as the beginning or the end of a phase of the timeline, some months later or earlier. */
const followsSchema = z.strictObject({
  phase: z.string().min(1).max(64),
  edge: z.enum(["start", "end"]),
  months: z.int().min(-1200).max(1200).optional(),
});

/** How long each value of a profile stands for; `phase`: equal parts of the phase it begins with, however long that is. */
const EVERY = ["month", "quarter", "half-year", "year", "phase"] as const;

const profileSchema = z.strictObject({
  profile: z.strictObject({
    from: z.union([z.string().max(40), followsSchema]),
    every: z.enum(EVERY),
    values: z.array(loose).min(1).max(720),
    meaning: z.enum(["amount", "rate", "share"]).optional(),
  }),
});

const cellSchema = z.union([loose, z.boolean(), formulaSchema, notNeededSchema, followsSchema]);

const rowSchema = z.record(z.string().min(1).max(64), cellSchema);

export const inputSchema = z.union([
  loose,
  z.boolean(),
  formulaSchema,
  notNeededSchema,
  followsSchema,
  profileSchema,
  z.array(rowSchema).max(2000),
]);

export const inputsSchema = z.record(z.string().refine(isName, { params: { code: "document.bad_id" } }), inputSchema);

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

export type Follows = Deep<z.output<typeof followsSchema>>;
export type ProfileValue = Deep<z.output<typeof profileSchema>>;
/** A profile whose first month is a date; `phaseMonths`: how long the phase is that its values divide. */
export type Profile = Omit<ProfileValue["profile"], "from"> & { readonly from: string; readonly phaseMonths?: number };
export type CellValue = Deep<z.output<typeof cellSchema>>;
export type RowValue = Deep<z.output<typeof rowSchema>>;
export type InputValue = Deep<z.output<typeof inputSchema>>;
