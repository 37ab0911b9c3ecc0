import type { Text } from "../wording/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** Who can pay or be paid. Each cash line names its payer and payee, so that transfers cancel in a consolidated view. */
export const PARTY_ROLES = {
  entity: text("实施主体", "implementing entity"),
  spv: text("项目公司", "project company"),
  operator: text("运营主体", "operator"),
  resident: text("居民(业主)", "residents (owners)"),
  buyer: text("购房人", "buyers"),
  tenant: text("承租人及用户", "tenants and users"),
  contractor: text("施工单位", "contractor"),
  supplier: text("供应商及服务商", "supplier"),
  landowner: text("被征收人及土地权利人", "expropriated owners and land holders"),
  tax: text("税务机关", "tax authority"),
  district: text("区县财政", "district or county budget"),
  city: text("市级财政", "city budget"),
  province: text("省级财政", "provincial budget"),
  central: text("中央财政", "central budget"),
  fund: text("投资基金", "investment fund"),
  bank: text("银行", "bank"),
  bondholder: text("债券持有人", "bondholders"),
  investor: text("社会资本及其他股东", "private and other shareholders"),
  soe: text("国有企业", "state-owned enterprise"),
  utility: text("管线及公用单位", "utility companies"),
  donor: text("捐赠人", "donor"),
  maintenance_fund: text("住宅专项维修资金专户", "housing maintenance-fund account"),
  provident_fund: text("住房公积金中心", "housing provident-fund centre"),
  other_project: text("其他项目", "other project"),
  other: text("其他", "other"),
} as const satisfies Record<string, Text>;

export type PartyRole = keyof typeof PARTY_ROLES;

/** The perimeter of verdicts and project statements unless a party says otherwise. */
export function inProjectByDefault(role: PartyRole): boolean {
  return role === "entity" || role === "spv";
}
