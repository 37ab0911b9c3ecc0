/** Money in the whole-number programme is in units of 10,000 元, so that its numbers are of one size. */
export const SCALE = 1e4;
