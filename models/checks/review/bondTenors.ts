import type { Decimal } from "decimal.js";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import { bondParts } from "./pledges.ts";
import type { Check, Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";

const TERMS = [
  "bond_tenor_1",
  "bond_tenor_2",
  "bond_tenor_3",
  "bond_tenor_4",
  "bond_tenor_5",
  "bond_tenor_6",
  "bond_tenor_7",
  "bond_tenor_8",
  "bond_tenor_9",
];

/** Terms in years for which bonds are issued. */
function issued(review: Review): readonly Decimal[] {
  return TERMS.flatMap((id) => {
    const rule = ruleOf(review, id);
    return rule === undefined ? [] : (statedBy(review, rule) ?? []);
  });
}

/** C14: each tranche runs for a term that is issued. */
function tenors(review: Review): readonly Finding[] {
  const terms = issued(review);
  if (terms.length === 0) return [];
  return bondParts(review).flatMap((part) =>
    part.rows("tranches").flatMap((row) => {
      const term = row.number("term");
      if (term === undefined || terms.some((one) => one.equals(term))) return [];
      const list = terms.map((one) => one.toFixed()).join("、");
      return [
        finding(review, {
          id: "C14",
          severity: "Q",
          pass: false,
          clauses: ["national-law/bond-tenors"],
          numbers: { term },
          path: `${row.path}/term`,
          message: {
            zh: `${part.label.zh}:债券期限 ${term.toFixed()} 年,地方政府债券只发行 ${list} 年期`,
            en: `${part.label.en}: a term of ${term.toFixed()} years; local government bonds are issued for ${list} years only`,
          },
        }),
      ];
    }),
  );
}

export const bondTenors: readonly Check[] = [{ ids: ["C14"], run: tenors }];
