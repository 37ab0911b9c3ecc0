import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import type { ModelView } from "../../statements/view.ts";
import { BROKEN_LINES, decided, undecided, type Verdict, type VerdictHead } from "./verdict.ts";

const HEAD: VerdictHead = {
  id: "B1",
  title: { zh: "面积平衡", en: "Area balance" },
  definition: {
    zh: "每个地块的地上、地下建筑面积之和等于各去向面积之和,每平方米有且只有一个去向(容差 0.01 ㎡)。",
    en: "On every plot the floor area above and below ground equals the sum of its dispositions: every ㎡ has exactly one (tolerance 0.01 ㎡).",
  },
};

/** B1: every ㎡ is assigned once. */
export function areaVerdict(view: ModelView): Verdict {
  const built = view.find((line) => line.role?.startsWith("area.gfa.") ?? false);
  if (built.length === 0) return undecided(HEAD, { zh: "无面积平衡表,不适用", en: "no area balance: does not apply" });
  const lines = view.find((line) => /^plot\..*\.residual$/.test(line.id));
  const residuals = lines.map((id) => ({ id, value: view.scalar(id) }));
  const worst = residuals.reduce((a, b) =>
    a.value !== undefined && (b.value === undefined || b.value.abs().greaterThan(a.value.abs())) ? b : a,
  );
  if (worst.value === undefined) return undecided(HEAD, BROKEN_LINES, lines);
  const negative = view
    .find((line) => line.role?.startsWith("area.disposition.") ?? false)
    .find((id) => view.scalar(id)?.lessThan(`-${AREA_TOLERANCE}`));
  if (negative !== undefined) {
    return decided(
      HEAD,
      false,
      { zh: `${negative} 为负:面积不够分配`, en: `${negative} is negative: there is not enough area` },
      [negative, ...lines],
      { margin: view.scalar(negative) ?? worst.value, unit: "m2" },
    );
  }
  const pass = worst.value.abs().lessThanOrEqualTo(AREA_TOLERANCE);
  const message = pass
    ? { zh: "各地块面积去向闭合", en: "the dispositions of every plot add up" }
    : {
        zh: `未分配或重复分配 ${worst.value.toFixed(2)} ㎡`,
        en: `${worst.value.toFixed(2)} ㎡ are unassigned or assigned twice`,
      };
  return decided(HEAD, pass, message, lines, { margin: worst.value.abs().neg(), unit: "m2" });
}
