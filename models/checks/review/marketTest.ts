import { sale } from "../../mechanisms/income/sale.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "./amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { called } from "./sides.ts";

/** M07: no price of the plan is above what the market test found; spaces and cellars have prices of their own. */
const tested = check({
  ids: ["M07"],
  severity: "R",
  clauses: ["jinhua-2020/3(3)"],
  of: (review) => {
    // A test without a price is compared too, and found wanting: leaving the price out is no way round.
    const tests = review.records("market_test").filter((fact) => fact.holds);
    const best = tests.toSorted((a, b) => (b.number("price") ?? ZERO).comparedTo(a.number("price") ?? ZERO))[0];
    const sold = review.partsOf(sale).filter((part) => part.word("level") !== "below" && part.number("price") !== undefined);
    return best === undefined ? [] : sold.map((part) => ({ part, best }));
  },
  none: text("无市场测试价格或无地上销售,不适用", "no price was tested, or nothing is sold above ground: does not apply"),
  judge: ({ part, best }, review) => ({
    about: part.label,
    answer: compare(review, part.side("price"), "at_most", called(best.side("price"), "市场测试可实现售价", "price the market test found")),
    path: part.at("price"),
  }),
});

export const marketTest: readonly Check[] = [tested];
