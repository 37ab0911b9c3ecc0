import type { GraphLine } from "../../language/graph.ts";
import { PROJECT } from "../../statements/handles.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { END_VALUES } from "../../terms/conventions.ts";
import { type Text, text } from "../../wording/text.ts";
import { contractOf, isTypedIncome } from "../trust/typedIncome.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, said, sumOf } from "./sides.ts";

/** C22: a value at the end above the books is somebody's estimate; typed as an amount received, it is valued by nobody. */
const endValues = check<EndValue | GraphLine>({
  ids: ["C22"],
  severity: "Q",
  of: (review) => [...END_VALUES.filter((name) => review.document.conventions[name] !== undefined).slice(0, 1), ...received(review, ({ role }) => role === RESIDUAL)],
  none: text("期末余值按账面净值计,不适用", "the value at the end is that of the books: does not apply"),
  judge: (way, review) => {
    if (typeof way !== "string")
      return unproved(review, way, text("期末资产余值按约定“期末回收资产余值”填写,并附评估", "enter the value at the end by its convention, with a valuation"));
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

/** C05: income typed as amounts is as good as the contract it is paid by. */
const typedIncome = check({
  ids: ["C05"],
  severity: "Q",
  of: (review) => received(review, ({ role }) => role !== RESIDUAL),
  none: text("没有按金额填列的收入,不适用", "no income is typed as amounts: does not apply"),
  judge: (line, review) => unproved(review, line, text("请按面积、数量与单价列示,或注明合同", "enter it by area, quantity and price, or name the contract")),
});

const RESIDUAL = "revenue.residual";
type EndValue = (typeof END_VALUES)[number];

const received = (review: Review, which: (line: GraphLine) => boolean): readonly GraphLine[] =>
  review.lines.filter((line) => isTypedIncome(line) && which(line) && review.total([line])?.greaterThan(MONEY_TOLERANCE) === true);

function unproved(review: Review, line: GraphLine, fails: Text): Judged {
  const contract = contractOf(review.document, line);
  return {
    about: line.label,
    answer: answer(
      contract !== undefined,
      sumOf(review, text("按金额填列", "typed as amounts"), [line]),
      said(text("数量、单价或合同", "quantity and price, or a contract"), contract ?? text("无", "none"), line.id),
    ),
    path: line.path === "" ? line.id : line.path,
    fails,
  };
}

export const endValue: readonly Check[] = [endValues, typedIncome];
