import { installedPackSchema, type Pack, packSchema } from "./pack.ts";

/** Checks a pack that comes with the program. */
export function readPack(file: unknown): Pack {
  return read(installedPackSchema, file);
}

/** Checks the text of an earlier version, as it was published. */
export function readEarlierPack(file: unknown): Pack {
  return read(packSchema, file);
}

function read(schema: typeof packSchema | typeof installedPackSchema, file: unknown): Pack {
  const parsed = schema.safeParse(file);
  if (!parsed.success) throw new Error(`a rule pack of the program is not well formed: ${parsed.error.message}`);
  return parsed.data;
}
