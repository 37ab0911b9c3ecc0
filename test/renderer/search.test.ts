import { beforeAll, describe, expect, test } from "vitest";
import { EXPECTED_NAMES } from "../../models/checks/expectations/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { ANSWERED, QUESTIONS, recommended } from "../../renderer/catalogue/questions.ts";
import { recentFirst } from "../../renderer/palette/recent.ts";
import { loadReadings } from "../../renderer/search/readings.ts";
import { found, rankOf } from "../../renderer/search/search.ts";

beforeAll(() => loadReadings());

describe("searching", () => {
  const balance = { names: ["资金平衡", "Balance of funds", "fund_balance"] };
  const rank = (typed: string) => rankOf(balance, typed);

  test("finds by Chinese, initials, whole and half syllables, English and code", () => {
    for (const typed of ["资金", "平衡", "zjph", "zijinpingheng", "zijinph", "jph", "balance", "fund_b", "金 funds"])
      expect(rank(typed), typed).toBeDefined();
    for (const typed of ["zjp资", "zph", "bonds", "资衡"]) expect(rank(typed), typed).toBeUndefined();
  });

  test("puts what is meant exactly before what only holds it, and what is read after what is written", () => {
    const names = ["工程建设其他费用", "工程费用", "gcfy"].map((name) => ({ names: [name] }));
    expect(found(names, (one) => one, "工程费用")[0]?.names).toEqual(["工程费用"]);
    expect(found(names, (one) => one, "gcfy").map(({ names: [name] }) => name)).toEqual(["gcfy", "工程费用"]);
    expect(found(names, (one) => one, " ")).toBe(names);
  });

  test("a character is read as its word has it", () => {
    expect(rankOf({ names: ["拆除重建"] }, "chongjian")).toBeDefined();
    expect(rankOf({ names: ["银行贷款"] }, "yinhang")).toBeDefined();
  });

  test("what was used lately comes first, in the order it was used", () => {
    const all = ["a", "b", "c", "d"].map((id) => ({ id }));
    expect(recentFirst(all, ["d", "gone", "b"]).map(({ id }) => id)).toEqual(["d", "b", "a", "c"]);
  });
});

describe("the catalogue by question", () => {
  const asked = QUESTIONS.flatMap(({ mechanisms: ids }) => ids as readonly string[]);

  test("has every component under one question", () => {
    expect(asked.filter((id, at) => asked.indexOf(id) !== at)).toEqual([]);
    expect([...new Set(asked)].sort()).toEqual([...mechanisms.keys()].sort());
    expect(asked).toHaveLength(mechanisms.size);
  });

  test("knows a component for all that is expected of a project but papers and grounds", () => {
    const words = EXPECTED_NAMES.map(({ id }) => id);
    expect(words.filter((word) => !ANSWERED.has(word))).toEqual(["document", "vat_ground"]);
    expect([...ANSWERED].filter((word) => !words.includes(word))).toEqual([]);
    for (const id of recommended(words, new Set())) expect(mechanisms.has(id), id).toBe(true);
  });

  test("recommends what is missing in its order, not what is there", () => {
    const missing = ["works_above", "tax_deed.spv", "contingency"];
    expect(recommended(missing, new Set())).toEqual(["works", "deed_tax", "contingency"]);
    expect(recommended(missing, new Set(["works"]))).toEqual(["deed_tax", "contingency"]);
  });
});
