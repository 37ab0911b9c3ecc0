import type { Text } from "../wording/text.ts";
import type { Status } from "./schema.ts";

/** Status of money that somebody else must grant. */
export const STATUS_WORDS: Readonly<Record<Status, Text>> = {
  planned: { zh: "拟申请", en: "planned" },
  applied: { zh: "已申报", en: "applied for" },
  approved: { zh: "已批复", en: "approved" },
  received: { zh: "已到账", en: "received" },
  refused: { zh: "未获批", en: "refused" },
};
