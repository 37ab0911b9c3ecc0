import { kernelResultsOf } from "../../app/model/results.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { randomDocument } from "../random/documents.ts";
import type { Wish } from "../random/parts.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

/** The same documents in every run. Few of them, as each is computed several times; PINGHENG_DOCUMENTS=n looks at n. */
const SEED = 20261128;
export const COUNT = Number(process.env["PINGHENG_DOCUMENTS"] ?? 4);

export interface Random {
  readonly name: string;
  readonly document: ModelDocument;
}

/** Random documents whose verdicts are decided: everything such a project has is there, or has a reason why it is not. */
export function randomOnes(wish: Wish, count = COUNT): readonly Random[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = SEED + index;
    return { name: `random document ${seed}`, document: explained(documentOf(randomDocument(seed, wish))) };
  });
}

function explained(document: ModelDocument): ModelDocument {
  const absences = kernelResultsOf(preparedOf(document)).expected.map(({ path }) => ({
    id: path.slice(path.indexOf("/") + 1),
    reason: "drawn without",
  }));
  return documentOf({ ...document, absences });
}
