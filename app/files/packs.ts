import type { PackText } from "../../db/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Pack, packSchema } from "../../models/policy/pack.ts";
import { PUBLISHED_PACKS } from "../../models/policy/packs.ts";

type PackRef = ModelDocument["packs"][number];

/**
 * The document with its packs as the open model holds them: a text that is word for word the installed pack's is left out, one that is
 * not (another version, another author) stays with the document or is taken from the file that brought it.
 */
export function settlePacks(document: ModelDocument, brought: readonly PackText[] = []): ModelDocument {
  const packs = document.packs.map((ref) => settled(ref, brought));
  return packs.every((ref, index) => ref === document.packs[index]) ? document : { ...document, packs };
}

function settled(ref: PackRef, brought: readonly PackText[]): PackRef {
  const text = ref.text ?? packIn(brought.find(({ id, version }) => id === ref.id && version === ref.version));
  if (text === undefined) return ref;
  const { id, version } = ref;
  const installed = PUBLISHED_PACKS.find((pack) => pack.id === id && pack.version === version);
  const same = installed !== undefined && JSON.stringify(installed) === JSON.stringify(text);
  return same ? (ref.text === undefined ? ref : { id, version }) : { id, version, text };
}

/** A pack text of a file; one that is no pack is not used, and the reference then says that the pack is unknown. */
function packIn(brought: PackText | undefined): Pack | undefined {
  if (brought === undefined) return undefined;
  try {
    const parsed = packSchema.safeParse(JSON.parse(brought.text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
