import type { Decimal } from "decimal.js";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer } from "./answers.ts";
import type { Judged } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure } from "./sides.ts";

/** Money entered for a component that does not count because a record is missing or does not hold. */
export function unproven({ view }: Review, part: Part): Decimal {
  return sum(part.withRole("uncounted.document").map((line) => view.scalar(line) ?? ZERO));
}

/** How a finding says so. */
export const unprovenAnswer = (part: Part, amount: Decimal, path: string): Judged => ({
  about: part.label,
  answer: answer(false, figure(text("因文件缺少或不成立未计入", "not counted, a record is missing or does not hold"), amount, "CNY", path)),
  path,
});
