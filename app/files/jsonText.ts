import { formatDocument } from "../../models/document/format.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { embedPacks } from "../../models/policy/load.ts";
import { withMembersPacks } from "./packs.ts";

/** JSON carries the full text of its packs, so that it can be checked without ours. */
export function jsonText(document: ModelDocument): string {
  return formatDocument(embedPacks(withMembersPacks(document)));
}
