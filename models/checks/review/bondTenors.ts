import { namesOf, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { bondParts } from "./pledges.ts";
import type { Review } from "./review.ts";
import { ofRule, said } from "./sides.ts";

const TERMS = ["bond_tenor_1", "bond_tenor_2", "bond_tenor_3", "bond_tenor_4", "bond_tenor_5", "bond_tenor_6", "bond_tenor_7", "bond_tenor_8", "bond_tenor_9"];

/** C14: each tranche runs for a term that is issued. */
const tenors = check({
  ids: ["C14"],
  severity: "Q",
  clauses: ["national-law/bond-tenors"],
  of: (review: Review) => bondParts(review).flatMap((part) => part.rows("tranches").map((row) => ({ part, row }))),
  none: text("无专项债作债务,不适用", "no bond as debt: does not apply"),
  judge: ({ part, row }, review) => {
    const term = row.side("term");
    const issued = TERMS.map((id) => ofRule(review, id)).flatMap(({ value, at }) => (value === undefined ? [] : [{ value, at }]));
    const list = issued.length === 0 ? undefined : namesOf(issued.map(({ value }) => value.toFixed()));
    const { value } = term;
    return {
      about: part.label,
      answer: answer(
        value === undefined || issued.length === 0 ? undefined : issued.some((one) => one.value.equals(value)),
        term,
        said(text("地方政府债券发行的年期", "terms local government bonds are issued for"), list, issued[0]?.at ?? "packs"),
      ),
      path: row.at("term"),
    };
  },
});

export const bondTenors: readonly Check[] = [tenors];
