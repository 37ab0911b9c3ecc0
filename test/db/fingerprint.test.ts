import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Printed, packHash, revisionId, sha256 } from "../../db/fingerprint.ts";

const revision: Printed = {
  parent: "0123456789abcdef",
  createdAt: "2026-03-01T08:00:00Z",
  author: "王工",
  note: "第1稿",
  documentHash: sha256("document"),
  graphHash: sha256("graph"),
  inputsHash: sha256("inputs"),
  attachmentHashes: [],
  packHashes: [sha256("pack"), sha256("other pack")],
  resultsHash: sha256("results"),
  program: "pingheng 0.1.0",
};

describe("fingerprints", () => {
  it("are SHA-256 of the bytes of the text", () => {
    // Published test vectors (FIPS 180-2).
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256("平衡")).toBe(sha256(new TextEncoder().encode("平衡")));
  });

  it("of revisions are sixteen hexadecimal digits, the same for the same columns", () => {
    expect(revisionId(revision)).toMatch(/^[0-9a-f]{16}$/);
    expect(revisionId({ ...revision, packHashes: [...revision.packHashes] })).toBe(revisionId(revision));
  });

  it.each<[keyof Printed, Partial<Printed>]>([
    ["parent", { parent: "0123456789abcdee" }],
    ["parent", { parent: null }],
    ["createdAt", { createdAt: "2026-03-01T08:00:01Z" }],
    ["author", { author: "李工" }],
    ["note", { note: "" }],
    ["documentHash", { documentHash: sha256("another document") }],
    ["graphHash", { graphHash: sha256("another graph") }],
    ["inputsHash", { inputsHash: sha256("other inputs") }],
    ["inputsHash", { inputsHash: null }],
    ["resultsHash", { resultsHash: sha256("other results") }],
    ["resultsHash", { resultsHash: null }],
    ["program", { program: "pingheng 0.2.0" }],
    ["packHashes", { packHashes: revision.packHashes.slice(1) }],
    ["packHashes", { packHashes: [...revision.packHashes].reverse() }],
  ])("of a revision change with its %s", (_column, change) => {
    expect(revisionId({ ...revision, ...change })).not.toBe(revisionId(revision));
  });

  it("of a revision without inputs are those the first layout gave", () => {
    const { parent, createdAt, author, note, documentHash, graphHash, packHashes } = revision;
    const first = sha256(JSON.stringify([parent, createdAt, author, note, documentHash, graphHash, packHashes]));
    const earlier = { ...revision, inputsHash: null, resultsHash: null, program: null };
    expect(revisionId(earlier)).toBe(first.slice(0, 16));
  });

  it("tell words apart that would read the same run together", () => {
    const word = fc.string({ unit: fc.constantFrom("a", '"', ",", "[", "]", "\\", "，"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, word, (author, note, otherAuthor, otherNote) => {
        const same = author === otherAuthor && note === otherNote;
        const ids = [
          revisionId({ ...revision, author, note }),
          revisionId({ ...revision, author: otherAuthor, note: otherNote }),
        ];
        expect(ids[0] === ids[1]).toBe(same);
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it("of packs cover name, version and text", () => {
    const pack = { id: "national-law", version: "2026.1", text: "{}" };
    const others = [
      { ...pack, id: "local" },
      { ...pack, version: "2026.2" },
      { ...pack, text: "{ }" },
      { id: "national-law2026.1", version: "", text: "{}" },
    ];
    expect(new Set([pack, ...others].map(packHash)).size).toBe(5);
    expect(packHash({ ...pack })).toBe(packHash(pack));
  });
});
