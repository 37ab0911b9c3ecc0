import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { solveOnce } from "../../app/model/solve.ts";
import { standingNote } from "../../models/analysis/solveWords.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

const PRICE = "components/flats/inputs/price";

/**
 * 10,000 ㎡ are sold at price p, cost 50 m, expenses of 5 m, a further 20 % of cost (10 m) and 1 m of taxes come off: the appreciation of ordinary flats is free of tax
 * up to 20 % of 66 m, so up to p = 7,920; above it the tax is 30 % of the whole appreciation. The balance is 10,000 p − 50 m before and
 * 10,000 p − 50 m − 0.3 (10,000 p − 66 m) after the cliff: 29 m from p = 7,900 to 7,920, and again from (29 + 50 − 19.8) m ÷ 7,000 = 8,457.142857… on.
 */
function cliff(change: (raw: { components: { id: string; inputs: Record<string, unknown> }[] }) => void = () => {}) {
  const raw = JSON.parse(readFileSync(new URL("./cliff.json", import.meta.url), "utf8"));
  change(raw);
  const parsed = parseDocument(raw, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  return parsed.value.document;
}

function solved(document: ModelDocument, vary: string, until: string, bounds: { min?: string; max?: string } = {}) {
  const answer = solveOnce(document, { vary, until, ...bounds });
  if (!answer.ok) throw new Error(answer.problems.map(({ message, path }) => `${path}: ${message.en}`).join("\n"));
  return answer.value;
}

const codes = (document: ModelDocument, vary: string, until: string): readonly string[] => {
  const answer = solveOnce(document, { vary, until });
  return answer.ok ? [] : answer.problems.map(({ code }) => code);
};

describe("goal seek near a cliff", () => {
  it("finds a stretch narrower than the gaps of its grid, between bounds", () => {
    const answer = solved(cliff(), PRICE, "balance.static>=29000000", { min: "5000", max: "8300" });
    expect(answer.intervals).toHaveLength(1);
    const [{ from, to, confirmed, binding } = { from: "", to: "", confirmed: false }] = answer.intervals;
    expect([Number(from), confirmed, binding]).toEqual([7900, true, "jump"]);
    expect(Number(to)).toBeCloseTo(7920, 4);
    expect(answer.found).toBe(true);
  });

  it("finds all three crossings without a range, each confirmed, and the stretches between them", () => {
    const answer = solved(cliff(), PRICE, "balance.static>=29000000");
    expect(answer.roots.map(({ confirmed }) => confirmed)).toEqual([true, true, true]);
    const at = answer.roots.map(({ value }) => Number(value));
    expect(at[0]).toBeCloseTo(7900, 6);
    expect(at[1]).toBeCloseTo(7920, 4);
    expect(at[2]).toBeCloseTo(59_200_000 / 7000, 4);
    expect(answer.intervals.map(({ from }) => Number(from))).toEqual([at[0], at[2]]);
  });

  it("claims nothing where it finds nothing: it says how finely it looked", () => {
    const answer = solved(cliff(), PRICE, "balance.static>=29300000", { min: "5000", max: "8300" });
    expect([answer.found, answer.intervals, answer.roots]).toEqual([false, [], []]);
    expect(Number(answer.resolution)).toBeGreaterThan(0);
    expect(Number(answer.resolution)).toBeLessThan(20);
    expect(answer.message.en).toMatch(/^none found with values tried at most [\d.]+ apart/);
    expect(answer.message.zh).toContain("未找到");
  });
});

describe("what can be varied", () => {
  const balanced = "balance.static>=0";

  it("the value of one date in a profile", () => {
    // 10,000 × 7,920 = 79.2 m of receipts against 30 m of works leave 49.2 m for land.
    const answer = solved(cliff(), "components/land/inputs/amount/profile/2026", balanced, { max: "60000000" });
    expect(answer.roots.map(({ value, confirmed }) => [Number(value), confirmed])).toEqual([[49_200_000, true]]);
    expect(Number(answer.intervals[0]?.to)).toBe(49_200_000);
  });

  it("all values of a profile by one factor", () => {
    const answer = solved(cliff(), "components/land/inputs/amount/profile/*", balanced);
    expect(answer.roots.map(({ value }) => Number(value))).toEqual([2.46]);
  });

  it("a number in a row of a table", () => {
    const lag = "components/flats/inputs/collection/all/lag";
    // Payment a year later, to the nearest step: from half a year to less than one and a half.
    const answer = solved(cliff(), lag, "flats.receipt@2028>=1", { min: "0", max: "23" });
    expect(answer.intervals.map(({ from, to }) => [Math.round(Number(from)), Math.round(Number(to))])).toEqual([
      [6, 18],
    ]);
  });

  it("refuses a date the profile does not have, and a profile without a date", () => {
    const amount = "components/land/inputs/amount";
    expect(codes(cliff(), `${amount}/profile/2031`, balanced)).toEqual(["solve.profile_date"]);
    expect(codes(cliff(), amount, balanced)).toEqual(["solve.path"]);
    expect(codes(cliff(), `${PRICE}/profile/2027`, balanced)).toEqual(["solve.path"]);
  });
});

describe("what can be aimed at", () => {
  it("a line in one year", () => {
    // In 2027 all 10,000 ㎡ are paid for, and nothing is spent but 2028's tax.
    const answer = solved(cliff(), PRICE, "flats.receipt@2027>=60000000");
    expect(answer.roots.map(({ value, confirmed }) => [Number(value), confirmed])).toEqual([[6000, true]]);
  });

  it("a line's total, and a line that must not exceed a value", () => {
    const answer = solved(cliff(), PRICE, "flats.receipt@total<=60000000");
    expect(answer.intervals.map(({ from, to }) => [Number(from), Number(to)])).toEqual([[0, 6000]]);
  });

  it("a verdict, met only where it is given as met", () => {
    // Taxes on transfers that nobody pays would be a condition of every verdict.
    const paid = cliff(({ components }) => {
      delete components.find(({ id }) => id === "lat")?.inputs["transferTaxes"];
      // And so would less room for the property company than the law asks for.
      delete components.find(({ id }) => id === "area")?.inputs["propertyRoomRate"];
    });
    for (const until of ["B2", "verdict.B2>=0"]) {
      const [root, ...more] = solved(paid, PRICE, until).roots;
      expect([root?.confirmed, more]).toEqual([true, []]);
      expect(Number(root?.value)).toBeCloseTo(5000, 5);
    }
  });

  it("asks for the period of a line that has one", () => {
    expect(codes(cliff(), PRICE, "flats.receipt>=0")).toEqual(["solve.period"]);
    expect(codes(cliff(), PRICE, "flats.receipt@2050>=0")).toEqual(["solve.period"]);
    expect(codes(cliff(), PRICE, "flats.recept@2027>=0")).toEqual(["solve.indicator_unknown"]);
  });
});

describe("what stands beside an answer", () => {
  it("names the verdicts of which nothing can be said at that value", () => {
    expect(solved(cliff(), PRICE, "balance.static>=20000000").message.zh).not.toContain("无法判定");
    const silent = cliff((raw) => {
      delete (raw as { absences?: unknown }).absences;
    });
    const { message, roots } = solved(silent, PRICE, "balance.static>=20000000");
    expect(roots.map(({ confirmed }) => confirmed)).toEqual([true]);
    expect(message.zh).toContain("无法判定:B2 资料不全:缺 工程建设其他费用、预备费");
    // A verdict that cannot be decided is not met anywhere.
    expect(solved(silent, PRICE, "B2").roots.map(({ confirmed }) => confirmed)).toEqual([false]);
  });

  it("names the first few conditions, and how many there are", () => {
    const conditions = ["甲", "乙", "丙", "丁"].map((zh) => ({
      kind: "finding" as const,
      message: { zh, en: zh },
      verdicts: ["B2"],
    }));
    expect(standingNote({ verdicts: [], conditions }).zh).toBe(";附条件:甲;乙;丙 等 4 项");
    expect(standingNote({ verdicts: [], conditions: [] })).toEqual({ zh: "", en: "" });
  });
});

describe("a cap beside the varied number", () => {
  const capped = (cap: string) =>
    cliff(({ components }) => {
      const flats = components.find(({ id }) => id === "flats");
      if (flats !== undefined) flats.inputs["priceCap"] = cap;
    });

  it("does not bind a value below it", () => {
    const answer = solved(capped("8000"), PRICE, "balance.static>=20000000");
    expect(answer.roots[0]).toEqual({ value: "7000", confirmed: true });
  });

  it("is named where it keeps the target out of reach", () => {
    const answer = solved(capped("6500"), PRICE, "balance.static>=20000000");
    expect(answer.found).toBe(false);
    expect(answer.message.en).toContain("components/flats/inputs/priceCap");
  });
});
