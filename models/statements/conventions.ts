/** Conventions of the file that indicators and verdicts depend on; every report that shows them prints them. Rates as decimal literals per year. */
export interface ProjectConventions {
  readonly discountFrom: "t=1" | "t=0";
  readonly indicatorBasis: "year" | "period";
  readonly vatBasis: "separate" | "excluded";
  readonly priceBasis: "constant" | "current";
  readonly icProject?: string;
  readonly icEquity?: string;
  /** 元. */
  readonly minimumCash: string;
  readonly dscrTarget?: string;
  /** Which debt-service cover the test of solvency uses. */
  readonly dscrBasis: "cash" | "mp3";
  readonly coverageTarget?: string;
  readonly coverageDefinition?: string;
  /** Break-even point up to which an operation or a price counts as safe, as a share. */
  readonly bepComfort?: string;
  /** 元 the budgets have set aside. */
  readonly publicBudget?: string;
  readonly drawTiming: "start" | "mid" | "end";
}
