import { describe, expect, it } from "vitest";
import { promisesIn } from "../../models/checks/review/words/judge.ts";
import { failed, reviewed } from "./support/review.ts";

const wordsIn = (text: string) => promisesIn(text).flatMap(({ words }) => words);

describe("words of guarantees", () => {
  it.each([
    ["财政兜底", ["兜底"]],
    ["到期由区国资公司回购股权", ["回购"]],
    ["无条件回购", ["回购"]],
    ["不可撤销的回购承诺", ["回购"]],
    ["未来社区基金到期回购", ["回购"]],
    ["不低于8%的保底收益", ["保底"]],
    ["出具安慰函、承诺函", ["安慰函", "承诺函"]],
    ["明股实债安排", ["明股实债"]],
    ["兜 底", ["兜底"]],
    ["不承诺保底,但到期回购", ["回购"]],
    ["由施工單位墊資", ["垫资"]],
    ["guaranteed return of 8 %", ["guaranteed return"]],
    ["an irrevocable buy-back", ["buy-back"]],
  ])("are found in “%s”", (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    "不承诺保底",
    "无回购安排",
    "不存在财政兜底、保底",
    "严禁明股实债",
    "本项目没有任何政府担保",
    "不得由施工单位垫资",
    "no buy-back and no guaranteed return",
    "The fund is repaid without repurchase",
    "住宅专项维修资金续筹",
  ])("are not found where they are denied or absent: “%s”", (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it("are plain where somebody promises money, and asked about where they may mean something else", () => {
    expect(promisesIn("项目亏损由区财政兜底。").map(({ weight }) => weight)).toEqual(["R"]);
    expect(promisesIn("回购安置房。").map(({ weight }) => weight)).toEqual(["Q"]);
  });

  it("are quoted with their sentence and nothing else of the text", () => {
    const [promised] = promisesIn("本项目分两期建设。收入不足时由区财政补足。居民意愿良好。");
    expect(promised?.sentence).toBe("收入不足时由区财政补足。");
  });

  it("are searched in labels, notes, evidence and records, and not in rule packs", () => {
    const findings = reviewed(
      (draft) => {
        const [first] = draft.components;
        if (first !== undefined) first["evidence"] = { far: { document: "示例", note: "附承诺函一份" } };
      },
      (draft) => {
        draft.records.push({ id: "letter", label: "区政府安慰函", date: "2026-05-01" });
      },
    );
    expect(failed(findings, "C16").map(({ path }) => path)).toEqual(
      expect.arrayContaining(["components/area/evidence/far/note", "records/letter/label"]),
    );
    expect(failed(findings, "R-DEBT-8")).toHaveLength(2);
  });
});
