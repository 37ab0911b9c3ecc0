import type { Text } from "../../models/wording/text.ts";

/** What is drawn of money over the years. */
export const CASH_LINES = [
  { id: "project.cash_in", zh: "资金流入", en: "cash in" },
  { id: "project.cash_out", zh: "资金流出", en: "cash out" },
  { id: "project.cash_free", zh: "年末可动用资金", en: "unrestricted cash at the year's end" },
] as const satisfies readonly (Text & { readonly id: string })[];
