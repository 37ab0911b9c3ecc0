import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  fromFloat,
  groupDigits,
  normalise,
  roundDecimal,
  shiftPoint,
} from "../../renderer/numbers/decimal.ts";
import { formatExact, formatNumber, formatRaw } from "../../renderer/numbers/format.ts";
import { readNumber } from "../../renderer/numbers/read.ts";

/** Decimals with up to 20 digits on either side of the point. */
const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 0n, max: 10n ** 20n }))
  .map(([negative, whole, fraction]) =>
    normalise(`${negative ? "-" : ""}${whole}.${String(fraction).padStart(21, "0")}`),
  );

describe("exact arithmetic on decimal strings", () => {
  test("moving the point there and back changes nothing", () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -12, max: 12 }), (text, places) => {
        expect(shiftPoint(shiftPoint(text, places), -places)).toBe(text);
      }),
    );
  });

  test("a sum does not depend on the order, and a number minus itself is 0", () => {
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 8 }), (texts) => {
        const sum = addDecimals(texts);
        expect(addDecimals([...texts].reverse())).toBe(sum);
        expect(addDecimals([sum ?? "", shiftPoint(sum === "0" ? "0" : negated(sum ?? ""), 0)])).toBe("0");
      }),
    );
  });

  test("one tenth and two tenths are three tenths", () => {
    expect(addDecimals(["0.1", "0.2"])).toBe("0.3");
    expect(addDecimals(["123456789012345678.01", "0.09"])).toBe("123456789012345678.1");
    expect(addDecimals(["1", "one"])).toBeNull();
  });

  test("order is that of numbers, not of texts", () => {
    expect(compareDecimals("9", "10")).toBeLessThan(0);
    expect(compareDecimals("-9", "-10")).toBeGreaterThan(0);
    expect(compareDecimals("1.0", "1")).toBe(0);
  });

  test("rounding is half away from zero", () => {
    expect(roundDecimal("2.005", 2)).toBe("2.01");
    expect(roundDecimal("-2.005", 2)).toBe("-2.01");
    expect(roundDecimal("1.2", 4)).toBe("1.2000");
    expect(roundDecimal("-0.0001", 2)).toBe("0.00");
    expect(roundDecimal("999.995", 2)).toBe("1000.00");
    expect(roundDecimal("0.5", 0)).toBe("1");
  });

  test("separators go into the whole part only", () => {
    expect(groupDigits("1234567.891234")).toBe("1,234,567.891234");
    expect(groupDigits("-100")).toBe("-100");
  });

  test("computed floats lose their artefacts, and what is no number has no text", () => {
    expect(roundDecimal(fromFloat(0.1 + 0.2) ?? "", 4)).toBe("0.3000");
    expect(fromFloat(Number.NaN)).toBeNull();
    expect(fromFloat(Number.POSITIVE_INFINITY)).toBeNull();
  });
});

function negated(text: string): string {
  return text.startsWith("-") ? text.slice(1) : `-${text}`;
}

describe("what people type", () => {
  test.each([
    ["1,234.5", 4, "12345000"],
    ["１２．５", 4, "125000"],
    ["12 345", 0, "12345"],
    ["1.2亿", 4, "120000000"],
    ["3万元", 0, "30000"],
    ["500元", 4, "500"],
    ["(1,000)", 0, "-1000"],
    ["（20）", 0, "-20"],
    ["4.5%", -2, "0.045"],
    ["4.5", -2, "0.045"],
    ["9%", 0, "0.09"],
    [".5", 0, "0.5"],
    ["7.", 0, "7"],
    ["¥88", 0, "88"],
    ["", 4, ""],
  ])("%s with %i places is %s", (typed, places, stored) => {
    expect(readNumber(typed, places)).toBe(stored);
  });

  test.each(["12a", "1e5", "--3", "1.2.3", "-", "万", "1,2;3", "0x10"])("%s is no number", (typed) => {
    expect(readNumber(typed, 0)).toBeNull();
  });

  test.each(["12,5", "1，5", "0,5", "1,00", "1,2345", "1,000,5", ",5"])(
    "%s has a comma that groups nothing",
    (typed) => {
      expect(readNumber(typed, 0)).toBeNull();
    },
  );

  test("per cent of an amount is no amount", () => {
    expect(readNumber("50%", 4, "CNY")).toBeNull();
    expect(readNumber("7%", 0, "m2")).toBeNull();
    expect(readNumber("7%", -2, "1/a")).toBe("0.07");
    expect(readNumber("7%", 0, "1")).toBe("0.07");
  });

  test("every stored decimal survives being shown and read again, in every unit", () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(0, 4, 8, -2), (stored, places) => {
        expect(readNumber(formatExact(stored, places), places)).toBe(stored);
        expect(readNumber(formatRaw(stored, places), places)).toBe(stored);
      }),
    );
  });
});

describe("what people see", () => {
  const wan = { places: 4, digits: 2, unit: "万元" };

  test("negatives follow the preference", () => {
    expect(formatNumber("-12345678.9", wan, "paren")).toEqual({ text: "(1,234.57)", negative: true });
    expect(formatNumber("-12345678.9", wan, "red")).toEqual({ text: "-1,234.57", negative: true });
    expect(formatNumber("-12345678.9", wan, "minus")).toEqual({ text: "-1,234.57", negative: true });
  });

  test("what rounds to nothing is no negative nothing", () => {
    expect(formatNumber(-0.001, wan, "paren")).toEqual({ text: "0.00", negative: false });
  });

  test("no value is a dash, and a text that is no decimal is shown as it is", () => {
    expect(formatNumber(null, wan, "paren").text).toBe("–");
    expect(formatNumber(Number.NaN, wan, "paren").text).toBe("–");
    expect(formatNumber("2031", { places: 0, digits: 0, unit: "" }, "paren").text).toBe("2,031");
    expect(formatNumber("2031-Q3", wan, "paren").text).toBe("2031-Q3");
  });
});
