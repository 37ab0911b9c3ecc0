/** Writes docs/model.schema.json from the document schema: `node docs/model-schema.ts`. */
import { writeFileSync } from "node:fs";
import { modelJsonSchema } from "../models/document/jsonSchema.ts";

writeFileSync(new URL("./model.schema.json", import.meta.url), modelJsonSchema());
