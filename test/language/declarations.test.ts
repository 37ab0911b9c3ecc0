import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Declarations, readDeclarations, writeDeclarations } from "../../models/language/declarations.ts";
import type { FormulaDecl, InputDecl } from "../../models/language/line.ts";
import { LANGUAGE_VERSION } from "../../models/language/version.ts";

const meta = {
  label: { zh: "甲", en: "a" },
  unit: "CNY",
  kind: "flow",
  axis: "period",
  tags: { component: "sale_1", priority: 2 },
  clauses: ["national-law/3(1)"],
  path: "components/sale_1",
} as const;

const input: InputDecl = { ...meta, source: "input", id: "sale_1.price" };

/** Every field there is. */
const full: FormulaDecl = {
  ...meta,
  source: "formula",
  id: "sale_1.receipt",
  role: "sale.receipt",
  payer: "buyers",
  payee: "spv",
  posts: { debit: "cash", credit: "advance" },
  convention: { zh: "收付实现", en: "cash" },
  problem: { code: "x.y", message: { zh: "错", en: "wrong" }, path: "p", hint: { zh: "改", en: "mend" } },
  formula: "price * area",
  opening: "0",
  scope: { price: "sale_1.price" },
  optional: ["cap"],
  absent: ["cap"],
  words: { seller: "spv", others: ["a", "b"], none: null },
  selections: { own: "payee = seller" },
  tables: { parts: { prefix: "sale_1.parts", item: "part", rows: ["a"], columns: ["amount"] } },
  gate: "sale_1.enabled",
};
const bare: FormulaDecl = { ...meta, source: "formula", id: "sale_1.bare", formula: "1", scope: {} };
const parameter: InputDecl = { ...input, id: "param.rate@base" };
const sets: readonly Declarations[] = [
  { decls: [input, full, bare], parameters: [parameter] },
  { decls: [full, input], parameters: [] },
];

const written = writeDeclarations(sets);

/** The text after a change of its JSON. */
function altered(change: (stored: Record<string, unknown> & { lines: [object, object][] }) => void): string {
  const stored = JSON.parse(written);
  change(stored);
  return JSON.stringify(stored);
}

const codeOf = (text: string) => {
  const read = readDeclarations(text, "x");
  return read.ok ? "read" : read.problems.map(({ code }) => code).join();
};

describe("declarations as text", () => {
  it("read back as they were, every field", () => {
    expect(readDeclarations(written, "x")).toEqual({ ok: true, value: sets });
  });

  it("hold equal lines and equal parts once", () => {
    const { lines, parts } = JSON.parse(written) as { lines: unknown[]; parts: unknown[] };
    expect(lines).toHaveLength(4);
    expect(new Set(parts.map((part) => JSON.stringify(part))).size).toBe(parts.length);
  });

  it("of the first layout are none", () => {
    expect(codeOf('[\n{"id":"a"}\n]')).toBe("file.no_declarations");
  });

  it.each([0, LANGUAGE_VERSION + 1, -1, 1e9])(
    "in language %d are no longer computed, which is no fault of the file",
    (language) => {
      expect(codeOf(altered((stored) => Object.assign(stored, { language, extra: 1 })))).toBe("file.language_gone");
    },
  );

  it.each([
    ["no JSON", "{"],
    ["a number", "7"],
    ["another format", altered((s) => Object.assign(s, { format: "x" }))],
    ["a field nobody wrote", altered((s) => Object.assign(s.lines[0]?.[0] ?? {}, { spy: "1" }))],
    ["a prototype", altered((s) => s.lines.splice(0, 1, JSON.parse('[{"__proto__":"x"},{}]')))],
    ["a line without an id", altered((s) => Object.assign(s.lines[0]?.[0] ?? {}, { id: undefined }))],
    ["a line of another kind", altered((s) => Object.assign(s.lines[0]?.[0] ?? {}, { source: "hidden" }))],
    ["a kind nobody knows", altered((s) => Object.assign(s.lines[1]?.[0] ?? {}, { kind: "swarm" }))],
    [
      "a formula as long as a book",
      altered((s) => Object.assign(s.lines[1]?.[0] ?? {}, { formula: "1+".repeat(9000) })),
    ],
    ["a part that is not there", altered((s) => Object.assign(s.lines[1]?.[1] ?? {}, { scope: 999 }))],
    ["a part of another shape", altered((s) => Object.assign(s.lines[1]?.[1] ?? {}, { clauses: 0 }))],
    ["a field twice", altered((s) => Object.assign(s.lines[1]?.[1] ?? {}, { formula: 0 }))],
    ["a line that is not there", altered((s) => Object.assign(s, { sets: [{ decls: [99], parameters: [] }] }))],
    ["a formula for a parameter", altered((s) => Object.assign(s, { sets: [{ decls: [], parameters: [1] }] }))],
    [
      "a graph too large",
      altered((s) => Object.assign(s, { sets: [{ decls: Array(20_001).fill(0), parameters: [] }] })),
    ],
    ["too many graphs", altered((s) => Object.assign(s, { sets: Array(201).fill({ decls: [], parameters: [] }) }))],
  ])("with %s are refused", (_what, text) => {
    expect(codeOf(text)).toBe("file.declarations");
  });

  it("never throw, whatever the text", () => {
    fc.assert(
      fc.property(fc.nat(written.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
        const text = written.slice(0, at) + put + written.slice(at + cut);
        expect(codeOf(text)).toMatch(/^(read|file\.(declarations|no_declarations|language_gone))$/);
      }),
      { numRuns: 400 },
    );
  });
});
