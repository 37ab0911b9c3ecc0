import { VOTE_FIGURES, VOTE_PARAMETERS } from "../../document/recordRules.ts";
import { text } from "../../wording/text.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { inPercent, ofRule } from "./sides.ts";

/** Whether a pack of the file says what a vote must reach: without it nobody can tell whether one passed. */
export const votesAreRuled = ({ packs }: Review): boolean => VOTE_PARAMETERS.every((name) => packs.parameter(name) !== undefined);
export const NO_VOTE_RULE = lacks(text("载有业主表决比例的政策参数包(民法典)", "a rule pack with the majorities of owners' votes (Civil Code)"), "packs");

/** Outcome of an owners' vote: what the lines of the record say by the majority of its item, `major` unless the record says otherwise. */
export function voteOf(review: Review, fact: Fact) {
  const major = fact.flag("major") !== false;
  const figures = VOTE_FIGURES.map((name) => fact.side(name));
  const rules = VOTE_PARAMETERS.filter((name) => name !== (major ? "vote_ordinary" : "vote_major")).map((name) => inPercent(ofRule(review, name)));
  const [holds, quorum] = [fact.known(major ? "holds_major" : "holds_ordinary"), fact.known("quorum")];
  const sides = [...figures, ...rules];
  const known = holds !== undefined && quorum !== undefined && sides.every(({ value }) => value !== undefined);
  return { major, sides, quorum: known ? !quorum.isZero() : undefined, passed: known ? !holds.isZero() : undefined };
}

/** VOTE-1: every vote on record. */
const votes = check({
  ids: ["VOTE-1"],
  severity: "R",
  clauses: ["civil-code/278"],
  of: (review) => review.records("vote"),
  none: text("无业主表决记录,不适用", "no owners' vote on record: does not apply"),
  judge: (fact, review) => {
    const { major, sides, quorum, passed } = voteOf(review, fact);
    if (!votesAreRuled(review)) return { about: fact.label, answer: NO_VOTE_RULE, path: fact.path };
    const item = major ? text("重大事项", "major item") : text("一般事项", "ordinary item");
    return {
      about: text(`表决“${fact.label.zh}”(${item.zh})`, `the vote “${fact.label.en}” (${item.en})`),
      answer: answer(passed, ...sides),
      fails:
        quorum === false
          ? text("参与面积或人数不足三分之二", "it misses its quorum of area or persons")
          : text("同意面积或人数未达法定多数", "it misses its majority of area or persons"),
      path: fact.path,
    };
  },
});

export const voting: readonly Check[] = [votes];
