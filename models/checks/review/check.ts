import type { Decimal } from "decimal.js";
import { listed, type Text, text } from "../../wording/text.ts";
import type { Answer, Compared } from "../answer.ts";
import type { Finding, Severity } from "../findings.ts";
import { inapplicable } from "./answers.ts";
import { finding } from "./finding.ts";
import type { Review } from "./review.ts";

/** What a check says of one of its subjects. */
export interface Judged {
  readonly answer: Answer;
  /** Whom or what it is about, before the colon. */
  readonly about?: Text;
  /** What is said instead of what was compared. */
  readonly says?: Text;
  /** What is said besides where it fails. */
  readonly fails?: Text;
  /** Where to go; where what was compared, or what is missing, stands, if left out. */
  readonly path?: string;
  readonly severity?: Severity;
  readonly clauses?: readonly string[];
  readonly money?: string;
  readonly against?: Decimal;
  readonly weighs?: true;
  readonly gate?: true;
  readonly measures?: true;
}

/** A check: what it looks at, how it judges each, and what is said where there is nothing to look at. */
export interface Declared<S> {
  readonly ids: readonly string[];
  readonly severity: Severity;
  /** Clauses it may rest on, the nearest first; none for arithmetic, good practice or the project's own approvals. */
  readonly clauses?: readonly string[];
  /** Clauses that some of its findings cite by themselves. */
  readonly also?: readonly string[];
  readonly gate?: true;
  readonly of: (review: Review) => readonly S[];
  readonly none: Text;
  readonly judge: (subject: S, review: Review) => Judged | readonly Judged[];
}

/** A check as the review runs it. */
export interface Check {
  readonly ids: readonly string[];
  /** Every clause it may cite. */
  readonly clauses: readonly string[];
  readonly run: (review: Review) => readonly Finding[];
}

export function check<S>({ ids, severity, clauses = [], also = [], gate, of, none, judge }: Declared<S>): Check {
  return {
    ids,
    clauses: [...clauses, ...also],
    run: (review) => {
      const judged = of(review).flatMap((subject) => judge(subject, review));
      const all: readonly Judged[] = judged.length === 0 ? [{ answer: inapplicable(none) }] : judged;
      return all.flatMap((one) =>
        ids.map((id) =>
          finding(review, {
            id,
            severity: one.severity ?? severity,
            clauses: one.clauses ?? clauses,
            answer: one.answer,
            path: one.path ?? placeOf(one.answer),
            ...(gate === undefined && one.gate === undefined ? {} : { gate: true as const }),
            ...(one.measures === undefined ? {} : { measures: one.measures }),
            ...(one.money === undefined ? {} : { money: one.money }),
            ...(one.against === undefined ? {} : { against: one.against }),
            ...(one.weighs === undefined ? {} : { weighs: one.weighs }),
            message: worded(one),
          }),
        ),
      );
    },
  };
}

/** A check of the file as a whole: it always applies. */
export const checkOfFile = (spec: Omit<Declared<Review>, "of" | "none">): Check => check({ ...spec, of: (review) => [review], none: text("不适用", "does not apply") });

function placeOf(answer: Answer): string {
  if (answer.is === "does_not_apply") return "";
  return (answer.is === "cannot_be_judged" ? answer.missing[0]?.path : answer.compared[0]?.at) ?? "";
}

/** The sentence, made of its parts: whom it is about, what was compared, and what is wrong. */
function worded({ answer, about, says, fails }: Judged): Text {
  const { zh, en } = sentence(answer, says);
  const tail = answer.is === "fails" ? fails : undefined;
  return {
    zh: `${about === undefined ? "" : `${about.zh}:`}${zh}${tail === undefined ? "" : `;${tail.zh}`}`,
    en: `${about === undefined ? "" : `${about.en}: `}${en}${tail === undefined ? "" : `; ${tail.en}`}`,
  };
}

function sentence(answer: Answer, says: Text | undefined): Text {
  if (answer.is === "does_not_apply") return answer.why;
  if (answer.is === "cannot_be_judged") {
    const names = answer.missing.map(({ what }) => what);
    if (names.length === 0) return says ?? { zh: "无法判断", en: "cannot be judged" };
    const { zh, en } = listed(names);
    return { zh: `缺少${zh},无法判断`, en: `cannot be judged without ${en}` };
  }
  return says ?? inParts(answer.compared);
}

function inParts(compared: readonly Compared[]): Text {
  return {
    zh: compared.map(({ what, shown }) => `${what.zh} ${shown.zh}`).join(","),
    en: compared.map(({ what, shown }) => `${what.en} ${shown.en}`).join(", "),
  };
}
