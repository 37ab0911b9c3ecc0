import type { Decimal } from "decimal.js";
import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { amountText } from "../../wording/grouped.ts";
import { saysSomething } from "../../wording/substance.ts";
import type { Text } from "../../wording/text.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** 借款、财政资金、往来款、预收款. */
const OTHERS_MONEY =
  /贷款|借款|借入|拆借|授信|过桥|往来款|预收|意向金|诚意金|认筹|定金|财政(?:拨款|资金|补助)|补助资金|\b(?:loans?|borrowed|credit line|advances?|grants?|subsid(?:y|ies)|down payments?)\b/i;
const DENIED =
  /(?:并?非|不是|没有|不含|无)[^,。;]{0,6}(?:贷款|借款|财政|预收)|\b(?:no|not|without)\b[^,.;]{0,12}\b(?:loans?|borrowed|advances?|grants?)\b/i;

/** 期初资金: money that is there at the beginning came from somebody. What no paper proves counts against the verdicts that rest on it. */
export function openingCashConcerns({ document, graph, reach }: Subject): readonly Concern[] {
  return document.parties.flatMap((party): readonly Concern[] => {
    const { id, openingCash = "0", openingCashSource = "", openingCashProven = "0" } = party;
    const line = graph.indexById.get(`party.${id}.opening_cash`);
    const held = new RecordDecimal(openingCash);
    if (line === undefined || !held.greaterThan(0)) return [];
    const source = openingCashSource.trim();
    const proven = new RecordDecimal(saysSomething(source) ? openingCashProven : "0");
    const open = held.minus(proven);
    const label = textOf(party.label);
    const path = `parties/${id}/openingCash`;
    // Money of lenders, budgets or buyers is none of the party's own, whatever paper proves that it came.
    if (OTHERS_MONEY.test(source) && !DENIED.test(source))
      return [
        {
          kind: "missing",
          path: `parties/${id}/openingCashSource`,
          message: {
            zh: `${label.zh}期初资金 ${amountText(held)} 元来自“${source}”,不是投资人投入:借款、财政资金、预收款须用相应组件列示`,
            en: `opening cash of ${label.en}, CNY ${amountText(held)}, comes from “${source}” and not from its owners: loans, budgets' money and advances are entered by their components`,
          },
          against: held,
          money: path,
          touches: (verdict) => reach.line(verdict, line),
        },
      ];
    // What the author says is proven is for the reviewer to see.
    if (!open.greaterThan(0))
      return [{ kind: "draft", path, message: stated(label, held, source), touches: () => false, against: SAFE }];
    return [
      {
        kind: "missing",
        path,
        message: {
          zh: `${label.zh}的期初资金未说明由谁投入、有何凭证`,
          en: `opening cash of ${label.en}: who paid it in, and by which paper, is not stated`,
        },
        against: open,
        money: path,
        touches: (verdict) => reach.line(verdict, line),
      },
    ];
  });
}

const stated = (party: Text, held: Decimal, source: string): Text => ({
  zh: `${party.zh}期初资金 ${amountText(held)} 元,所填凭证:${source}`,
  en: `opening cash of ${party.en}, CNY ${amountText(held)}, rests on: ${source}`,
});
