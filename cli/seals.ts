import type { Lang } from "../app/contract.ts";
import { grouped } from "../app/keys/fingerprint.ts";
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

/** Where the chain of a file ends: what a submitted plan prints. */
export function chainLine(chain: string, lang: Lang): string {
  return `${lang === "zh" ? "版本链末尾" : "end of the chain"}: ${grouped(chain)}`;
}
