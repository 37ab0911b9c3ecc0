import { replaceFile } from "../../db/disk/replace.ts";
import type { Result } from "../../models/wording/problem.ts";

/** Writes an exported file: as a whole or not at all; `fresh` where nothing may be there yet. */
export const saveExport = (path: string, bytes: Uint8Array, fresh: boolean): Promise<Result<void>> =>
  replaceFile(path, Buffer.from(bytes), { fresh });
