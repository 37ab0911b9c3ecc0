import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimalOfNumber,
  multiplyDecimals,
  proportion,
  readDecimal,
  type Scaled,
  subtractDecimals,
  writeDecimal,
} from "../../models/language/decimal.ts";

const read = (text: string): Scaled => {
  const value = readDecimal(text);
  if (value === undefined) throw new Error(text);
  return value;
};

const literal = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fraction: fc.stringMatching(/^\d{0,12}$/),
  })
  .map(({ negative, whole, fraction }) => `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`);

describe("decimal literals", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["007.50", "7.5"],
    ["+3", "3"],
    ["1e3", "1000"],
    ["1.25E-2", "0.0125"],
    ["-12.340e1", "-123.4"],
  ])("%s is written %s", (text, plain) => {
    expect(writeDecimal(read(text))).toBe(plain);
  });

  it.each([
    "",
    " 1",
    "1,200",
    "5%",
    "\uff11\uff12",
    "0x10",
    "1.",
    ".5",
    "NaN",
    "Infinity",
    "1e31",
    "1e-31",
    "1e999",
    "--1",
    "1_000",
    "9".repeat(61),
    "9".repeat(1_000_000),
  ])("%.20s is refused", (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it("writes what it reads", () => {
    fc.assert(
      fc.property(literal, (text) => {
        const written = writeDecimal(read(text));
        expect(compareDecimals(read(written), read(text))).toBe(0);
        expect(writeDecimal(read(written))).toBe(written);
      }),
    );
  });

  it("adds and subtracts without loss", () => {
    fc.assert(
      fc.property(literal, literal, (a, b) => {
        const sum = addDecimals(read(a), read(b));
        expect(compareDecimals(subtractDecimals(sum, read(b)), read(a))).toBe(0);
      }),
    );
  });

  it("multiplies as integers do", () => {
    expect(writeDecimal(multiplyDecimals(read("1.1"), read("1.1")))).toBe("1.21");
    expect(writeDecimal(multiplyDecimals(read("-0.05"), read("20")))).toBe("-1");
  });

  it("keeps the digits of a JSON number", () => {
    expect(decimalOfNumber(0.1)).toBe("0.1");
    expect(decimalOfNumber(1e21)).toBe("1000000000000000000000");
    expect(decimalOfNumber(1.5e-7)).toBe("0.00000015");
    expect(decimalOfNumber(-0)).toBe("0");
  });

  it("rounds a part half away from zero", () => {
    expect(writeDecimal(proportion(read("1"), 1, 2, 0))).toBe("1");
    expect(writeDecimal(proportion(read("-1"), 1, 2, 0))).toBe("-1");
    expect(writeDecimal(proportion(read("100"), 1, 3, 4))).toBe("33.3333");
    expect(writeDecimal(proportion(read("100"), 3, 3, 4))).toBe("100");
  });
});
