import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSum } from "../../../renderer/numbers/arithmetic.ts";
import { readNumber, readTyped } from "../../../renderer/numbers/read.ts";

describe("numbers in words", () => {
  test.each([
    ["两万五", "25000"],
    ["二万五千", "25000"],
    ["两万五千元", "25000"],
    ["贰万伍仟元整", "25000"],
    ["两万零五", "20005"],
    ["两万五百", "20500"],
    ["三千二", "3200"],
    ["一百零三", "103"],
    ["十五", "15"],
    ["二十", "20"],
    ["一点五万", "15000"],
    ["2万5千", "25000"],
    ["2万5", "25000"],
    ["1亿2000万", "120000000"],
    ["一亿零五百万", "105000000"],
    ["三百万", "3000000"],
    ["千万", "10000000"],
    ["负两万", "-20000"],
    ["零", "0"],
  ])("%s is %s, also where 万元 is shown and the words say 万", (typed, stored) => {
    expect(readNumber(typed, 0, "CNY")).toBe(stored);
    if (/[万亿]/u.test(typed)) expect(readNumber(typed, 4, "CNY")).toBe(stored);
  });

  test.each(["万", "二五", "1亿2000", "三万万", "千百", "五十万万", "两万五多", "一点", "十十"])(
    "%s is not guessed",
    (typed) => {
      expect(readTyped(typed, 0, "CNY")).toMatchObject({ meant: null, refused: { why: "unread" } });
    },
  );
});

describe("a unit behind the number", () => {
  test.each([
    ["25400元/㎡", "CNY/m2", "25400"],
    ["25,400 元/平方米", "CNY/m2", "25400"],
    ["2.54万元/㎡", "CNY/m2", "25400"],
    ["2.2元/㎡·月", "CNY/(m2*mo)", "2.2"],
    ["2.2 元/平米/月", "CNY/(m2*mo)", "2.2"],
    ["3个月", "mo", "3"],
    ["480户", "household", "480"],
    ["1.2万㎡", "m2", "12000"],
    ["150个", "space", "150"],
    ["600千瓦时", "kWh", "600"],
    ["4.5%/年", "1/a", "0.045"],
    ["百分之五", "1", "0.05"],
    ["1.3倍", "1", "1.3"],
  ])("%s in a field of %s is %s", (typed, unit, stored) => {
    expect(readNumber(typed, unit === "1/a" ? -2 : 0, unit)).toBe(stored);
  });

  test.each([
    ["3个月", 0, "household", "个月"],
    ["3个月", 0, "CNY", "个月"],
    ["25400元/㎡", 0, "CNY/household", "元/㎡"],
    ["25400元/㎡", 4, "CNY", "元/㎡"],
    ["500元", 0, "m2", "元"],
    ["500元", 0, "1", "元"],
    ["3年", 0, "mo", "年"],
    ["10亩", 0, "m2", "亩"],
  ])("%s with %i places in a field of %s is another unit", (typed, places, unit, words) => {
    expect(readTyped(typed, places, unit)).toEqual({ meant: null, refused: { why: "otherUnit", unit: words } });
  });
});

test("why nothing is taken is told apart", () => {
  const why = (typed: string, places = 0, unit = "CNY") => {
    const read = readTyped(typed, places, unit);
    return read.meant === null ? read.refused.why : read.meant;
  };
  expect(why("12,5")).toBe("comma");
  expect(why("50%")).toBe("percentOfAmount");
  expect(why("3.5个月", 0, "household")).toBe("otherUnit");
  expect(why("=A1*2")).toBe("sum");
  expect(why("=1/0")).toBe("sum");
  expect(why("约三百")).toBe("unread");
});

describe("arithmetic", () => {
  test.each([
    ["=25400*1.02", 0, "25908"],
    ["=2.54*1.02", 4, "25908"],
    ["＝25400×1.02", 0, "25908"],
    ["=(1,200+300)/4", 0, "375"],
    ["=-3--4", 0, "1"],
    ["=100/3", 0, "33.333333333333"],
    ["=0.1+0.2", 0, "0.3"],
    ["=4+0.5", -2, "0.045"],
  ])("%s with %i places is %s", (typed, places, stored) => {
    expect(readNumber(typed, places)).toBe(stored);
  });

  test.each(["", "1+", "(1", "1)", "2**3", "1 2".replace(" ", "()"), "1e5", "x", "constructor", "1..2"])(
    "%s is none",
    (text) => expect(readSum(text)).toBeNull(),
  );

  test("agrees with whole numbers, whatever is written", () => {
    const whole = fc.integer({ min: -999, max: 999 });
    const sum = fc.letrec<{ sum: readonly [string, number] }>((tie) => ({
      sum: fc.oneof(
        { maxDepth: 4 },
        whole.map((value) => [value < 0 ? `(${value})` : `${value}`, value] as const),
        fc
          .tuple(fc.constantFrom("+", "-", "*"), tie("sum"), tie("sum"))
          .map(([sign, [a, x], [b, y]]): readonly [string, number] => [
            `(${a}${sign}${b})`,
            sign === "+" ? x + y : sign === "-" ? x - y : x * y,
          ]),
      ),
    })).sum;
    fc.assert(
      fc.property(sum, ([text, value]) => {
        fc.pre(Number.isSafeInteger(value) && text.length <= 200);
        expect(readSum(text)).toBe(String(value === 0 ? 0 : value));
      }),
    );
  });
});
