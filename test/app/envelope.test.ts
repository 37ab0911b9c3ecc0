import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSealedBid, openSealedBid, sealBid, sealedHash } from "../../app/bids/envelope.ts";
import { problemOf } from "../db/support/expect.ts";
import { planted, plantedDocument, shownIn } from "../db/support/planted.ts";
import { accepted } from "../db/support/result.ts";

const notice = "sha256:of the notice";
const bytes = Buffer.from(plantedDocument());

function pair(): { readonly privateKey: KeyObject; readonly raw: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync("x25519");
  return { privateKey, raw: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url") };
}

const tenderer = pair();
const sealed = accepted(sealBid(bytes, tenderer.raw, notice));
const open = (given: Uint8Array, key = tenderer.privateKey, answered = notice) =>
  openSealedBid(given, key, answered, "a.bid");

describe("a bid sealed to the public key of the tender", () => {
  it("opens with its private key to what it was, and shows nothing of it before", () => {
    expect(isSealedBid(sealed)).toBe(true);
    expect(shownIn(Buffer.from(sealed))).toEqual([]);
    expect(Buffer.from(accepted(open(sealed))).equals(bytes)).toBe(true);
  });

  it("is sealed under another key every time", () => {
    const again = accepted(sealBid(bytes, tenderer.raw, notice));
    expect(Buffer.from(again).subarray(73).equals(Buffer.from(sealed).subarray(73))).toBe(false);
    expect(sealedHash(again)).not.toBe(sealedHash(sealed));
  });

  it("is refused with another key, saying to which it is sealed, and where it answers another notice", () => {
    const other = problemOf(open(sealed, pair().privateKey));
    expect(other.code).toBe("bids.sealed_other_key");
    // As digits, and as words to be read aloud.
    expect(other.message.en).toMatch(
      /sealed to another key \((?:[0-9a-f]{4} ){7}[0-9a-f]{4}\W+(?:[a-z]+ ){11}[a-z]+\)/,
    );
    expect(problemOf(open(sealed, tenderer.privateKey, "sha256:of another")).code).toBe("bids.sealed_other_notice");
  });

  it("is refused where any byte of it was changed, and where it was cut short, with nothing of what it says", () => {
    let state = 11;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const header = Array.from({ length: 125 }, (_, place) => place).slice(8);
    for (const place of [...header, ...Array.from({ length: 300 }, () => 8 + random(sealed.length - 8))]) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ (1 << random(8));
      const refusal = open(changed);
      expect(refusal.ok, `${place}`).toBe(false);
      expect(problemOf(refusal).code).toMatch(/^bids\.sealed_/);
      expect(JSON.stringify(refusal)).not.toContain(planted.words[0]);
    }
    for (const length of [8, 40, 112, 113, 140, sealed.length - 1])
      expect(problemOf(open(sealed.subarray(0, length))).code).toBe("bids.sealed_damaged");
  });

  it("cannot be sealed to, or opened through, a point everybody shares a secret with", () => {
    for (const point of [Buffer.alloc(32), Buffer.from([1, ...Buffer.alloc(31)])]) {
      expect(problemOf(sealBid(bytes, point, notice)).code).toBe("bids.key_file");
      const planned = Buffer.from(sealed);
      planned.set(point, 73);
      expect(problemOf(open(planned)).code).toBe("bids.sealed_damaged");
    }
  });
});
