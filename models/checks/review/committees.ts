import type { Decimal } from "decimal.js";
import type { ModelDocument, TenderSpec } from "../../document/schema.ts";
import { bidderKey } from "../../document/tender/names.ts";
import type { SheetName } from "../../document/tender/sheets.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readDateMonth, readMonth } from "../../language/calendar.ts";
import { type LoadedPacks, loadPacks } from "../../policy/load.ts";
import { parameterAt } from "../../policy/series.ts";
import { bidsProblem } from "../../wording/bids.ts";
import { SHOWN_PLACES } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import { type Text, text } from "../../wording/text.ts";
import { answer, inapplicable } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Review } from "./review.ts";
import { called, figure, inPercent, ofRule, type Side, said } from "./sides.ts";

interface Committee {
  readonly called: Text;
  readonly path: string;
  readonly members: TenderSpec["evaluators"];
  /** Day of the sheet it fills in. */
  readonly date: string | undefined;
  /** Parameters of the rule packs: how many at least, and which share of them experts. */
  readonly least: string;
  readonly experts?: string;
}

const COMMITTEES: Readonly<Record<SheetName, (tender: TenderSpec) => Committee>> = {
  evaluation: ({ evaluators, evaluation }) => ({
    called: text("评标委员会", "evaluation committee"),
    path: "tender/evaluators",
    members: evaluators,
    date: evaluation.date,
    least: "evaluation_committee_min",
    experts: "evaluation_committee_experts_min",
  }),
  // 定标委员会: the law speaks of the other alone, and asks no experts here.
  award: ({ awarders, award }) => ({
    called: text("定标委员会", "award committee"),
    path: "tender/awarders",
    members: awarders,
    date: award.date,
    least: "award_committee_min",
  }),
};

/** Who sits on a committee, each once, whatever width a name is written in. */
interface Composition {
  readonly size: number;
  readonly isOdd: boolean;
  readonly experts: number;
  /** Of whom it is not stated. */
  readonly unsaid: number;
  readonly twice: readonly string[];
}

function compositionOf(members: Committee["members"]): Composition {
  const people = Map.groupBy(members, ({ name }) => bidderKey(name));
  const groups = [...people.values()];
  return {
    size: people.size,
    isOdd: people.size % 2 === 1,
    experts: groups.filter((same) => same.every(({ expert }) => expert === true)).length,
    unsaid: groups.filter((same) => same.some(({ expert }) => expert === undefined)).length,
    twice: groups.flatMap(([first, second]) => (first === undefined || second === undefined ? [] : [first.name])),
  };
}

/** Whether so many of so many reach a share that is printed as a fraction: 4 of 6 are two thirds. */
const reaches = (part: number, share: Decimal, size: number): boolean => share.times(size).toDecimalPlaces(SHOWN_PLACES).lessThanOrEqualTo(part);

/** A parameter on the day of a sheet; in the first month of the project where the sheet has no date. */
function stated(packs: LoadedPacks, id: string, date: string | undefined, startMonth: number): Decimal | undefined {
  const parameter = packs.parameter(id) ?? packs.base(id)?.parameter;
  const value = parameter === undefined ? undefined : parameterAt(parameter, readDateMonth(date ?? "") ?? startMonth);
  return typeof value === "string" ? new RecordDecimal(value) : undefined;
}

/** What is wrong with the committee of a sheet by the rules in force on its day. Nothing where it has no members yet. */
export function committeeFaults(document: ModelDocument, sheet: SheetName): readonly Problem[] {
  const { tender } = document;
  if (tender === undefined) return [];
  const { called: committee, path, members, date, least, experts } = COMMITTEES[sheet](tender);
  if (members.length === 0) return [];
  const packs = loadPacks(document);
  const start = readMonth(document.timeline.start) ?? 0;
  const [most, share] = [least, experts].map((id) => (id === undefined ? undefined : stated(packs, id, date, start)));
  const { size, isOdd, experts: counted, unsaid, twice } = compositionOf(members);
  const found: Problem[] = twice.map((name) => bidsProblem("member_twice", path, { committee, name }));
  if (most?.greaterThan(size) === true) found.push(bidsProblem("committee_small", path, { committee, found: size, least: most.toFixed() }));
  if (!isOdd) found.push(bidsProblem("committee_even", path, { committee, found: size }));
  if (share !== undefined && !reaches(counted, share, size))
    found.push(
      unsaid > 0 && reaches(counted + unsaid, share, size)
        ? bidsProblem("committee_unsaid", path, { committee, found: unsaid })
        : bidsProblem("committee_experts", path, { committee, found: counted, all: size }),
    );
  return found;
}

