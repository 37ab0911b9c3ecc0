import { MONEY_TIE } from "../operations/ties.ts";

export const MONEY_TOLERANCE = String(MONEY_TIE);

/** ㎡ by which the dispositions of a plot may miss its floor area. */
export const AREA_TOLERANCE = "0.01";

/** By how much shares that make a whole may miss 1: they are entered with rounded percentages. */
export const SHARE_TOLERANCE = "0.000001";

/** Cover ratios this close to a target meet it. */
export const RATIO_TOLERANCE = "0.000000001";
