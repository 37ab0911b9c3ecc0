import { type CostFunding, costFundings } from "../../statements/costFunding.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding, Severity } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

interface Asked {
  readonly id: string;
  readonly severity: Severity;
  readonly clauses: readonly string[];
}

/** Who asks about money beyond the costs it may pay for: of several sources the same cost is paid twice, of grants alone the public is paid for what is private. */
function askedOf({ sources }: CostFunding): Asked | undefined {
  if (sources.length > 1)
    return sources.includes("grants")
      ? { id: "C07", severity: "R", clauses: [] }
      : { id: "M51", severity: "R", clauses: ["civil-code/281"] };
  return sources[0] === "grants"
    ? { id: "M45", severity: "Q", clauses: ["taizhou-2023-draft/4(5)12", "jinhua-2020/3(3)"] }
    : undefined;
}

/** C07, M45, M51: all sources that rest on a cost add up to at most the cost, as the area table says who has the use of it. */
function paidOnce(review: Review): readonly Finding[] {
  return costFundings(review.lines).flatMap((funding) => {
    const asked = askedOf(funding);
    const [brought, cost, excess] = [funding.brought, funding.cost, funding.excess].map((id) => review.view.scalar(id));
    if (asked === undefined || brought === undefined || cost === undefined || excess === undefined) return [];
    if (excess.lessThanOrEqualTo(MONEY_TOLERANCE)) return [];
    const { label } = funding;
    const [money, most, beyond] = [brought, cost, excess].map((amount) => amountText(amount));
    return [
      finding(review, {
        ...asked,
        pass: false,
        numbers: { brought, cost, excess },
        path: funding.excess,
        message: {
          zh: `${label.zh}合计 ${money} 元,可由其支付的支出 ${most} 元(同一支出只付一次,出售、出租、让渡与回迁面积的造价除外),超出 ${beyond} 元`,
          en: `${label.en} bring CNY ${money}, the cost they may pay for is CNY ${most} (each cost once, without space that is sold, let, ceded or resettled): CNY ${beyond} too much`,
        },
      }),
    ];
  });
}

const NEW_BUILDING = new Set(["above", "below", "product", "product_pieces"]);

/** M51: the maintenance fund pays for common parts that are there, neither for utilities' networks nor for new buildings. */
function commonPartsOnly(review: Review): readonly Finding[] {
  if (review.withRole("contribution.maintenance_fund").length === 0) return [];
  return review
    .withRole("cost.*", "replacement.capex")
    .filter(({ tags }) => tags["eligible_maintenance"] === "yes")
    .flatMap((line) => {
      const utility = line.tags["bearer"] === "utility";
      if (!utility && !NEW_BUILDING.has(String(line.tags["measured_by"] ?? ""))) return [];
      const amount = review.total([line]);
      if (amount === undefined || amount.lessThanOrEqualTo(MONEY_TOLERANCE)) return [];
      return [
        finding(review, {
          id: "M51",
          severity: "Q",
          pass: false,
          clauses: ["civil-code/281"],
          numbers: { amount },
          path: line.id,
          message: utility
            ? {
                zh: `${line.label.zh}:由专营单位承担的管线工程 ${amountText(amount)} 元标为可用维修资金,应由专营单位支付`,
                en: `${line.label.en}: CNY ${amountText(amount)} of networks that utilities bear are marked for the maintenance fund`,
              }
            : {
                zh: `${line.label.zh}:新建房屋 ${amountText(amount)} 元标为可用维修资金,不是既有共有部分的维修、更新和改造`,
                en: `${line.label.en}: CNY ${amountText(amount)} of new building is marked for the maintenance fund, no repair of common parts`,
              },
        }),
      ];
    });
}

export const costFunding: readonly Check[] = [
  { ids: ["C07", "M45", "M51"], run: paidOnce },
  { ids: ["M51"], run: commonPartsOnly },
];
