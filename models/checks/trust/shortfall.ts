import type { VerdictId } from "../verdicts/index.ts";
import type { Concern } from "./point.ts";
import type { Subject } from "./subject.ts";

/** Verdicts over the whole life, in which money that is short for a while shows as the interest of what bridges it. */
const WHOLE_LIFE: readonly VerdictId[] = ["B2", "B8"];

/** 资金缺口的弥补成本: where money is short, what bridges the gap has a cost that nobody entered. */
export function shortfallConcerns({ verdicts }: Subject): readonly Concern[] {
  const short = verdicts.filter(({ id, pass }) => (id === "B3" || id === "B4") && pass === false);
  if (short.length === 0) return [];
  const ids = short.map(({ id }) => id);
  return [
    {
      kind: "missing",
      path: "components",
      message: {
        zh: `${ids.join("、")}不满足:资金有缺口,弥补缺口的借款利息未计入,请填写借款或资本金`,
        en: `${ids.join(", ")} not met: money is short, and the interest of what bridges it is not counted; enter a loan or capital`,
      },
      touches: (verdict) => WHOLE_LIFE.includes(verdict),
    },
  ];
}
