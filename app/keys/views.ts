import { type Result, succeed } from "../../models/wording/problem.ts";
import type { KeyView } from "../contract/keys.ts";
import { KEY_KINDS, type KeyKind, type KnownKey, keyPath, knownKey } from "./keyFile.ts";
import { fingerprintWords } from "./words.ts";

/** A key as its user sees it. */
export function keyView(kind: KeyKind, { path, fingerprint, isLocked }: Omit<KnownKey, "publicKey" | "isNew">) {
  return { kind, path, fingerprint, words: fingerprintWords(fingerprint), isLocked };
}

/** Every key this user has, and where those would be that there are none of; one that cannot be read is a problem. */
export async function keyViews(folder: string): Promise<Result<readonly KeyView[]>> {
  const views: KeyView[] = [];
  for (const kind of KEY_KINDS) {
    const key = await knownKey(folder, kind);
    if (key.ok) views.push(keyView(kind, key.value));
    else if (key.problems.every(({ code }) => code === "key.missing" || code === "key.none"))
      views.push({ kind, path: keyPath(folder, kind), fingerprint: null, words: null, isLocked: false });
    else return key;
  }
  return succeed(views);
}
