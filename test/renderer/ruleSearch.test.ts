import { describe, expect, it } from "vitest";
import type { RuleClauseView, RuleLawView } from "../../app/contract.ts";
import { lawsFound } from "../../renderer/documents/ruleSearch.ts";

const same = (text: string) => ({ zh: text, en: text });
const clause = (id: string, text: string, unused = false): RuleClauseView => ({
  id,
  article: "第一条",
  title: same(id),
  text: same(text),
  hard: true,
  components: [],
  lines: 0,
  checks: unused ? [] : [{ id: "C11", proofs: [] }],
  unused,
});
const law: RuleLawView = {
  id: "sale",
  title: same("房地产管理法"),
  about: "主席令第二十九号",
  clauses: [clause("presale", "预售条件"), clause("use", "预售款用途", true)],
  parameters: [{ id: "ratio", label: same("投入比例"), article: "第一条", unit: "1", values: [], marks: [] }],
};

const ids = (search: string, onlyUnused = false): readonly (readonly string[])[] =>
  lawsFound([law], { search, onlyUnused, lang: "zh" }).map(({ clauses, parameters }) =>
    [...clauses, ...parameters].map(({ id }) => id),
  );

describe("search of the rule book", () => {
  it("keeps a law found by name whole, otherwise what fits", () => {
    expect(ids("")).toEqual([["presale", "use", "ratio"]]);
    expect(ids("管理法")).toEqual([["presale", "use", "ratio"]]);
    expect(ids("用途")).toEqual([["use"]]);
    expect(ids("投入")).toEqual([["ratio"]]);
    expect(ids("c11")).toEqual([["presale"]]);
    expect(ids("没有")).toEqual([]);
  });

  it("shows only clauses nothing rests on", () => {
    expect(ids("", true)).toEqual([["use"]]);
    expect(ids("条件", true)).toEqual([]);
  });
});
