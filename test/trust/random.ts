import { kernelResultsOf } from "../../app/model/results.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { randomDocument } from "../random/documents.ts";
import type { Wish } from "../random/parts.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

/** The same documents in every run. Few of them, as each is computed several times; PINGHENG_DOCUMENTS=n looks at n. */
const SEED = 20261301;
export const COUNT = Number(process.env["PINGHENG_DOCUMENTS"] ?? 4);

/** So many are drawn at most in search of one. */
const MOST = 40;

export interface Random {
  readonly name: string;
  readonly document: ModelDocument;
}

/** Random documents whose verdicts are decided: everything such a project has is there, or has a reason why it is not. */
export function randomOnes(wish: Wish, count = COUNT): readonly Random[] {
  return Array.from({ length: count }, (_, index) => randomOne(wish, index));
}

function randomOne(wish: Wish, index: number): Random {
  const seed = SEED + index;
  return { name: `random document ${seed}`, document: explained(documentOf(randomDocument(seed, wish))) };
}

/** The same, and then more until enough of them have what a test is about. */
export function* randomUntil(wish: Wish, isEnough: () => boolean, count = COUNT): Generator<Random> {
  for (let index = 0; index < count || (index < MOST && !isEnough()); index += 1) yield randomOne(wish, index);
}

function explained(document: ModelDocument): ModelDocument {
  const absences = kernelResultsOf(preparedOf(document)).expected.map(({ path }) => ({
    id: path.slice(path.indexOf("/") + 1),
    reason: "drawn without",
  }));
  return documentOf({ ...document, absences });
}
