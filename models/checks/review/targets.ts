import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { PROJECT } from "../../statements/handles.ts";
import { DSCR_TARGET } from "../../terms/conventions.ts";
import { DSCR_USUAL } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { compare } from "./answers.ts";
import { check } from "./check.ts";
import { bondParts } from "./pledges.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, ofRule, type Side } from "./sides.ts";

/** A ratio the plan asks of itself, beside what is usually asked and what it reaches. */
interface Target {
  readonly own: Side;
  readonly usual: Side;
  readonly reached: Side;
}

function targetsOf(review: Review): readonly Target[] {
  const { dscrTarget = DSCR_TARGET, coverageTarget } = review.document.conventions;
  const lowest = ofLine(review, review.lineAt("dscr.minimum"), text("最低年份", "lowest year"), "conventions/dscrTarget");
  const dscr: Target = {
    own: figure(text("偿债备付率目标", "target of debt-service coverage"), review.decimal(dscrTarget), "1", "conventions/dscrTarget"),
    usual: figure(text("通常要求", "usually asked"), new RecordDecimal(DSCR_USUAL), "1", ""),
    reached: lowest,
  };
  const bonds = coverageTarget === undefined ? [] : bondParts(review);
  return [
    ...(lowest.value === undefined && review.document.conventions.dscrTarget === undefined ? [] : [dscr]),
    ...bonds.map(
      (part): Target => ({
        own: figure(text("本息覆盖倍数目标", "target of bond coverage"), review.view.scalar(PROJECT.coverageTarget), "1", "conventions/coverageTarget"),
        usual: ofRule(review, "coverage_min_usual"),
        reached: ofLine(review, review.lineAt(`coverage.${part.id}`), part.label, part.path),
      }),
    ),
  ];
}

/** C15: the ratio a plan is held to is its own choice: one below what is usually asked is lawful, and said. */
const targets = check({
  ids: ["C15"],
  severity: "N",
  of: targetsOf,
  none: text("无还本付息,不适用", "no debt service: does not apply"),
  judge: ({ own, usual, reached }, review) => ({
    answer: compare(review, own, "at_least", usual, { beside: reached.value === undefined ? [] : [reached] }),
    path: own.at,
    fails: text("本项目自定的目标低于通常要求,请按通常要求复核偿债能力", "the plan asks less of itself than is usual: look at its solvency by what is usual"),
  }),
});

export const targetRatios = [targets];
