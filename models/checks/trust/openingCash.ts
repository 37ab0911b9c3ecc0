import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Concern } from "./point.ts";
import type { Subject } from "./subject.ts";

/** 期初资金: money that is there at the beginning came from somebody. What no paper proves counts against the verdicts that rest on it. */
export function openingCashConcerns({ document, graph, reach }: Subject): readonly Concern[] {
  return document.parties.flatMap((party): readonly Concern[] => {
    const { id, openingCash = "0", openingCashSource = "", openingCashProven = "0" } = party;
    const line = graph.indexById.get(`party.${id}.opening_cash`);
    const held = new RecordDecimal(openingCash);
    if (line === undefined || !held.greaterThan(0)) return [];
    const proven = openingCashSource.trim() === "" ? new RecordDecimal(0) : new RecordDecimal(openingCashProven);
    const open = held.minus(proven);
    if (!open.greaterThan(0)) return [];
    const label = textOf(party.label);
    return [
      {
        kind: "missing",
        path: `parties/${id}/openingCash`,
        message: {
          zh: `${label.zh}的期初资金未说明由谁投入、有何凭证`,
          en: `opening cash of ${label.en}: who paid it in, and by which paper, is not stated`,
        },
        against: open,
        touches: (verdict) => reach.line(verdict, line),
      },
    ];
  });
}
