import { operatingRevenue } from "../../mechanisms/income/operatingRevenue.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure } from "./sides.ts";

interface Operated {
  readonly part: Part;
  readonly row: PartRow;
}

/** Fewer than these are stalls and lockers, not ㎡ of rooms. */
const ROOMS_MIN = 100;

/** Spaces, and what may be ㎡ of rooms: let by the month or day to others than the owners. */
function mayBeSpace({ part, row }: Operated, review: Review): boolean {
  const kind = row.word("kind");
  if (kind === "parking") return true;
  const number = review.view.scalar(part.line("unheld", row.id));
  const isRooms = (kind === "ceded" || kind === "other") && row.word("per") !== "year" && row.word("payer") !== "residents";
  return isRooms && number?.greaterThanOrEqualTo(ROOMS_MIN) === true;
}

const isConfirmed = ({ row }: Operated, review: Review): boolean => review.confirmed?.some(({ path }) => path === row.at("quantity")) === true;

/** Rows of spaces and rooms, those confirmed apart: what is confirmed is among the values confirmed. */
const operatedIn = (review: Review): readonly Operated[] =>
  review
    .partsOf(operatingRevenue)
    .flatMap((part) => part.rows("items").map((row) => ({ part, row })))
    .filter(({ row }) => row.word("basis") === "count")
    .filter((one) => one.part.line("held", one.row.id) !== undefined || (mayBeSpace(one, review) && !isConfirmed(one, review)));

/** C02: what is operated by number is there: spaces and rooms in the area table, anything else by a paper somebody stands for. */
const operated = check({
  ids: ["C02"],
  severity: "Q",
  of: operatedIn,
  none: text("无按数量计的车位、用房收入,或已逐项确认,不适用", "no spaces or rooms are let by number, or each number is confirmed: does not apply"),
  judge: ({ part, row }, review) => {
    const path = row.at("quantity");
    const held = part.line("held", row.id);
    const inTable = held === undefined ? ZERO : review.view.scalar(held);
    return {
      about: text(`${part.label.zh} ${row.id}`, `${part.label.en} ${row.id}`),
      answer: compare(
        review,
        figure(text("经营数量", "number operated"), row.number("quantity"), "1", path),
        "at_most",
        figure(text("面积平衡表载明", "in the area table"), inTable, "1", held?.id ?? path),
      ),
      fails: text("没有依据;不计容、共有、已出售或让渡的面积不得再取得收入", "no paper states it; exempt, common, sold or ceded space earns nothing more"),
      severity: held === undefined ? "Q" : "R",
      path,
    };
  },
});

export const scale: readonly Check[] = [operated];
