import type { StatementFacts } from "../../statements/tables/facts.ts";
import { amountText } from "../../wording/grouped.ts";
import { notDecided, type VerdictWords } from "./verdict.ts";

/** B1: every ㎡ is assigned once. */
export const area = ({ plots, dispositions }: StatementFacts): VerdictWords => ({
  id: "B1",
  title: { zh: "面积平衡", en: "Area balance" },
  definition: {
    zh: "每个地块的地上、地下建筑面积之和等于各去向面积之和,每平方米有且只有一个去向(容差 0.01 ㎡)。",
    en: "On every plot the floor area above and below ground equals the sum of its dispositions: every ㎡ has exactly one (tolerance 0.01 ㎡).",
  },
  unit: "m2",
  lines: plots.map(({ id }) => `plot.${id}.residual`),
  decided: ({ pass, margin, teller }) => {
    if (pass) return { zh: "各地块面积去向闭合", en: "the dispositions of every plot add up" };
    const short = dispositions.find(
      (line) => teller.value(line)?.isNegative() === true && teller.value(line)?.equals(margin) === true,
    );
    if (short !== undefined)
      return { zh: `${short} 为负:面积不够分配`, en: `${short} is negative: there is not enough area` };
    const twice = teller.value("area.earned_twice");
    if (twice?.equals(margin.negated()) === true && !twice.isZero()) {
      const amount = amountText(twice);
      return { zh: `重复出售、出租或让渡 ${amount} ㎡`, en: `${amount} ㎡ are sold, let or ceded twice` };
    }
    const residual = teller.value("area.residual");
    const amount = residual === undefined ? "" : amountText(residual);
    return { zh: `未分配或重复分配 ${amount} ㎡`, en: `${amount} ㎡ are unassigned or assigned twice` };
  },
  undecided: notDecided,
});
