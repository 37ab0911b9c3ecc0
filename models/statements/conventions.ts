/** Conventions of the file that indicators depend on; every report that shows the indicators prints them. Rates as decimal literals per year. */
export interface ProjectConventions {
  readonly discountFrom: "t=1" | "t=0";
  readonly indicatorBasis: "year" | "period";
  readonly vatBasis: "separate" | "excluded";
  readonly priceBasis: "constant" | "current";
  readonly icProject?: string;
  readonly icEquity?: string;
  readonly minimumCash: string;
  readonly dscrTarget?: string;
  readonly drawTiming: "start" | "mid" | "end";
}
