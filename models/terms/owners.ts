import type { Role } from "./roles.ts";

const roles = (...list: readonly Role[]): string => list.join(", ");

/** 实缴资本: what owners pay in, also by way of a fund. For selections, `role = in(…)`. */
export const CAPITAL_PAID_IN = roles("equity.paid_in", "equity.fund");

/** What owners put into the project: the capital, and what outsiders pay for a stake in it. */
export const PAID_BY_OWNERS = `${CAPITAL_PAID_IN}, ${roles("equity.transfer")}`;

/** What owners take out of it. What the project itself puts into others, or receives from them, is its own investment and income. */
export const PAID_TO_OWNERS = roles(
  "equity.dividend",
  "equity.preferred_dividend",
  "equity.disposal",
  "equity.fund_distribution",
  "equity.transfer",
);
