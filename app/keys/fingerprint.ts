import { createHash } from "node:crypto";

/** Characters of a group, as a person reads them aloud. */
const GROUP = 4;
/** 128 bits: nobody makes a second key with these. */
const DIGITS = 32;

/** Hexadecimal in groups, for reading and comparing. */
export function grouped(hex: string): string {
  return hex.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join(" ") ?? "";
}

/** `sha256:…` with its digits in groups; without the blanks it is the hash as it is kept. */
export function groupedHash(hash: string): string {
  const [, algorithm = "", digits = hash] = /^(\w+:)(.*)$/.exec(hash) ?? [];
  return `${algorithm} ${grouped(digits)}`.trim();
}

/** What a public key is known by (公钥指纹): the first 128 bits of the SHA-256 of the raw key, in groups. */
export function keyFingerprint(publicKey: string): string {
  const hash = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
  return grouped(hash.slice(0, DIGITS));
}
