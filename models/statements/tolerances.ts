/** Half a fen, in 元: money this close to a limit meets it. */
export const MONEY_TOLERANCE = "0.005";

/** ㎡ by which the dispositions of a plot may miss its floor area. */
export const AREA_TOLERANCE = "0.01";
