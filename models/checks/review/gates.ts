import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { RATIO_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import type { Fact } from "./facts.ts";
import { finding } from "./finding.ts";
import { type Check, firstPositive, type Review } from "./review.ts";

const ofKind = ({ facts }: Review, kind: string): readonly Fact[] => facts.filter((fact) => fact.kind === kind);

/** A record of a kind that holds: one that was refused or failed opens no gate. */
const holding = (review: Review, kind: string): readonly Fact[] => ofKind(review, kind).filter(({ holds }) => holds);

/** Whether density rises: the gates stand before that. */
function uplifted(review: Review): boolean {
  return review.parts.some((part) => review.view.scalar(`${part.id}.far_uplift`)?.greaterThan(0));
}

/** First month in which works are paid. */
function worksFrom(review: Review): number | undefined {
  const index = firstPositive(review.series(review.withRole("cost.works.*")));
  return review.timeline.periods[index]?.startMonth;
}

/** Last month of the period in which works are paid first. */
const lastMonthBeforeWorks = (review: Review): number => {
  const started = worksFrom(review);
  return started === undefined ? Number.POSITIVE_INFINITY : started + review.timeline.stepMonths - 1;
};

const PRECONDITIONS: Readonly<Record<string, Text>> = {
  consent: { zh: "原权利人利益保障(意愿征询)", en: "interests of the right-holders (consent)" },
  scene_checklist: { zh: "达到建设标准(场景核对)", en: "standard met (scene checklist)" },
  market_test: { zh: "可市场化运作(市场测试)", en: "can be run by the market (market test)" },
};

/** M07: three preconditions with documents before the floor area ratio is set. */
function preconditions(review: Review): readonly Finding[] {
  if (!uplifted(review)) return [];
  const adjusted = holding(review, "plan_adjustment")[0]?.month;
  const missing = Object.entries(PRECONDITIONS).filter(
    ([kind]) =>
      !holding(review, kind).some(
        (fact) =>
          fact.document !== undefined &&
          (kind !== "consent" || consents(review, fact)) &&
          (adjusted === undefined || fact.month <= adjusted),
      ),
  );
  const pass = missing.length === 0;
  const message = pass
    ? {
        zh: "三项前提均有文件,且早于容积率设定",
        en: "all three preconditions have documents dated before the ratio was set",
      }
    : {
        zh: `提高容积率前缺少:${missing.map(([, text]) => text.zh).join("、")}`,
        en: `missing before the ratio is raised: ${missing.map(([, text]) => text.en).join(", ")}`,
      };
  return [
    finding(review, {
      id: "M07",
      severity: "R",
      gate: true,
      pass,
      clauses: ["jinhua-2020/3(3)"],
      path: "records",
      message,
    }),
  ];
}

/** Enough right-holders agree: as many as the rules on expropriation ask for where they are listed, else as for a major vote. */
function consents(review: Review, fact: Fact): boolean {
  const least = review.parameter("expropriation_consent") ?? review.parameter("vote_major");
  const rate = fact.number("rate");
  return rate !== undefined && (least === undefined || rate.greaterThanOrEqualTo(least));
}

/** M08: density rises only within the capacity of traffic and environment; computed elsewhere, recorded here. */
function capacity(review: Review): readonly Finding[] {
  if (!uplifted(review)) return [];
  const facts = ofKind(review, "capacity");
  const failed = facts.flatMap((fact) =>
    ["traffic", "environment", "sunlight", "noise"].filter((name) => fact.flag(name) === false),
  );
  const proved = holding(review, "capacity").filter(
    (fact) => fact.flag("traffic") === true && fact.flag("environment") === true,
  );
  const before = Math.min(
    holding(review, "plan_adjustment").at(-1)?.month ?? Number.POSITIVE_INFINITY,
    lastMonthBeforeWorks(review),
  );
  const late = proved.length > 0 && proved.every(({ month }) => month > before);
  const pass = proved.length > 0 && !late && failed.length === 0;
  const message = pass
    ? { zh: "交通与环境容量论证通过", en: "traffic and environment capacity suffice" }
    : failed.length > 0
      ? { zh: `容量论证未通过:${failed.join("、")}`, en: `capacity does not suffice: ${failed.join(", ")}` }
      : late
        ? {
            zh: "交通与环境容量论证晚于控规调整或开工,不能作为提高容积率的依据",
            en: "the capacity study is dated after the change of the plan or the start of works: the ratio cannot rest on it",
          }
        : {
            zh: "提高容积率而无交通、环境容量论证记录",
            en: "the ratio rises without a record of traffic and environment capacity",
          };
  return [
    finding(review, {
      id: "M08",
      severity: "R",
      gate: true,
      pass,
      clauses: ["jinhua-2020/1(2)3"],
      path: facts[0]?.path ?? "records",
      message,
    }),
  ];
}

/** The highest floor area ratio that is planned on a plot. */
const highestRatio = (review: Review): Decimal =>
  review.withRole("index.far").reduce((most, { id }) => RecordDecimal.max(most, review.view.scalar(id) ?? ZERO), ZERO);

/** M39: the new ratio is used only after the detailed plan was changed. */
function planning(review: Review): readonly Finding[] {
  const started = worksFrom(review);
  if (!uplifted(review) || started === undefined) return [];
  const adjusted = holding(review, "plan_adjustment").at(-1);
  const lastMonth = started + review.timeline.stepMonths - 1;
  const short = adjusted?.number("far")?.plus(RATIO_TOLERANCE).lessThan(highestRatio(review)) === true;
  const pass = adjusted !== undefined && adjusted.month <= lastMonth && !short;
  const message = pass
    ? { zh: "控规调整早于开工", en: "the detailed plan was changed before works start" }
    : adjusted === undefined
      ? {
          zh: "没有成立的控规调整记录,不得按新容积率建设",
          en: "no record of a change of the detailed plan that holds: the new ratio may not be used",
        }
      : short
        ? {
            zh: "控规调整批准的容积率低于所建容积率",
            en: "the change of the detailed plan approves a lower ratio than is built",
          }
        : { zh: "开工早于控规调整", en: "works start before the detailed plan is changed" };
  return [
    finding(review, {
      id: "M39",
      severity: "R",
      gate: true,
      pass,
      clauses: ["jinhua-2020/3(1)", "taizhou-2023-draft/4(2)4"],
      path: adjusted?.path ?? "records",
      message,
    }),
  ];
}

/** M10: the operator is named before the design is approved, where the rules ask for it. */
function operatorNamed(review: Review): readonly Finding[] {
  const [named, design] = [ofKind(review, "operator_named")[0], holding(review, "design_approval")[0]];
  if (named === undefined && design === undefined) return [];
  const pass = named !== undefined && (design === undefined || named.month <= design.month);
  const message = pass
    ? { zh: "运营主体在设计批准前已确定", en: "the operator was named before the design was approved" }
    : { zh: "设计批准时运营主体尚未确定", en: "the operator was not named when the design was approved" };
  const path = named?.path ?? design?.path ?? "records";
  return [
    finding(review, {
      id: "M10",
      severity: "R",
      pass,
      clauses: ["taizhou-2023-draft/4(2)4", "jinhua-2020/2(2)"],
      path,
      message,
    }),
  ];
}

/** M12: binding indicators must be met; guiding ones show their gap. */
function indicators(review: Review): readonly Finding[] {
  return ofKind(review, "indicator").map((fact) => {
    const [target, actual, binding] = [fact.number("target"), fact.number("actual"), fact.flag("binding") === true];
    const decided = target !== undefined && actual !== undefined;
    const met =
      decided &&
      (fact.flag("lowerIsBetter") === true ? actual.lessThanOrEqualTo(target) : actual.greaterThanOrEqualTo(target));
    const kind = binding
      ? { zh: "约束性指标", en: "binding indicator" }
      : { zh: "引导性指标", en: "guiding indicator" };
    const unit = fact.word("unit") ?? "";
    const order = binding
      ? { zh: ",应责令整改", en: ": to be rectified" }
      : { zh: ",应督促提升", en: ": to be improved" };
    const message = decided
      ? {
          zh: `${kind.zh}“${fact.label.zh}”:实际 ${actual.toFixed()}${unit},目标 ${target.toFixed()}${unit}${met ? "" : order.zh}`,
          en: `${kind.en} “${fact.label.en}”: ${actual.toFixed()} ${unit}, target ${target.toFixed()} ${unit}${met ? "" : order.en}`,
        }
      : {
          zh: `${kind.zh}“${fact.label.zh}”未填目标或实际值`,
          en: `${kind.en} “${fact.label.en}”: target or actual value is missing`,
        };
    return finding(review, {
      id: "M12",
      severity: binding ? "R" : "Q",
      pass: decided ? met : null,
      clauses: binding
        ? ["jinhua-2020/4(3)", "taizhou-2023-draft/4(3)7"]
        : ["jinhua-2020/1(2)4", "taizhou-2023-draft/4(3)7"],
      numbers: { target, actual },
      path: fact.path,
      message,
    });
  });
}

/** M13: compulsory scenes have area and cost. */
function scenes(review: Review): readonly Finding[] {
  return ofKind(review, "scene")
    .filter((fact) => fact.flag("mandatory") === true)
    .map((fact) => {
      const [area, cost] = [fact.number("area") ?? ZERO, fact.number("cost") ?? ZERO];
      const pass = area.greaterThan(0) && cost.greaterThan(0);
      const message = pass
        ? { zh: `标配场景“${fact.label.zh}”有面积和投资`, en: `compulsory scene “${fact.label.en}” has area and cost` }
        : {
            zh: `标配场景“${fact.label.zh}”面积 ${amountText(area)} ㎡、投资 ${amountText(cost)} 元,不得为零`,
            en: `compulsory scene “${fact.label.en}”: area ${amountText(area)} ㎡ and cost CNY ${amountText(cost)} must not be zero`,
          };
      return finding(review, {
        id: "M13",
        severity: "R",
        pass,
        clauses: ["taizhou-2023-draft/4(1)2"],
        numbers: { area, cost },
        path: fact.path,
        message,
      });
    });
}

/** M14: an acceptance was passed. */
function acceptance(review: Review): readonly Finding[] {
  return ofKind(review, "acceptance").flatMap((fact) => {
    const passed = fact.flag("passed");
    if (passed === undefined && fact.number("score") === undefined) return [];
    const pass = passed ?? null;
    const outcome = passed === false ? { zh: "未通过", en: "failed" } : { zh: "已记录", en: "recorded" };
    const message = { zh: `验收“${fact.label.zh}”${outcome.zh}`, en: `acceptance “${fact.label.en}” ${outcome.en}` };
    return [
      finding(review, {
        id: "M14",
        severity: "Q",
        pass,
        clauses: ["jinhua-2020/2(3)", "taizhou-2023-draft/4(1)2"],
        numbers: { score: fact.number("score") },
        path: fact.path,
        message,
      }),
    ];
  });
}

/** Money the plan itself sets aside for public culture, and where; undefined where it has no such cost. */
function culturePlanned(review: Review): { readonly amount: Decimal; readonly path: string } | undefined {
  const items = review.parts.flatMap((part) =>
    part.mechanism === "other_costs"
      ? part.rows("items").flatMap((row) => (row.word("kind") === "culture" ? [{ part, row }] : []))
      : [],
  );
  const [first] = items;
  if (first === undefined) return undefined;
  const ids = new Set(items.map(({ part, row }) => `${part.id}.paid.${row.id}`));
  const amount = review.total(review.lines.filter(({ id }) => ids.has(id)));
  return amount === undefined ? undefined : { amount, path: first.row.path };
}

/** M27: where a local rule asks for a public-culture share, what is spent reaches it; a document counts where the plan has no such cost. */
function culture(review: Review): readonly Finding[] {
  const share = review.parameter("public_culture_share");
  const base = review.view.scalar("project.total_investment");
  if (share === undefined || base === undefined) return [];
  const planned = culturePlanned(review);
  const documents = ofKind(review, "public_culture");
  const budget = planned?.amount ?? sum(documents.map((fact) => fact.number("budget") ?? ZERO));
  const required = base.times(share);
  const pass = budget.greaterThanOrEqualTo(required);
  const message = {
    zh: `公共文化投入 ${amountText(budget)} 元,应不少于总投资的规定比例 ${amountText(required)} 元`,
    en: `public culture budget CNY ${amountText(budget)}, at least CNY ${amountText(required)} by the rule's share of total investment`,
  };
  return [
    finding(review, {
      id: "M27",
      severity: "R",
      pass,
      clauses: ["taizhou-2023-draft/4(1)3"],
      numbers: { budget, required },
      path: planned?.path ?? documents[0]?.path ?? "records",
      message,
    }),
  ];
}

export const gates: readonly Check[] = [
  { ids: ["M07"], run: preconditions },
  { ids: ["M08"], run: capacity },
  { ids: ["M39"], run: planning },
  { ids: ["M10"], run: operatorNamed },
  { ids: ["M12"], run: indicators },
  { ids: ["M13"], run: scenes },
  { ids: ["M14"], run: acceptance },
  { ids: ["M27"], run: culture },
];
