import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, grants, notApplicable } from "./finding.ts";
import type { Part } from "./parts.ts";
import { type Check, firstPositive, type Review } from "./review.ts";
import { unproven, unprovenMessage } from "./unproven.ts";

const PUBLIC = ["taizhou-2023-draft/4(5)12", "jinhua-2020/3(3)"];
const PERFORMANCE = ["taizhou-2023-draft/4(5)11"];

const grantParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays(/^support\.grant\./));
const amountOf = (review: Review, part: Part, role: RegExp) =>
  review.total(part.lines.filter((line) => line.role !== undefined && role.test(line.role))) ?? ZERO;

/** Document behind the money of a component: a record it names, or evidence on its status. */
export function documentOf(review: Review, part: Part, inputs: readonly string[]): string | undefined {
  for (const name of inputs) {
    const fact = review.facts.find(({ id }) => id === part.word(name));
    if (fact?.holds === true) return fact.document ?? fact.id;
  }
  return part.evidence("status") ?? part.evidence("amount");
}

/** C07 (M43, M44): counted grants have a document. */
function documents(review: Review): readonly Finding[] {
  const parts = grantParts(review);
  if (parts.length === 0)
    return [notApplicable(review, "C07", "R", { zh: "无补助,不适用", en: "no grants: does not apply" })];
  return parts.map((part) => {
    const amount = amountOf(review, part, /^support\.grant\./);
    const behind = documentOf(review, part, ["approval", "acceptanceRecord"]);
    const counted = amount.greaterThan(0);
    const lost = unproven(review, part);
    const pass = counted ? behind !== undefined : lost.greaterThan(0) ? false : null;
    const message =
      pass === false && !counted
        ? unprovenMessage(part, lost)
        : !counted
          ? { zh: `${part.label.zh}:本情景未计入`, en: `${part.label.en}: not counted in this scenario` }
          : behind === undefined
            ? {
                zh: `${part.label.zh}:已计入 ${amountText(amount)} 元而无批复文件`,
                en: `${part.label.en}: CNY ${amountText(amount)} counted without a document`,
              }
            : {
                zh: `${part.label.zh}:计入 ${amountText(amount)} 元,文件“${behind}”`,
                en: `${part.label.en}: CNY ${amountText(amount)} counted, document “${behind}”`,
              };
    return finding(review, {
      id: "C07",
      severity: "R",
      pass,
      numbers: { amount },
      path: `${part.path}/status`,
      message,
    });
  });
}

/** C07: the base counts what is granted, not what is hoped for. */
function base(review: Review): readonly Finding[] {
  return review.problems
    .filter(({ code }) => code === "document.base_counts")
    .map(({ path, message }) => finding(review, { id: "C07", severity: "Q", pass: false, path, message }));
}

/** C07 (M44): a reward comes after the result. */
function afterAcceptance(review: Review): readonly Finding[] {
  return grantParts(review).flatMap((part) => {
    const lines = part.lines.filter(({ role }) => role === "support.grant.performance");
    const index = firstPositive(review.series(lines));
    if (lines.length === 0 || index < 0) return [];
    const fact =
      review.facts.find(({ id }) => id === part.word("acceptanceRecord")) ??
      review.facts.find(({ kind }) => kind === "acceptance");
    const paidUntil = (review.timeline.periods[index]?.startMonth ?? 0) + review.timeline.stepMonths - 1;
    const pass = fact?.holds === true && fact.month <= paidUntil;
    const label = review.view.periodLabels[index] ?? "";
    const message = pass
      ? { zh: `${part.label.zh}:${label} 拨付,在验收之后`, en: `${part.label.en}: paid in ${label}, after acceptance` }
      : {
          zh: `${part.label.zh}:${label} 拨付,早于验收或无验收记录`,
          en: `${part.label.en}: paid in ${label}, before acceptance or without a record of it`,
        };
    return [
      finding(review, {
        id: "C07",
        severity: "R",
        pass,
        clauses: PERFORMANCE,
        numbers: {
          paidUntil: ZERO.plus(paidUntil),
          acceptance: fact === undefined ? undefined : ZERO.plus(fact.month),
        },
        path: pass ? fact.path : `${part.path}/acceptance`,
        message,
      }),
    ];
  });
}

