import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { irr, mirr, npv, pmt, xirr, xnpv } from "../../models/finance/index.ts";
import type { DateInput } from "../../models/finance/reading/date.ts";
import { isRefusal } from "../../models/finance/refusal.ts";
import { codeOf } from "./support/answers.ts";
import { callByName, FUNCTION_NAMES } from "./support/call.ts";

/** A finite number or Decimal, or a refusal in both languages: nothing else may ever come out. */
function isProper(result: unknown): boolean {
  if (isRefusal(result)) return /[一-鿿]/.test(result.message) && result.message.includes(" / ");
  if (Decimal.isDecimal(result)) return result.isFinite();
  return typeof result === "number" && Number.isFinite(result) && !Object.is(result, -0);
}

const angry = new Proxy([1, 2, 3], {
  get() {
    throw new Error("do not touch");
  },
});
const growing = new Proxy([-100, 110], {
  get: (target, key) => (key === "length" ? 2 ** 31 : Reflect.get(target, key)),
});
const forged = { toStringTag: "[object Decimal]", s: 1, e: 0, d: ["x"] };
const forgedWithTrap = {
  toStringTag: "[object Decimal]",
  get d(): number[] {
    throw new Error("trap");
  },
};

/** A list that may be read once: a second look at any element throws. */
function readableOnce<T>(elements: T[]): T[] {
  const seen = new Set<PropertyKey>();
  return new Proxy(elements, {
    get: (target, key) => {
      if (seen.has(key) && key !== "length") throw new Error(`read again: ${String(key)}`);
      seen.add(key);
      return Reflect.get(target, key);
    },
  });
}
const booby = Object.defineProperty(new Decimal("0.5"), "ok", {
  get() {
    throw new Error("trap");
  },
});
const explosive = new Proxy(Decimal, {
  construct() {
    throw new Error("not your class");
  },
});
const falseClass = Object.defineProperty(new Decimal("0.5"), "constructor", { value: explosive });

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  true,
  "0.1",
  "",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  5e-324,
  Number.MAX_VALUE,
  10n,
  Symbol("rate"),
  {},
  [],
  [[]],
  [Number.NaN],
  [null, 1],
  new Array(3),
  new Array(30_000).fill(1),
  () => 1,
  new Date(Number.NaN),
  new Decimal(Number.NaN),
  new Decimal("Infinity"),
  new Decimal("1e900000"),
  new Decimal("-1e-900000"),
  { valueOf: () => 1 },
  Object.create(null),
  Object.create(Decimal.prototype),
  angry,
  growing,
  forged,
  forgedWithTrap,
  booby,
  falseClass,
];

describe("whatever the arguments, an answer or a refusal comes back", () => {
  test.each(FUNCTION_NAMES)("%s with hostile values in every place", (name) => {
    for (const bad of HOSTILE) {
      for (let place = 0; place < 6; place++) {
        const args = Array.from({ length: 6 }, (_, index): unknown => (index === place ? bad : 0.5 + index));
        expect(callByName(name, args), `${name} ${String(place)}`).toSatisfy(isProper);
        const lists = [[-100, 60, 70], ["2026-01-01", "2027-01-01", "2028-03-01"], 0.1];
        expect(callByName(name, lists.with(place % 3, bad as never))).toSatisfy(isProper);
      }
    }
  });

  test.each(FUNCTION_NAMES)("%s with anything", (name) => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -5, max: 400 }), fc.constantFrom(0, 1, -1, 0.1));
    const decimal = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => new Decimal(value));
    const list = fc.array(fc.oneof(number, decimal), { maxLength: 8 });
    const dates = fc.array(fc.oneof(fc.date().map(String), fc.date(), fc.integer({ min: 0, max: 60000 })), {
      maxLength: 8,
    });
    const anything = fc.oneof({ weight: 6, arbitrary: fc.oneof(number, decimal, list, dates) }, fc.anything());
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 7 }), (args) => {
        expect(callByName(name, args)).toSatisfy(isProper);
      }),
      { numRuns: 150 },
    );
  });

  test.each(["irr", "xirr"] as const)("%s.all with hostile values", (name) => {
    const { all } = { irr, xirr }[name];
    const untyped = all as (...args: readonly unknown[]) => unknown;
    for (const bad of HOSTILE) {
      for (const args of [
        [bad, [40000, 40001]],
        [[-1, 2], bad],
        [bad, bad],
      ]) {
        const result = untyped(...args);
        if (Array.isArray(result)) expect(result.every(isProper)).toBe(true);
        else expect(result).toSatisfy(isProper);
      }
    }
  });
});

