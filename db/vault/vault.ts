import { createSecretKey, hkdfSync, type KeyObject, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";

/** How much work a passphrase is stretched by; stands in the header of what it locks. */
export interface Cost {
  /** N is two to this power. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** The key a passphrase gave, with what it was given under. It never leaves the memory of the program. */
export interface Vault {
  readonly master: KeyObject;
  readonly salt: Uint8Array;
  readonly cost: Cost;
}

export const saltBytes = 16;
/** 128 MB of memory and a good third of a second for every guess. */
const usual: Cost = { logN: 17, r: 8, p: 1 };
/** A header that asks for more is not obeyed: it would only cost memory. One that asks for less was not written by this program. */
const logNMax = 18;

/** Characters of a passphrase. */
export const PASSPHRASE = { least: 8, most: 1000 } as const;

const keyBytes = 32;

/** Whether this program stretches a passphrase by so much. */
export const isAllowed = ({ logN, r, p }: Cost): boolean =>
  logN >= usual.logN && logN <= logNMax && r === usual.r && p === usual.p;

function stretched(passphrase: string, salt: Uint8Array, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  // What is typed on one keyboard as one character and on another as two is the same word.
  const word = Buffer.from(passphrase.normalize("NFKC"), "utf8");
  return new Promise((resolve, reject) => {
    scrypt(word, salt, keyBytes, { N, r, p, maxmem: 128 * r * (N + p + 2) }, (error, key) => {
      word.fill(0);
      if (error) reject(error);
      else resolve(key);
    });
  });
}

async function vaultOf(passphrase: string, salt: Uint8Array, cost: Cost): Promise<Vault> {
  const key = await stretched(passphrase, salt, cost);
  const master = createSecretKey(key);
  key.fill(0);
  return { master, salt, cost };
}

/** A new vault under a passphrase; one that is too short is refused. */
export async function makeVault(passphrase: string, path: string): Promise<Result<Vault>> {
  const length = [...passphrase.normalize("NFKC")].length;
  const { least, most } = PASSPHRASE;
  if (length < least || length > most) return fail(vaultProblem("short", path, { least, most }));
  return succeed(await vaultOf(passphrase, randomBytes(saltBytes), usual));
}

/** What opens something that is locked: the passphrase, asked for when it is needed, or a key that is known already. */
export type Unlock = Vault | ((path: string) => Promise<Result<string>>);

/** The vault of a header, or why there is none. That it is the right one is seen when something is opened with it. */
export async function vaultFor(
  head: Pick<Vault, "salt" | "cost">,
  unlock: Unlock | undefined,
  path: string,
): Promise<Result<Vault>> {
  if (unlock === undefined) return fail(vaultProblem("needed", path));
  if (typeof unlock !== "function") return isUnder(unlock, head) ? succeed(unlock) : fail(vaultProblem("needed", path));
  const passphrase = await unlock(path);
  if (!passphrase.ok) return passphrase;
  if (passphrase.value.length > PASSPHRASE.most) return fail(vaultProblem("refused", path));
  return succeed(await vaultOf(passphrase.value, head.salt, head.cost));
}

const isUnder = (vault: Vault, { salt, cost }: Pick<Vault, "salt" | "cost">): boolean =>
  timingSafeEqual(vault.salt, salt) && vault.cost.logN === cost.logN && isAllowed(cost);

/** Whether a passphrase is the one the vault was made with. */
export async function isPassphraseOf(vault: Vault, passphrase: string): Promise<boolean> {
  if (passphrase.length > PASSPHRASE.most) return false;
  const { master } = await vaultOf(passphrase, vault.salt, vault.cost);
  return timingSafeEqual(master.export(), vault.master.export());
}

/** A key of the vault for one purpose. */
export function keyFor(vault: Vault, purpose: string, salt: Uint8Array = new Uint8Array()): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", vault.master, salt, purpose, keyBytes)));
}
