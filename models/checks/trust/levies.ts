import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Concern } from "./point.ts";
import type { Subject } from "./subject.ts";

/** What owners pay by ㎡ or by household, and the value of the vote that says how much they voted. */
const STANDARDS = { pricePerM2: "perM2", pricePerHousehold: "perHousehold" } as const;
const UNITS = {
  pricePerM2: { zh: "元/㎡", en: "CNY per ㎡" },
  pricePerHousehold: { zh: "元/户", en: "CNY per household" },
} as const;

/** 居民出资标准: owners pay what they voted. A vote that names no sum, or a lower one, does not carry the levy. */
export function levyConcerns({ document, results, reach }: Subject): readonly Concern[] {
  return document.components.flatMap(({ id, enabled, inputs, label }): readonly Concern[] => {
    const vote = document.records.find((record) => record.id === inputs["vote"]);
    if (!enabled || vote?.kind !== "vote") return [];
    return Object.entries(STANDARDS).flatMap(([name, value]): readonly Concern[] => {
      const asked = results.line(`${id}.${name}`) === undefined ? undefined : results.scalar(`${id}.${name}`);
      if (inputs[name] === undefined || asked === undefined) return [];
      const voted = vote.values?.[value];
      if (voted !== undefined && new RecordDecimal(asked).lessThanOrEqualTo(String(voted))) return [];
      const sum = amountText(new RecordDecimal(asked));
      const [part, paper] = [textOf(label ?? id), textOf(vote.label)];
      const known = voted === undefined ? undefined : amountText(new RecordDecimal(String(voted)));
      return [
        {
          kind: "missing",
          path: `records/${vote.id}`,
          message:
            known === undefined
              ? unnamed(part, sum, paper, UNITS[name as keyof typeof UNITS])
              : beyond(part, sum, known, UNITS[name as keyof typeof UNITS]),
          touches: (verdict) => reach.component(verdict, id),
        },
      ];
    });
  });
}

const unnamed = (part: Text, sum: string, paper: Text, unit: Text): Text => ({
  zh: `${part.zh} ${sum} ${unit.zh},“${paper.zh}”未载明出资上限`,
  en: `${part.en}: ${sum} ${unit.en}, “${paper.en}” states no limit`,
});

const beyond = (part: Text, sum: string, known: string, unit: Text): Text => ({
  zh: `${part.zh} ${sum} ${unit.zh},表决上限 ${known} ${unit.zh}`,
  en: `${part.en}: ${sum} ${unit.en}, at most ${known} was voted`,
});
