import type { Tag } from "../../language/line.ts";
import { type ChoiceInput, choice } from "../../terms/inputs.ts";
import type { Source } from "../define/component.ts";

const YES_NO = {
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
};

const yesNo = (zh: string, en: string): ChoiceInput => choice(zh, en, YES_NO, { optional: true });

/** What may pay for a cost, who must bear it in the end, and whether contingency is reckoned on it. */
export const costTagInputs = {
  contingency: yesNo("计入预备费基数(不填为是)", "in the contingency base (yes when left out)"),
  eligibleGrant: yesNo("可用补助资金(不填为否)", "eligible for grants (no when left out)"),
  eligibleRebate: yesNo("可用土地收益返还(不填为否)", "eligible for the land-revenue rebate (no when left out)"),
  eligibleMaintenance: yesNo("可用维修资金(不填为否)", "eligible for the maintenance fund (no when left out)"),
  eligibleBond: yesNo("可用专项债(不填为否)", "eligible for special bonds (no when left out)"),
  bearer: choice(
    "承担方",
    "borne by",
    {
      government: { zh: "政府", en: "government" },
      market: { zh: "市场", en: "market" },
      residents: { zh: "居民", en: "residents" },
      utility: { zh: "专营单位", en: "utilities" },
    },
    { optional: true },
  ),
};

/** Of the part of a cost that nothing may pay for but its own payer. */
export const NOT_ELIGIBLE: Readonly<Record<string, Tag>> = { eligible_grant: "no", eligible_rebate: "no", eligible_maintenance: "no", eligible_bond: "no" };

/** Tags of a cost line from those inputs; every cost line says yes or no to each, so that a selection misses nothing. */
export function costTags(source: Source): Readonly<Record<string, Tag>> {
  return { contingency: source.word("contingency", "yes"), ...eligibilityTags(source) };
}

/** Of those tags, the ones that lines about a cost carry too, so that bases and tests find both. */
export function aboutTags({ contingency, pool, rate_on }: Readonly<Record<string, Tag>>): Readonly<Record<string, Tag>> {
  return { ...(contingency === undefined ? {} : { contingency }), ...(pool === undefined ? {} : { pool }), ...(rate_on === undefined ? {} : { rate_on }) };
}

/** The same without the contingency base, for the contingency itself. */
export function eligibilityTags(source: Source): Readonly<Record<string, Tag>> {
  return {
    eligible_grant: source.word("eligibleGrant", "no"),
    eligible_rebate: source.word("eligibleRebate", "no"),
    eligible_maintenance: source.word("eligibleMaintenance", "no"),
    eligible_bond: source.word("eligibleBond", "no"),
    bearer: source.word("bearer", "market"),
  };
}
