import { entropyToMnemonic } from "@scure/bip39";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as chinese } from "@scure/bip39/wordlists/simplified-chinese.js";
import { type Text, text } from "../../models/wording/text.ts";

/**
 * A fingerprint as twelve words (BIP-39: eleven bits a word, the last four bits a checksum), to be compared by telephone. The words are public
 * and open nothing.
 * @param fingerprint 128 bits as hexadecimal, in groups or not
 */
export function fingerprintWords(fingerprint: string): Text {
  const bytes = Uint8Array.from(Buffer.from(fingerprint.replaceAll(" ", ""), "hex"));
  return text(entropyToMnemonic(bytes, chinese), entropyToMnemonic(bytes, english));
}
