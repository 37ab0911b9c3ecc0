import { z } from "zod";
import { readDateMonth, readMonth } from "../language/calendar.ts";
import { decimalOfNumber, readDecimal, writeDecimal } from "../language/decimal.ts";
import type { Text } from "../wording/text.ts";
import { ID_PATTERN, isId } from "./ids.ts";

/** Building blocks of the document schema. A `params.code` names the wording of a refusal. */
const refuse = (code: string) => ({ params: { code } });

export const shortText = z.string().max(500);
export const longText = z.string().max(20_000);

/** Why there is none of something, or none is needed: a reason must say something. */
export const ground = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== "", refuse("document.ground_empty"))
    .meta({ pattern: "\\S" });

/** `meta` goes into the exported JSON Schema. */
export const id = z.string().refine(isId, refuse("document.bad_id")).meta({ pattern: ID_PATTERN });

/** Packs are files, their names may hold hyphens. */
export const packId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(64);

/** One string for a document written in one language, or both. */
export const label = z.union([
  z.string().max(200),
  z.strictObject({ zh: z.string().max(200), en: z.string().max(200) }),
]);
export type Label = z.output<typeof label>;

/** A label of the document in both languages; one written in one language serves both. */
export function textOf(label: Label): Text {
  return typeof label === "string" ? { zh: label, en: label } : label;
}

export const month = z
  .string()
  .refine((text) => readMonth(text) !== undefined, refuse("document.bad_month"))
  .meta({ pattern: "^\\d{4}-(0[1-9]|1[0-2])$" });
export const date = z.string().refine((text) => readDateMonth(text) !== undefined, refuse("document.bad_date"));

/** A decimal literal; a JSON number is accepted and kept as text from then on. */
export const amount = z
  .union([z.string(), z.number()])
  .refine((value) => readDecimal(String(value)) !== undefined, refuse("document.bad_number"))
  .transform((value) => {
    const read = readDecimal(String(value));
    return read === undefined ? String(value) : writeDecimal(read);
  });

/** Any text or number on its way into an input; what it must be is the mechanism's to say. */
export const loose = z.union([z.string().max(100_000), z.number().transform(decimalOfNumber)]);

export const wholeMonths = z.int().min(0).max(1200);

/** Keys of a closed list as the tuple zod wants. */
export function words<T extends Readonly<Record<string, unknown>>>(
  list: T,
): [keyof T & string, ...(keyof T & string)[]] {
  const [first, ...rest] = Object.keys(list);
  if (first === undefined) throw new Error("a closed list cannot be empty");
  return [first, ...rest];
}
