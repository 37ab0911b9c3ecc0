import { readFileSync } from "node:fs";
import { sha256 } from "../../../db/fingerprint.ts";
import { readStored } from "../../../db/memory/read.ts";
import type { ModelFile } from "../../../db/model-file.ts";
import { unlockAt, withDraftBeside } from "../../../db/vault/open.ts";
import type { Vault } from "../../../db/vault/vault.ts";
import { accepted } from "./result.ts";

/** The file as it stands on the drive, read as a whole in this process: one of our own need not be guarded against. */
export async function openHere(path: string, vault?: Vault): Promise<ModelFile> {
  const whole = { revision: null, whole: true };
  if (vault === undefined) {
    const stored = accepted(readStored(readFileSync(path), path, whole));
    return { ...stored, path, readonly: false, fingerprint: sha256(stored.bytes) };
  }
  const unlocked = accepted(await unlockAt(path, vault));
  const inner = { ...accepted(readStored(unlocked.bytes, path, whole)), vault };
  const { stored, locked } = accepted(await withDraftBeside(inner, unlocked, path));
  return { ...stored, path, readonly: false, fingerprint: unlocked.fingerprint, locked };
}
