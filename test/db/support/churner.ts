// Saves and autosaves one model file without end, and says of each writing when it is on the drive: until it is killed.
// Arguments: file, seed, plain or locked. Prints "N\n" once writing number N is confirmed; what each writing leaves is told by `churn.ts`.
import { writeSync } from "node:fs";
import { holdFile } from "../../../db/disk/hold.ts";
import { keepDraft, saveRevision } from "../../../db/model-file.ts";
import { churnVault, numberIn, stepOf } from "./churn.ts";
import { openHere } from "./here.ts";
import { accepted } from "./result.ts";

const [path = "", seed = "0", how = "plain"] = process.argv.slice(2);
accepted(await holdFile(path));
let file = await openHere(path, how === "locked" ? churnVault : undefined);
for (let number = numberIn(file) + 1; ; number += 1) {
  const step = stepOf(Number(seed), number);
  file = accepted(step.kind === "draft" ? await keepDraft(file, step.draft) : await saveRevision(file, step.revision));
  writeSync(1, `${number}\n`);
}
