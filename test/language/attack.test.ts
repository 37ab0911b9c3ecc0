import { describe, expect, it } from "vitest";
import { checkFormula } from "../../models/language/outline.ts";
import type { Problem } from "../../models/wording/problem.ts";
import { brokenCode, build, formula, input } from "./model.ts";

/** Attempts to leave the formula language, after the attacks that expression parsers have met. None may be accepted. */
const refused: readonly (readonly [attack: string, code: string])[] = [
  // Reaching JavaScript through properties.
  ['x.constructor("return process")()', "character"],
  ['cos.constructor("alert(1)")()', "character"],
  ["x.constructor(1)", "unknownFunction"],
  ["(x).constructor", "danglingDot"],
  ["(1).toString", "danglingDot"],
  ["1.constructor", "number"],
  ["x.__proto__.polluted(1)", "unknownFunction"],
  ['x["constructor"]', "character"],
  ["x[constructor]", "character"],
  ["[1, 2, 3]", "character"],
  ["[].map", "character"],
  ['{"a": 1}', "character"],
  ["{}.constructor", "character"],
  ['{}["__proto__"]', "character"],
  ["x?.constructor", "danglingDot"],
  ["x ?. y", "danglingDot"],
  ["x ?? y", "unclosed"],
  // Functions of the parser's own library.
  ["import({a: 1}, {override: true})", "character"],
  ["import(x)", "unknownFunction"],
  ['createUnit("foo")', "character"],
  ["createUnit(x)", "unknownFunction"],
  ['evaluate("1+1")', "character"],
  ["evaluate(x)", "unknownFunction"],
  ["eval(x)", "unknownFunction"],
  ["parse(x)", "unknownFunction"],
  ["compile(x)", "unknownFunction"],
  ["parser()", "unknownFunction"],
  ["simplify(x)", "unknownFunction"],
  ["derivative(x, x)", "unknownFunction"],
  ["resolve(x)", "unknownFunction"],
  ["reviver(x, x)", "unknownFunction"],
  ["help(x)", "unknownFunction"],
  ["typed(x)", "unknownFunction"],
  ["map(x, x)", "unknownFunction"],
  ["zeros(100000, 100000)", "unknownFunction"],
  ["range(0, 1e9)", "unknownFunction"],
  ["factorial(170)", "unknownFunction"],
  ["random()", "unknownFunction"],
  ["unit(5, x)", "unknownFunction"],
  ["constructor(x)", "unknownFunction"],
  ["toString()", "unknownFunction"],
  ["valueOf()", "unknownFunction"],
  ["hasOwnProperty(x)", "unknownFunction"],
  ["__proto__(x)", "unknownFunction"],
  ["__defineGetter__(x, x)", "unknownFunction"],
  // Statements, definitions, text.
  ["x = 5", "equalsSign"],
  ["f(x) = x", "equalsSign"],
  ["x; y", "character"],
  ["x\ny", "implicitProduct"],
  ["x += 1", "equalsSign"],
  ['"text"', "character"],
  ["'text'", "character"],
  ["`text`", "character"],
  ['"\\u0063onstructor"', "character"],
  ["x # comment", "character"],
  ["x // comment", "syntax"],
  ["$x", "character"],
  ["@x", "character"],
  ["\\x", "character"],
  ["x'", "character"],
  ["x!", "character"],
  ["~x", "character"],
  ["x & y", "character"],
  ["x | y", "character"],
  ["x << 2", "syntax"],
  ["x >>> 2", "syntax"],
  ["x to y", "implicitProduct"],
  ["x in y", "implicitProduct"],
  ["x mod y", "implicitProduct"],
  ["x xor y", "implicitProduct"],
  ["x .* y", "danglingDot"],
  ["x ./ y", "danglingDot"],
  ["x .^ y", "danglingDot"],
  ["1:10", "unopened"],
  ["x ? y", "unclosed"],
  ["(x ? y) : z", "unclosed"],
  ["x ? (y : z)", "unclosed"],
  ["max(x ? y, x : y)", "syntax"],
  // Products and percentages that are read differently from place to place.
  ["50%", "percent"],
  ["50% + 1", "percent"],
  ["10 % 3", "percent"],
  ["2 x", "unitWord"],
  ["2 month", "unitWord"],
  ["2 d(x)", "implicitProduct"],
  ["2 d d", "implicitProduct"],
  ["x 2 d", "implicitProduct"],
  ["2x", "number"],
  ["2(x)", "implicitProduct"],
  ["(x)(x)", "implicitProduct"],
  ["(x) x", "implicitProduct"],
  ["x(x)", "unknownFunction"],
  ["sum(role = a)(x)", "implicitProduct"],
  ["not x > y", "notAmbiguous"],
  ["not x > y > x", "notAmbiguous"],
  // Numbers.
  ["1e400", "numberRange"],
  ["1e31", "numberRange"],
  ["1e-31", "numberRange"],
  ["1e999999999999", "numberRange"],
  ["0x10", "number"],
  ["0b11", "number"],
  ["1_000", "number"],
  ["1.2.3", "number"],
  ["1.", "number"],
  [".5", "danglingDot"],
  ["1e", "number"],
  ["1e+", "number"],
  ["9".repeat(61), "numberRange"],
  // Selections.
  ["sum()", "selectionSyntax"],
  ["sum(x + y)", "selectionSyntax"],
  ["sum(x.*)", "selectionSyntax"],
  ["sum(role = )", "selectionSyntax"],
  ["sum(role = a", "selectionSyntax"],
  ["sum(role = a,)", "selectionSyntax"],
  ["sum(role = a.*.b)", "danglingDot"],
  ["sum(role = *)", "selectionSyntax"],
  ["sum(role.* = a)", "selectionSyntax"],
  ["sum(role = in())", "selectionSyntax"],
  ["sum(role < in(1, 2))", "selectionSyntax"],
  ["sum(role < a)", "selectionNumber"],
  ['sum(role = "a")', "character"],
  ["sum(role = sum(role = a))", "selectionSyntax"],
  ["role = a", "equalsSign"],
  ["revenue.*", "wildcard"],
  ["min(a.*, x)", "wildcard"],
  // Look-alikes and invisible characters.
  ["х", "character"],
  ["prеv(x)", "character"],
  ["ｘ", "character"],
  ["１", "character"],
  ["x＋y", "character"],
  ["（x）", "character"],
  ["x\u200by", "character"],
  ["\u202ex", "character"],
  ["x\u2066y\u2069", "character"],
  ["\ufeffx", "character"],
  ["x\u00a0+ y", "character"],
  ["x\u0000", "character"],
  ["x\u0301", "character"],
  ["\u{1d465}", "character"],
  ["\ud835", "character"],
  ["x \u2212 y", "character"],
  ["\ue000x", "character"],
  // Shapes that exhaust a recursive reader.
  ["", "empty"],
  ["   ", "empty"],
  [`${"(".repeat(10_000)}x${")".repeat(10_000)}`, "tooLong"],
  [`${"(".repeat(1_900)}x${")".repeat(1_900)}`, "tooDeep"],
  [`${"abs(".repeat(300)}x${")".repeat(300)}`, "tooDeep"],
  ["(".repeat(65), "tooDeep"],
  [`${"-".repeat(3_000)}x`, "tooDeep"],
  [`${"not ".repeat(900)}x`, "tooDeep"],
  [`x${"^x".repeat(1_900)}`, "tooDeep"],
  [`${"x?x:".repeat(900)}x`, "tooDeep"],
  [`${"x?".repeat(1_000)}x${":x".repeat(900)}`, "tooDeep"],
  [`x${"+x".repeat(1_500)}`, "tooManyNodes"],
  [`x${"<x".repeat(1_500)}`, "tooManyNodes"],
  [`min(${"x,".repeat(1_000)}x)`, "arity"],
  ["x".repeat(201), "nameTooLong"],
  [`x${".x".repeat(200)}`, "nameTooLong"],
  ["x+".repeat(2_001), "tooLong"],
  ["x +", "syntax"],
  ["x + ) (", "unopened"],
  [")", "unopened"],
  ["* and", "syntax"],
  ["x + or", "syntax"],
  ["x and", "syntax"],
  ["and(x, y)", "syntax"],
  ["(", "unclosed"],
  ["()", "syntax"],
  [",", "syntax"],
  ["x, y", "syntax"],
  ["prev(x y)", "implicitProduct"],
  ["prev()", "arity"],
  ["prev(x, 1)", "arity"],
  ["x < (x < y) < y", "chainOperand"],
];

