import { sale } from "../../mechanisms/income/sale.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "./amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { called } from "./sides.ts";

/** M07: no price of the plan is above what the market test found; spaces and cellars have prices of their own. */
const tested = check({
  ids: ["M07"],
  severity: "Q",
  clauses: ["jinhua-2020/3(3)"],
  of: (review) => {
    const tests = review.records("market_test").filter((fact) => fact.holds && fact.number("price") !== undefined);
    const best = tests.toSorted((a, b) => (b.number("price") ?? ZERO).comparedTo(a.number("price") ?? ZERO))[0];
    const sold = review.partsOf(sale).filter((part) => part.word("level") !== "below" && part.number("price") !== undefined);
    return best === undefined ? [] : sold.map((part) => ({ part, best, path: tests[0]?.path ?? best.path }));
  },
  none: text("无市场测试价格或无地上销售,不适用", "no price was tested, or nothing is sold above ground: does not apply"),
  judge: ({ part, best, path }, review) => ({
    about: part.label,
    answer: compare(review, part.side("price"), "at_most", called(best.side("price"), "市场测试可实现售价", "price the market test found")),
    path,
  }),
});

export const marketTest: readonly Check[] = [tested];
