import type { Decimal } from "decimal.js";
import type { Finding } from "../findings.ts";
import type { Fact } from "./facts.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const CLAUSES = ["civil-code/278"];

export interface Vote {
  readonly pass: boolean | null;
  readonly quorum: boolean | null;
  readonly numbers: Readonly<Record<string, Decimal | undefined>>;
}

const NUMBERS = ["totalArea", "totalOwners", "partArea", "partOwners", "yesArea", "yesOwners"] as const;

/**
 * Outcome of an owners' vote from its figures: a quorum of area and of persons, then the majority of those taking part by area and by persons. The
 * quorum and the major share include the number, the ordinary majority must be exceeded (Civil Code, articles 278 and 1259).
 */
export function voteOf(review: Review, fact: Fact): Vote {
  const [totalArea, totalOwners, partArea, partOwners, yesArea, yesOwners] = NUMBERS.map((name) => fact.number(name));
  const [quorum, major, ordinary] = ["vote_quorum", "vote_major", "vote_ordinary"].map((id) => review.parameter(id));
  const numbers = { totalArea, totalOwners, partArea, partOwners, yesArea, yesOwners, quorum, major, ordinary };
  if (!(totalArea && totalOwners && partArea && partOwners && yesArea && yesOwners && quorum && major && ordinary))
    return { pass: null, quorum: null, numbers };
  const reached = atLeast(partArea, totalArea, quorum) && atLeast(partOwners, totalOwners, quorum);
  const agreed =
    fact.flag("major") === false
      ? yesArea.greaterThan(partArea.times(ordinary)) && yesOwners.greaterThan(partOwners.times(ordinary))
      : atLeast(yesArea, partArea, major) && atLeast(yesOwners, partOwners, major);
  return { pass: reached && agreed, quorum: reached, numbers };
}

/** Two thirds have no exact decimal: the share of the law is written with thirty digits, and the comparison keeps one in a trillion. */
function atLeast(part: Decimal, whole: Decimal, share: Decimal): boolean {
  return part.toDecimalPlaces(12).greaterThanOrEqualTo(whole.times(share).toDecimalPlaces(12));
}

/** VOTE-1: every vote on record. */
function votes(review: Review): readonly Finding[] {
  return review.facts
    .filter(({ kind }) => kind === "vote")
    .map((fact) => {
      const { pass, quorum, numbers } = voteOf(review, fact);
      const name =
        fact.flag("major") === false ? { zh: "一般事项", en: "ordinary item" } : { zh: "重大事项", en: "major item" };
      const outcome = pass
        ? { zh: "通过", en: "passes" }
        : { zh: "同意面积或人数未达法定多数", en: "misses its majority of area or persons" };
      const message =
        pass === null
          ? {
              zh: `表决“${fact.label.zh}”未填齐面积与人数,无法核对双三分之二与法定多数`,
              en: `the vote “${fact.label.en}” lacks areas and persons: quorum and majority cannot be checked`,
            }
          : quorum === false
            ? {
                zh: `表决“${fact.label.zh}”参与面积或人数不足三分之二`,
                en: `the vote “${fact.label.en}” misses its quorum of area or persons`,
              }
            : {
                zh: `表决“${fact.label.zh}”(${name.zh})${outcome.zh}`,
                en: `the vote “${fact.label.en}” (${name.en}) ${outcome.en}`,
              };
      return finding(review, {
        id: "VOTE-1",
        severity: "R",
        pass,
        clauses: CLAUSES,
        numbers,
        path: fact.path,
        message,
      });
    });
}

export const voting: readonly Check[] = [{ ids: ["VOTE-1"], run: votes }];
