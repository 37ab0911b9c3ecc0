import type { Decimal } from "decimal.js";
import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { openingMoney } from "../../terms/openingCash.ts";
import { amountText } from "../../wording/grouped.ts";
import { saysSomething } from "../../wording/substance.ts";
import type { Text } from "../../wording/text.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** 期初资金: money that is there at the beginning came from somebody. What no paper proves, or what is not plainly the party's own, counts against the verdicts that rest on it. */
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
    const { is } = openingMoney(party);
    const counted = {
      kind: "missing",
      money: path,
      touches: (verdict: Parameters<Concern["touches"]>[0]) => reach.line(verdict, line),
    } as const;
    // Whatever paper proves that it came: money of lenders, budgets or buyers is none of the party's own, and of money nobody names nobody knows.
    if (is !== "own") {
      const message =
        source === "" ? unstated(label) : is === "others" ? foreign(label, held, source) : unplain(label, held, source);
      return [{ ...counted, path: source === "" ? path : `parties/${id}/openingCashSource`, message, against: held }];
    }
    // What the author says is proven is for the reviewer to see.
    if (!open.greaterThan(0))
      return [{ kind: "draft", path, message: stated(label, held, source), touches: () => false, against: SAFE }];
    return [{ ...counted, path, message: unstated(label), against: open }];
  });
}

const stated = (party: Text, held: Decimal, source: string): Text => ({
  zh: `${party.zh}期初资金 ${amountText(held)} 元,所填凭证:${source}`,
  en: `opening cash of ${party.en}, CNY ${amountText(held)}, rests on: ${source}`,
});

const unstated = (party: Text): Text => ({
  zh: `${party.zh}的期初资金未说明由谁投入、有何凭证`,
  en: `opening cash of ${party.en}: who paid it in, and by which paper, is not stated`,
});

const foreign = (party: Text, held: Decimal, source: string): Text => ({
  zh: `${party.zh}期初资金 ${amountText(held)} 元来自“${source}”,不是投资人投入:借款、财政资金、预收款须用相应组件列示`,
  en: `opening cash of ${party.en}, CNY ${amountText(held)}, comes from “${source}” and not from its owners: loans, budgets' money and advances are entered by their components`,
});

const unplain = (party: Text, held: Decimal, source: string): Text => ({
  zh: `${party.zh}期初资金 ${amountText(held)} 元的来源写为“${source}”,没有说明是谁的钱(股东缴付的资本、自身积累):凭证只证明金额`,
  en: `opening cash of ${party.en}, CNY ${amountText(held)}, is said to come from “${source}”: whose money it is (capital of its owners, its own profit) is not said, a paper proves an amount only`,
});
