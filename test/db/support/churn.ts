import { createSecretKey } from "node:crypto";
import type { DraftToKeep, RevisionDraft, StoredModel } from "../../../db/stored.ts";
import type { Vault } from "../../../db/vault/vault.ts";
import { draftOf } from "./drafts.ts";

/** The lock of a churned file that is locked: a key of its own, since stretching a passphrase for every program takes long. */
export const churnVault: Vault = {
  master: createSecretKey(Buffer.alloc(32, 7)),
  salt: Buffer.alloc(16, 5),
  cost: { logN: 17, r: 8, p: 1 },
};

/** A writing of the churner: two in three are drafts. */
type Step =
  | { readonly kind: "draft"; readonly draft: DraftToKeep }
  | { readonly kind: "revision"; readonly revision: RevisionDraft };

/** A number of 31 bits that follows from two others. */
function mixed(seed: number, number: number): number {
  let state = (seed * 2_654_435_761 + number * 40_503 + 12_345) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return (state ^ (state >>> 12)) >>> 1;
}

/** The writing of that number: which kind it is, and what it leaves, says its number. Texts are of any length up to some pages. */
export function stepOf(seed: number, number: number): Step {
  const random = mixed(seed, number);
  const document = JSON.stringify({ number, text: "平".repeat(random % 5000) });
  if (random % 3 === 0) return { kind: "revision", revision: draftOf(1, { document, note: `${number}` }) };
  const at = "2026-04-01T08:00:00Z";
  return { kind: "draft", draft: { since: at, at, author: "", document, history: [{ stack: "undo", step: "{}" }] } };
}

/** Number of the last writing that a file holds. */
export const numberIn = ({ draft, revision }: Pick<StoredModel, "draft" | "revision">): number =>
  JSON.parse(draft?.document ?? revision.document).number;

/** Number of the last revision up to a writing; 0 for the one the file began with. */
export function revisionBefore(seed: number, number: number): number {
  let found = number;
  while (found > 0 && stepOf(seed, found).kind === "draft") found -= 1;
  return found;
}
