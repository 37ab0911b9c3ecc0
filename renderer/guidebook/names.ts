/** Pages of the user guide (使用指南) in the order in which one reads them. */
export const guidePages = [
  "first-balance",
  "entity",
  "reviewer",
  "operator",
  "files",
  "glossary",
  "limits",
  "commands",
] as const;
export type GuidePage = (typeof guidePages)[number];
