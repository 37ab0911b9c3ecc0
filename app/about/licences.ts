import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { LicenceView } from "../contract.ts";
import { jsonIn } from "../files/json.ts";

const fileSchema = z.array(
  z.object({
    name: z.string().min(1),
    version: z.string(),
    identifier: z.string().nullish(),
    text: z.string().nullish(),
  }),
);

/**
 * Software by others in this program: what the builds have listed, each once.
 * @param paths files the builds have written; those that are not there belong to parts that were not built
 */
export async function readLicences(paths: readonly string[]): Promise<readonly LicenceView[]> {
  const found = new Map<string, LicenceView>();
  for (const path of paths.filter((one) => existsSync(one))) {
    for (const { name, version, identifier, text } of fileSchema.parse(jsonIn(await readFile(path, "utf8")))) {
      const view = { name, version, licence: identifier ?? "", ...(text ? { text } : {}) };
      found.set(`${name} ${version}`, view);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
