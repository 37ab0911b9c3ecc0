import type { RecordKindName } from "../../document/records.ts";
import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { RATIO_TOLERANCE } from "../../statements/tolerances.ts";
import { listed, type Text, text } from "../../wording/text.ts";
import { greatest } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { type Fact, inForce } from "./facts.ts";
import { grants } from "./finding.ts";
import { firstPositive, type Review } from "./review.ts";
import { figure, said } from "./sides.ts";

/** A record of a kind that holds: one that was refused or failed opens no gate. */
const holding = (review: Review, kind: RecordKindName): readonly Fact[] => review.records(kind).filter(({ holds }) => holds);

/** Density rises: the gates stand before that. */
const uplifted = (review: Review): readonly Review[] => (review.partsOf(areaBalance).some((part) => review.view.scalar(part.line("far_uplift"))?.greaterThan(0)) ? [review] : []);
const NO_UPLIFT = text("未提高容积率,不适用", "the floor area ratio does not rise: does not apply");

const PRECONDITIONS: readonly (readonly [RecordKindName, Text])[] = [
  ["consent", text("原权利人利益保障(意愿征询)", "interests of the right-holders (consent)")],
  ["scene_checklist", text("达到建设标准(场景核对)", "standard met (scene checklist)")],
  ["market_test", text("可市场化运作(市场测试)", "can be run by the market (market test)")],
];

/** M07: three preconditions with documents before the floor area ratio is set. */
const preconditions = check({
  ids: ["M07"],
  severity: "R",
  gate: true,
  clauses: ["jinhua-2020/3(3)"],
  of: uplifted,
  none: NO_UPLIFT,
  judge: (review) => {
    const adjusted = holding(review, "plan_adjustment")[0]?.month;
    const found = PRECONDITIONS.map(([kind, what]) => {
      const fact = holding(review, kind).find(
        (one) => one.document !== undefined && (kind !== "consent" || consents(review, one)) && (adjusted === undefined || one.month <= adjusted),
      );
      return { what, fact };
    });
    const missing = found.filter(({ fact }) => fact === undefined);
    const lacking = listed(missing.map(({ what }) => what));
    return {
      answer: answer(missing.length === 0, ...found.map(({ what, fact }) => said(what, fact?.label ?? text("无", "none"), fact?.path ?? "records"))),
      fails: text(`提高容积率前缺少:${lacking.zh}`, `missing before the ratio is raised: ${lacking.en}`),
      path: "records",
    };
  },
});

/** Enough right-holders agree: as many as the rules on expropriation ask for where they are listed, else as for a major vote. */
function consents(review: Review, fact: Fact): boolean {
  const least = review.parameter("expropriation_consent") ?? review.parameter("vote_major");
  const rate = fact.number("rate");
  return rate !== undefined && (least === undefined || rate.greaterThanOrEqualTo(least));
}

const CAPACITIES = ["traffic", "environment", "sunlight", "noise"] as const;
const SUFFICES = text("满足", "suffices");
const FAILS = text("不满足", "does not suffice");
const CAPACITY_NAMES: Readonly<Record<(typeof CAPACITIES)[number], Text>> = {
  traffic: text("交通容量", "traffic"),
  environment: text("环境容量", "environment"),
  sunlight: text("日照", "sunlight"),
  noise: text("噪声", "noise"),
};

/** M08: density rises only within the capacity of traffic and environment; computed elsewhere, recorded here. */
const capacity = check({
  ids: ["M08"],
  severity: "R",
  gate: true,
  clauses: ["jinhua-2020/1(2)3"],
  of: uplifted,
  none: NO_UPLIFT,
  judge: (review) => {
    const facts = review.records("capacity");
    const failed = facts.flatMap((fact) => CAPACITIES.filter((name) => fact.flag(name) === false));
    const proved = holding(review, "capacity").filter((fact) => fact.flag("traffic") === true && fact.flag("environment") === true);
    const before = Math.min(inForce(review.records("plan_adjustment"), "far")?.month ?? Number.POSITIVE_INFINITY, lastMonthBeforeWorks(review));
    const late = proved.length > 0 && proved.every(({ month }) => month > before);
    const path = facts[0]?.path ?? "records";
    const shown = facts.flatMap((fact) =>
      CAPACITIES.flatMap((name) => {
        const flag = fact.flag(name);
        return flag === undefined ? [] : [said(CAPACITY_NAMES[name], flag ? SUFFICES : FAILS, fact.path)];
      }),
    );
    const short = listed(failed.map((name) => CAPACITY_NAMES[name]));
    const sides = shown.length > 0 ? shown : [said(text("容量论证", "capacity study"), text("无", "none"), path)];
    return {
      answer: answer(proved.length > 0 && !late && failed.length === 0, ...sides),
      fails:
        failed.length > 0
          ? text(`论证未通过:${short.zh}`, `it does not suffice: ${short.en}`)
          : late
            ? text("论证晚于控规调整或开工,不能作为提高容积率的依据", "the study is dated after the change of the plan or the start of works: the ratio cannot rest on it")
            : text("提高容积率须有通过的交通、环境容量论证", "the ratio rises without a study of traffic and environment that passed"),
      path,
    };
  },
});