/** C07 (M45): grants in total are at most the cost they may pay for. */
function eligible(review: Review): readonly Finding[] {
  const money = review.withRole("support.grant.*");
  if (money.length === 0) return [];
  const cost = review.withRole("cost.*").filter(({ tags }) => tags["eligible_grant"] === "yes");
  const [given, allowed] = [review.total(money), review.total(cost)];
  if (given === undefined || allowed === undefined) return [];
  const pass = given.minus(allowed).lessThanOrEqualTo(MONEY_TOLERANCE);
  const message = {
    zh: `补助合计 ${amountText(given)} 元,可用补助的公益性支出 ${amountText(allowed)} 元`,
    en: `grants of CNY ${amountText(given)} in total against CNY ${amountText(allowed)} of public cost they may pay for`,
  };
  return [
    finding(review, {
      id: "C07",
      severity: "R",
      pass,
      numbers: { grants: given, eligible: allowed },
      path: money[0]?.id ?? "",
      message,
    }),
    finding(review, {
      id: "M45",
      severity: "R",
      pass,
      clauses: PUBLIC,
      numbers: { grants: given, eligible: allowed },
      path: money[0]?.id ?? "",
      message,
    }),
  ];
}

/** Money a policy must grant, and the clauses that do. */
const PERMISSIONS = [
  {
    id: "M38",
    role: "support.rebate",
    clauses: ["jinhua-2020/3(3)"],
    zh: "市级计提返还",
    en: "return of the city set-aside",
  },
  {
    id: "M44",
    role: "support.grant.performance",
    clauses: ["taizhou-2023-draft/4(5)11"],
    zh: "以奖代补",
    en: "performance grant",
  },
  {
    id: "M47",
    role: "contribution.resident",
    clauses: ["taizhou-2023-draft/4(5)12", "zhejiang/self-renewal"],
    zh: "居民出资",
    en: "residents' contribution",
  },
  {
    id: "M51",
    role: "contribution.maintenance_fund",
    clauses: ["taizhou-2023-draft/4(5)12"],
    zh: "维修资金用于改造",
    en: "use of the maintenance fund",
  },
  {
    id: "M52",
    role: "provident.draw",
    clauses: ["taizhou-2023-draft/4(5)12"],
    zh: "公积金提取用于改造",
    en: "provident fund for renewal",
  },
  {
    id: "M53",
    role: "equity.fund",
    clauses: ["taizhou-2023-draft/4(5)11"],
    zh: "未来社区投资基金",
    en: "future-community investment fund",
  },
] as const;

/** M38, M44, M47, M51–M53: the listed rules mention the money; otherwise somebody must say on what it rests. */
function permissions(review: Review): readonly Finding[] {
  return PERMISSIONS.flatMap(({ id, role, clauses, zh, en }) => {
    const lines = review.withRole(role);
    const [first] = lines;
    if (first === undefined) return [];
    const pass = grants(review, clauses);
    const message = pass
      ? {
          zh: `${zh}有政策依据(允许或鼓励,不是当然取得)`,
          en: `${en}: a policy allows or encourages it; it is no entitlement`,
        }
      : {
          zh: `所列规则包没有提到${zh},须另附依据`,
          en: `${en}: no listed rule pack mentions it; name what it rests on`,
        };
    return [finding(review, { id, severity: "Q", pass, clauses, path: first.id, message })];
  });
}

export const support: readonly Check[] = [
  { ids: ["C07"], run: documents },
  { ids: ["C07"], run: base },
  { ids: ["C07"], run: afterAcceptance },
  { ids: ["C07", "M45"], run: eligible },
  { ids: PERMISSIONS.map(({ id }) => id), run: permissions },
];
