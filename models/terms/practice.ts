/** 评审经验值: what reviewers go by where no rule has a figure. They lead to questions, never to a rejection. */

/** A first year this near to the level reached in the end is no build-up. */
export const NO_RAMP = "0.95";
/** Above this share of what is due nothing is ever lost. */
export const NEARLY_ALL_COLLECTED = "0.995";
/** 全过程工程咨询费占工程费: usual range, of the services it stands in place of. */
export const CONSULTANCY_LEAST = "0.015";
export const CONSULTANCY_MOST = "0.04";
/** 年: an operator that serves several areas is usually bound for at least so long, */
export const LONG_CONTRACT_YEARS = "8";
/** and for managing property at most so long, until the owners choose again. */
export const PROPERTY_CONTRACT_YEARS = "5";
/** 每千人托位数: childcare places per 1,000 people that are aimed at where no plan says how many. */
export const CHILDCARE_PER_THOUSAND = "4.5";
/** A year: within this income may grow faster than cost. */
export const GROWTH_MARGIN = "0.006";
/** Share of running cost that may stand still. */
export const FROZEN_COST_MAX = "0.25";
/** Less than this of presale receipts under supervision secures no works. */
export const RETENTION_LEAST = "0.05";
/** 元/个: above this a parking space below ground is rarely sold in the cities of the packs. */
export const SPACE_PRICE_MOST = "250000";
/** 元/㎡: below this no land is transferred for a price. */
export const LAND_PRICE_LEAST = "300";
/** Share of the equipment (lifts, charging, pumps) that a long operation buys again at the least; digital platforms it buys again whole. */
export const EQUIPMENT_REPLACED_LEAST = "0.02";
/** A year: above this no lender's rate is lawful or likely; it is a rate in percent, or a point in the wrong place. */
export const LENDING_RATE_MAX = 0.36;
/** 年: a budget, with the medium-term plan it belongs to, approves money of at most so many years. */
export const BUDGET_YEARS_MOST = "3";
/** 元: what public money may pay for is usually at most so much, by what is built and what it is measured by; ㎡ of the site, households, ㎡ of floor area. */
export const ELIGIBLE_PRICES: readonly {
  readonly kinds?: readonly string[];
  readonly bases: readonly string[];
  readonly most: string;
}[] = [
  { kinds: ["outdoor"], bases: ["site"], most: "1000" },
  { kinds: ["demolition"], bases: ["demolished", "existing"], most: "300" },
  { kinds: ["platform"], bases: ["households", "households_existing"], most: "2000" },
  { bases: ["households", "households_existing"], most: "6000" },
  { bases: ["kept", "existing"], most: "1500" },
  { bases: ["above", "below", "product"], most: "7000" },
];
/** 元/户: lifts, charging points, platforms and other works that no area measures usually come to at most so much. */
export const ELIGIBLE_PER_HOUSEHOLD = "25000";
/** A sum this near to the one on paper is the same: interest, and costs that follow others. */
export const PAPER_MARGIN = "0.01";
/** Of the income of an operation: what is left of it after its cost stays this near to what was assessed. */
export const PAPER_NET = "0.003";
/** What is entered by quantity and price differs from the paper by rounding alone. */
export const PAPER_ROUNDING = "0.001";

/** 现值口径差: present values are reckoned to the period, awards to the day; a hundredth apart is the same. */
export const AWARD_ROUNDING = "1.01";

/** 偿债备付率: usually asked of every year; below 1 a year cannot pay. */
export const DSCR_USUAL = "1.3";

/** A vote whose whole is this much off what stands counted others, or not all. */
export const VOTE_WHOLE_MARGIN = "0.25";

/** 压力测试幅度: what reviewers usually try beside a plan. Shares of a price or cost, points of a rate, months. */
export const STRESS_PRICE = "-0.1";
export const STRESS_COST = "0.1";
export const STRESS_RATE = "0.01";
export const STRESS_DELAY = "12";
export const STRESS_OCCUPANCY = "-0.15";
