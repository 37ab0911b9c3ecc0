import type { RecordKindName } from "../../document/records.ts";
import { text } from "../../wording/text.ts";
import { isDraft, isNoDecision, isRevoked } from "../paperWords.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { said } from "./sides.ts";

interface Asked {
  readonly id: string;
  readonly kinds: readonly RecordKindName[];
  readonly clauses: readonly string[];
  /** Whether only a decision of a body is such a paper. */
  readonly decision?: true;
}

const ASKED: readonly Asked[] = [
  { id: "C07", kinds: ["approval", "budget_approval", "acceptance"], clauses: ["national-law/budget-13"], decision: true },
  { id: "C09", kinds: ["vote"], clauses: ["civil-code/278"] },
  { id: "C11", kinds: ["permit"], clauses: ["national-law/real-estate-45"], decision: true },
  { id: "C26", kinds: ["estimate_approval"], clauses: ["national-law/government-investment-12"], decision: true },
  { id: "C27", kinds: ["title"], clauses: [] },
];

const noteOf = (review: Review, { id }: Fact): string => {
  const note = review.document.records.find((record) => record.id === id)?.note;
  return typeof note === "string" ? note : "";
};

/** C07, C09, C11, C26, C27: a paper that was revoked, is a draft or is another kind of paper than its record says carries nothing. */
const worded = ({ id, kinds, clauses, decision }: Asked): Check =>
  check({
    ids: [id],
    severity: "Q",
    clauses,
    of: (review) => review.facts.filter((fact) => kinds.some((kind) => fact.is(kind))),
    none: text("没有此类文件记录,不适用", "no such paper on record: does not apply"),
    judge: (fact, review) => {
      const note = noteOf(review, fact);
      const all = [fact.document ?? "", fact.label.zh, note].join(";");
      const revoked = isRevoked(all);
      const draft = isDraft(fact.document ?? "");
      const other = decision === true && isNoDecision(fact.document ?? "");
      const paper = said(text("文件", "document"), fact.document ?? text("未写明", "not stated"), fact.path);
      return {
        about: fact.label,
        answer: answer(!revoked && !draft && !other, paper, ...(revoked && note !== "" ? [said(text("备注", "note"), note, fact.path)] : [])),
        path: fact.path,
        ...(revoked ? { severity: "R" as const } : { weighs: true as const }),
        fails: revoked
          ? text("该文件已撤销或作废,不能作为依据", "it was revoked, and nothing rests on it")
          : draft
            ? text("是草稿、申请或截图,不是签发的文件", "a draft, an application or a picture is no issued paper")
            : text("不是批复、许可或验收文件", "it is no approval, permit or acceptance"),
      };
    },
  });

export const paperWords: readonly Check[] = ASKED.map(worded);
