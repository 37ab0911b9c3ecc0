import type { Decimal } from "decimal.js";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { sum, ZERO } from "./amounts.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";

/** Money entered for a component that does not count because a record is missing or does not hold. */
export function unproven({ view }: Review, part: Part): Decimal {
  const lines = part.lines.filter(({ role }) => role === "uncounted.document");
  return sum(lines.map(({ id }) => view.scalar(id) ?? ZERO));
}

/** How a finding says so. */
export const unprovenMessage = (part: Part, amount: Decimal): Text => ({
  zh: `${part.label.zh}:文件缺少或不成立,${amountText(amount)} 元未计入`,
  en: `${part.label.en}: a record is missing or does not hold, CNY ${amountText(amount)} not counted`,
});
