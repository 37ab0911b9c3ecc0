import type { PartyRole } from "../../terms/parties.ts";

/** Who carries the project: pays its cost and receives its income. */
export const PROJECT_SIDE: readonly PartyRole[] = ["entity", "spv", "operator"];
/** Budgets of the levels of government. */
export const BUDGETS: readonly PartyRole[] = ["city", "district", "province", "central"];
/** Whoever is paid for works and services. */
export const SUPPLIERS: readonly PartyRole[] = ["contractor", "supplier", "utility", "other"];
