import type { Prepared } from "../../compile/prepare.ts";
import type { Forms } from "../../terms/inputs.ts";
import type { Text } from "../../wording/text.ts";
import { type FixedBy, fixedBy, inputsOn, type LeverInput } from "./lever.ts";

/** Why a number that the model reads is not turned: what fixes it, or that it is 0 throughout or has no room between its ends. */
export type UnturnedBy = FixedBy | "still";

/** Numbers of components that are on and are no levers, which is not to say that nothing hangs on them. */
export interface Unturned {
  readonly count: number;
  readonly by: Readonly<Record<UnturnedBy, number>>;
  /** In a sentence; absent where there are none. */
  readonly message?: Text;
}

const REASONS: Readonly<Record<UnturnedBy, (count: number) => Text>> = {
  law: (n) => ({ zh: `法规或政策参数定的 ${n} 项`, en: `${n} fixed by law or a rule pack` }),
  shares: (n) => ({ zh: `合计为1的份额 ${n} 项`, en: `${n} shares of one whole` }),
  counts: (n) => ({ zh: `整数的个数与表格各行的年度 ${n} 项`, en: `${n} whole counts and years that name rows` }),
  still: (n) => ({
    zh: `为0或上下限之间没有余地 ${n} 项`,
    en: `${n} at 0 throughout or without room between their ends`,
  }),
};

/** Counts what `leversOf` leaves out, by the same walk. */
export function unturnedIn(prepared: Prepared, registry: Forms, levers: readonly LeverInput[]): Unturned {
  const turned = new Set(levers.map(({ line }) => line));
  const by: Record<UnturnedBy, number> = { law: 0, shares: 0, counts: 0, still: 0 };
  const { scalars, series } = prepared.bindings;
  for (const { line, spec } of inputsOn(prepared, registry)) {
    const fixed = fixedBy(spec);
    const has = scalars.has(line.index) || series.has(line.index);
    if (fixed !== "word" && has && !turned.has(line.index)) by[fixed ?? "still"] += 1;
  }
  const told = (Object.keys(REASONS) as UnturnedBy[]).filter((reason) => by[reason] > 0);
  const count = told.reduce((sum, reason) => sum + by[reason], 0);
  if (count === 0) return { count, by };
  const parts = told.map((reason) => REASONS[reason](by[reason]));
  return {
    count,
    by,
    message: {
      zh: `未逐一变动、但可能有影响的数值输入 ${count} 项:${parts.map(({ zh }) => zh).join("、")};单独一项可用倒算或情景试算`,
      en: `not turned here, though they may move it: ${count} numeric inputs (${parts.map(({ en }) => en).join(", ")}); goal seek (solve) or a scenario tries a single one`,
    },
  };
}
