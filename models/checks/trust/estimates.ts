import type { Decimal } from "decimal.js";
import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { PROJECT } from "../../statements/handles.ts";
import { PAPER_MARGIN, PAPER_ROUNDING } from "../../terms/practice.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { groupTotal, isPaidOut, paperOf, statedBy } from "./papers.ts";
import type { Concern } from "./point.ts";
import { amountOf, type Subject } from "./subject.ts";

/** Parts of a total investment that an approval may state, each with the roles it is made of. */
const PARTS = {
  works: { roles: "cost.works.", name: { zh: "工程费用", en: "works" } },
  other: { roles: "cost.other.", name: { zh: "工程建设其他费用", en: "other costs of construction" } },
  contingency: { roles: "cost.contingency.", name: { zh: "预备费", en: "contingency" } },
  compensation: { roles: "cost.compensation.", name: { zh: "补偿费用", en: "compensation" } },
  land: { roles: "cost.land.", name: { zh: "土地费用", en: "land" } },
} satisfies Record<string, { roles: string; name: Text }>;

const TOTAL: Text = { zh: "总投资", en: "total investment" };

/**
 * 投资估算批复: what a plan costs is what was approved. A plan that comes to less than its approval, in all or in a part, has left something out or
 * made it cheaper than the paper; one without an approval has nothing it could be held against.
 */
export function estimateConcerns(subject: Subject): readonly Concern[] {
  const { graph, results, reach } = subject;
  const costs = graph.lines.filter((line) => line.role?.startsWith("cost.") === true && isPaidOut(line));
  if (!costs.some((line) => amountOf(subject, line)?.greaterThan(0) === true)) return [];
  const touches: Concern["touches"] = (verdict) =>
    verdict !== "B1" && costs.some(({ index }) => reach.line(verdict, index));
  const estimate = paperOf(subject, "estimate_approval");
  const total = results.scalar(PROJECT.totalInvestment);
  const stated = estimate === undefined ? undefined : statedBy(subject, estimate.id, "totalInvestment");
  if (estimate === undefined || stated === undefined)
    return [
      { kind: "paper", path: estimate === undefined ? "records" : `records/${estimate.id}`, message: NONE, touches },
    ];
  if (total === undefined) return [];
  const parts = Object.entries(PARTS).flatMap(([name, { roles, name: label }]) => {
    const part = statedBy(subject, estimate.id, name);
    const planned = groupTotal(subject, costs, roles);
    return part === undefined ? [] : [{ label, stated: part, planned, within: PAPER_ROUNDING }];
  });
  const short = [...parts, { label: TOTAL, stated, planned: new RecordDecimal(total as never), within: PAPER_MARGIN }]
    .map((one) => ({ ...one, against: one.stated.minus(one.planned) }))
    .filter(({ against, stated: of, within }) => against.greaterThan(of.times(within)));
  const paper = textOf(estimate.label);
  return short.map(({ label, stated: of, planned, against }) => ({
    kind: "paper",
    path: `records/${estimate.id}`,
    message: below(paper, label, of, planned),
    against,
    touches,
  }));
}

const NONE: Text = {
  zh: "没有载明总投资的投资估算批复,费用是否列全无从核对",
  en: "no approved estimate states the total investment: nothing shows that all costs are in",
};

const below = (paper: Text, part: Text, stated: Decimal, planned: Decimal): Text => {
  const [of, is] = [stated, planned].map((value) => grouped(value.toFixed(2)));
  return {
    zh: `${part.zh} ${is} 元,低于“${paper.zh}”的 ${of} 元:请补列费用,或登记新的批复`,
    en: `${part.en} of CNY ${is} is below the CNY ${of} of “${paper.en}”: enter what is left out, or the new approval`,
  };
};
