import { textOf } from "../../document/schemaParts.ts";
import { namesOf, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { said } from "./sides.ts";

/** A plot as papers name it: 三号地块, A地块, 隔壁小区. */
const PLOT = /(?:[一二三四五六七八九十\d]+号|[A-Z甲乙丙丁])地块|(?:隔壁|邻近|相邻|其他|另一)(?:小区|项目|地块)/gu;

/** Plots and parties a paper names that are not those of this plan. */
export function strangersIn(review: Review, { label, document = "" }: Fact): readonly string[] {
  const own = [review.document.project.name, ...review.document.plots.map(({ label: plot }) => plot)].map((one) => (one === undefined ? "" : textOf(one).zh)).join(" ");
  return [...`${label.zh} ${document}`.matchAll(PLOT)].flatMap(([name]) => (own.includes(name) ? [] : [name]));
}

/** C27: a title is that of this plot: one that names another proves nothing here. */
const names = check({
  ids: ["C27"],
  severity: "Q",
  of: (review) => [...review.records("title"), ...review.records("operation_right")],
  none: text("无产权或运营权记录,不适用", "no title on record: does not apply"),
  judge: (fact, review) => {
    const strangers = strangersIn(review, fact);
    return {
      about: fact.label,
      answer: answer(strangers.length === 0, said(text("所载不动产", "what it is about"), strangers.length === 0 ? fact.label : namesOf(strangers), fact.path)),
      path: fact.path,
      fails: text("不是本项目的地块,请核对权属文件", "it is no plot of this project: look at the paper"),
    };
  },
});

export const titleNames: readonly Check[] = [names];
