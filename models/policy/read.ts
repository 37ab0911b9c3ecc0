import { type Pack, packSchema } from "./pack.ts";

/** Checks a pack that comes with the program. */
export function readPack(file: unknown): Pack {
  const parsed = packSchema.safeParse(file);
  if (!parsed.success) throw new Error(`a rule pack of the program is not well formed: ${parsed.error.message}`);
  return parsed.data;
}
