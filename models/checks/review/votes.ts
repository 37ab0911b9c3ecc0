import type { Decimal } from "decimal.js";
import { VOTE_FIGURES, VOTE_PARAMETERS } from "../../document/recordRules.ts";
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

/** Outcome of an owners' vote: what the lines of the record say by the majority of its item, `major` unless the record says otherwise. */
export function voteOf(
  review: Review,
  fact: Fact,
  majority = fact.flag("major") === false ? "ordinary" : "major",
): Vote {
  const figures = VOTE_FIGURES.map((name) => [name, fact.number(name)] as const);
  const rules = VOTE_PARAMETERS.map((name) => [name.replace("vote_", ""), review.parameter(name)] as const);
  const numbers = Object.fromEntries([...figures, ...rules]);
  const holds = review.view.scalar(`record.${fact.id}.holds_${majority}`);
  const quorum = review.view.scalar(`record.${fact.id}.quorum`);
  if (holds === undefined || quorum === undefined || Object.values(numbers).includes(undefined))
    return { pass: null, quorum: null, numbers };
  return { pass: !holds.isZero(), quorum: !quorum.isZero(), numbers };
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