test("lists are read once", () => {
  const values = () => readableOnce([-100, 60, 70]);
  const dates = () => readableOnce<DateInput>(["2026-01-01", new Date(Date.UTC(2027, 0, 1)), 47000]);
  expect(irr(values())).toBe(irr([-100, 60, 70]));
  expect(npv(0.1, values())).toBe(npv(0.1, [-100, 60, 70]));
  expect(mirr(values(), 0.1, 0.1)).toBe(mirr([-100, 60, 70], 0.1, 0.1));
  expect(isRefusal(xirr(values(), dates()))).toBe(false);
  expect(isRefusal(xnpv(0.1, values(), dates()))).toBe(false);
});

describe("refusals say what and where", () => {
  test.each([
    ["missing-argument", "nper", () => pmt(...([0.1] as unknown as [number, number, number]))],
    ["wrong-type", "pv", () => pmt(0.1, 10, "1000" as never)],
    ["not-finite", "rate", () => pmt(Number.NaN, 10, 1000)],
    ["not-finite", "nper", () => pmt(0.1, new Decimal("Infinity"), 1000)],
    ["rate-too-low", "rate", () => pmt(-1, 10, 1000)],
    ["empty", "values", () => irr([])],
    ["not-a-list", "values", () => irr(5 as never)],
    ["wrong-type", "values[1]", () => irr([-1, "2" as never])],
    ["not-finite", "values[1]", () => npv(0.1, [1, Number.NaN])],
    ["not-finite", "values[0]", () => npv(0.1, Number.NaN, 1)],
    ["unreadable", "values", () => irr(angry)],
    ["too-large", "values", () => irr(growing)],
    ["all-zero", "values", () => irr([0, 0, 0])],
    ["no-sign-change", "values", () => irr([-5])],
    ["no-sign-change", "values", () => xirr([5, 6], [40000, 40100])],
    ["length-mismatch", "dates", () => xirr([-5, 6, 7], [40000, 40100])],
    ["bad-date", "dates[1]", () => xnpv(0.1, [1, 2], ["2026-01-01", "2026-02-30"])],
    ["rate-too-low", "guess", () => irr([-5, 6], -1)],
  ] as const)("%s: %s", (code, argument, call) => {
    expect(call()).toMatchObject({ ok: false, code, argument });
  });

  test("payments that cancel on one day leave nothing to search in", () => {
    expect(codeOf(xirr([0.1, 0.2, -0.3], [40000, 40000, 40000]))).toBe("all-zero");
  });

  test("isRefusal knows a refusal from an answer and from a look-alike", () => {
    expect(isRefusal(irr([]))).toBe(true);
    for (const other of [0, null, undefined, new Decimal(1), { ok: true }, { ok: false }, "ok"]) {
      expect(isRefusal(other)).toBe(false);
    }
  });
});

test("a search that would take minutes is refused within seconds", () => {
  const pascal = Array.from({ length: 300 }, () => 0);
  pascal[0] = 1;
  for (let row = 1; row < pascal.length; row++) {
    for (let index = row; index > 0; index--) pascal[index] = (pascal[index] ?? 0) - (pascal[index - 1] ?? 0);
  }
  const started = performance.now();
  expect(codeOf(irr(pascal))).toBe("ill-conditioned");
  expect(codeOf(irr(Array.from({ length: 3000 }, (_, index) => (index % 2) - 0.5)))).toBe("too-large");
  expect(performance.now() - started).toBeLessThan(20_000);
});