/** M39: the new ratio is used only after the detailed plan was changed. */
const planning = check({
  ids: ["M39"],
  severity: "R",
  gate: true,
  clauses: ["jinhua-2020/3(1)", "taizhou-2023-draft/4(2)4"],
  of: (review) => (worksFrom(review) === undefined ? [] : uplifted(review)),
  none: NO_UPLIFT,
  judge: (review): Judged => {
    const started = worksFrom(review);
    const adjusted = inForce(review.records("plan_adjustment"), "far");
    if (adjusted === undefined || started === undefined)
      return {
        answer: answer(false, said(text("成立的控规调整记录", "a change of the detailed plan that holds"), text("无", "none"), "records")),
        fails: text("不得按新容积率建设", "the new ratio may not be used"),
      };
    const planned = figure(text("所建容积率", "ratio that is built"), greatest(review.withRole("index.far").flatMap((line) => review.view.scalar(line) ?? [])), "1", adjusted.path);
    const approved = adjusted.number("far");
    if (approved?.plus(RATIO_TOLERANCE).lessThan(planned.value ?? 0) === true)
      return {
        answer: compare(review, planned, "at_most", adjusted.side("far")),
        fails: text("控规调整批准的容积率低于所建容积率", "the change of the plan approves a lower ratio"),
      };
    const lastMonth = started + review.timeline.stepMonths - 1;
    return {
      answer: answer(
        adjusted.month <= lastMonth,
        adjusted.itself,
        said(text("开工", "works start"), review.monthText(started), "timeline"),
        said(text("控规调整", "plan changed"), review.monthText(adjusted.month), adjusted.path),
      ),
      fails: text("开工早于控规调整", "works start before the detailed plan is changed"),
    };
  },
});

/** Last month of the period in which works are paid first. */
const lastMonthBeforeWorks = (review: Review): number => {
  const started = worksFrom(review);
  return started === undefined ? Number.POSITIVE_INFINITY : started + review.timeline.stepMonths - 1;
};

/** First month in which works are paid. */
function worksFrom(review: Review): number | undefined {
  const index = firstPositive(review.series(review.withRole("cost.works.*")));
  return review.timeline.periods[index]?.startMonth;
}

const NAMED_IN_DESIGN = ["taizhou-2023-draft/4(2)4"];

/** M10: the operator is named before the design is approved, where the rules ask for it. */
const operatorNamed = check({
  ids: ["M10"],
  severity: "R",
  clauses: [...NAMED_IN_DESIGN, "jinhua-2020/2(2)"],
  of: (review) => {
    const [named] = holding(review, "operator_named");
    const [design] = holding(review, "design_approval");
    return named === undefined && design === undefined && !operated(review) ? [] : [{ named, design }];
  },
  none: text("无运营收入,也无设计批准,不适用", "neither operation nor an approved design: does not apply"),
  judge: ({ named, design }, review) => {
    const who = text("运营主体确定", "operator named");
    // Other papers name the implementing entity only: there it is noted.
    const noted = grants(review, NAMED_IN_DESIGN) ? {} : ({ severity: "N" } as const);
    if (named === undefined && design === undefined)
      return {
        ...noted,
        answer: lacks(text("运营主体确定与设计批准的记录", "records of who operates and of the approved design"), "records"),
      };
    const sides = [
      named === undefined ? said(who, text("无记录", "no record"), "records") : said(who, review.monthText(named.month), named.path),
      ...(design === undefined ? [] : [said(text("设计批准", "design approved"), review.monthText(design.month), design.path)]),
    ];
    return {
      ...noted,
      answer: answer(named !== undefined && (design === undefined || named.month <= design.month), ...sides),
      fails: text("设计批准时运营主体尚未确定", "the operator was not named when the design was approved"),
      path: named?.path ?? design?.path ?? "records",
    };
  },
});

const operated = (review: Review): boolean => review.withRole("revenue.*").length > 0;

/** A party by what a record calls it: its id, or its name in part. */
function isParty(review: Review, id: string | undefined, called: string): boolean {
  const { zh, en } = review.partyName(id);
  return id === called || [zh, en].some((name) => name !== "–" && (name.includes(called) || called.includes(name)));
}

/** M10: who is named to operate is who earns what operating brings. */
const operatorEarns = check({
  ids: ["M10"],
  severity: "R",
  clauses: NAMED_IN_DESIGN,
  of: (review) => holding(review, "operator_named").filter((fact) => fact.word("operator") !== undefined && operated(review)),
  none: text("未记录运营主体名称,或无运营收入,不适用", "no operator is named on record, or nothing is operated: does not apply"),
  judge: (fact, review) => {
    const named = fact.word("operator") ?? "";
    const earners = [...new Set(review.withRole("revenue.*").flatMap(({ payee }) => payee ?? []))];
    const names = earners.map((id) => review.partyName(id));
    const own = review.document.parties.find(({ id }) => id === named);
    return {
      about: fact.label,
      answer: answer(
        earners.some((id) => isParty(review, id, named)),
        said(text("确定的运营主体", "operator that is named"), own === undefined ? named : review.partyName(named), fact.path),
        said(text("取得运营收入的各方", "who earns from operating"), listed(names), "parties"),
      ),
      path: fact.path,
      fails: text("确定的运营主体在测算中没有运营收入", "the operator that is named earns nothing in this plan"),
    };
  },
});

export const gates: readonly Check[] = [preconditions, capacity, planning, operatorNamed, operatorEarns];
