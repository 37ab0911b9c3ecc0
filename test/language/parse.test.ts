import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../models/language/expression.ts";
import { checkFormula } from "../../models/language/outline.ts";
import { parseFormula } from "../../models/language/parse.ts";

/** The structure of a formula in prefix form, so that precedence can be read off. */
function shape(e: Expression): string {
  switch (e.kind) {
    case "number":
      return e.unit === undefined ? e.text : `${e.text}_${e.unit}`;
    case "name":
      return e.name;
    case "selection":
      return `sum:${e.terms.map((term) => `${term.key}${term.rel}${term.values.map((value) => (value.type === "self" ? "self" : value.text + ("wildcard" in value && value.wildcard ? ".*" : ""))).join("|")}`).join("&")}`;
    case "call":
      return `(${[e.fn, ...e.args.map(shape)].join(" ")})`;
    case "prefix":
      return `(${e.op} ${shape(e.a)})`;
    case "binary":
    case "logic":
      return `(${e.op} ${shape(e.a)} ${shape(e.b)})`;
    case "compare":
      return `(${e.rel} ${shape(e.a)} ${shape(e.b)})`;
    case "if":
      return `(if ${shape(e.cond)} ${shape(e.yes)} ${shape(e.no)})`;
  }
}

describe("reading a formula", () => {
  it.each([
    ["a + b * c", "(+ a (* b c))"],
    ["a - b - c", "(- (- a b) c)"],
    ["a / b / c", "(/ (/ a b) c)"],
    ["a / b * c", "(* (/ a b) c)"],
    ["(a + b) * c", "(* (+ a b) c)"],
    ["-a ^ 2", "(- (^ a 2))"],
    ["a ^ -b", "(^ a (- b))"],
    ["a ^ b ^ c", "(^ a (^ b c))"],
    ["-a * b", "(* (- a) b)"],
    ["+a", "a"],
    ["a or b and c", "(or a (and b c))"],
    ["not a and b", "(and (not a) b)"],
    ["not (a > b)", "(not (> a b))"],
    ["a + 1 > b * 2", "(> (+ a 1) (* b 2))"],
    ["a < b <= c", "(and (< a b) (<= b c))"],
    ["a == b != c", "(and (== a b) (!= b c))"],
    ["a ? b : c ? d : e", "(if a b (if c d e))"],
    ["a ? b ? c : d : e", "(if a (if b c d) e)"],
    ["(a ? (b) : c) + (a ? b : (c))", "(+ (if a b c) (if a b c))"],
    ["a > 1 ? b : c", "(if (> a 1) b c)"],
    ["max(a, min(b, c)) + 1", "(+ (max a (min b c)) 1)"],
    ["prev(收入.租金.甲) * 0.050", "(* (prev 收入.租金.甲) 0.050)"],
    ["a.1.b + a.2027", "(+ a.1.b a.2027)"],
    ["1.50e6 + 2E-3", "(+ 1.50e6 2E-3)"],
    ["x / 365 d * 12 mo", "(* (/ x 365_d) 12_mo)"],
    ["-1 a ^ 2 + 0.01 m2", "(+ (- (^ 1_a 2)) 0.01_m2)"],
    ["x or y or 0 * 2", "(or (or x y) (* 0 2))"],
    ["\ta\n+\r\nb\u3000", "(+ a b)"],
    ["mod + to + in + xor + true + null + i", "(+ (+ (+ (+ (+ (+ mod to) in) xor) true) null) i)"],
    ["sum(role = revenue.*, payee = spv) / 2", "(/ sum:role==revenue.*&payee==spv 2)"],
    ["sum(component != self, priority < 3, row = in(a, 2))", "sum:component!=self&priority<3&row==a|2"],
  ])("%s", (text, expected) => {
    expect(shape(parseFormula(text))).toBe(expected);
  });

  it("knows where each part stands, parentheses included", () => {
    const text = "1 + (a + b) * max(c, (d))";
    const e = parseFormula(text);
    if (e.kind !== "binary" || e.b.kind !== "binary") throw new Error("unexpected structure");
    const slice = (part: Expression): string => text.slice(part.span.from, part.span.to);
    expect([slice(e), slice(e.b), slice(e.b.a), slice(e.b.b)]).toEqual([
      text,
      "(a + b) * max(c, (d))",
      "(a + b)",
      "max(c, (d))",
    ]);
  });

  it("takes the deepest nesting and the longest sum that are allowed", () => {
    expect(checkFormula(`${"(".repeat(64)}x${")".repeat(64)}`).ok).toBe(true);
    expect(checkFormula(`${"abs(".repeat(64)}x${")".repeat(64)}`).ok).toBe(true);
    expect(checkFormula(`${"x ? x : ".repeat(64)}x`).ok).toBe(true);
    expect(checkFormula(`${"x ? ".repeat(64)}x${" : x".repeat(64)}`).ok).toBe(true);
    expect(checkFormula(`x${" ^ x".repeat(64)}`).ok).toBe(true);
    expect(checkFormula(`x${"+x".repeat(249)}`).ok).toBe(true);
  });

  it("lists names, functions and selections with their places", () => {
    const text = "max(a.b, 0) * sum(role = cost.*)";
    const result = checkFormula(text);
    if (!result.ok) throw new Error("refused");
    expect(result.value.names).toEqual([{ name: "a.b", from: 4, to: 7 }]);
    expect(result.value.functions).toEqual([{ name: "max", from: 0, to: 11 }]);
    expect(result.value.selections.map(({ from, to }) => text.slice(from, to))).toEqual(["sum(role = cost.*)"]);
  });

  it("answers any text with a tree or a problem, never with an exception", () => {
    const pieces = fc.constantFrom(
      "a",
      "b.c",
      "甲",
      "1",
      "2.5",
      "+",
      "-",
      "*",
      "/",
      "^",
      "(",
      ")",
      ",",
      "?",
      ":",
      "<",
      "<=",
      "==",
      "!=",
      "=",
      " ",
      "not ",
      " and ",
      " or ",
      "max(",
      "prev(",
      "sum(role = ",
      "self",
      ".*",
      "%",
      "[",
      "{",
      '"',
      ";",
      "!",
      "\u202e",
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join("")),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    let accepted = 0;
    fc.assert(
      fc.property(text, (formula) => {
        const result = checkFormula(formula);
        if (result.ok) accepted++;
        else expect(result.problems[0]?.code).toMatch(/^formula\./);
      }),
      { numRuns: 3_000, seed: 20270401 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});

describe("hints", () => {
  const hint = (text: string): string | undefined => {
    const result = checkFormula(text);
    return result.ok ? undefined : result.problems[0]?.hint?.en;
  };

  it.each([
    ["5%", "Write 0.05 for 5 percent."],
    ["a（b", "Write ("],
    ["a ≥ b", "Write >="],
    ["a && b", "Write and"],
    ["a = b", "Compare with =="],
    ["a b", "Write the multiplication sign: a * b"],
    ["prv(a)", "Did you mean “prev”?"],
    ["cost.*", "Write sum(role = cost.*)"],
  ])("%s → %s", (text, expected) => {
    expect(hint(text)).toBe(expected);
  });
});
