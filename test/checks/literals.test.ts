import { describe, expect, it } from "vitest";
import type { Expression } from "../../models/language/expression.ts";
import type { LineDecl } from "../../models/language/line.ts";
import { parseFormula } from "../../models/language/parse.ts";
import { writtenFunctions } from "../../models/language/written.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { AREA_TOLERANCE, RATIO_TOLERANCE, SHARE_TOLERANCE } from "../../models/statements/tolerances.ts";
import { exampleLines, variants } from "./formulas.ts";

/**
 * Nothing, one, both, a year's months and days, per cent, per 1,000 people; the tolerances within which areas, shares and ratios agree; and how many times the plan's
 * own price a break-even point is searched up to. All else is law, practice or an assumption: data.
 */
const ALLOWED = new Set([
  ...["0", "1", "2", "12", "100", "1000", "12 mo", "365 d"],
  ...[AREA_TOLERANCE, `${AREA_TOLERANCE} m2`, SHARE_TOLERANCE, RATIO_TOLERANCE],
  "5",
]);

function literalsIn(e: Expression): readonly string[] {
  switch (e.kind) {
    case "number":
      return [e.unit === undefined ? e.text : `${e.text} ${e.unit}`];
    case "name":
    case "selection":
      return [];
    case "call":
      return e.args.flatMap(literalsIn);
    case "prefix":
      return literalsIn(e.a);
    case "if":
      return [e.cond, e.yes, e.no].flatMap(literalsIn);
    default:
      return [e.a, e.b].flatMap(literalsIn);
  }
}

/** Literals of the law or of practice that stand in formulas; 0 and 1 may carry a unit. */
const strange = (formula: string): readonly string[] =>
  literalsIn(parseFormula(formula)).filter((literal) => !ALLOWED.has(literal) && !/^[01] \w+$/.test(literal));

function found(decls: readonly LineDecl[]): readonly string[] {
  return decls.flatMap((decl) => {
    if (decl.source !== "formula" || "custom" in decl.tags) return [];
    return [decl.formula, ...(decl.opening === undefined ? [] : [decl.opening])].flatMap((text) =>
      strange(text).map((literal) => `${decl.id}: ${literal}`),
    );
  });
}

describe("numbers of laws, policies and practice stand in no formula", () => {
  it.each([...mechanisms.values()].map((mechanism) => [mechanism.id, mechanism] as const))(
    "of %s",
    (_id, mechanism) => {
      expect([...new Set([...variants(mechanism)].flatMap(found))]).toEqual([]);
    },
  );

  it("of the project, its statements, indicators and verdicts", () => {
    expect([...new Set(exampleLines.flatMap(found))]).toEqual([]);
  });

  it("of functions written in the language", () => {
    expect(Object.values(writtenFunctions).flatMap(({ formula }) => strange(formula))).toEqual([]);
  });

  it.each([
    ["max(0, 0.1 * x)", ["0.1"]],
    ["x ? 1 : 0.5 * yearly(y)", ["0.5"]],
    ["x / 3 ^ -y + 5 a / 1 a", ["3", "5 a"]],
    ["share(x, 2 * y) * 12 / 100 + 1 CNY + 0 mo - 365 d", []],
  ])("the rule sees those of %s", (formula, expected) => {
    expect(strange(formula)).toEqual(expected);
  });
});
