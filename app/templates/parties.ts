import type { ModelDocument } from "../../models/document/schema.ts";
import { PARTY_ROLES, type PartyRole } from "../../models/terms/parties.ts";

export type ProjectType = "renovation" | "new-build";
export type RenewalMode = "rebuild" | "infill" | "rehabilitation";

type Party = ModelDocument["parties"][number];

/** Who takes part in every project: carries it, builds it, lends to it, taxes it, supports it. */
const ALWAYS: readonly PartyRole[] = [
  "entity",
  "bank",
  "contractor",
  "supplier",
  "tenant",
  "tax",
  "district",
  "city",
  "province",
];

const BY_KIND: Readonly<Record<RenewalMode | "new-build", readonly PartyRole[]>> = {
  rebuild: ["resident", "buyer", "maintenance_fund", "provident_fund", "utility"],
  infill: ["resident", "buyer", "maintenance_fund", "utility"],
  rehabilitation: ["resident", "operator", "maintenance_fund", "donor", "utility"],
  "new-build": ["spv", "investor", "landowner", "buyer"],
};

/** One party for each role such a project usually has, called by its role. */
export function partiesOf(kind: RenewalMode | "new-build"): readonly Party[] {
  return [...ALWAYS, ...BY_KIND[kind]].map((role) => ({ id: role, label: PARTY_ROLES[role], role }));
}
