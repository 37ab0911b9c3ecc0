import { z } from "zod";
import { bare } from "./location.ts";
import { embeddedSchema } from "./portfolio/schema.ts";
import { documentSchema, type ModelDocument } from "./schema.ts";

/**
 * The one text of a document: keys in the order of the schema, names given by users or mechanisms in alphabetical order, two spaces, a final
 * newline. Equal documents give equal bytes, so that revisions can be hashed and compared line by line.
 */
export function formatDocument(document: ModelDocument): string {
  return `${JSON.stringify(ordered(document, documentSchema), null, 2)}\n`;
}

/** The one text of a part of a document, whatever order its keys came in. */
export function formatPart(part: unknown, schema: z.ZodType): string {
  return JSON.stringify(ordered(part, schema));
}

function ordered(value: unknown, schema: unknown): unknown {
  const inside = bare(schema);
  // A document inside another is written as it would be alone.
  const known = inside === embeddedSchema ? documentSchema : inside;
  if (Array.isArray(value))
    return value.map((item) => ordered(item, known instanceof z.ZodArray ? known.element : undefined));
  if (typeof value !== "object" || value === null) return value;
  const entries = value as Readonly<Record<string, unknown>>;
  const keys = known instanceof z.ZodObject ? Object.keys(known.shape) : Object.keys(entries).sort(idFirst);
  const inner = (key: string): unknown => {
    if (known instanceof z.ZodObject) return known.shape[key];
    return known instanceof z.ZodRecord ? known.valueType : undefined;
  };
  const given = keys.filter((key) => Object.hasOwn(entries, key) && entries[key] !== undefined);
  return Object.fromEntries(given.map((key) => [key, ordered(entries[key], inner(key))]));
}

/** Code-unit order, so that it does not depend on the machine's language; a row's id leads. */
function idFirst(a: string, b: string): number {
  if (a === "id" || b === "id") return a === b ? 0 : a === "id" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
