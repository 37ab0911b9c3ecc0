import { type Act, actsOf } from "../../db/chain/acts.ts";
import type { Entry } from "../../db/chain/entries.ts";
import { enterAct, type ModelFile } from "../../db/model-file.ts";
import type { SheetName } from "../../models/document/tender/sheets.ts";
import type { Result } from "../../models/wording/problem.ts";
import { type Text, text } from "../../models/wording/text.ts";
import { refuse } from "../problems.ts";

/** What the program enters into a chain of what it did. */
const ACTS = {
  "bid/opened": text("开启密封报价", "sealed bid opened"),
  "tender/evaluation": text("锁定评标表", "evaluation locked"),
  "tender/award": text("锁定定标表", "award locked"),
} as const satisfies Readonly<Record<string, Text>>;
type ActName = keyof typeof ACTS;

export const lockOf = (sheet: SheetName): ActName => `tender/${sheet}`;

/** What an act is called; what a later program enters goes by its own word. */
export const actLabel = (what: string): Text => (Object.hasOwn(ACTS, what) ? ACTS[what as ActName] : text(what, what));

/** Everything of one kind that was done, oldest first. */
export const actsIn = (entries: readonly Entry[], what: ActName): readonly Act[] =>
  actsOf(entries).filter((act) => act.what === what);

/** Who did it and when. */
export interface Doing {
  readonly by: string;
  readonly now: Date;
}

/** Enters into the chain of a file what was done to something, by its hash. */
export async function recordAct(
  file: ModelFile,
  what: ActName,
  of: string,
  { by, now }: Doing,
): Promise<Result<ModelFile>> {
  const author = by.trim();
  if (author === "") return refuse("seal.author", file.path);
  return enterAct(file, { at: now.toISOString(), author, what, of });
}
