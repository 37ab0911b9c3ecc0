import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BREACHES } from "../../models/checks/review/words/breaches.ts";
import { dutiesIn } from "../../models/checks/review/words/duties.ts";
import { promisesIn } from "../../models/checks/review/words/judge.ts";
import { failed, reviewed } from "./support/review.ts";

interface Phrases {
  /** Promises in words of their own: quoted and asked about. */
  readonly asked: readonly string[];
  /** Promises told of as somebody's fault: asked about, never rejected. */
  readonly blamed: readonly string[];
  /** What plans say and may say. */
  readonly accepted: readonly string[];
  /** Promises in words that no list has: laid before the reader with what else says who pays. */
  readonly read: readonly string[];
}
const PHRASES: Phrases = JSON.parse(readFileSync(new URL("phrases.json", import.meta.url), "utf8"));

const weightsIn = (text: string): readonly string[] =>
  [promisesIn(text), ...BREACHES.map(({ wordings }) => promisesIn(text, wordings))].flatMap((found) =>
    found.map(({ weight }) => weight),
  );

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

describe("promises in words of their own", () => {
  it("are quoted and asked about", () => {
    expect(PHRASES.asked.length).toBeGreaterThan(120);
    expect(PHRASES.asked.filter((sentence) => weightsIn(sentence).length === 0)).toEqual([]);
  });

  it("are no rejection where they are told of as a fault", () => {
    for (const sentence of PHRASES.blamed) expect([sentence, ...new Set(weightsIn(sentence))]).toEqual([sentence, "Q"]);
  });

  it("are not seen in what plans may say", () => {
    expect(PHRASES.accepted.length).toBeGreaterThan(60);
    expect(PHRASES.accepted.filter((sentence) => weightsIn(sentence).length > 0)).toEqual([]);
  });

  it("are read by people where no list has their words: every such sentence is named with its place, once", () => {
    const notes = [...PHRASES.read, "本项目分两期建设。", "项目位于老城区东部,共有十二幢住宅楼。"];
    const findings = reviewed((draft) => {
      draft["notes"] = notes;
    });
    const [listed, ...more] = failed(findings, "C16").filter(({ severity }) => severity === "N");
    expect(more).toEqual([]);
    const asked = failed(findings, "C16").filter(({ severity }) => severity !== "N");
    const quoted = listed?.answer.is === "fails" ? listed.answer.compared.map(({ at }) => at) : [];
    const missed = PHRASES.read.filter(
      (sentence, place) =>
        !quoted.includes(`notes/${place}`) && !asked.some(({ message }) => message.zh.includes(sentence)),
    );
    expect(missed).toEqual([]);
    expect(quoted).not.toContain(`notes/${PHRASES.read.length}`);
    expect(dutiesIn({ notes: [] } as never)).toEqual([]);
  });
});
