/** Entries the review does not judge rightly yet, by name. One that it does comes off the list: the test says so. */
export const NOT_YET_FOUND: readonly string[] = [
  // double-funding
  "garage-for-sale-tagged-public-benefit",
  // area
  "stilt-floor-let-as-other",
  "garage-560-of-180-spaces",
  "far-approved-typed-above-record-infill",
  "height-limit-left-out",
  "ceded-hub-also-let",
  // presale
  "presale-called-completed-sale",
  "presale-with-land-unpaid",
  "retention-token",
  "price-growth-past-cap-new-build",
  // capital
  "capital-mostly-of-instruments",
  "capital-paid-after-hand-over",
  "fixed-fee-to-shareholder",
  // hidden-debt
  "income-pledged-twice-in-other-words",
  "bond-income-pledged-to-a-bank",
  "mortgage-before-title",
  "land-money-as-only-repayment",
  "land-money-and-one-yuan",
  // bond
  "bond-tenor-of-17-years",
  "bond-target-typed-down",
  // operation
  "nearly-full-from-year-one",
  "collection-of-99.99-percent",
  "income-grows-faster-behind-one-cost-line",
  "token-replacement-infill",
  "wages-renamed-and-frozen-bond-project",
  "operator-services-without-cost",
  "second-platform-as-outdoor-works",
  // limits
  "recovered-value-of-200-million",
  "value-tolerance-of-90-percent",
  "ceded-income-typed-down",
  "minimum-cash-below-zero",
  // selection
  "ground-usual-practice",
  "municipal-income-without-procurement",
  // estimate
  "older-undocumented-approval-wins-infill",
  "contingency-twice",
  "source-is-a-dot",
  "no-temporary-allowance",
  "culture-budget-without-cost",
  "land-charge-of-one-yuan",
  // land
  "rebate-to-parent-and-back",
  "land-price-netted-by-name",
  // gate
  "market-price-below-sale-price-infill",
  "capacity-study-after-completion",
  "new-build-called-renovation",
  // scenario
  "base-case-counts-applied-reward",
  "benchmark-reason-is-a-dot",
  // capital
  "second-shareholder",
  // presale
  "lower-price",
  // operation
  "lifts-replaced-after-15-years",
  // estimate
  "estimate-within-ten-percent",
];

/** Entries that cannot be applied to the example of today, with the reason; their place is taken by a test of the same kind. */
export const RE_EXPRESSED: ReadonlyMap<string, string> = new Map([
  [
    "district-without-a-city-paper",
    "the special-bond example lists no Jinhua paper any more: it is such a district itself",
  ],
]);
