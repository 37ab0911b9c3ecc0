import { z } from "zod";
import { documentSchema } from "./schema.ts";

/** The document's shape as JSON Schema (draft 2020-12), for editors and other programs. Rules that need a mechanism are not in it. */
export function modelJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema, { io: "input", unrepresentable: "any" });
  return `${JSON.stringify({ title: "Pingheng model", description: "Document of a Pingheng model: project, parties, timeline, components, scenarios", ...schema }, null, 2)}\n`;
}
