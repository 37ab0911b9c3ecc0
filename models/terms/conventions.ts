/** Words a convention of the file can take, and the one that holds where the file leaves it open. */
export const CONVENTION_WORDS = {
  /** Statement years: calendar years, or project years of twelve months; tax years are always calendar years. */
  yearBasis: { words: ["calendar", "project"], otherwise: "calendar" },
  /** First flow discounted one period (t=1) or not at all (t=0). */
  discountFrom: { words: ["t=1", "t=0"], otherwise: "t=1" },
  indicatorBasis: { words: ["year", "period"], otherwise: "year" },
  vatBasis: { words: ["separate", "excluded"], otherwise: "separate" },
  priceBasis: { words: ["constant", "current"], otherwise: "constant" },
  /** Which debt-service coverage the test of solvency uses. */
  dscrBasis: { words: ["cash", "mp3"], otherwise: "cash" },
  /** What common cost is divided by between the pools above and below ground: direct construction cost, or land and compensation too. */
  commonCostKey: { words: ["construction", "with_land"], otherwise: "construction" },
  drawTiming: { words: ["start", "mid", "end"], otherwise: "mid" },
} as const;

type Words = typeof CONVENTION_WORDS;
type Chosen = { readonly [Name in keyof Words]: Words[Name]["words"][number] };

/** Debt-service coverage asked for where the file names no target. */
export const DSCR_TARGET = "1";

/** Conventions that are numbers, as decimal literals: rates and shares as fractions of 1, money in 元. */
interface Numbers {
  readonly inflation: string;
  readonly minimumCash: string;
}

const NUMBERS: Numbers = { inflation: "0", minimumCash: "0" };

/** Conventions without a value of their own when the file gives none. */
interface Entered {
  readonly icProject?: string | undefined;
  readonly icEquity?: string | undefined;
  readonly dscrTarget?: string | undefined;
  readonly coverageTarget?: string | undefined;
  readonly coverageDefinition?: string | undefined;
  /** Break-even point up to which an operation or a price counts as safe. */
  readonly bepComfort?: string | undefined;
  /** Public money the budgets have set aside. */
  readonly publicBudget?: string | undefined;
  /** Value of the assets when the horizon ends; net book value when left out, 0 where they are handed back. */
  readonly recoveredAssetValue?: string | undefined;
  /** Value of the assets from the income of the last twelve months, in place of the book value: over a rate, or times a multiple. */
  readonly terminalCapRate?: string | undefined;
  readonly terminalMultiple?: string | undefined;
  /** Statement year whose break-even point stands beside that of the whole operation. */
  readonly normalYear?: string | undefined;
}

/** Ways to say what the assets fetch at the end. */
export const END_VALUES = ["recoveredAssetValue", "terminalCapRate", "terminalMultiple"] as const;

/** Bounds of a number beyond which it means nothing, and what is usual: outside it the verdicts it decides stand on a choice that must be seen. */
export interface ConventionRange {
  readonly from: string;
  readonly to: string;
  readonly usual: readonly [string, string];
  readonly verdicts: readonly string[];
}

/** 元 beyond which double precision no longer tells fen apart: nothing a project could mean. */
export const AMOUNT_MAX = "10000000000000";

export const CONVENTION_RANGES: Readonly<Partial<Record<keyof (Numbers & Entered), ConventionRange>>> = {
  inflation: { from: "-0.5", to: "1", usual: ["0", "0.1"], verdicts: ["B2", "B3", "B4", "B6", "B7"] },
  icProject: { from: "-0.5", to: "1", usual: ["0.02", "0.2"], verdicts: ["B6"] },
  icEquity: { from: "-0.5", to: "1", usual: ["0.02", "0.25"], verdicts: [] },
  minimumCash: { from: "0", to: AMOUNT_MAX, usual: ["0", AMOUNT_MAX], verdicts: ["B4"] },
  dscrTarget: { from: "0", to: "100", usual: ["1", "3"], verdicts: ["B5"] },
  coverageTarget: { from: "0", to: "100", usual: ["1", "5"], verdicts: ["B5"] },
  bepComfort: { from: "0", to: "1", usual: ["0.3", "0.95"], verdicts: ["B8"] },
  publicBudget: { from: "0", to: AMOUNT_MAX, usual: ["0", AMOUNT_MAX], verdicts: ["B9"] },
  recoveredAssetValue: { from: `-${AMOUNT_MAX}`, to: AMOUNT_MAX, usual: ["0", AMOUNT_MAX], verdicts: ["B6"] },
  terminalCapRate: { from: "0.001", to: "1", usual: ["0.03", "0.12"], verdicts: ["B6"] },
  terminalMultiple: { from: "0", to: "1000", usual: ["5", "25"], verdicts: ["B6"] },
  normalYear: { from: "1900", to: "2300", usual: ["1900", "2300"], verdicts: [] },
};

/** Conventions as a file writes them. */
export type GivenConventions = {
  readonly [Name in keyof (Chosen & Numbers)]?: (Chosen & Numbers)[Name] | undefined;
} & Entered;

/** Conventions that hold: what the file leaves open is filled in. Whatever depends on a convention reads it here. */
export type ProjectConventions = Chosen & Numbers & Entered;

export function conventionsOf(given: GivenConventions): ProjectConventions {
  const words = Object.entries(CONVENTION_WORDS).map(([name, { otherwise }]) => [name, otherwise]);
  const entered = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(words) as Chosen), ...NUMBERS, ...Object.fromEntries(entered) };
}
