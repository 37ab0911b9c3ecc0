import { PROJECT } from "../../statements/handles.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { END_VALUES } from "../../terms/conventions.ts";
import { text } from "../../wording/text.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { figure } from "./sides.ts";

/** C22: a value at the end above the books is somebody's estimate. */
const aboveBooks = check({
  ids: ["C22"],
  severity: "Q",
  of: (review) => END_VALUES.filter((name) => review.document.conventions[name] !== undefined).slice(0, 1),
  none: text("期末余值按账面净值计,不适用", "the value at the end is that of the books: does not apply"),
  judge: (way, review) => {
    const path = `conventions/${way}`;
    return {
      answer: compare(
        review,
        figure(text("期末回收资产余值", "recovered at the end"), review.view.series(PROJECT.recoveredAssets)?.at(-1), "CNY", path),
        "at_most",
        figure(text("账面净值", "value in the books"), review.view.scalar(PROJECT.bookValueAtEnd), "CNY", PROJECT.bookValueAtEnd),
        { tolerance: MONEY_TOLERANCE },
      ),
      fails: text("须有评估依据", "a valuation must show it"),
      path,
    };
  },
});

export const endValue: readonly Check[] = [aboveBooks];
