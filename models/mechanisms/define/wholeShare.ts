/**
 * 当期比例: the part of a profile of shares that falls into the period, weighed by the whole. What lies after the horizon is not made up within it; a
 * formula that gives weights beyond one whole is brought back to it.
 */
export const wholeShare = (profile: string): string => `${profile} / max(1, total(${profile}))`;
