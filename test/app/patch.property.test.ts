import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, changesBetween } from "../../app/sessions/patch.ts";

const key = fc.constantFrom("a", "b", "c", "id");
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, 1, "x", "y"),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(key, tie("json"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe("changes between two states of plain JSON", () => {
  it("lead from one to the other and back", () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        expect(applyChanges(from, changesBetween(from, to))).toEqual(to);
        expect(applyChanges(to, changesBetween(to, from))).toEqual(from);
      }),
      { numRuns: 500 },
    );
  });

  it("survive being kept as text", () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        const kept = JSON.parse(JSON.stringify(changesBetween(from, to)));
        expect(applyChanges(from, kept)).toEqual(to);
      }),
    );
  });

  it("are none where both are the same object", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(changesBetween(value, value)).toEqual([]);
      }),
    );
  });

  it("say one item of a long list, not the list", () => {
    const items = Array.from({ length: 1000 }, (_, id) => ({ id }));
    const without = items.toSpliced(500, 1);
    expect(changesBetween({ items }, { items: without })).toEqual([
      { op: "splice", at: ["items"], index: 500, remove: 1, insert: [] },
    ]);
    expect(changesBetween({ items: without }, { items })).toEqual([
      { op: "splice", at: ["items"], index: 500, remove: 0, insert: [{ id: 500 }] },
    ]);
  });

  it("give nothing where they do not fit, and never reach a prototype", () => {
    expect(applyChanges({}, [{ op: "set", at: ["a", "b"], value: 1 }])).toBeUndefined();
    expect(applyChanges([1], [{ op: "set", at: [3], value: 1 }])).toBeUndefined();
    expect(applyChanges([1], [{ op: "splice", at: [], index: 1, remove: 1, insert: [] }])).toBeUndefined();
    expect(applyChanges({}, [{ op: "set", at: ["__proto__", "polluted"], value: 1 }])).toBeUndefined();
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
