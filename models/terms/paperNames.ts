import names from "./paperNames.json" with { type: "json" };

/** 文件名称: what nobody issues as a paper, whatever its record is called. */
export const NO_PAPER: readonly string[] = names.noPaper;

/** What is a paper, and no decision of an authority: what the applicant tells, and what parties agree on. */
export const NO_DECISION_PAPER: readonly string[] = names.noDecisionPaper;

/** What names a decision all the same: a paper about any of these. */
export const DECISION_WORDS: readonly string[] = names.decisionWords;

/** What else public money builds: a paper about it is about another project, unless the file speaks of it too. */
export const OTHER_WORKS: readonly string[] = names.otherWorks;

/** 年: a vote, a test or an assessment this old says little of those it binds today. */
export const PAPER_YEARS_MOST = 3;
