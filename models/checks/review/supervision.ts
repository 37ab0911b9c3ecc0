import type { Decimal } from "decimal.js";
import { STEP_MONTHS, type Step } from "../../language/timeline.ts";
import { type Text, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { documented, type Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { called, figure, said } from "./sides.ts";

const CLAUSES = ["jinhua-2020/4(3)", "taizhou-2023-draft/5(2)"];

/** Records of one name in the order of their dates: what is reported again and again. */
const reported = (facts: readonly Fact[]): readonly (readonly Fact[])[] =>
  [...Map.groupBy(facts, ({ label }) => label.zh.trim()).values()].map((group) => group.toSorted((a, b) => a.month - b.month));

/** What holds now: records that no later one of the same name takes the place of. One without a document, or beyond the horizon, takes no place. */
export const lastReported = (facts: readonly Fact[]): readonly Fact[] =>
  reported(facts).flatMap((group) => group.filter(({ month }) => !group.some((later) => later.month > month && later.holds && documented(later))));

/** How far an indicator is beyond its target; less than 0 where it is missed. */
function beyond(fact: Fact): Decimal | undefined {
  const [actual, target] = [fact.number("actual"), fact.number("target")];
  if (actual === undefined || target === undefined) return undefined;
  return fact.flag("lowerIsBetter") === true ? target.minus(actual) : actual.minus(target);
}

const STALLED = text("停滞不前", "stalled");

/** 督查状态 of an indicator by its last reports: what is missed and no nearer than before stands still. */
function statusOf(now: Decimal, before: Decimal | undefined, binding: boolean): Text {
  if (now.greaterThanOrEqualTo(0)) return text("达标", "met");
  if (before !== undefined && now.lessThanOrEqualTo(before)) return STALLED;
  return binding ? text("约束性指标未达标", "binding, missed") : text("引导性指标未达标", "guiding, missed");
}

/** M94: where each indicator stands by what was reported last. */
const status = check({
  ids: ["M94"],
  severity: "N",
  clauses: CLAUSES,
  of: (review) => reported(review.records("indicator")),
  none: text("无指标记录,不适用", "no indicators on record: does not apply"),
  judge: (group, review) => {
    const [last, previous] = [group.at(-1), group.at(-2)];
    const now = last === undefined ? undefined : beyond(last);
    if (last === undefined || now === undefined) return { answer: lacks(text("目标值与实际值", "target and actual"), last?.path ?? "records") };
    const binding = last.flag("binding") === true;
    const stands = statusOf(now, previous === undefined ? undefined : beyond(previous), binding);
    const measure = binding ? text("应责令整改", "to be rectified") : text("应督促提升", "to be improved");
    return {
      about: last.label,
      answer: answer(
        now.greaterThanOrEqualTo(0),
        said(text(`${review.monthText(last.month)} 通报状态`, `as reported ${review.monthText(last.month)}`), stands, last.path),
        ...(previous === undefined ? [] : [called(previous.side("actual"), "上次实际值", "actual before")].filter(({ value }) => value !== undefined)),
        last.side("actual"),
        last.side("target"),
      ),
      path: last.path,
      fails: stands === STALLED ? text(`应扣分通报,${measure.zh}`, `points are taken off, ${measure.en}`) : measure,
    };
  },
});

/** M94: reports follow each other as often as was laid down. */
const calendar = check({
  ids: ["M94"],
  severity: "N",
  clauses: CLAUSES,
  of: (review) => reported(review.records("indicator")).filter((group) => group.length > 1 && group.at(-1)?.word("rhythm") !== undefined),
  none: text("无按频次通报的指标,不适用", "no indicator is reported by a calendar: does not apply"),
  judge: (group, review: Review) => {
    const last = group.at(-1);
    const gaps = group.slice(1).map((fact, at) => fact.month - (group[at]?.month ?? fact.month));
    const [longest, path] = [Math.max(...gaps), last?.path ?? "records"];
    const rhythm = STEP_MONTHS[last?.word("rhythm") as Step];
    return {
      ...(last === undefined ? {} : { about: last.label }),
      answer: compare(
        review,
        figure(text("两次通报最长间隔", "longest time between reports"), review.count(longest), "mo", path),
        "at_most",
        figure(text("通报频次", "to be reported every"), rhythm === undefined ? undefined : review.count(rhythm), "mo", path),
      ),
      path,
      fails: text("未按频次通报", "reported less often"),
    };
  },
});

/** M92: a facility reaches the index aimed at and does not fall behind its last survey; the area it lacks stands beside. */
const facilityIndex = check({
  ids: ["M92"],
  severity: "N",
  clauses: ["taizhou-2023-draft/4(2)5"],
  of: (review) => reported(review.records("facility").filter((fact) => fact.number("index") !== undefined)),
  none: text("设施盘点未填评价指数,不适用", "no facility has an index: does not apply"),
  judge: (group) => {
    const [last, previous] = [group.at(-1), group.at(-2)];
    const index = last?.number("index");
    if (last === undefined || index === undefined) return { answer: lacks(text("评价指数", "index"), "records") };
    const target = last.number("indexTarget");
    const before = previous?.number("index");
    const gap = (last.number("required") ?? ZERO).minus(last.number("reachable") ?? ZERO).minus(last.number("provided") ?? ZERO);
    const fallen = before !== undefined && index.lessThan(before);
    return {
      about: last.label,
      answer: answer(
        target === undefined ? undefined : index.greaterThanOrEqualTo(target) && !fallen,
        last.side("index"),
        last.side("indexTarget"),
        ...(previous === undefined ? [] : [called(previous.side("index"), "上次指数", "index before")]),
        figure(text("面积缺口", "area it lacks"), gap.greaterThan(0) ? gap : ZERO, "m2", last.path),
      ),
      path: last.path,
      fails: text("应列入提升清单,改造后再评价", "to be upgraded and surveyed again"),
    };
  },
});

export const supervision: readonly Check[] = [status, calendar, facilityIndex];
