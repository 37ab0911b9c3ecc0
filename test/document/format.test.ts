import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDocument } from "../../models/document/format.ts";
import { parseJsonText } from "../../models/document/parse.ts";
import { documentWording as en, documentWords as enWords } from "../../models/wording/en/document.ts";
import { nearest } from "../../models/wording/nearest.ts";
import { documentWording as zh, documentWords as zhWords } from "../../models/wording/zh/document.ts";
import { fakes, tinyDocument } from "./fakes.ts";
import { accepted, documentOf } from "./support.ts";

function shuffled(value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    order(Object.keys(value)).map((key) => [key, shuffled((value as Record<string, unknown>)[key], order)]),
  );
}

describe("the canonical text", () => {
  it("reads back as the same document", () => {
    const document = documentOf();
    expect(accepted(parseJsonText(formatDocument(document), fakes)).document).toEqual(document);
  });

  it("does not depend on the order of keys", () => {
    const expected = formatDocument(documentOf());
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (random) => {
        const order = (keys: readonly string[]) =>
          keys
            .map((key) => ({ key, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ key }) => key);
        const { document } = accepted(parseJsonText(JSON.stringify(shuffled(tinyDocument(), order)), fakes));
        expect(formatDocument(document)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("is two-spaced JSON in the order of the schema, rows by id first", () => {
    const text = formatDocument(documentOf());
    expect(text.startsWith('{\n  "format": "pingheng/model",\n  "version": 1,\n  "project": {')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
    expect(text).toMatch(/"id": "a",\s+"amount": "100",\s+"at": "2026-05",\s+"cap": "80"/);
  });
});

describe("wording", () => {
  const holes = (text: string): readonly string[] => [...new Set(text.match(/\{[a-z]+\}/g) ?? [])].sort();

  it.each(Object.keys(zh))("%s says the same in both languages", (code) => {
    const [zhMessage, zhHint] = zh[code as keyof typeof zh];
    const [enMessage, enHint] = en[code as keyof typeof zh];
    expect(holes(enMessage)).toEqual(holes(zhMessage));
    expect(holes(enHint)).toEqual(holes(zhHint));
    expect(enHint === "").toBe(zhHint === "");
    expect(zhMessage).toMatch(/[\u4e00-\u9fff]/);
    expect(enMessage).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("has the same words in both languages", () => {
    for (const [word, text] of Object.entries(zhWords))
      expect(holes(enWords[word as keyof typeof zhWords])).toEqual(holes(text));
  });
});

it("the nearest name is a typing mistake away", () => {
  const names = ["price", "priceCap", "area", "loan_1"];
  expect(nearest("prcie", names)).toBe("price");
  expect(nearest("Price", names)).toBe("price");
  expect(nearest("loan1", names)).toBe("loan_1");
  expect(nearest("warehouse", names)).toBeUndefined();
  expect(nearest("x".repeat(100), names)).toBeUndefined();
});
