import { type LineSpec, yearFlow, yearStock } from "../define/lines.ts";

const AGES = ["1", "2", "3", "4", "5"] as const;

interface Mark {
  readonly zh: string;
  readonly en: string;
}

/** Loss relief of one profit line: `used_AGE`, `loss_AGE` for five ages, the oldest used first, and the `taxable` rest. */
export function lossChain(prefix: string, profit: string, mark: Mark, roles?: Readonly<Record<"used" | "taxable", Partial<LineSpec>>>): readonly LineSpec[] {
  const used = (age: string) => `${prefix}used_${age}`;
  const loss = (age: number) => `${prefix}loss_${age}`;
  const usedByOlder = (age: string) =>
    AGES.filter((other) => other > age)
      .map((other) => ` - ${used(other)}`)
      .join("");
  return [
    ...[...AGES].reverse().map((age) =>
      yearFlow(used(age), `${mark.zh}弥补${age}年前亏损`, `${mark.en}loss of ${age} years ago used`, `min(prev(${loss(Number(age))}), max(0, ${profit})${usedByOlder(age)})`, {
        clauses: ["national-law/income-tax"],
      }),
    ),
    ...AGES.map((age) =>
      age === "1"
        ? yearStock(loss(1), `${mark.zh}本年亏损结转`, `${mark.en}loss made this year`, `max(0, 0 - ${profit})`)
        : yearStock(
            loss(Number(age)),
            `${mark.zh}${Number(age) - 1}年前亏损结转`,
            `${mark.en}loss made ${Number(age) - 1} years ago, unused`,
            `prev(${loss(Number(age) - 1)}) - ${used(String(Number(age) - 1))}`,
          ),
    ),
    { ...yearFlow(`${prefix}loss_used`, `${mark.zh}弥补以前年度亏损`, `${mark.en}losses of earlier years made good`, AGES.map(used).join(" + ")), ...roles?.used },
    yearStock(
      `${prefix}loss_lapsing`,
      `${mark.zh}年末到期未弥补亏损`,
      `${mark.en}losses that may not be carried further`,
      `prev(${loss(AGES.length)}) - ${used(AGES.at(-1) ?? "")}`,
    ),
    yearFlow(`${prefix}loss_expired`, `${mark.zh}过期亏损(次年初失效)`, `${mark.en}losses expired at the start of the year`, `prev(${prefix}loss_lapsing)`),
    { ...yearFlow(`${prefix}taxable`, `${mark.zh}应纳税所得额`, `${mark.en}taxable profit`, `max(0, ${profit}) - ${prefix}loss_used`), ...roles?.taxable },
  ];
}
