import { readFileSync, writeFileSync } from "node:fs";
import { PUBLISHED_PACKS } from "../models/policy/packs.ts";
import { packHash, packKey } from "../models/policy/provenance.ts";

const FILE = new URL("../models/policy/published.json", import.meta.url);

/** The hashes of published packs, with those of versions that are new. Nothing is ever taken away: files in the world carry the texts. */
export function publishedHashes(packs = PUBLISHED_PACKS): string {
  const known = JSON.parse(readFileSync(FILE, "utf8")) as Record<string, string[]>;
  for (const pack of packs) {
    const hashes = known[packKey(pack)];
    if (hashes === undefined) known[packKey(pack)] = [packHash(pack)];
    else if (!hashes.includes(packHash(pack)))
      throw new Error(
        `the text of rule pack ${packKey(pack)} changed: give it a new version and keep the old text in models/policy/earlier`,
      );
  }
  const sorted = Object.fromEntries(Object.entries(known).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

export function writePublishedHashes(): void {
  writeFileSync(FILE, publishedHashes());
}