function problemOf(text: string): Problem | undefined {
  const result = checkFormula(text, "lines/f");
  return result.ok ? undefined : result.problems[0];
}

describe("hostile formulas", () => {
  it.each(refused.map(([text, code]) => [text.slice(0, 60), code, text] as const))(
    "%s is refused: %s",
    (_shown, code, text) => {
      const problem = problemOf(text);
      expect(problem?.code).toBe(`formula.${code}`);
      expect(problem?.path).toBe("lines/f");
      expect(problem?.message.zh).toMatch(/\p{Script=Han}/u);
      expect(problem?.message.en.length).toBeLessThan(400);
    },
  );

  it("are more than the 56 attacks mathjs tests itself with", () => {
    expect(new Set(refused.map(([text]) => text)).size).toBeGreaterThan(56);
  });

  it("never put invisible or direction-changing characters into a message", () => {
    for (const [text] of refused) {
      const problem = problemOf(text);
      const shown = [problem?.message.en, problem?.message.zh, problem?.hint?.en, problem?.hint?.zh].join(" ");
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
    }
  });

  it("are answered at once, whatever their length", () => {
    const start = performance.now();
    for (const text of [
      "(".repeat(1_000_000),
      "x".repeat(1_000_000),
      "1".repeat(1_000_000),
      "sum(role=".repeat(100_000),
    ]) {
      expect(problemOf(text)?.code).toBe("formula.tooLong");
    }
    for (const [text] of refused) problemOf(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("names that exist in every JavaScript object", () => {
  const names = [
    "constructor",
    "__proto__",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "isPrototypeOf",
    "prototype",
    "undefined",
    "null",
    "NaN",
    "Infinity",
    "true",
    "i",
    "e",
    "pi",
    "process",
    "globalThis",
    "this",
    "end",
  ];

  it.each(names)("%s is just an unknown name", (name) => {
    expect(brokenCode(build([formula("f", `${name} + 1`)]), "f")).toBe("formula.unknownName");
    expect(brokenCode(build([formula("f", `x.${name} + 1`)]), "f")).toBe("formula.unknownName");
  });

  it.each(names)("%s may be the name of a line", (name) => {
    const graph = build([
      input(name),
      formula("f", `${name} * 2`),
      formula("g", `prev(own)`, { scope: { own: name } }),
    ]);
    expect(graph.problems).toEqual([]);
  });

  it.each(names)("%s is no phase, record, parameter, table or tag", (name) => {
    const code = (text: string): string | undefined =>
      brokenCode(build([input("x"), formula("f", text, { tables: {} })]), "f");
    expect(code(`during(${name})`)).toBe("formula.unknownPhase");
    expect(code(`recorded(${name})`)).toBe("formula.unknownRecord");
    expect(code(`param(${name})`)).toBe("formula.unknownParam");
    expect(code(`sumrows(${name}, 1)`)).toBe("formula.unknownTable");
    expect(code(`lookup(${name}, x)`)).toBe("formula.unknownTable");
    expect(code(`sum(${name} = self)`)).toBe("formula.selectionSelf");
    expect(code(`sum(${name} = a)`)).toBeUndefined();
  });

  it("does not change any prototype", () => {
    const scope = JSON.parse('{"__proto__": "x", "constructor": "x"}') as Record<string, string>;
    const tags = JSON.parse('{"__proto__": "a", "constructor": 1}') as Record<string, string>;
    const graph = build([
      input("x"),
      formula("f", "__proto__ + constructor", { scope, tags, role: "r" }),
      formula("g", "sum(__proto__ = a)"),
    ]);
    expect(graph.problems).toEqual([]);
    expect(graph.lines[graph.indexById.get("g") ?? 0]?.node).toEqual({
      op: "line",
      args: [],
      line: graph.indexById.get("f"),
    });
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});
