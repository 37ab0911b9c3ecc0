import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { appProblem } from "../../app/problems.ts";

type Problem = ReturnType<typeof appProblem>;

/** What keeps the folder for user data from being used, if anything: drafts would be lost in silence. */
export function dataFolderProblem(folder: string): Problem | undefined {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
    return undefined;
  } catch (error) {
    return appProblem("start.data_folder", folder, error instanceof Error ? error.message : String(error));
  }
}
