import type { Text } from "../../wording/text.ts";
import type { Advice } from "./advise.ts";
import type { EndKind } from "./handle.ts";
import type { None } from "./none.ts";

/** Why a lever goes no further. */
export const END_WORDS: Readonly<Record<EndKind | "rule" | "cap", Text>> = {
  bound: { zh: "输入的上下限", en: "bound of the input" },
  plausible: { zh: "合理范围", en: "plausible range" },
  search: { zh: "搜索范围", en: "as far as is looked" },
  reach: { zh: "建议的幅度", en: "as far as advice goes" },
  asked: { zh: "所给的上下限", en: "ends that were asked for" },
  rule: { zh: "审查规则", en: "a rule of the review" },
  cap: { zh: "另一项输入封顶", en: "another input caps it" },
};

/** In one sentence what came of it. */
export function adviceMessage({
  plans,
  none,
  aims,
  until,
}: Pick<Advice, "plans" | "none" | "until"> & { readonly aims: readonly string[] }): Text {
  if (none !== undefined) return noneMessage(none, until);
  const [first] = plans;
  if (first !== undefined && first.changes.length === 0)
    return aims.length > 0
      ? {
          zh: "在可动的输入之内,现有资金组合已是所找到的最省的组合",
          en: "within what could be moved the mix of money as it is is the cheapest that was found",
        }
      : { zh: "各目标已经达到,无须调整", en: "all targets are met as it is: nothing need change" };
  return {
    zh: `${plans.length} 个方案达到全部目标,均经记账引擎复核`,
    en:
      plans.length === 1
        ? "1 plan meets all targets, checked by the book of record"
        : `${plans.length} plans meet all targets, each checked by the book of record`,
  };
}

/** How many inputs could move, and how many others have decided already. */
export function scopeMessage(levers: number, decided: number): Text {
  const moved = {
    zh: `可动且影响目标的输入 ${levers} 项`,
    en: `${levers} ${levers === 1 ? "input" : "inputs"} that could move what is asked for`,
  };
  if (decided === 0) return moved;
  return {
    zh: `${moved.zh};另有 ${decided} 项因来源已批准或已到账保持不动,--within 路径=最小..最大 可放开其中一项`,
    en: `${moved.en}, ${decided} more ${decided === 1 ? "is left" : "are left"} as filed because the source is approved or received: --within PATH=MIN..MAX opens one`,
  };
}

/** What became of the further searches where fewer plans were found than were asked for. */
export interface Fewer {
  readonly wanted: number;
  /** Searches that reach no target within bounds and rules, or change nothing. */
  readonly unmet: number;
  /** Searches that came to what leads a plan that is there already. */
  readonly same: number;
}

/** Why there are not as many plans as were asked for. */
export function fewerMessage(found: number, { wanted, unmet, same }: Fewer): Text {
  if (unmet + same === 0)
    return {
      zh: `要求 ${wanted} 个方案,只有 ${found} 个:除已用的输入外,没有其他可调的输入能影响目标`,
      en: `${wanted} plans were asked for and ${found} found: no other input that may be turned moves the targets`,
    };
  const unmetWords = {
    zh: `${unmet} 种在上下限与规则之内没有可用的结果`,
    en: `${unmet} found nothing of use within bounds and rules`,
  };
  const sameWords = { zh: `${same} 种的主要调整与已有方案相同`, en: `${same} lead to the same main changes` };
  const told = [...(unmet > 0 ? [unmetWords] : []), ...(same > 0 ? [sameWords] : [])];
  return {
    zh: `要求 ${wanted} 个方案,只有 ${found} 个:另试了 ${unmet + same} 种找法(不动已有方案的主要输入、避开已承担的各方、只由一方承担),其中 ${told.map(({ zh }) => zh).join(",")}`,
    en: `${wanted} plans were asked for and ${found} found: of ${unmet + same} further searches (without the main inputs of those plans, sparing who bears them, on one side alone) ${told.map(({ en }) => en).join(", ")}`,
  };
}

function noneMessage({ why, targets }: None, until: readonly string[]): Text {
  const names = until.join("、");
  switch (why) {
    case "no_lever":
      return {
        zh: `没有可调的输入能影响所求目标(${names})`,
        en: `no input that may be turned moves what is asked for (${until.join(", ")})`,
      };
    case "out_of_reach": {
      const out = targets.filter(({ alone }) => alone === null || alone < 0).map(({ until: text }) => text);
      return {
        zh: `在允许的范围内达不到 ${out.join("、")}`,
        en: `${out.join(", ")} cannot be met within what may be changed`,
      };
    }
    case "together":
      return {
        zh: "各目标单独可以达到,未找到同时达到的方案",
        en: "each target can be met by itself; no plan was found that meets them together",
      };
    case "objections":
      return {
        zh: "只有附条件或违反规则的方案能达到目标",
        en: "only plans that rest on a condition or break a rule would meet the targets",
      };
  }
}
