import { choice } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { type LineSpec, yearFlow, yearStock } from "../define/lines.ts";

/** For how many years a loss is carried: five by the law, ten for high-tech enterprises, none where a study leaves losses out. */
export const lossYears = choice(
  "亏损结转年限(不填为五年)",
  "years a loss is carried (five when left out)",
  {
    none: { zh: "不结转", en: "none" },
    five: { zh: "五年", en: "five" },
    ten: { zh: "十年(高新技术、科技型中小企业)", en: "ten (high-tech enterprises)" },
  },
  { optional: true },
);

const FIVE = ["1", "2", "3", "4", "5"];
const AGES: Readonly<Record<string, readonly string[]>> = { none: [], five: FIVE, ten: [...FIVE, "6", "7", "8", "9", "10"] };

interface Mark {
  readonly zh: string;
  readonly en: string;
}

/** Loss relief of one profit line: `used_AGE`, `loss_AGE` for every age, the oldest used first, and the `taxable` rest. */
export function lossChain(c: Component, prefix: string, profit: string, mark: Mark, roles?: Readonly<Record<"used" | "taxable", Partial<LineSpec>>>): readonly LineSpec[] {
  const ages = (AGES[c.word("lossYears", "five")] ?? FIVE).map(Number);
  const last = ages.at(-1) ?? 0;
  const used = (age: number) => `${prefix}used_${age}`;
  const loss = (age: number) => `${prefix}loss_${age}`;
  const usedByOlder = (age: number) =>
    ages
      .filter((other) => other > age)
      .map((other) => ` - ${used(other)}`)
      .join("");
  return [
    ...ages.toReversed().map((age) =>
      yearFlow(used(age), `${mark.zh}弥补${age}年前亏损`, `${mark.en}loss of ${age} years ago used`, `min(prev(${loss(age)}), max(0, ${profit})${usedByOlder(age)})`, {
        clauses: ["national-law/income-tax"],
      }),
    ),
    yearStock(loss(1), `${mark.zh}本年亏损结转`, `${mark.en}loss made this year`, `max(0, 0 - ${profit})`),
    ...ages
      .slice(1)
      .map((age) => yearStock(loss(age), `${mark.zh}${age - 1}年前亏损结转`, `${mark.en}loss made ${age - 1} years ago, unused`, `prev(${loss(age - 1)}) - ${used(age - 1)}`)),
    { ...yearFlow(`${prefix}loss_used`, `${mark.zh}弥补以前年度亏损`, `${mark.en}losses of earlier years made good`, ages.map(used).join(" + ") || "0"), ...roles?.used },
    yearStock(
      `${prefix}loss_lapsing`,
      `${mark.zh}年末到期未弥补亏损`,
      `${mark.en}losses that may not be carried further`,
      last === 0 ? loss(1) : `prev(${loss(last)}) - ${used(last)}`,
    ),
    yearFlow(`${prefix}loss_expired`, `${mark.zh}过期亏损(次年初失效)`, `${mark.en}losses expired at the start of the year`, `prev(${prefix}loss_lapsing)`),
    { ...yearFlow(`${prefix}taxable`, `${mark.zh}应纳税所得额`, `${mark.en}taxable profit`, `max(0, ${profit}) - ${prefix}loss_used`), ...roles?.taxable },
  ];
}
