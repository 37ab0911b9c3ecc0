import { sum, ZERO } from "../amounts.ts";
import { shownBy, unprocuredPurchases } from "../purchases.ts";
import type { Concern } from "./point.ts";
import { amountOf, partyName, type Subject } from "./subject.ts";

/** Money that is there by somebody's decision counts against the verdicts as far as no paper shows it. */
export function unpaperedConcerns(subject: Subject): readonly Concern[] {
  return [...purchases(subject), ...gifts(subject)];
}

/** The verdict of what budgets pay. */
const OF_BUDGETS = "B9";

/** 政府购买服务: what a budget buys for its money is bought by a procurement on paper, or within a budget for operation. */
function purchases(subject: Subject): readonly Concern[] {
  const { document, graph, reach } = subject;
  return unprocuredPurchases(subject, graph.lines).flatMap((line): readonly Concern[] => {
    const amount = amountOf(subject, line);
    if (amount === undefined || !amount.greaterThan(0)) return [];
    const payer = partyName(document, line.payer ?? "");
    return [
      {
        kind: "missing",
        path: line.path ?? line.id,
        message: {
          zh: `${payer.zh}购买的“${line.label.zh}”没有采购文件,也没有足额的运营预算批准`,
          en: `“${line.label.en}” bought by ${payer.en} has neither a procurement on record nor a budget for operation that covers it`,
        },
        against: amount,
        money: line.id,
        // What nobody procured is money of the budget by another name.
        touches: (verdict) => verdict === OF_BUDGETS || reach.line(verdict, line.index),
      },
    ];
  });
}

/** 捐赠: what is given in money is as much as the papers of its use show. */
function gifts(subject: Subject): readonly Concern[] {
  const { graph, reach } = subject;
  const lines = graph.lines.filter(({ role, tags }) => role === "contribution.donation" && tags["crosses"] === "in");
  const given = sum(lines.map((line) => amountOf(subject, line) ?? ZERO));
  const used = shownBy(subject, "donation_use");
  // What the one who receives it writes down of its use binds no donor.
  const agreed = shownBy(subject, "donation_agreement");
  const shown = agreed.lessThan(used) ? agreed : used;
  const [first] = lines;
  if (first === undefined || !given.greaterThan(shown)) return [];
  return [
    {
      kind: "missing",
      path: first.path ?? first.id,
      message: {
        zh: `捐赠 ${given.toFixed(2)} 元,捐赠协议载明 ${agreed.toFixed(2)} 元,捐赠使用记录载明 ${used.toFixed(2)} 元`,
        en: `CNY ${given.toFixed(2)} is given; agreements show CNY ${agreed.toFixed(2)}, the records of its use CNY ${used.toFixed(2)}`,
      },
      against: given.minus(shown),
      money: first.id,
      touches: (verdict) => lines.some(({ index }) => reach.line(verdict, index)),
    },
  ];
}
