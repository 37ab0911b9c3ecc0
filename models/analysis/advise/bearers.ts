import type { PartyRole } from "../../terms/parties.ts";
import type { Text } from "../../wording/text.ts";

/** Who bears a change of the plan (由谁承担). */
export const BEARERS = [
  "residents",
  "buyers",
  "users",
  "operator",
  "budget",
  "lenders",
  "suppliers",
  "project",
] as const;
export type Bearer = (typeof BEARERS)[number];

export const isBearer = (word: string): word is Bearer => (BEARERS as readonly string[]).includes(word);

export const BEARER_LABELS: Readonly<Record<Bearer, Text>> = {
  residents: { zh: "居民及被搬迁人", en: "residents and those relocated" },
  buyers: { zh: "购房人", en: "buyers" },
  users: { zh: "承租人及用户", en: "tenants and users" },
  operator: { zh: "运营主体", en: "operator" },
  budget: { zh: "财政", en: "budget" },
  lenders: { zh: "贷款、债券与基金", en: "lenders, bondholders, funds" },
  suppliers: { zh: "施工与供应单位", en: "contractors and suppliers" },
  project: { zh: "项目自身与股东", en: "the project and its shareholders" },
};

/**
 * Pain of one plausible step of a change, by who bears it. Defaults of this tool, no policy of anybody: they only say in which order it looks, are
 * shown with every answer, and each can be set by whoever asks.
 */
export const DEFAULT_WEIGHTS: Readonly<Record<Bearer, number>> = {
  residents: 3,
  buyers: 2,
  users: 2,
  operator: 1.5,
  budget: 2,
  lenders: 1,
  suppliers: 1.5,
  project: 1,
};

const OF_ROLE: Readonly<Record<PartyRole, Bearer>> = {
  entity: "project",
  spv: "project",
  investor: "project",
  soe: "project",
  operator: "operator",
  resident: "residents",
  landowner: "residents",
  maintenance_fund: "residents",
  provident_fund: "residents",
  buyer: "buyers",
  tenant: "users",
  contractor: "suppliers",
  supplier: "suppliers",
  utility: "suppliers",
  donor: "suppliers",
  tax: "budget",
  district: "budget",
  city: "budget",
  province: "budget",
  central: "budget",
  fund: "lenders",
  bank: "lenders",
  bondholder: "lenders",
  other: "suppliers",
  other_project: "project",
};

export const bearerOf = (role: PartyRole): Bearer => OF_ROLE[role];
