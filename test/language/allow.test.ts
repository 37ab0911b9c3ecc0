import { create, parseDependencies } from "mathjs/number";
import { describe, expect, it } from "vitest";
import { toExpression } from "../../models/language/check.ts";
import { catchRefusal } from "../../models/language/refuse.ts";

const { parse } = create({ ...parseDependencies });
const leaves = ["x", "y", "max"].map((text, i) => ({
  type: "name" as const,
  text,
  span: { from: 2 * i, to: 2 * i + 1 },
}));

/** Hands a tree straight to the allow-list, past the scanner that would have stopped its text. */
function verdict(source: string): string {
  const result = catchRefusal("p", () => toExpression(parse(source), { leaves, text: "x y max" }));
  return result.ok ? "accepted" : result.problem.code;
}

describe("the allow-list behind the scanner", () => {
  it.each(["x0 + x1", "x2(x0, x1)", "x0 < x1 < x0", "x0 ? (x1) : x0", "-x0", "not x0", "(x0 and x1) or x0"])(
    "accepts %s",
    (source) => {
      expect(verdict(source)).toBe("accepted");
    },
  );

  it.each([
    "x0.constructor",
    'x0["constructor"]',
    "x0.x1(x0)",
    "x0?.x1",
    "x0[1]",
    "[x0, x1]",
    "{a: x0}",
    "x0 = x1",
    "x0(x1) = x1",
    "x0[1] = 2",
    "x0; x1",
    "x0:x1",
    "x0:x1:x0",
    "1",
    '"text"',
    "true",
    "NaN",
    "Infinity",
    "null",
    "x0!",
    "x0'",
    "~x0",
    "x0 mod x1",
    "x0 % x1",
    "x0%",
    "x0 .* x1",
    "x0 ./ x1",
    "x0 .^ x1",
    "x0 | x1",
    "x0 & x1",
    "x0 << x1",
    "x0 >>> x1",
    "x0 xor x1",
    "x0 to x1",
    "x0 ?? x1",
  ])("refuses %s", (source) => {
    expect(verdict(source)).toBe("formula.construct");
  });

  it.each([
    ["x0 x1", "formula.implicitProduct"],
    ["evaluate(x0)", "formula.syntax"],
    ["constructor", "formula.syntax"],
    ["x9", "formula.syntax"],
    ["x0(x1)", "formula.unknownFunction"],
    ["x2()", "formula.arity"],
  ])("refuses %s with its own reason", (source, code) => {
    expect(verdict(source)).toBe(code);
  });
});
