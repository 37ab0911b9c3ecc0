import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormulaDecl } from "../../models/language/line.ts";
import { absoluteTolerance, overUnit, parseUnit, sameUnit, timesUnit } from "../../models/language/unit.ts";
import { brokenCode, build, formula, input, plain, scalar } from "./model.ts";

const text = (unit: string): string | undefined => parseUnit(unit)?.text;

describe("unit texts", () => {
  it.each([
    ["CNY", "CNY"],
    ["1", "1"],
    ["1/a", "1/a"],
    ["CNY/(m2*mo)", "CNY/(m2*mo)"],
    ["CNY/m2/mo", "CNY/(m2*mo)"],
    ["m2 * CNY / m2", "CNY"],
    ["m2*m2", "m2^2"],
    ["household/(person/a)", "household*a/person"],
    ["space", "space"],
    ["kWh/unit", "kWh/unit"],
    ["d/a", "d/a"],
  ])("%s is %s", (unit, expected) => {
    expect(text(unit)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "USD",
    "cny",
    "m3",
    "m2^2",
    "2",
    "CNY/",
    "/m2",
    "*",
    "CNY m2",
    "CNY//m2",
    "(CNY",
    "CNY)",
    "constructor",
    "__proto__",
    "(".repeat(200),
    "1/".repeat(60),
  ])("%s is no unit", (unit) => {
    expect(parseUnit(unit)).toBeUndefined();
  });

  it("multiplying and dividing undo each other", () => {
    const unit = fc
      .constantFrom("CNY", "m2", "1/a", "CNY/(m2*mo)", "household", "kWh/d")
      .map((each) => parseUnit(each));
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        if (a === undefined || b === undefined) throw new Error("not a unit");
        expect(sameUnit(overUnit(timesUnit(a, b), b), a)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it("tolerances: half a fen, 1e-6 m², otherwise rounding noise", () => {
    expect(["CNY", "m2", "1", "CNY/m2"].map((unit) => absoluteTolerance(parseUnit(unit)))).toEqual([
      0.005, 1e-6, 1e-12, 1e-12,
    ]);
  });
});

const lines = [
  input("money"),
  input("area", { unit: "m2", kind: "stock" }),
  input("price", { unit: "CNY/m2", kind: "rate" }),
  input("rent", { unit: "CNY/(m2*mo)", kind: "rate" }),
  input("share", plain),
  input("households", { ...scalar, unit: "household" }),
];

function check(
  formulaText: string,
  extra: Partial<FormulaDecl> = {},
): { code: string | undefined; message: string | undefined } {
  const graph = build([...lines, formula("f", formulaText, extra)]);
  const problem = graph.broken.get(graph.indexById.get("f") ?? -1);
  return { code: brokenCode(graph, "f"), message: problem?.message.en };
}

describe("units of formulas", () => {
  it.each<[string, Partial<FormulaDecl>]>([
    ["price * area", {}],
    ["rent * area * dtmonths", {}],
    ["rent * area * monthsperyear * dtyears", {}],
    ["money / area", { unit: "CNY/m2" }],
    ["money - 0", {}],
    ["max(money, 0)", {}],
    ["0", {}],
    ["0 * 3", {}],
    ["sum(role = nothing)", {}],
    ["share > 0.5 ? money : 0", {}],
    ["money * (1 + share) ^ (t - 1)", {}],
    ["area ^ 2", { unit: "m2*m2" }],
    ["abs(money) + round(money, 2) + floor(money) + ceil(money)", {}],
    ["sqrt(share) + exp(share) + ln(share)", plain],
    ["money > 0 and area > 0", plain],
    ["not (money == prev(money))", plain],
    ["pmt(0.04, 30, money)", {}],
    ["nper(0.04, money, money)", plain],
    ["sln(money, 0, 20)", {}],
    ["syd(money, money, 5, t) + ddb(money, 0, 5, t, 2)", {}],
    [
      "running(money) + prev(money) + lag(money, 2) + window(money, 2) + ytd(money) + cummin(money) + cummax(money)",
      {},
    ],
    ["since(money > 0)", plain],
    ["total(money) / households", { ...scalar, unit: "CNY/household" }],
    ["at(price, startmonth)", { ...scalar, unit: "CNY/m2" }],
    ["convolve(money, 0.5, 0.5)", {}],
  ])("%s fits", (formulaText, extra) => {
    expect(check(formulaText, extra).message).toBeUndefined();
  });

  it.each<[string, Partial<FormulaDecl>, string, string]>([
    ["money + area", {}, "unitDiffers", "Units differ in money + area: money is in CNY, area in m2."],
    ["money - 1", {}, "unitDiffers", "Units differ in money - 1: money is in CNY, 1 in 1."],
    ["min(money, area)", {}, "unitDiffers", "Units differ in min(money, area): money is in CNY, area in m2."],
    [
      "share > 0 ? money : area",
      {},
      "unitDiffers",
      "Units differ in share > 0 ? money : area: money is in CNY, area in m2.",
    ],
    ["money > area", plain, "unitDiffers", "Units differ in money > area: money is in CNY, area in m2."],
    [
      "price * area",
      { unit: "m2" },
      "unitOfLine",
      "Line f (f) is declared in m2, but its formula price * area gives CNY.",
    ],
    ["rent * area", {}, "unitOfLine", "Line f (f) is declared in CNY, but its formula rent * area gives CNY/mo."],
    [
      "money ^ share",
      {},
      "powerUnit",
      "In money ^ share a quantity in CNY is raised to a power that is not a small whole number.",
    ],
    [
      "area ^ 9",
      {},
      "powerUnit",
      "In area ^ 9 a quantity in m2 is raised to a power that is not a small whole number.",
    ],
    ["2 ^ area", plain, "unitNeeded", "area must be in 1, but is in m2."],
    ["exp(money)", plain, "unitNeeded", "money must be in 1, but is in CNY."],
    ["money and share", plain, "unitNeeded", "money must be in 1, but is in CNY."],
    ["not money", plain, "unitNeeded", "money must be in 1, but is in CNY."],
    ["money ? 1 : 0", plain, "unitNeeded", "money must be in 1, but is in CNY."],
    ["since(money)", plain, "unitNeeded", "money must be in 1, but is in CNY."],
    ["lag(money, dtyears)", {}, "unitNeeded", "dtyears must be in 1, but is in a."],
    ["pmt(0.04, dtyears, money)", {}, "unitNeeded", "dtyears must be in 1, but is in a."],
    [
      "pmt(0.04, 30, money, area)",
      {},
      "unitDiffers",
      "Units differ in pmt(0.04, 30, money, area): money is in CNY, area in m2.",
    ],
    [
      "money + running(area)",
      {},
      "unitDiffers",
      "Units differ in money + running(area): money is in CNY, running(area) in m2.",
    ],
    [
      "total(area)",
      { ...scalar },
      "unitOfLine",
      "Line f (f) is declared in CNY, but its formula total(area) gives m2.",
    ],
    ["money", { unit: "USD" }, "unitUnknown", "“USD” is not a unit."],
    [
      "money",
      { opening: "households", kind: "stock" },
      "unitOfLine",
      "Line f (f) is declared in CNY, but its formula households gives household.",
    ],
  ])("%s is refused", (formulaText, extra, code, message) => {
    expect(check(formulaText, extra)).toEqual({ code: `formula.${code}`, message });
  });

  it("an input with an unknown unit is named once", () => {
    const graph = build([input("bad", { unit: "USD" }), formula("f", "bad * 2"), formula("g", "f + 0")]);
    expect(graph.problems.map(({ code, path }) => [code, path])).toEqual([["formula.unitUnknown", "lines/bad"]]);
    expect([...graph.broken.keys()]).toEqual([graph.indexById.get("bad")]);
  });
});
