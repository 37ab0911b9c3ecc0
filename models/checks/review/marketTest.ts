import type { Decimal } from "decimal.js";
import { sale } from "../../mechanisms/income/sale.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { inForce } from "./facts.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, said } from "./sides.ts";

/** M07: no price of the plan is above what the market test found; spaces and cellars have prices of their own. */
const tested = check({
  ids: ["M07"],
  severity: "R",
  clauses: ["jinhua-2020/3(3)"],
  of: (review) => {
    const best = inForce(review.records("market_test"), "price");
    const sold = review.partsOf(sale).filter((part) => part.word("level") !== "below" && part.number("price") !== undefined);
    return best === undefined ? [] : sold.map((part) => ({ part, best }));
  },
  none: text("无市场测试价格或无地上销售,不适用", "no price was tested, or nothing is sold above ground: does not apply"),
  judge: ({ part, best }, review) => {
    const [price, found] = [part.side("price"), called(best.side("price"), "市场测试可实现售价", "price the market test found")];
    // A test that found no price supports none: leaving it out is no way round.
    const none = answer(false, price, said(found.what, text("未载明", "not stated"), best.path));
    return {
      about: part.label,
      answer: found.value === undefined ? none : compare(review, price, "at_most", found),
      path: part.at("price"),
    };
  },
});

const soldAbove = (review: Review): readonly Part[] => review.partsOf(sale).filter((part) => part.word("level") !== "below" && part.plays("area.sold"));

/** What is planned to be sold period by period; what could not be sold yet is made up later without anybody buying faster. */
function planned(review: Review, part: Part): readonly Decimal[] | undefined {
  const wished = part.line("planned");
  return review.series(wished === undefined ? part.withRole("area.sold") : [wished]);
}

/** M07: no more is planned to be sold in any period than the market takes. */
const absorbed = check({
  ids: ["M07"],
  severity: "R",
  clauses: ["jinhua-2020/3(3)"],
  of: (review) => {
    const fact = inForce(review.records("market_test"), "pace");
    const all = soldAbove(review).flatMap((part) => [planned(review, part) ?? []]);
    const months = review.timeline.stepMonths;
    const paces = review.timeline.periods.map((_period, at) => sum(all.map((areas) => areas[at] ?? ZERO)).div(months));
    const fastest = paces.reduce((one, pace, at) => (pace.greaterThan(paces[one] ?? ZERO) ? at : one), 0);
    return fact === undefined || paces[fastest]?.greaterThan(0) !== true ? [] : [{ fact, fastest, most: paces[fastest] }];
  },
  none: text("无市场测试或无地上销售,不适用", "no market test, or nothing is sold above ground: does not apply"),
  judge: ({ fact, fastest, most }, review) => {
    const pace = called(fact.side("pace"), "市场测试可实现", "the market test found");
    if (pace.value === undefined) return { answer: lacks(text("市场测试可实现的每月去化面积", "area the market test found to be sold a month"), fact.path) };
    const path = soldAbove(review)[0]?.at("absorption") ?? fact.path;
    const label = review.view.periodLabels[fastest] ?? "";
    return {
      answer: compare(review, figure(text(`${label} 每月去化(地上)`, `sold a month above ground in ${label}`), most, "m2/mo", path), "at_most", pace, {
        tolerance: AREA_TOLERANCE,
      }),
      path,
      fails: text("去化快于市场测试", "it is sold faster than the market test found"),
    };
  },
});

export const marketTest: readonly Check[] = [tested, absorbed];
