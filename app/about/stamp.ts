import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { BuildInfo } from "../contract.ts";
import { jsonIn } from "../files/json.ts";

const stampSchema = z.object({
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  modified: z.boolean().optional(),
  date: z.iso.datetime().optional(),
});

/**
 * What the build has left about itself.
 * @param path file that set-up writes beside the bundles
 * @returns undefined where there is none, as for sources that run by themselves
 */
export function readStamp(path: string): BuildInfo | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = stampSchema.safeParse(jsonIn(readFileSync(path, "utf8")));
  if (!parsed.success) return undefined;
  const { commit, modified, date } = parsed.data;
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(modified === undefined ? {} : { modified }),
    ...(date === undefined ? {} : { date }),
  };
}
