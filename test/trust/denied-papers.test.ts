import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judged } from "../support/judged.ts";

interface Draft {
  components: { id: string; label?: unknown; inputs: Record<string, unknown> }[];
  records: { id: string; document?: string; note?: string; values?: Record<string, unknown> }[];
  notes: string[];
}

const PATIENCE_MS = 120_000;

/** Verdicts that are met, and those of them that stand without a condition. */
function verdictsOf(name: string, change: (draft: Draft) => void) {
  const draft = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;
  change(draft);
  const { results, trust } = judged(draft);
  const doubted = new Set(trust.points.flatMap(({ verdicts }) => verdicts));
  const met = results.verdicts.flatMap(({ id, pass }) => (pass === true ? [id] : []));
  return { met, green: met.filter((id) => !doubted.has(id)) };
}

const paper = (id: string, document: string) => (draft: Draft) => {
  const record = draft.records.find((one) => one.id === id);
  if (record === undefined) throw new Error(`no record ${id}`);
  record.document = document;
};
const noted = (id: string, note: string) => (draft: Draft) => {
  const record = draft.records.find((one) => one.id === id);
  if (record === undefined) throw new Error(`no record ${id}`);
  record.note = note;
};

/** Papers that say no, or not yet, with the verdicts whose money or ground they carried. */
const CASES: readonly (readonly [what: string, name: string, change: (draft: Draft) => void, verdicts: string])[] = [
  ["a refusal", "special-bond", paper("grant_approval", "关于不予批准补助资金的批复"), "B3 B4 B5"],
  ["an approval under a condition", "special-bond", paper("grant_approval", "附条件批复:验收合格后方生效"), "B3 B4 B5"],
  ["a note that it is pending", "special-bond", noted("grant_approval", "尚未批复,预计 2026 年 6 月取得"), "B3 B4 B5"],
  ["notes of the file", "special-bond", (d) => void d.notes.push("省补助 6200 万元尚未批复,正在争取。"), "B3 B4 B5"],
  ["a vote that did not pass", "infill", paper("rebuild_vote", "征求意见表(未召开业主大会)"), "B2 B3 B4 B5"],
  ["a plan in draft", "infill", paper("plan", "控规调整(草案)公示稿"), "B1 B2 B3 B4 B5 B7"],
  ["a title nobody registered", "infill", paper("shops_title", "产权登记未办理"), "B2 B3 B4 B5"],
  ["the applicant's own assessment", "infill", paper("running_report", "项目公司自编测算表"), "B2 B3 B4 B5"],
];

describe("a paper that says no, or not yet", () => {
  it.each(CASES)(
    "%s puts a condition on what it carries (%s)",
    (_what, name, change, verdicts) => {
      const { met, green } = verdictsOf(name, change);
      for (const id of verdicts.split(" ")) {
        expect(met).toContain(id);
        expect(green).not.toContain(id);
      }
    },
    PATIENCE_MS,
  );

  it(
    "puts none where the paper was issued",
    () => {
      const { met, green } = verdictsOf("special-bond", (draft) => {
        paper("grant_approval", "关于下达2026年城镇老旧小区改造补助资金的通知(浙财建〔2026〕18号)")(draft);
        noted("grant_approval", "资金按工程进度拨付,专款专用。")(draft);
        draft.notes.push("补助资金由省财政按因素法分配,已下达。", "如上级补助不能落实,由股东追加资本金。");
      });
      expect(green).toEqual(met);
    },
    PATIENCE_MS,
  );
});
