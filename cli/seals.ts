import type { Lang } from "../app/contract.ts";
import type { SealTold } from "../app/revisions/log.ts";

const WORDS = {
  sealed: { zh: "封存", en: "sealed" },
  valid: { zh: "签名有效,公钥指纹", en: "signature valid, key" },
  invalid: { zh: "签名无效,所称公钥指纹", en: "SIGNATURE INVALID, key named" },
  none: { zh: "未签名", en: "not signed" },
} as const;

/** A seal in a line: when, by whom, why, and what its signature is worth. */
export function sealLine({ at, author, note, signature, fingerprint }: SealTold, lang: Lang): string {
  const signed = `${WORDS[signature][lang]}${fingerprint === null ? "" : ` ${fingerprint}`}`;
  return [WORDS.sealed[lang], at, author, note, signed].filter((word) => word !== "").join(" · ");
}
