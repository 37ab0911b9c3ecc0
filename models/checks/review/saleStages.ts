import type { Decimal } from "decimal.js";
import { STEP_MONTHS } from "../../language/timeline.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { cumulate } from "../amounts.ts";
import { answer, compare, inapplicable } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import { onPlots, plotsOf } from "./plotsSold.ts";
import { OF_PRESALES, PRESALE } from "./presale.ts";
import { firstPositive, type Review } from "./review.ts";
import { saleParts } from "./sales.ts";
import { called, figure, ofLine, said } from "./sides.ts";

const NEVER_SOLD = text("本情景未售出", "nothing is sold in this scenario");

const areaSold = (review: Review, part: Part): readonly Decimal[] | undefined => review.series(part.withRole("area.sold"));

const monthOf = ({ timeline }: Review, period: number): number => timeline.startMonth + period * STEP_MONTHS[timeline.step];

/** C11: what is sold as completed is completed: neither sold nor handed over before the works are. */
const completed = check({
  ids: ["C11"],
  severity: "R",
  clauses: PRESALE,
  of: (review) => saleParts(review).filter((part) => part.word("mode") === "completed"),
  none: text("无现房销售,不适用", "nothing is sold as completed: does not apply"),
  judge: (part, review) => {
    const plots = plotsOf(review, part);
    const works = review.withRole("stage.completion").filter(({ tags }) => tags["stage_of"] === "works");
    const ends = onPlots(works, plots).flatMap((line) => {
      const end = review.view.scalar(line);
      return end?.greaterThan(0) === true ? [{ line, end }] : [];
    });
    const [last] = ends.toSorted((a, b) => b.end.comparedTo(a.end));
    const first = firstPositive(areaSold(review, part));
    if (last === undefined) return { about: part.label, answer: inapplicable(text("无在建工程", "nothing is being built")) };
    if (first < 0) return { about: part.label, answer: inapplicable(NEVER_SOLD) };
    const handover = part.month("handover");
    // The period in which the works end may sell what has just been completed.
    const early = last.end.greaterThanOrEqualTo(monthOf(review, first + 1)) || (handover !== undefined && last.end.greaterThan(handover));
    return {
      about: part.label,
      answer: answer(
        !early,
        said(text("工程完工", "the works end in"), review.monthText(last.end.toNumber()), last.line.id),
        said(text("首次签约", "first sold in"), review.view.periodLabels[first], part.at("absorption")),
        part.monthSide("handover", text("交付", "handed over in")),
      ),
      // Without a plot the works may be others than those sold.
      severity: plots.size === 0 ? "Q" : "R",
      path: part.at("mode"),
      fails: text("工程完工前销售或交付,应按预售办理", "what is sold or handed over before the works end is a presale"),
    };
  },
});

/** C11: the whole land price is paid before homes that are not yet built are sold. */
const landPaid = check({
  ...OF_PRESALES,
  severity: "R",
  judge: (part, review) => {
    const own = review.withRole("cost.land.price").filter(({ payer }) => payer === part.word("seller"));
    const price = onPlots(own, plotsOf(review, part));
    const paid = cumulate(review.series(price) ?? []);
    const first = firstPositive(areaSold(review, part));
    const all = paid.at(-1);
    if (all === undefined || all.isZero()) return { about: part.label, answer: inapplicable(text("销售方无土地价款", "the seller pays no land price")) };
    if (first < 0) return { about: part.label, answer: inapplicable(NEVER_SOLD) };
    const at = price[0]?.id ?? part.at("absorption");
    return {
      about: part.label,
      answer: compare(
        review,
        figure(text("首次预售时已付土地价款", "land price paid at the first presale"), paid[first], "CNY", at),
        "at_least",
        figure(text("应付", "due"), all, "CNY", at),
        { tolerance: MONEY_TOLERANCE, beside: [said(text("首次预售", "first presale"), review.view.periodLabels[first], part.at("absorption"))] },
      ),
      path: part.at("absorption"),
      fails: text("土地价款未付清不得预售", "presale is not allowed before the land is paid for"),
    };
  },
});

/** C11: a price that grows keeps to its cap until the last sale. */
const grownPrice = check({
  ids: ["C11"],
  severity: "Q",
  clauses: ["jinhua-2020/3(3)", "jinhua-2020/1(2)3"],
  of: (review) => saleParts(review).filter((part) => part.number("priceGrowth")?.greaterThan(0) === true && part.line("cap_exvat") !== undefined),
  none: text("无按年上涨且有限价的售价,不适用", "no price that grows has a cap: does not apply"),
  judge: (part, review) => {
    const last = areaSold(review, part)?.findLastIndex((area) => area.greaterThan(0)) ?? -1;
    if (last < 0) return { about: part.label, answer: inapplicable(NEVER_SOLD) };
    const [price, growth] = [review.view.scalar(part.line("price_exvat")), part.number("priceGrowth")];
    const months = monthOf(review, last) - (part.month("priceFrom") ?? review.timeline.startMonth);
    const grown = growth === undefined ? undefined : price?.times(growth.plus(1).pow(Math.max(0, months) / STEP_MONTHS.year));
    const path = part.at("priceGrowth");
    return {
      about: part.label,
      answer: compare(
        review,
        figure(text("末次销售时单价(不含税)", "price ex VAT at the last sale"), grown, "CNY/m2", path),
        "at_most",
        called(ofLine(review, part.line("cap_exvat")), "限价(不含税)", "cap, ex VAT"),
        { beside: [said(text("末次销售", "last sale"), review.view.periodLabels[last], part.at("absorption"))] },
      ),
      path,
      fails: text("涨价超过限价,测算已按限价计", "growth passes the cap; the computation uses the cap"),
    };
  },
});

export const saleStages: readonly Check[] = [completed, landPaid, grownPrice];
