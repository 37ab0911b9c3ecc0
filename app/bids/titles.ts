import type { Text } from "../../models/wording/text.ts";
import type { BidGroupView } from "../contract.ts";

/** Titles of the groups of rows. */
export const GROUP_TITLES: Readonly<Record<BidGroupView["id"], Text>> = {
  offer: { zh: "报价", en: "offers" },
  steps: { zh: "归一化步骤", en: "steps of the normalisation" },
  value: { zh: "对业主的价值", en: "value to the owner" },
  against: { zh: "与基准报价的差额", en: "difference from the first" },
  prices: { zh: "服务价格", en: "service prices" },
  kpis: { zh: "绩效承诺", en: "indicators promised" },
  points: { zh: "得分", en: "points" },
  own: { zh: "投标人自身", en: "the bidder itself" },
};

/** How a bid keeps what is asked. */
export const COMPLIANCE_MARK = { holds: "✓", fails: "✗", cannot_be_judged: "?" } as const;
