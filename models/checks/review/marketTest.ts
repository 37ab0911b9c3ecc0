import { sale } from "../../mechanisms/income/sale.ts";
import { text } from "../../wording/text.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { inForce } from "./facts.ts";
import { called, said } from "./sides.ts";

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

export const marketTest: readonly Check[] = [tested];
