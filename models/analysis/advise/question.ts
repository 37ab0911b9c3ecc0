/** What is asked: targets as `solve` has them, and what whoever asks thinks of changes. */
export interface AdviceQuestion {
  /** `INDICATOR>=VALUE`, `LINE@PERIOD<=VALUE` or a verdict. */
  readonly until: readonly string[];
  readonly scenario?: string | undefined;
  /** Pain of a step by side of the table or path of an input; `no` leaves it alone. A path named here may be turned, whatever it is. */
  readonly weights?: Readonly<Record<string, number | "no">>;
  /** Narrower or wider ends of single inputs, as documents write them. */
  readonly within?: Readonly<Record<string, Ends>>;
  /** How many different answers are wanted. */
  readonly alternatives?: number;
  /** Only amounts and terms of the money it is built with, at the least cost of financing. */
  readonly funding?: boolean;
  /** Of funding: what is made as small as can be instead, a line or indicator that costs. */
  readonly minimise?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

export interface Ends {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const ALTERNATIVES = 3;
/** Verdicts a mix of money has to keep. */
export const FUNDING_TARGETS: readonly string[] = ["B3", "B4", "B5"];
