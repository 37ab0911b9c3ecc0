import type { Covered } from "./rows/entry.ts";
import { operationRows } from "./rows/operation.ts";
import { policyRows } from "./rows/policy.ts";
import { reviewRows } from "./rows/review.ts";

export type { Covered } from "./rows/entry.ts";

/** Every mechanism of the two policy papers, every point of the reviewer's list and every red line, with what serves it. */
export const coverage: readonly Covered[] = [...policyRows, ...operationRows, ...reviewRows];
