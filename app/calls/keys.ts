import { basename } from "node:path";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import type { KeyView } from "../contract/keys.ts";
import type { Lang, Reply } from "../contract.ts";
import { exportedKey, importKey, relockKey } from "../keys/keeping.ts";
import { keyPath, knownKey } from "../keys/keyFile.ts";
import type { KeyRing } from "../keys/signingKey.ts";
import { keyViews } from "../keys/views.ts";
import { replyOf } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Keys = "keys" | "makeKey" | "relockKey" | "exportKey" | "importKey";

/** The user's keys, with the passphrase a call came with. */
export const ringOf = ({ options }: Office, passphrase: string | undefined): KeyRing => ({
  folder: options.dataFolder,
  unlock: givenOnce(passphrase),
});

const givenOnce = (passphrase: string | undefined) =>
  passphrase === undefined ? undefined : async () => succeed(passphrase);

/** Calls about the user's own keys. */
export function keyCalls(office: Office): Pick<Handlers, Keys> {
  const folder = office.options.dataFolder;
  const replied = async <T>(lang: Lang, done: Promise<Result<T>>): Promise<Reply<T>> => replyOf(await done, lang);
  /** What there is after something was done. */
  const listed = async (done: Promise<Result<unknown>>): Promise<Result<readonly KeyView[]>> => {
    const result = await done;
    return result.ok ? keyViews(folder) : result;
  };
  return {
    keys: ({ lang }) => replied(lang, keyViews(folder)),
    makeKey: ({ kind, lang }) => replied(lang, listed(knownKey(folder, kind, { make: true }))),
    relockKey: ({ kind, current, next, lang }) => {
      const what = next === undefined ? "unlock" : current === undefined ? "lock" : "change";
      const asked = { unlock: givenOnce(current), next: givenOnce(next) };
      if (current === undefined && next === undefined)
        return replied(lang, Promise.resolve(fail(vaultProblem("needed", keyPath(folder, kind)))));
      return replied(lang, listed(relockKey(folder, kind, what, asked)));
    },
    exportKey: ({ kind, passphrase, next, lang }) =>
      replied(lang, exported(folder, kind, { unlock: givenOnce(passphrase), next: async () => succeed(next) })),
    importKey: ({ kind, name, base64, passphrase, replaces, lang }) =>
      replied(
        lang,
        imported(folder, kind, Buffer.from(base64, "base64"), { name, unlock: givenOnce(passphrase), replaces }),
      ),
  };
}

async function exported(...asked: Parameters<typeof exportedKey>): Promise<Result<{ name: string; base64: string }>> {
  const [folder, kind] = asked;
  const made = await exportedKey(...asked);
  if (!made.ok) return made;
  return succeed({ name: basename(keyPath(folder, kind)), base64: Buffer.from(made.value.bytes).toString("base64") });
}

async function imported(...asked: Parameters<typeof importKey>) {
  const taken = await importKey(...asked);
  if (!taken.ok) return taken;
  const keys = await keyViews(asked[0]);
  return keys.ok ? succeed({ keys: keys.value, former: taken.value.former ?? "" }) : keys;
}
