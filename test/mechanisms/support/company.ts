import type { Inputs, Part } from "./situation.ts";
import { profile } from "./situation.ts";

/** Capital an investor pays into the company, year by year. */
export const paid = (id: string, investor: string, amounts: readonly number[], changes: Inputs = {}): Part => [
  id,
  "equity",
  { investor, recipient: "spv", schedule: profile(amounts), ...changes },
];

/** A company held by an investor and a state-owned enterprise. */
export const company = (changes: Inputs): Part => [
  "owners",
  "spv_shareholders",
  {
    company: "spv",
    shareholders: [
      { id: "a", holder: "investor" },
      { id: "b", holder: "soe" },
    ],
    ...changes,
  },
];
