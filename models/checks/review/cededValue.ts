import { cededSpace } from "../../mechanisms/income/cededSpace.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { called, inPercent, ofLine } from "./sides.ts";

const CLAUSES = ["taizhou-2023-draft/4(5)12"];
const NO_PAPER = text("依据文件未载明让渡价值或容差,不适用", "no paper states what is ceded or its tolerance: does not apply");

const based = (review: Review) =>
  review.partsOf(cededSpace).flatMap((part) => {
    const basis = review.record(part.word("basis"));
    return basis === undefined ? [] : [{ part, basis }];
  });

/** M61: the tolerance is that of the paper the cession rests on, not the planner's. */
const tolerance = check({
  ids: ["M61"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => based(review).filter(({ part, basis }) => part.has("tolerance") && basis.number("tolerance") !== undefined),
  none: NO_PAPER,
  judge: ({ part, basis }, review) => ({
    about: part.label,
    answer: compare(review, inPercent(part.side("tolerance")), "at_most", inPercent(called(basis.side("tolerance"), `“${basis.label.zh}”载明`, `as “${basis.label.en}” says`))),
  }),
});

/** M61: and so is the value given up. */
const value = check({
  ids: ["M61"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => based(review).filter(({ basis }) => basis.number("ceded") !== undefined),
  none: NO_PAPER,
  judge: ({ part, basis }, review) => {
    const allowed = basis.number("tolerance") ?? part.number("tolerance") ?? ZERO;
    const stated = basis.side("ceded");
    const least = { ...stated, value: stated.value?.times(allowed.neg().plus(1)) };
    return {
      about: part.label,
      answer: compare(
        review,
        ofLine(review, part.line("pv_ceded"), undefined, part.path),
        "at_least",
        called(least, `“${basis.label.zh}”载明并扣除容差`, `as “${basis.label.en}” says, less the tolerance`),
      ),
      path: part.at("incomePerM2"),
    };
  },
});

export const cededValue: readonly Check[] = [tolerance, value];
