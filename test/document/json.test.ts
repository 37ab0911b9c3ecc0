import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../models/document/json.ts";
import { accepted, problemsOf } from "./support.ts";

/** Numbers as their text, since long ones are read as text. */
function asTexts(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asTexts(inner)]));
}

describe("strict JSON", () => {
  it("reads what the built-in reader reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        const read = readJson(text);
        if (read.ok) expect(asTexts(read.value)).toEqual(asTexts(JSON.parse(text)));
        else expect(read.problems[0]?.code).toBe("document.json_hostile_key");
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the digits float64 would lose", () => {
    expect(
      accepted(readJson('{"a": 12345678901234567890, "b": 0.1234567890123456789, "c": 1e400, "d": 1.50}')),
    ).toEqual({
      a: "12345678901234567890",
      b: "0.1234567890123456789",
      c: "1e400",
      d: 1.5,
    });
  });

  it.each([
    ['{"a": 1, "a": 2}', "document.json_duplicate_key", "1:10"],
    ['{\n  "a": {"x": 1,\n "x": 1}}', "document.json_duplicate_key", "3:2"],
    ['{"__proto__": {"x": 1}}', "document.json_hostile_key", "1:2"],
    ['{"\\u005f_proto__": 1}', "document.json_hostile_key", "1:2"],
    ['{"constructor": 1}', "document.json_hostile_key", "1:2"],
    ['{"a": 1,}', "document.json_syntax", "1:9"],
    ["[1 2]", "document.json_syntax", "1:4"],
    ['{"a": 01}', "document.json_syntax", "1:8"],
    ['{"a": .5}', "document.json_syntax", "1:7"],
    ["{'a': 1}", "document.json_syntax", "1:2"],
    ['{"a": NaN}', "document.json_syntax", "1:7"],
    ['{"a": "x\ny"}', "document.json_syntax", "1:9"],
    ['{"a": "\\q"}', "document.json_syntax", "1:8"],
    ['"\\u12G4"', "document.json_syntax", "1:2"],
    ["", "document.json_syntax", "1:1"],
    ['{"a": "open', "document.json_syntax", "1:12"],
    ["[1] 2", "document.json_syntax", "1:5"],
    ["// note\n{}", "document.json_syntax", "1:1"],
  ])("%j is refused with its place", (text, code, place) => {
    const [problem] = problemsOf(readJson(text));
    expect([problem?.code, problem?.path]).toEqual([code, place]);
  });

  it("accepts a byte order mark", () => {
    expect(accepted(readJson("\ufeff[]"))).toEqual([]);
  });

  it("stops at deep nesting instead of overflowing the stack", () => {
    expect(problemsOf(readJson("[".repeat(1_000_000)))[0]?.code).toBe("document.json_too_deep");
    expect(problemsOf(readJson('{"a":'.repeat(1_000_000)))[0]?.code).toBe("document.json_too_deep");
  });

  it("refuses a file that is too large before reading it", () => {
    expect(problemsOf(readJson(" ".repeat(20_000_001)))[0]?.code).toBe("document.file_too_large");
  });

  it("survives a number of a million digits", () => {
    const digits = "9".repeat(1_000_000);
    expect(accepted(readJson(`{"a": ${digits}}`))).toEqual({ a: digits });
  });
});
