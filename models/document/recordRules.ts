/**
 * When a record holds (文件是否成立), kind by kind, beyond its date: what it must say, and what it must not. A kind that is not listed holds from its date on.
 * Votes have a rule of their own: quorum and majority of the item they are used for.
 */
export interface RecordRule {
  /** Flags that must be written down and true. */
  readonly needs?: readonly string[];
  /** Flags that must not be true. */
  readonly never?: readonly string[];
  /** Figure that is the most the record grants to all who rest on it, in 元. */
  readonly amount?: string;
}

const REFUSABLE: RecordRule = { never: ["refused"] };

export const RECORD_RULES: Readonly<Record<string, RecordRule>> = {
  approval: { ...REFUSABLE, amount: "amount" },
  permit: REFUSABLE,
  plan_adjustment: REFUSABLE,
  design_approval: REFUSABLE,
  area_determination: REFUSABLE,
  donation_agreement: { ...REFUSABLE, amount: "amount" },
  project_transfer: REFUSABLE,
  budget_approval: { ...REFUSABLE, amount: "amount" },
  estimate_approval: REFUSABLE,
  operation_report: REFUSABLE,
  acceptance: { needs: ["passed"] },
  scene_checklist: { needs: ["passed"] },
  market_test: { needs: ["passed"] },
  capacity: { needs: ["traffic", "environment", "sunlight", "noise"] },
  title: { needs: ["registered"] },
  land_quota: { needs: ["transferAgreement"] },
  scheme_obligation: { needs: ["signed"] },
  asset_transfer: { needs: ["titleClear", "stateAssetProcedure"], amount: "value" },
};

/** Purposes a record may state that a use can be told by; any other word is the record's own. */
export const PURPOSES: readonly string[] = ["operation", "talent"];

/** Share of participants that must agree: more than half for ordinary items, three quarters for major ones. */
export type Majority = "major" | "ordinary";

/** The figures by which a vote is judged. */
export const VOTE_FIGURES = ["totalArea", "totalOwners", "partArea", "partOwners", "yesArea", "yesOwners"] as const;

/** The parameters of the rule packs by which a vote is judged. */
export const VOTE_PARAMETERS = ["vote_quorum", "vote_major", "vote_ordinary"] as const;

/** Last month in which a record of some kinds is valid. */
export const VALID_UNTIL = "validUntil";
