import { describe, expect, it } from "vitest";
import { actuals, type Change, reviewed, unreported } from "./support/review.ts";

const FIGURES = { "2026-H1": "0", "2026-H2": "22500000" };

/** C26 on the amounts; others of its findings are about words and papers. */
const judged = (...changes: readonly Change[]) =>
  reviewed(...changes).find(({ id, message }) => id === "C26" && /预测总投资|实际数/.test(message.zh));

describe("C26 on actuals", () => {
  it("names each cost line nobody reported, in both languages, and decides nothing for it", () => {
    const found = judged(actuals("2026-12", FIGURES), unreported("works.paid.below", "land.price_paid"));
    expect(found?.answer.is).toBe("cannot_be_judged");
    expect(found?.message.zh).toContain("下列支出行的实际数(没有发生填0)");
    for (const line of ["(works.paid.below)", "(land.price_paid)"]) {
      expect(found?.message.zh).toContain(line);
      expect(found?.message.en).toContain(line);
    }
    expect(found?.message.zh).not.toContain("works.paid.above");
  });

  it("takes the plan for them where the user chose it, and names them all the same", () => {
    const found = judged(actuals("2026-12", FIGURES, { unreported: "plan" }), unreported("works.paid.below"));
    expect(found?.answer.is).toBe("holds");
    expect(found?.message.zh).toMatch(/没有实际数、按模型计的支出行 .*\(works\.paid\.below\)/);
  });

  it("fails on what is spent alone, though nothing of a total is left to forecast the rest with", () => {
    const found = judged(actuals("2026-12", { ...FIGURES, "2026-H2": "9000000000" }, { rest: { rule: "total" } }));
    expect(found?.answer.is).toBe("fails");
    expect(found?.message.zh).toMatch(/已发生\(截至2026-(H2|12)[^)]*\)/);
  });

  it("is silent about lines the plan had nothing for yet", () => {
    // Interest in construction begins later: nobody could have reported any.
    const found = judged(actuals("2026-12", FIGURES));
    expect(found?.answer.is).toBe("holds");
    expect(found?.message.zh).not.toContain("没有实际数");
  });
});
