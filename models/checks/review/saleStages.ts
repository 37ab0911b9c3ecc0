import type { Decimal } from "decimal.js";
import { writeMonth } from "../../language/calendar.ts";
import { STEP_MONTHS } from "../../language/timeline.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { RETENTION_LEAST } from "../../terms/practice.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { cumulate } from "./amounts.ts";
import { finding, percent } from "./finding.ts";
import type { Part } from "./parts.ts";
import { type Check, firstPositive, type Review } from "./review.ts";

const PRESALE = ["national-law/real-estate-45"];

const sold = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays(/^sale\.contract$/));

/** First period in which a component sells. */
const firstSale = (review: Review, part: Part): number =>
  firstPositive(review.series(part.lines.filter(({ role }) => role === "area.sold")));

const monthOf = ({ timeline }: Review, period: number): number =>
  timeline.startMonth + period * STEP_MONTHS[timeline.step];

/** C11: what is sold as completed is completed: neither sold nor handed over before the works are. */
function completed(review: Review): readonly Finding[] {
  const works = review.withRole("stage.completion").filter(({ tags }) => tags["stage_of"] === "works");
  const months = works.flatMap(({ id }) => review.view.scalar(id) ?? []);
  const [last] = months.toSorted((a, b) => b.comparedTo(a));
  if (last === undefined) return [];
  return sold(review).flatMap((part) => {
    const first = firstSale(review, part);
    const handover = part.month("handover");
    if (part.word("mode") !== "completed" || first < 0) return [];
    // The period in which the works end may sell what has just been completed.
    const early =
      last.greaterThanOrEqualTo(monthOf(review, first + 1)) || (handover !== undefined && last.greaterThan(handover));
    const done = writeMonth(last.toNumber());
    const message = early
      ? {
          zh: `${part.label.zh}:按现房销售,但工程 ${done} 才完工,销售或交付在先,应按预售办理`,
          en: `${part.label.en}: sold as completed although the works end in ${done}: what is sold or handed over before is a presale`,
        }
      : { zh: `${part.label.zh}:完工(${done})后现房销售`, en: `${part.label.en}: sold after the works end in ${done}` };
    return [
      finding(review, { id: "C11", severity: "R", pass: !early, clauses: PRESALE, path: `${part.path}/mode`, message }),
    ];
  });
}

/** C11: the whole land price is paid before homes that are not yet built are sold. */
function landPaid(review: Review): readonly Finding[] {
  return sold(review).flatMap((part) => {
    if (part.word("mode") !== "presale") return [];
    const price = review.withRole("cost.land.price").filter(({ payer }) => payer === part.word("seller"));
    const paid = cumulate(review.series(price) ?? []);
    const [first, all] = [firstSale(review, part), paid.at(-1)];
    const then = paid[first];
    if (all === undefined || then === undefined || all.isZero()) return [];
    const owed = all.minus(then);
    const pass = owed.lessThanOrEqualTo(MONEY_TOLERANCE);
    const message = pass
      ? {
          zh: `${part.label.zh}:首次预售前土地价款已付清`,
          en: `${part.label.en}: the land is paid before the first presale`,
        }
      : {
          zh: `${part.label.zh}:首次预售时尚有土地价款 ${amountText(owed)} 元未付,未付清不得预售`,
          en: `${part.label.en}: CNY ${amountText(owed)} of the land price is unpaid at the first presale, which is not allowed before`,
        };
    return [
      finding(review, {
        id: "C11",
        severity: "R",
        pass,
        clauses: PRESALE,
        numbers: { owed },
        path: `${part.path}/absorption`,
        message,
      }),
    ];
  });
}

/** C11: a share of nearly nothing supervises nothing. */
function supervisedInEarnest(review: Review): readonly Finding[] {
  return sold(review).flatMap((part) => {
    const retention = part.has("retention") ? part.number("retention") : undefined;
    if (part.word("mode") !== "presale" || retention === undefined || retention.greaterThanOrEqualTo(RETENTION_LEAST))
      return [];
    const message = {
      zh: `${part.label.zh}:预售资金监管留存比例仅 ${percent(retention)},不足以保证用于工程建设`,
      en: `${part.label.en}: only ${percent(retention)} of presale money is kept under supervision, which secures no works`,
    };
    return [
      finding(review, {
        id: "C11",
        severity: "Q",
        pass: false,
        clauses: PRESALE,
        numbers: { retention },
        path: `${part.path}/retention`,
        message,
      }),
    ];
  });
}

/** C11: a price that grows keeps to its cap until the last sale. */
function grownPrice(review: Review): readonly Finding[] {
  return sold(review).flatMap((part) => {
    const [price, cap] = ["price_exvat", "cap_exvat"].map((name) => review.view.scalar(`${part.id}.${name}`));
    const growth = part.number("priceGrowth");
    const from = part.month("priceFrom") ?? review.timeline.startMonth;
    const areas = review.series(part.lines.filter(({ role }) => role === "area.sold")) ?? [];
    const last = areas.findLastIndex((area) => area.greaterThan(0));
    if (price === undefined || cap === undefined || growth === undefined || last < 0 || !growth.greaterThan(0))
      return [];
    const years = Math.max(0, monthOf(review, last) - from) / STEP_MONTHS.year;
    const grown = price.times(growth.plus(1).pow(years));
    if (grown.lessThanOrEqualTo(cap)) return [];
    const message = {
      zh: `${part.label.zh}:按年涨 ${percent(growth)},末次销售时单价(不含税)${amountText(grown)},超过限价 ${amountText(cap)};测算已按限价计`,
      en: `${part.label.en}: growing by ${percent(growth)} a year the price ex VAT of the last sale is ${amountText(grown)}, above the cap of ${amountText(cap)}; the computation uses the cap`,
    };
    const numbers: Record<string, Decimal> = { grown, cap };
    return [
      finding(review, {
        id: "C11",
        severity: "Q",
        pass: false,
        clauses: ["jinhua-2020/3(3)"],
        numbers,
        path: `${part.path}/priceGrowth`,
        message,
      }),
    ];
  });
}

export const saleStages: readonly Check[] = [
  { ids: ["C11"], run: completed },
  { ids: ["C11"], run: landPaid },
  { ids: ["C11"], run: supervisedInEarnest },
  { ids: ["C11"], run: grownPrice },
];
