import type { IndicatorView } from "../../app/contract.ts";

export const GROUPS = ["balance", "returns", "solvency", "operation", "plan"] as const;
export type GroupName = (typeof GROUPS)[number];

/** What the first word of an indicator's id belongs to. */
const BY_WORD: Readonly<Record<string, GroupName>> = {
  investment: "balance",
  balance: "balance",
  cash: "balance",
  npv: "returns",
  firr: "returns",
  payback: "returns",
  roi: "returns",
  roe: "returns",
  dscr: "solvency",
  icr: "solvency",
  loar: "solvency",
  coverage: "solvency",
  operation: "operation",
  bep: "operation",
};

/** An indicator, and the same without policy money where there is one. */
export interface IndicatorPair {
  readonly whole: IndicatorView;
  readonly without?: IndicatorView;
}

export interface IndicatorGroup {
  readonly name: GroupName;
  readonly pairs: readonly IndicatorPair[];
}

const WITHOUT = ".without_support";

/** Indicators in the groups people look for them in, with and without policy money side by side (含政策资金、不含政策资金). */
export function indicatorGroups(indicators: readonly IndicatorView[]): readonly IndicatorGroup[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const heads = indicators.filter(({ id }) => !id.endsWith(WITHOUT) || !byId.has(id.slice(0, -WITHOUT.length)));
  const pairs = heads.map((whole): IndicatorPair => {
    const without = byId.get(`${whole.id}${WITHOUT}`);
    return without === undefined ? { whole } : { whole, without };
  });
  return GROUPS.map((name) => ({ name, pairs: pairs.filter(({ whole }) => groupOf(whole.id) === name) })).filter(
    (group) => group.pairs.length > 0,
  );
}

const groupOf = (id: string): GroupName => BY_WORD[id.split(".")[0] ?? ""] ?? "plan";
