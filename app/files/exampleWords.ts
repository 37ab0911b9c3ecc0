interface Words {
  readonly title: string;
  readonly summary: string;
}

/** English words for the examples that come with the program; the documents themselves are written in Chinese. */
export const ENGLISH: Readonly<Record<string, Words>> = {
  rebuild: {
    title: "Demolition and rebuilding of an old community (fictitious)",
    summary:
      "A fictitious old community rebuilt as a future community: 40 years by quarter. All numbers are examples from usual ranges.",
  },
  rehabilitation: {
    title: "Comprehensive rehabilitation with an operator contract (fictitious)",
    summary:
      "A fictitious community of 1,200 households: residents' money, maintenance fund, performance grant and operator contract, 20 years by month, after a draft of Taizhou.",
  },
  zhegong: {
    title: "Zhegong New Village, rebuilt by its owners (from published figures)",
    summary:
      "Hangzhou: 548 households, 13 old buildings become 7. Published figures only, assumptions marked; the difference to the reported total is shown, not evened out.",
  },
  infill: {
    title: "Infill renewal (fictitious)",
    summary: "A fictitious community renewed building by building. All numbers are examples.",
  },
  "new-build": {
    title: "New community on land sold with its scheme (fictitious)",
    summary: "A fictitious planned community: land purchase, sale, operation. All numbers are examples.",
  },
  portfolio: {
    title: "Three projects pooled (fictitious)",
    summary:
      "A portfolio of three fictitious projects: the slow rehabilitation and the quick new build share a pool, transfers and parking. All numbers are examples.",
  },
  "special-bond": {
    title: "Renewal project with a special bond (fictitious)",
    summary: "A fictitious renewal project with tranches of a special bond and its coverage. All numbers are examples.",
  },
};
