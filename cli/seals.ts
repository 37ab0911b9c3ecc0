import type { Lang } from "../app/contract.ts";
import { grouped, groupedHash } from "../app/keys/fingerprint.ts";
import { fingerprintWords } from "../app/keys/words.ts";
import { actLabel } from "../app/revisions/acts.ts";
import type { ActTold, SealTold } from "../app/revisions/log.ts";

const WORDS = {
  sealed: { zh: "封存", en: "sealed" },
  valid: { zh: "签名有效,公钥指纹", en: "signature valid, key" },
  invalid: { zh: "签名无效,所称公钥指纹", en: "SIGNATURE INVALID, key named" },
  none: { zh: "未签名", en: "not signed" },
  entered: { zh: "程序记录", en: "entered by the program" },
} as const;

const listed = (...words: readonly string[]): string => words.filter((word) => word !== "").join(" · ");

/** A seal in a line: when, by whom, why, and what its signature is worth. What somebody typed stands in quotation marks. */
export function sealLine({ at, author, note, signature, fingerprint }: SealTold, lang: Lang): string {
  const key = fingerprint === null ? "" : ` ${fingerprint} (${fingerprintWords(fingerprint)[lang]})`;
  const signed = `${WORDS[signature][lang]}${key}`;
  return listed(WORDS.sealed[lang], at, author, note === "" ? "" : `“${note}”`, signed);
}

/** What the program entered, in a line: when, by whom, and what was done to what. */
export function actLine({ at, author, what, of }: ActTold, lang: Lang): string {
  const [done, hash] = [actLabel(what)[lang], hashLine(of, lang)];
  return listed(WORDS.entered[lang], at, author, lang === "zh" ? `${done},${hash}` : `${done}, ${hash}`);
}

/** A hash to be read aloud. */
export function hashLine(hash: string, lang: Lang): string {
  return `${lang === "zh" ? "摘要" : "hash"} ${groupedHash(hash)}`;
}

/** A fingerprint for comparing: as digits, and as words to be read aloud. */
export function fingerprintLine(fingerprint: string, lang: Lang): string {
  const [label, aloud] = lang === "zh" ? ["公钥指纹", "读作"] : ["fingerprint", "as words"];
  return `${label}: ${fingerprint} · ${aloud} ${fingerprintWords(fingerprint)[lang]}`;
}

/** Where the chain of a file ends: what a submitted plan prints. */
export function chainLine(chain: string, lang: Lang): string {
  return `${lang === "zh" ? "版本链末尾" : "end of the chain"}: ${grouped(chain)}`;
}
