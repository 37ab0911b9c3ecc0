import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId } from "../../models/document/ids.ts";
import { parseDocument, parseJsonText } from "../../models/document/parse.ts";
import { readPath, writePath } from "../../models/document/path.ts";
import { compiledOf } from "../support/prepared.ts";
import { fakes, tinyDocument } from "./fakes.ts";
import { at, changed, documentOf, parsed, places, problemsOf } from "./support.ts";

const refusal = (input: unknown): string => places(problemsOf(parseDocument(input, fakes)))[0] ?? "";

describe("keys that reach into JavaScript", () => {
  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"])(
    "%s is refused anywhere",
    (key) => {
      for (const path of [
        [],
        ["project"],
        ["components", 0, "inputs"],
        ["components", 0, "evidence"],
        ["scenarios", 1, "set"],
        ["components", 1, "inputs", "parts", 0],
      ]) {
        const draft = tinyDocument();
        Object.defineProperty(at(draft, ...path), key, {
          value: { polluted: true },
          enumerable: true,
          configurable: true,
        });
        expect(refusal(draft)).toBe(`document.hostile_key ${[...path, key].join("/")}`);
      }
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    },
  );

  it.each([
    "__proto__",
    "constructor",
    "toString",
    "phase",
    "record",
    "param",
    "convention",
    "project",
    "party",
    "plot",
    "timeline",
    "and",
    "self",
    "row",
  ])("%s is no id", (word) => {
    expect(isId(word)).toBe(false);
    expect(
      refusal(
        changed((draft) => {
          at(draft, "components", 0)["id"] = word;
        }),
      ),
    ).toContain("document.bad_id");
  });

  it("are refused in paths", () => {
    const document = documentOf();
    for (const path of [
      "__proto__/polluted",
      "components/constructor",
      "components/sale_1/inputs/__proto__",
      "project/toString",
      "components/sale_1/inputs/share/profile/__proto__/x",
    ]) {
      expect(places(problemsOf(writePath(document, path, "1", fakes)))).toEqual([`document.path_unknown ${path}`]);
      expect(places(problemsOf(readPath(document, path)))).toEqual([`document.path_unknown ${path}`]);
    }
  });
});

describe("ids that look like others", () => {
  it.each([
    ["Cyrillic а", "s\u0430le"],
    ["Greek ο", "l\u03bfan"],
    ["full-width", "\uff4c\uff4f\uff41\uff4e"],
    ["accent", "caf\u00e9"],
    ["zero-width joiner", "sale\u200d"],
    ["right-to-left override", "\u202esale"],
    ["compatibility ideograph", "\uf900"],
    ["surrogate pair", "\u{20000}"],
    ["dot", "sale.1"],
    ["slash", "sale/1"],
    ["hyphen", "sale-1"],
    ["space", "sale 1"],
    ["leading digit", "1sale"],
    ["empty", ""],
    ["too long", "a".repeat(65)],
    ...["verdict", "side", "npv", "firr", "dscr", "icr", "loar", "bep"].map((family) => [
      `results of ${family}`,
      family,
    ]),
  ])("%s", (_name, id) => {
    expect(isId(id)).toBe(false);
    expect(
      refusal(
        changed((draft) => {
          at(draft, "components", 0)["id"] = id;
        }),
      ),
    ).toContain("document.bad_id components/");
  });

  it.each(["sale_1", "住宅销售", "〇号楼", "_a", "A9", "贷款2"])("%s is fine", (id) => {
    expect(isId(id)).toBe(true);
  });
});

describe("documents made to hurt", () => {
  it("too deep", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(refusal({ ...tinyDocument(), notes: deep })).toContain("document.too_deep");
  });

  it("too many values", () => {
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 10_000 }, () => 1));
    expect(refusal({ ...tinyDocument(), uncertainty: rows })).toContain("document.too_large");
  });

  it("a list that is too long", () => {
    expect(refusal({ ...tinyDocument(), notes: Array.from({ length: 20_001 }, () => "") })).toBe(
      "document.list_too_long notes",
    );
    expect(refusal({ ...tinyDocument(), notes: new Array(4_000_000_000) })).toBe("document.list_too_long notes");
  });

  it("a text that is too long", () => {
    expect(
      refusal(
        changed((draft) => {
          at(draft, "project")["name"] = "长".repeat(100_001);
        }),
      ),
    ).toBe("document.text_too_long project/name");
  });

  it("a number of a million digits", () => {
    expect(
      refusal(
        changed((draft) => {
          at(draft, "components", 0, "inputs")["price"] = "9".repeat(1_000_000);
        }),
      ),
    ).toContain("document.text_too_long");
    const found = parsed((draft) => {
      at(draft, "components", 0, "inputs")["price"] = "9".repeat(99_999);
    });
    expect(places(found.problems)).toEqual(["document.bad_number components/sale_1/inputs/price"]);
    expect(found.problems[0]?.message.zh.length).toBeLessThan(200);
  });

  it("what is not JSON", () => {
    for (const value of [
      () => 1,
      Symbol("x"),
      10n,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      new Date(0),
      new Map(),
      /x/,
    ]) {
      expect(
        refusal(
          changed((draft) => {
            at(draft, "project")["name"] = value;
          }),
        ),
      ).toBe("document.not_plain project/name");
    }
    expect(
      refusal(
        changed((draft) => {
          at(draft, "project")["name"] = undefined;
        }),
      ),
    ).toContain("project/name");
  });

  it("a loop", () => {
    const draft = tinyDocument() as Record<string, unknown>;
    draft["notes"] = draft;
    expect(refusal(draft)).toContain("document.too_");
  });

  it("a timeline of very many periods", () => {
    expect(
      refusal(
        changed((draft) => {
          at(draft, "timeline")["periods"] = 1e9;
        }),
      ),
    ).toBe("document.too_big timeline/periods");
  });
});

describe("any value anywhere", () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(
      "",
      " ",
      "=1+1",
      "__proto__",
      "1e5",
      "-0",
      "0".repeat(50),
      [],
      {},
      [[]],
      { profile: {} },
      { profile: null },
      { formula: 5 },
      { formula: "total(" },
      { id: "x" },
    ),
  );
  const spots = [
    ["project"],
    ["timeline", "start"],
    ["timeline", "phases"],
    ["conventions", "icProject"],
    ["parties", 0, "role"],
    ["components", 0, "inputs", "price"],
    ["components", 0, "inputs", "share"],
    ["components", 1, "inputs", "parts"],
    ["components", 1, "inputs", "parts", 0, "amount"],
    ["components", 2, "inputs", "status"],
    ["customLines", 0, "formula"],
    ["scenarios", 1, "set", "components/sale_1/inputs/price"],
    ["records", 0, "date"],
    ["packs"],
    ["uncertainty"],
    ["components", 0, "evidence"],
  ] as const;

  it("is refused or noted with a place, never thrown, and what opens also compiles", () => {
    fc.assert(
      fc.property(fc.constantFrom(...spots), anything, (spot, value) => {
        const draft = tinyDocument();
        at(draft, ...spot.slice(0, -1))[String(spot.at(-1))] = value;
        const result = parseDocument(draft, fakes);
        if (!result.ok) {
          for (const problem of result.problems)
            expect(problem.message.zh.length * problem.message.en.length).toBeGreaterThan(0);
          return;
        }
        const model = compiledOf(result.value.document, fakes);
        expect(model.graph.lines.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("text that is no document is refused with a place in the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const result = parseJsonText(text, fakes);
        expect(result.ok).toBe(false);
      }),
    );
  });
});
