import { landAppreciationTax } from "../../mechanisms/tax/landAppreciation/landAppreciation.ts";
import { namesOf, text } from "../../wording/text.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, inPercent, ofRule, said, sumOf } from "./sides.ts";

const LAT = ["national-law/land-appreciation-tax"];
const NOTHING_SOLD = text("无销售,不适用", "nothing is sold: does not apply");
const contracts = (review: Review) => review.withRole("sale.contract");
const sold = (review: Review): readonly Review[] => (contracts(review).length === 0 || review.total(contracts(review))?.isZero() === true ? [] : [review]);

/** C21: every product that is sold is settled in its category. */
const categories = check({
  ids: ["C21"],
  severity: "Q",
  clauses: LAT,
  of: sold,
  none: NOTHING_SOLD,
  judge: (review) => {
    const products = new Set(contracts(review).map(({ tags }) => String(tags["product"] ?? "")));
    const settlements = review.partsOf(landAppreciationTax);
    const settled = new Set(settlements.flatMap((part) => part.rows("products").flatMap((row) => row.word("product") ?? [])));
    const missing = [...products].filter((product) => !settled.has(product));
    const [tax] = review.withRole("tax.land_appreciation");
    return {
      answer: answer(
        missing.length === 0,
        said(text("销售的产品", "products sold"), namesOf(products), tax?.id ?? "components"),
        said(text("列入土地增值税清算的产品", "products settled for land appreciation tax"), namesOf(settled), settlements[0]?.path ?? "components"),
      ),
      fails: text(`未列入清算:${namesOf(missing).zh}`, `left out: ${namesOf(missing).en}`),
    };
  },
});

/** C21: just above the exempt rate of gain, a yuan more of price costs the whole tax; just below, a yuan less of cost does. */
const cliff = check({
  ids: ["C21"],
  severity: "Q",
  clauses: LAT,
  of: (review) => review.partsOf(landAppreciationTax).flatMap((part) => part.line("gain_ratio", "ordinary") ?? []),
  none: text("无普通标准住宅清算,不适用", "no ordinary housing is settled: does not apply"),
  judge: (line, review) => {
    const gain = review.view.series(line)?.at(-1);
    const [edge, near] = [ofRule(review, "lat_exempt_ratio"), ofRule(review, "lat_edge_alert")];
    const apart = gain === undefined || edge.value === undefined || near.value === undefined ? undefined : gain.minus(edge.value).abs().greaterThan(near.value);
    return {
      answer: answer(apart, inPercent(figure(text("普通标准住宅增值率", "gain on ordinary housing"), gain, "1", line.id)), inPercent(edge), inPercent(near)),
      fails:
        edge.value !== undefined && gain?.greaterThan(edge.value) === true
          ? text("刚刚超过,略降价即可免征", "just above, a slightly lower price is exempt")
          : text("紧贴界限,略涨价即全额征税", "close below, a slightly higher price is taxed in full"),
    };
  },
});

/** C21: the price of a plot is deducted once. */
const landOnce = check({
  ids: ["C21"],
  severity: "Q",
  of: (review) => (review.withRole("cost.land.price").length === 0 ? [] : [review.withRole("cost.land.price")]),
  none: text("无土地价款,不适用", "no land price: does not apply"),
  judge: (paid, review) => {
    const sources = new Set(paid.map(({ tags }) => `${String(tags["component"])} ${String(tags["plot"] ?? "")}`));
    const plots = new Set(paid.map(({ tags }) => String(tags["plot"] ?? "")));
    if (review.total(paid) === undefined) return { answer: lacks(text("土地价款", "the land price"), paid[0]?.path ?? "components") };
    return {
      answer: answer(
        plots.size === sources.size,
        sumOf(review, text("土地价款", "land price"), paid),
        figure(text("计入的处数", "places it is counted at"), review.count(sources.size), "item", paid.at(-1)?.id ?? ""),
        figure(text("地块数", "plots"), review.count(plots.size), "item", "plots"),
      ),
      path: paid.at(-1)?.id ?? "",
      fails: text("同一地块的土地价款计了两次", "the land price of a plot is counted twice"),
    };
  },
});

export const landAppreciation: readonly Check[] = [categories, cliff, landOnce];
