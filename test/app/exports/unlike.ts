import { expect } from "vitest";
import type { Book } from "../../../app/exports/workbook/book.ts";
import { differences, type recalculated } from "./recalculated.ts";

/** What was searched for with the entries as they were, and whatever rests on it, has no value once they change. */
const SEARCHED = /^(bep\.|verdict\.B8\.|B8$)/;

/** What a changed workbook has otherwise than the one of the document changed alike. */
export function unlike(wanted: Book, got: ReturnType<typeof recalculated>) {
  const live = { ...wanted, sheets: wanted.sheets.filter(({ name }) => !["核对", "情景"].includes(name)) };
  const { count, differ } = differences(live, got);
  expect(count).toBeGreaterThan(15_000);
  // Why there is no answer is said while nothing was changed; after that only that there is none.
  const isUnsaid = ({ ours, theirs }: (typeof differ)[number]): boolean =>
    typeof ours === "string" && theirs.startsWith("–");
  const isGone = ({ cell, theirs }: (typeof differ)[number]): boolean =>
    SEARCHED.test(cell.split(" ")[1] ?? "") && /^(#N\/A$|–)/.test(theirs);
  // Which entries were changed is what the two workbooks are to differ in.
  const isNoted = ({ cell, formula }: (typeof differ)[number]): boolean =>
    formula.endsWith(",1,0)") || cell.startsWith("结论与指标!C3 ");
  return differ.filter((one) => !isGone(one) && !isNoted(one) && !isUnsaid(one)).slice(0, 10);
}
