import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { documented, type Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { figure, said } from "./sides.ts";

const SPARE = ["taizhou-2023-draft/4(5)13"];
const NONE = text("无标准偏离记录,不适用", "no deviation from a standard on record: does not apply");
const deviations = (review: Review): readonly Fact[] => review.records("deviation");

/** Still to be approved, with its place in the schedule: judged there. */
const pending = (fact: Fact): boolean => fact.flag("granted") !== true && fact.number("approvalMonths") !== undefined;

/** M34: easing is not granted by policy: a deviation stands on its own approval, or is a risk. */
const granted = check({
  ids: ["M34"],
  severity: "N",
  clauses: SPARE,
  of: (review) => deviations(review).filter((fact) => !pending(fact)),
  none: NONE,
  judge: (fact) => {
    const standard = fact.word("standard") === undefined ? text("未写明", "not stated") : (fact.side("standard").said ?? fact.word("standard"));
    const done = fact.flag("granted") === true && documented(fact);
    return {
      about: fact.label,
      answer: answer(
        done,
        said(text("偏离的标准", "standard"), standard, fact.path),
        said(text("经同意的文件", "paper that grants it"), done ? fact.document : text("无", "none"), fact.path),
      ),
      path: fact.path,
      fails: text("政策尚未放宽,未经同意的偏离是风险", "no policy eases it yet: without a grant it is a risk"),
    };
  },
});

/** M34: the schedule leaves the months the approvals take: whatever follows their phase moves with it. */
const inTime = check({
  ids: ["M34"],
  severity: "Q",
  clauses: SPARE,
  of: (review) => [...Map.groupBy(deviations(review).filter(pending), (fact) => fact.word("during") ?? "")],
  none: text("无待审批的标准偏离,不适用", "no deviation is still to be approved: does not apply"),
  judge: ([id, facts], review) => {
    const phase = review.document.timeline.phases.find((one) => one.id === id);
    const path = facts[0]?.path ?? "records";
    if (phase === undefined) return { answer: lacks(text("审批所在的阶段", "the phase the approval falls in"), path) };
    // One after another: nothing says that they run side by side.
    const needed = sum(facts.map((fact) => fact.number("approvalMonths") ?? ZERO));
    return {
      answer: compare(
        review,
        figure(text("该阶段月数", "months of the phase"), review.count(Number(phase.months)), "mo", `timeline/phases/${id}`),
        "at_least",
        figure(text(`${facts.length} 项审批依次需要`, `${facts.length} approvals take, one after another`), needed, "mo", path),
      ),
      path: `timeline/phases/${id}`,
      fails: text("时间安排没有留出审批时间", "the schedule leaves no time for them"),
    };
  },
});

export const standards: readonly Check[] = [granted, inTime];