const YES = text("是", "yes");
const NO = text("否", "no");

function judged(review: Review, tender: TenderSpec, sheet: SheetName): Judged | undefined {
  const { called: about, path, members, date, least, experts } = COMMITTEES[sheet](tender);
  if (members.length === 0) return undefined;
  const { size, isOdd, experts: counted, unsaid, twice } = compositionOf(members);
  const at = (id: string): Side => ({ ...ofRule(review, id), value: stated(review.packs, id, date, review.timeline.startMonth) });
  const count = figure(text("成员", "members"), review.count(size), "item", path);
  const enough = called(at(least), "至少", "at least");
  const isWhole = enough.value === undefined ? undefined : enough.value.lessThanOrEqualTo(size);
  const sides = [count, { ...enough, unit: "item" }, said(text("单数", "odd"), isOdd ? YES : NO, path)];
  const named = twice.length === 0 ? [] : [said(text("重复的成员", "named twice"), text(twice.join("、"), twice.join(", ")), path)];
  const wrong = isWhole === false || !isOdd || twice.length > 0;
  if (experts === undefined) return { about, answer: answer(wrong ? false : isWhole, ...sides, ...named), path };
  const share = at(experts);
  const known = share.value;
  const isExpert = known === undefined ? undefined : reaches(counted, known, size) || (reaches(counted + unsaid, known, size) ? undefined : false);
  const open: readonly Side[] = unsaid === 0 ? [] : [figure(text(`${unsaid}名成员是否专家`, `whether ${unsaid} of the members are experts`), undefined, "1", path)];
  const failed = wrong || isExpert === false;
  return {
    about,
    path,
    answer: answer(
      failed ? false : isExpert === undefined ? undefined : isWhole,
      ...sides,
      figure(text("其中专家", "experts of them"), review.count(counted), "item", path),
      inPercent(called(share, "专家不少于", "experts at least")),
      ...named,
      ...(failed || isExpert !== undefined ? [] : open),
    ),
  };
}

const NONE = text("文件内没有招标,或未录入评标、定标委员会,不适用", "the file holds no tender, or no committee: does not apply");
const BINDING = ["national-law/tender-37", "national-law/evaluation-order-9"];

/** C24: the evaluation committee is what the law asks of a compulsory tender; the award committee what local rules usually ask. */
const committees = check<TenderSpec>({
  ids: ["C24"],
  severity: "R",
  clauses: BINDING,
  of: ({ document: { tender } }) => (tender === undefined ? [] : [tender]),
  none: NONE,
  judge: (tender, review): readonly Judged[] => {
    const evaluation = judged(review, tender, "evaluation");
    const award = judged(review, tender, "award");
    const compulsory = tender.notice.compulsory !== false;
    const all: readonly Judged[] = [
      ...(evaluation === undefined
        ? []
        : [
            compulsory
              ? { ...evaluation, fails: text("评标委员会组成不合法", "the committee is not what the law asks") }
              : {
                  ...evaluation,
                  severity: "N" as const,
                  fails: text("不是依法必须招标的项目,法律不强制;政府采购另有同样规定", "no compulsory tender, so the law does not bind; public procurement asks the same"),
                },
          ]),
      ...(award === undefined ? [] : [{ ...award, severity: "Q" as const, clauses: [], fails: text("请核对当地评定分离办法", "see the local rules on separate awards") }]),
    ];
    return all.length > 0 ? all : [{ answer: inapplicable(NONE) }];
  },
});

export const committeeChecks: readonly Check[] = [committees];
