import type { Decimal } from "decimal.js";
import { SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import type { Fact } from "./facts.ts";
import { finding, notApplicable, percent } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const INVITED = ["national-law/tender-17", "taizhou-2023-draft/4(3)7"];

const selections = ({ facts }: Review): readonly Fact[] => facts.filter(({ kind }) => kind === "operator_selection");
/** Contracts with an operator: there the choice of the operator must be on record. */
const contracts = ({ parts }: Review) => parts.filter((part) => part.has("bondAmount") && part.has("term"));

/** C24 (M86): enough were invited, with a legal ground and a reason of the award. */
function chosen(review: Review): readonly Finding[] {
  const facts = selections(review);
  const least = review.parameter("invitees_min");
  const [contract] = contracts(review);
  // A choice that does not hold within the horizon proves no more than none.
  if (facts.length === 0 || (contract !== undefined && !facts.some(({ holds }) => holds))) {
    if (contract === undefined)
      return [
        notApplicable(
          review,
          "C24",
          "R",
          {
            zh: "无运营商合同与选定记录,不适用",
            en: "no operator contract and no selection on record: does not apply",
          },
          INVITED,
        ),
      ];
    return [
      finding(review, {
        id: "C24",
        severity: "R",
        pass: false,
        clauses: INVITED,
        path: "records",
        message: {
          zh: `${contract.label.zh}:没有运营主体选定记录(受邀单位数、依据、定标理由)`,
          en: `${contract.label.en}: no record of how the operator was chosen (parties invited, ground, reason)`,
        },
      }),
    ];
  }
  return facts.flatMap((fact) => {
    const invitees = fact.number("invitees");
    const enough = invitees === undefined || least === undefined ? null : invitees.greaterThanOrEqualTo(least);
    const [ground, reason] = [fact.word("ground"), fact.word("reason")];
    const pass = enough === true ? reason !== undefined : enough;
    const reasoned = reason === undefined ? { zh: "未填", en: "missing" } : { zh: "已记录", en: "recorded" };
    const message = {
      zh: `${fact.label.zh}:受邀 ${invitees?.toFixed() ?? "–"} 家,至少 ${least?.toFixed() ?? "–"} 家;定标理由${reasoned.zh}`,
      en: `${fact.label.en}: ${invitees?.toFixed() ?? "–"} parties invited, at least ${least?.toFixed() ?? "–"}; reason of the award ${reasoned.en}`,
    };
    const way =
      fact.flag("separateAward") === true
        ? { zh: "评定分离", en: "separating evaluation and award" }
        : { zh: "邀请招标", en: "the invited tender" };
    return [
      finding(review, {
        id: "C24",
        severity: "R",
        pass,
        clauses: INVITED,
        numbers: { invitees, least },
        path: fact.path,
        message,
      }),
      finding(review, {
        id: "R-BID-1",
        severity: "R",
        pass: ground !== undefined,
        clauses: INVITED,
        path: fact.path,
        message:
          ground === undefined
            ? {
                zh: `${fact.label.zh}:${way.zh}未写明法定依据`,
                en: `${fact.label.en}: no legal ground for ${way.en}`,
              }
            : { zh: `${fact.label.zh}:依据 ${ground}`, en: `${fact.label.en}: ground ${ground}` },
      }),
    ];
  });
}

function atMost(
  review: Review,
  found: {
    readonly id: string;
    readonly clauses: readonly string[];
    readonly amount: Decimal | undefined;
    readonly base: Decimal | undefined;
    readonly share: Decimal | undefined;
    readonly path: string;
    readonly zh: string;
    readonly en: string;
  },
): readonly Finding[] {
  const { id, clauses, amount, base, share, path, zh, en } = found;
  if (amount === undefined || base === undefined || share === undefined) return [];
  const limit = base.times(share);
  return [
    finding(review, {
      id,
      severity: "R",
      pass: amount.lessThanOrEqualTo(limit),
      clauses,
      numbers: { amount, limit },
      path,
      message: {
        zh: `${zh} ${amountText(amount)} 元,上限 ${amountText(limit)} 元(${percent(share)})`,
        en: `${en} CNY ${amountText(amount)}, at most CNY ${amountText(limit)} (${percent(share)})`,
      },
    }),
  ];
}

/** M88: bonds within their legal shares, indicators linked to payment, consortium complete. */
function agreement(review: Review): readonly Finding[] {
  const [bidMax, bondMax] = [review.parameter("bid_bond_max"), review.parameter("performance_bond_max")];
  const recorded = selections(review).flatMap((fact) => [
    ...atMost(review, {
      id: "M88",
      clauses: ["national-law/tender-reg-26"],
      amount: fact.number("bidBond"),
      base: fact.number("estimate"),
      share: bidMax,
      path: fact.path,
      zh: "投标保证金",
      en: "bid bond",
    }),
    ...atMost(review, {
      id: "M88",
      clauses: ["national-law/tender-reg-58"],
      amount: fact.number("performanceBond"),
      base: fact.number("contractAmount"),
      share: bondMax,
      path: fact.path,
      zh: "履约保证金",
      en: "performance bond",
    }),
  ]);
  const signed = contracts(review).flatMap((part) => [
    ...atMost(review, {
      id: "M88",
      clauses: ["national-law/tender-reg-58"],
      amount: part.number("bondAmount"),
      base: review.view.scalar(`${part.id}.contract_value`),
      share: bondMax,
      path: `${part.path}/bondAmount`,
      zh: "履约担保",
      en: "performance bond",
    }),
    linked(
      review,
      part.rows("kpis").some((row) => row.number("penalty")?.greaterThan(0)) || part.has("paymentPerYear"),
      `${part.path}/kpis`,
      part.label.zh,
      part.label.en,
    ),
    ...consortium(review, part),
  ]);
  const agreed = review.facts
    .filter(({ kind }) => kind === "performance_agreement")
    .map((fact) => linked(review, fact.flag("kpiLinked") === true, fact.path, fact.label.zh, fact.label.en));
  return [...recorded, ...signed, ...agreed];
}

function linked(review: Review, pass: boolean, path: string, zh: string, en: string): Finding {
  const message = pass
    ? { zh: `${zh}:绩效指标与付费挂钩`, en: `${en}: indicators are linked to payment` }
    : { zh: `${zh}:绩效指标没有与付费或违约金挂钩`, en: `${en}: no indicator is linked to payment or penalty` };
  return finding(review, { id: "M88", severity: "Q", pass, clauses: ["taizhou-2023-draft/4(3)7"], path, message });
}

function consortium(review: Review, part: Review["parts"][number]): readonly Finding[] {
  const shares = part.rows("consortium").flatMap((row) => row.number("share") ?? []);
  if (shares.length === 0) return [];
  const total = sum(shares);
  const pass = total.minus(1).abs().lessThanOrEqualTo(SHARE_TOLERANCE);
  return [
    finding(review, {
      id: "M71",
      severity: "Q",
      pass,
      clauses: ["taizhou-2023-draft/4(3)8"],
      numbers: { total },
      path: `${part.path}/consortium`,
      message: {
        zh: `${part.label.zh}:联合体份额合计 ${percent(total)}`,
        en: `${part.label.en}: shares of the consortium make ${percent(total)}`,
      },
    }),
  ];
}

/** M91: a survey is on record where payment follows satisfaction. */
function satisfaction(review: Review): readonly Finding[] {
  const paying = review.parts.filter((part) => part.has("paymentPerYear"));
  const surveys = review.facts.filter(({ kind }) => kind === "satisfaction");
  if (paying.length === 0 && surveys.length === 0) return [];
  const pass = paying.every((part) => part.has("score") && part.has("scoreFloor") && part.has("scoreFull"));
  const score = surveys.at(-1)?.number("score") ?? ZERO;
  return [
    finding(review, {
      id: "M91",
      severity: "Q",
      pass,
      clauses: ["taizhou-2023-draft/4(3)7"],
      numbers: surveys.length === 0 ? {} : { score },
      path: surveys.at(-1)?.path ?? paying[0]?.path ?? "",
      message: pass
        ? {
            zh: `满意度调查 ${surveys.length} 次,最近得分 ${surveys.length === 0 ? "–" : score.toFixed(1)}`,
            en: `${surveys.length} satisfaction surveys, the last score ${surveys.length === 0 ? "–" : score.toFixed(1)}`,
          }
        : {
            zh: "绩效付费没有约定满意度起付分、全额分与预计得分",
            en: "performance payment without a score, a floor and a full mark",
          },
    }),
  ];
}

export const procurement: readonly Check[] = [
  { ids: ["C24", "R-BID-1"], run: chosen },
  { ids: ["M71", "M88"], run: agreement },
  { ids: ["M91"], run: satisfaction },
];
