import { RECORD_KINDS } from "../../document/records.ts";
import { residentContribution } from "../../mechanisms/residents/residentContribution.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import type { InputSpec } from "../../terms/inputs.ts";
import { type Text, text } from "../../wording/text.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { documented, type Fact } from "./facts.ts";
import { PAPERS, type Paper } from "./papersList.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, ofLine, type Side, said } from "./sides.ts";
import { unproven } from "./unproven.ts";
import { NO_VOTE_RULE, votesAreRuled } from "./votes.ts";

type RecordInput = Extract<InputSpec, { readonly type: "record" }>;

/** A paper a component names, with what it must be. */
interface Named {
  readonly part: Part;
  readonly spec: RecordInput;
  readonly fact: Fact;
  readonly path: string;
  readonly paper: Paper;
}

/** Every paper a component names, held against what it must be: of its kind, with a number, for as much as is counted on it. */
const named = (id: string): Check => {
  const own = PAPERS.filter((paper) => paper.id === id);
  return check({
    ids: [id],
    severity: "R",
    also: [...new Set(own.flatMap(({ clauses }) => clauses))],
    of: (review) => own.flatMap((paper) => namedBy(review, paper)),
    none: text("没有组件以此类文件为依据,不适用", "no component rests on such a record: does not apply"),
    judge: (one, review) => {
      const { part, spec, fact, path, paper } = one;
      const about = text(`${part.label.zh}:${spec.label.zh}“${fact.label.zh}”`, `${part.label.en}: ${spec.label.en} “${fact.label.en}”`);
      return { about, path, severity: paper.severity, clauses: paper.clauses, ...held(review, one) };
    },
  });
};

const namedBy = (review: Review, paper: Paper): readonly Named[] =>
  review.partsOf(paper.mechanism).flatMap((part) => {
    const spec = paper.mechanism.inputs[paper.input];
    const fact = review.record(part.word(paper.input));
    return spec?.type !== "record" || fact === undefined ? [] : [{ part, spec, fact, path: part.at(paper.input), paper }];
  });

function held(review: Review, { part, spec, fact, path }: Named): Omit<Judged, "about" | "path"> {
  const kinds = spec.kinds ?? [];
  const is = said(text("种类", "kind"), kindName(fact.kind), fact.path);
  const must = said(text("须为", "must be"), oneOf(kinds.map(kindName)), path);
  if (kinds.length > 0 && !kinds.includes(fact.kind ?? "")) return { answer: answer(false, is, must) };
  if (spec.majority === "major" && fact.flag("major") === false)
    return {
      answer: answer(false, said(text("表决事项", "voted as"), text("一般事项", "an ordinary item"), fact.path)),
      fails: text("此事须按重大事项表决", "this takes a major vote"),
    };
  const whole = fact.is("vote") ? wholeOf(review, part, fact) : undefined;
  if (whole !== undefined && whole.is === "fails") return { answer: whole, fails: text("表决不约束其以外的户或面积", "a vote binds only whom it counted") };
  if (fact.is("vote") && !votesAreRuled(review)) return { answer: NO_VOTE_RULE };
  const standing = said(text("成立", "holds"), fact.holds ? text("是", "yes") : text("不成立", "does not hold"), fact.path);
  if (!fact.holds) return { answer: answer(false, standing) };
  const lost = figure(text("因金额不足未计入", "not counted for want of amount"), spec.grants === true ? unproven(review, part) : review.count(0), "CNY", path);
  if (lost.value?.greaterThan(MONEY_TOLERANCE) === true)
    return {
      answer: answer(false, lost),
      fails: text("文件的金额不足以支撑所列金额", "the record does not cover what is entered"),
    };
  if (!documented(fact)) return { answer: lacks(text("文件名或文号", "the name or number of the document"), fact.path) };
  const paper: Side = said(text("文件", "document"), fact.document, fact.path);
  return { answer: answer(true, ...(kinds.length > 0 ? [is] : []), standing, paper) };
}

/** A vote binds those it counted: a charge on more households or floor area than the vote knew does not rest on it. */
function wholeOf(review: Review, part: Part, fact: Fact) {
  if (part.mechanism.id !== residentContribution.id) return undefined;
  // The line the charge itself is reckoned on: it knows the plot, and what stands in where nothing is entered.
  const charged = ofLine(review, part.line("charged"));
  const voted = fact.side(part.word("basis") === "household" ? "totalOwners" : "totalArea");
  if (charged.value === undefined || voted.value === undefined) return undefined;
  return compare(review, charged, "at_most", called(voted, "表决时的总数", "the whole as the vote counts it"), {
    tolerance: MONEY_TOLERANCE,
  });
}

const kindName = (kind: string | undefined): Text => RECORD_KINDS[kind ?? ""]?.label ?? text("未定种类的记录", "a record of no kind");
const OR = text("或", " or ");
const oneOf = (names: readonly Text[]): Text => text(names.map(({ zh }) => zh).join(OR.zh), names.map(({ en }) => en).join(OR.en));

export const papers: readonly Check[] = [...new Set(PAPERS.map(({ id }) => id))].map(named);
