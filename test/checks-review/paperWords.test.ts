import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../cli/setup/paths.mjs";
import { deniesGrant, isEvidence, isSelfMade, type PaperFault, paperFault } from "../../models/checks/paperWords.ts";

/** Names of papers by what is wrong with them; what is issued has no fault. */
const PAPERS = JSON.parse(readFileSync(inRoot("test/checks-review/papers.json"), "utf8")) as Readonly<
  Record<PaperFault | "self_made" | "issued", readonly string[]>
>;
const OWN = ["项目公司", "区城市更新公司", "实施主体"];
const asNamed = (document: string, official = false) =>
  paperFault({ document, label: "", note: "" }, { decision: true, money: /补助|金额|资金/.test(document), official });
const asNoted = (note: string) =>
  paperFault({ document: "示例文件", label: "", note }, { decision: true, money: false });
const ofOwn = (document: string) => isSelfMade({ document, label: "", note: "" }, OWN);

describe("words about a paper", () => {
  const { issued, self_made: selfMade, ...faulty } = PAPERS;

  it.each(Object.entries(faulty))("say that it is %s", (fault, names) => {
    expect(names.filter((name) => asNamed(name, fault === "no_official") !== fault)).toEqual([]);
  });

  it.each(["revoked", "refused", "pending"] as const)("say so in a note too: %s", (fault) => {
    const spoken = PAPERS[fault].filter((name) => name.length > 4);
    expect(spoken.filter((name) => asNoted(name) !== fault)).toEqual([]);
  });

  it("say that the applicant drew it up", () => {
    expect(selfMade.filter((name) => !ofOwn(name))).toEqual([]);
    expect(selfMade.filter((name) => isEvidence(name) && /自|本|own/.test(name))).toEqual([]);
  });

  it("find nothing against what was issued", () => {
    expect(issued.length).toBeGreaterThanOrEqual(35);
    expect(issued.filter((name) => asNamed(name) !== undefined || asNoted(name) !== undefined || ofOwn(name))).toEqual(
      [],
    );
  });

  it("tell what is not granted yet from what would be if", () => {
    expect(deniesGrant("省补助 6200 万元尚未批复,正在争取。")).toBe(true);
    expect(deniesGrant("上级补助不能落实时,建设期资金即出现缺口。")).toBe(false);
    expect(deniesGrant("如补助未批复,由股东追加资本金。")).toBe(false);
  });
});
