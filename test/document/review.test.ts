import { describe, expect, it } from "vitest";
import { parseStructure } from "../../models/document/parse.ts";
import { smallDocument } from "../app/fixtures/small.ts";

const remark = {
  id: "r1",
  on: "input",
  anchor: "components/flats/inputs/price",
  severity: "R",
  state: "open",
  author: "王审",
  at: "2026-11-28T10:00:00Z",
  text: "一行\n又一行",
};
const codes = (added: object) => {
  const parsed = parseStructure({ ...(smallDocument() as object), ...added });
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
};
const withRemark = (change: object) => codes({ remarks: [{ ...remark, ...change }] });

describe("what a stranger's review may hold", () => {
  it("is words, a place, a state, a moment", () => {
    expect(withRemark({})).toEqual([]);
    expect(withRemark({ replies: [{ author: "张三", at: "2026-11-28T11:00:00.123Z", text: "已改" }] })).toEqual([]);
    expect(codes({ audit: [{ id: "a", path: "x", value: { any: ["json"] } }] })).toEqual([]);
  });

  it("is nothing that is not seen, or reads otherwise than it looks", () => {
    for (const sign of [
      "\u0000",
      "\u001b[2J",
      "\u0007",
      "\r",
      "\u007f",
      "\u0085",
      "\u200b",
      "\u202e",
      "\u2066",
      "\ufeff",
      "\u2028",
    ]) {
      const text = `好${sign}`;
      expect(withRemark({ text }), JSON.stringify(sign)).toEqual(["document.unseen_characters remarks/r1/text"]);
      expect(withRemark({ author: text })).toEqual(["document.unseen_characters remarks/r1/author"]);
      expect(withRemark({ anchor: text })).toEqual(["document.unseen_characters remarks/r1/anchor"]);
      expect(codes({ audit: [{ id: "a", path: "x", value: "1", reason: text }] })).toEqual([
        "document.unseen_characters audit/a/reason",
      ]);
    }
    expect(withRemark({ author: "王\n审" })).toEqual(["document.unseen_characters remarks/r1/author"]);
  });

  it("is bounded, and of known words only", () => {
    expect(withRemark({ text: "长".repeat(20_001) })).toEqual(["document.too_big remarks/r1/text"]);
    expect(withRemark({ anchor: "a".repeat(401) })).toEqual(["document.too_big remarks/r1/anchor"]);
    for (const change of [
      { state: "closed" },
      { severity: "X" },
      { on: "page" },
      { at: "yesterday" },
      { html: "<b>" },
      { id: "__proto__" },
    ])
      expect(withRemark(change), JSON.stringify(change)).toHaveLength(1);
    expect(codes({ remarks: Array.from({ length: 2001 }, (_, at) => ({ ...remark, id: `r${at}` })) })).toHaveLength(1);
    expect(codes({ remarks: [remark, remark] })).toEqual(["document.duplicate_id remarks/r1"]);
  });
});
