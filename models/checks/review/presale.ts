import type { Decimal } from "decimal.js";
import { RETENTION_LEAST } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { cumulate, ZERO } from "../amounts.ts";
import { answer, compare, inapplicable } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import { constructionOf } from "./plotsSold.ts";
import { firstPositive, type Review } from "./review.ts";
import { saleParts } from "./sales.ts";
import { figure, inPercent, ofRule, said } from "./sides.ts";

export const PRESALE = ["national-law/real-estate-45"];
const presales = (review: Review): readonly Part[] => saleParts(review).filter((part) => part.word("mode") === "presale");

/** What is looked at in every presale. */
export const OF_PRESALES = { ids: ["C11"], clauses: PRESALE, of: presales, none: text("无预售,不适用", "no presale: does not apply") } as const;

/** Share of some works that is paid when money first comes. */
function spentAt(works: readonly Decimal[] | undefined, first: number): Decimal | undefined {
  const spent = works === undefined ? undefined : cumulate(works);
  const all = spent?.at(-1);
  return first < 0 || all === undefined || all.isZero() ? undefined : (spent?.[first] ?? ZERO).div(all);
}

const INVESTED = text("首次预售时工程投入", "works spent at the first presale");

/** C11 (M58): money for homes not yet built comes only after the share of works the law asks for, and a permit. */
const permitted = check({
  ...OF_PRESALES,
  severity: "R",
  judge: (part, review) => {
    const spending = constructionOf(review, part);
    const first = firstPositive(review.series(part.withRole("area.sold")));
    const share = spentAt(review.series(spending), first);
    const permit = review.record(part.word("presalePermit"));
    const other = permit?.word("product");
    const theirs = other === undefined || other === part.word("product");
    const holds = permit?.holds === true && theirs;
    const path = part.at("presalePermit");
    const required = ofRule(review, "presale_invested_ratio");
    const enough = required.value === undefined || share === undefined || share.greaterThanOrEqualTo(required.value);
    const paper = said(text("预售许可", "presale permit"), holds ? permit.label : text("无成立的记录", "none on record that holds"), holds ? permit.path : path);
    const handover = part.monthSide("handover", text("交付月", "handover"));
    const invested = inPercent(figure(INVESTED, share, "1", part.line("construction")?.id ?? path));
    const measured = share === undefined && (!holds || first < 0) ? [] : [invested, inPercent(required)];
    return {
      about: part.label,
      answer: answer(holds && enough && part.month("handover") !== undefined, paper, ...measured, handover),
      path: holds && enough ? permit.path : path,
      fails: holds
        ? text("该地块工程建设投入未达法定比例", "less of the construction of these plots is paid than the law asks for")
        : theirs
          ? text("没有成立的预售许可", "there is no permit that holds")
          : text("预售许可是另一产品的", "the permit is for another product"),
    };
  },
});

/** C11: presale money is kept in a supervised account, and more of it than would secure no works. */
const supervised = check({
  ...OF_PRESALES,
  severity: "Q",
  judge: (part, review) => {
    const share = part.side("retention");
    return {
      about: part.label,
      answer: compare(
        review,
        inPercent({ ...share, value: share.value ?? ZERO }),
        "at_least",
        inPercent(figure(text("评审通常要求至少", "reviewers expect at least"), review.decimal(RETENTION_LEAST), "1", "")),
      ),
      fails: text("预售资金留存监管账户的部分不足以保证用于工程建设", "what is kept in the supervised account secures no works"),
    };
  },
});

/** C11: receipts no sale component computes must not come before a quarter of the works either. */
const otherReceipts = check({
  ids: ["C11"],
  severity: "R",
  clauses: PRESALE,
  of: (review) => {
    const computed = new Set(saleParts(review).map(({ id }) => id));
    return review.withRole("sale.receipt").filter(({ tags }) => tags["crosses"] === "in" && !computed.has(String(tags["component"] ?? "")));
  },
  none: text("无销售组件以外的售房回款,不适用", "no receipts of sales beside those of sale components: does not apply"),
  judge: (line, review) => {
    const first = firstPositive(review.series([line]));
    if (first < 0) return { about: line.label, answer: inapplicable(text("本情景无回款", "nothing is received in this scenario")) };
    const label = review.view.periodLabels[first] ?? "";
    const share = spentAt(review.series(review.withRole("cost.works.*")), first);
    return {
      about: line.label,
      answer: compare(
        review,
        inPercent(figure(text(`${label} 首次回款时工程投入`, `works spent at the first receipt in ${label}`), share, "1", line.id)),
        "at_least",
        inPercent(ofRule(review, "presale_invested_ratio")),
      ),
    };
  },
});

export const presale: readonly Check[] = [permitted, supervised, otherReceipts];
