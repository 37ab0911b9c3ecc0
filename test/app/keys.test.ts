import { createPrivateKey } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportedKey, importKey, relockKey, writeKey } from "../../app/keys/keeping.ts";
import { knownKey } from "../../app/keys/keyFile.ts";
import { signingKey } from "../../app/keys/signingKey.ts";
import { fingerprintWords } from "../../app/keys/words.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";

const root = mkdtempSync(join(tmpdir(), "keys-"));
afterAll(() => rmSync(root, { recursive: true }));

const FIRST = "四个 无关 的词 在此";
const OTHER = "correct horse battery staple";
const said = (word: string) => async () => succeed(word);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe("a fingerprint as words", () => {
  it("is what BIP-39 prints for the same 128 bits", () => {
    // From the vectors published with BIP-39.
    expect(fingerprintWords("7f7f 7f7f 7f7f 7f7f 7f7f 7f7f 7f7f 7f7f").en).toBe(
      "legal winner thank year wave sausage worth useful legal winner thank yellow",
    );
    expect(fingerprintWords("0".repeat(32)).en).toBe(`${"abandon ".repeat(11)}about`);
    // The same words of the Chinese list: 的 is its first.
    expect(fingerprintWords("0".repeat(32)).zh).toMatch(/^(的 ){11}\S$/);
  });

  it("differs where one bit does", () => {
    expect(fingerprintWords("0".repeat(31).concat("1")).zh).not.toBe(fingerprintWords("0".repeat(32)).zh);
  });
});

describe("a key behind a passphrase", () => {
  const folder = join(root, "locked");
  let pem = "";
  let signed = "";
  beforeAll(async () => {
    const key = value(await signingKey({ folder }));
    pem = readFileSync(key.path, "utf8");
    signed = key.sign("text");
    value(await relockKey(folder, "signing", "lock", { next: said(FIRST) }));
  });

  it("holds nothing of the private half in the clear, and is its owner's alone", async () => {
    const { path, isLocked, fingerprint } = value(await knownKey(folder, "signing"));
    expect(isLocked).toBe(true);
    const bytes = readFileSync(path);
    const secret = Buffer.from(createPrivateKey(pem).export({ format: "jwk" }).d ?? "", "base64url");
    const body = pem.split("\n")[1] ?? "?";
    for (const planted of [secret, Buffer.from(secret.toString("base64")), Buffer.from(body), Buffer.from(FIRST)])
      expect(bytes.includes(planted)).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  });

  it("signs as before with it, and not without or with another", async () => {
    expect(value(await signingKey({ folder, unlock: said(FIRST) })).sign("text")).toBe(signed);
    expect(codes(await signingKey({ folder }))).toEqual(["vault.needed"]);
    expect(codes(await signingKey({ folder, unlock: said(OTHER) }))).toEqual(["vault.refused"]);
  });

  it("is refused where any byte of it was changed, or another public half was put beside it", async () => {
    const { path } = value(await knownKey(folder, "signing"));
    const kept = readFileSync(path, "utf8");
    const file = JSON.parse(kept) as { locked: string; publicKey: string };
    const turned = Buffer.from(file.locked, "base64");
    turned[turned.length - 3] = (turned.at(-3) ?? 0) ^ 1;
    writeFileSync(path, JSON.stringify({ ...file, locked: turned.toString("base64") }));
    expect(codes(await signingKey({ folder, unlock: said(FIRST) }))).toEqual(["vault.refused"]);
    const foreign = value(await signingKey({ folder: join(root, "foreign") })).publicKey;
    writeFileSync(path, JSON.stringify({ ...file, publicKey: foreign }));
    expect(codes(await signingKey({ folder, unlock: said(FIRST) }))).toEqual(["key.unreadable"]);
    writeFileSync(path, kept);
  });

  it("changes its passphrase only with the one it has", async () => {
    expect(codes(await relockKey(folder, "signing", "lock", { next: said(OTHER) }))).toEqual(["vault.locked_already"]);
    expect(codes(await relockKey(folder, "signing", "change", { unlock: said(OTHER), next: said(OTHER) }))).toEqual([
      "vault.refused",
    ]);
    expect(codes(await relockKey(folder, "signing", "change", { unlock: said(FIRST), next: said("short") }))).toEqual([
      "vault.short",
    ]);
    value(await relockKey(folder, "signing", "change", { unlock: said(FIRST), next: said(OTHER) }));
    expect(codes(await signingKey({ folder, unlock: said(FIRST) }))).toEqual(["vault.refused"]);
    value(await relockKey(folder, "signing", "unlock", { unlock: said(OTHER) }));
    expect(value(await signingKey({ folder })).sign("text")).toBe(signed);
    expect(codes(await relockKey(folder, "signing", "unlock", {}))).toEqual(["vault.not_locked"]);
  });
});

describe("a copy of a key", () => {
  const [here, there] = [join(root, "here"), join(root, "there")];

  it("goes to another computer under a passphrase of its own", async () => {
    const key = value(await signingKey({ folder: here }));
    const copy = value(await exportedKey(here, "signing", { next: said(FIRST) }));
    const path = join(root, "copy");
    value(await writeKey(path, copy.bytes));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(codes(await writeKey(path, copy.bytes))).toEqual(["disk.exists"]);
    const bytes = readFileSync(path);
    expect(codes(await importKey(there, "signing", bytes, { name: "copy", replaces: false }))).toEqual([
      "vault.needed",
    ]);
    expect(codes(await knownKey(there, "signing"))).toEqual(["key.none"]);
    value(await importKey(there, "signing", bytes, { name: "copy", unlock: said(FIRST), replaces: false }));
    const taken = value(await signingKey({ folder: there, unlock: said(FIRST) }));
    expect(taken.sign("text")).toBe(key.sign("text"));
    expect(statSync(taken.path).mode & 0o777).toBe(0o600);
  });

  it("never takes the place of a key unasked, and then leaves it under another name", async () => {
    const folder = join(root, "replaced");
    const old = value(await signingKey({ folder }));
    const { bytes } = value(await exportedKey(here, "signing", {}));
    expect(codes(await importKey(folder, "signing", bytes, { name: "copy", replaces: false }))).toEqual(["key.there"]);
    const { former = "" } = value(await importKey(folder, "signing", bytes, { name: "copy", replaces: true }));
    expect(readFileSync(former, "utf8")).toContain("PRIVATE KEY");
    expect(codes(await importKey(folder, "signing", bytes, { name: "copy", replaces: false }))).toEqual(["key.same"]);
    const back = value(await importKey(folder, "signing", readFileSync(former), { name: "former", replaces: true }));
    expect(back.key.publicKey).toBe(old.publicKey);
  });

  it("is no key of another kind, and no other file is one", async () => {
    const { bytes } = value(await exportedKey(here, "signing", {}));
    expect(codes(await importKey(there, "tender", bytes, { name: "copy", replaces: false }))).toEqual(["key.other"]);
    expect(codes(await importKey(there, "tender", Buffer.from("{}"), { name: "x", replaces: false }))).toEqual([
      "key.other",
    ]);
  });

  it("written over by a passphrase, a key others could read is its owner's again", async () => {
    const folder = join(root, "open");
    const { path } = value(await signingKey({ folder }));
    chmodSync(path, 0o644);
    value(await relockKey(folder, "signing", "lock", { next: said(FIRST) }));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
