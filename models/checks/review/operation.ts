import type { Decimal } from "decimal.js";
import { EQUIPMENT_REPLACED_LEAST, NEARLY_ALL_COLLECTED, NO_RAMP } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { greatest, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import type { Given, Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, inPercent, ofRule, sumOf } from "./sides.ts";

const NO_OPERATION = text("无运营收入,不适用", "no operation: does not apply");
const earning = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.rows("ramp").length > 0);
const operating = (review: Review): readonly Review[] => (earning(review).length === 0 ? [] : [review]);

/** C12: occupancy builds up. */
const ramps = check({
  ids: ["C12"],
  severity: "Q",
  of: earning,
  none: NO_OPERATION,
  judge: (part) => {
    const path = part.at("ramp");
    const [first, ...later] = part.rows("ramp").flatMap((row) => row.number("share") ?? []);
    const most = greatest(later);
    const builds = first?.lessThan(1) === true && later.some((share) => share.greaterThan(first)) && first.lessThan(most.times(NO_RAMP));
    return {
      about: part.label,
      answer: answer(
        builds,
        inPercent(figure(text("首年利用率", "occupancy of the first year"), first, "1", path)),
        inPercent(figure(text("其后最高", "highest later"), later.length === 0 ? first : most, "1", path)),
      ),
      fails: text("自首年起不变或几乎不变,没有培育期", "the same from day one, or nearly: it does not build up"),
    };
  },
});

/** Charges that meters and contracts collect; of the others some is always lost. */
const METERED: ReadonlySet<string> = new Set(["energy", "ceded", "common", "municipal", "commission"]);

/** C12: some of what is due is never collected, and more than a hair. */
const collection = check({
  ids: ["C12"],
  severity: "Q",
  of: (review) =>
    earning(review).flatMap((part) => {
      const rows = [part, ...part.rows("items")].filter((given) => given.number("collection") !== undefined);
      return rows.length === 0 ? [] : [{ part, rows }];
    }),
  none: NO_OPERATION,
  judge: ({ part, rows }, review) => {
    const limit = review.decimal(NEARLY_ALL_COLLECTED);
    const isMetered = (given: Given): boolean => METERED.has(given.word("kind") ?? "");
    const isFull = (given: Given): boolean => {
      const share = given.number("collection") ?? ZERO;
      return share.greaterThanOrEqualTo(1) || (limit !== undefined && share.greaterThan(limit) && !isMetered(given));
    };
    const full = rows.filter(isFull);
    const [worst = part] = full;
    const others = rows.filter((given) => !isMetered(given));
    const shown = [full, others, rows].find((some) => some.length > 0) ?? [];
    const highest = greatest(shown.flatMap((given) => given.number("collection") ?? []));
    const path = worst.at("collection");
    return {
      about: part.label,
      answer: answer(
        full.length === 0,
        inPercent(figure(text("收缴率最高", "highest rate of collection"), highest, "1", path)),
        inPercent(figure(text("评审通常接受至多(抄表和合同收取的须低于 100%)", "reviewers accept at most, what meters and contracts collect apart"), limit, "1", "")),
      ),
      fails: text(`有 ${full.length} 项全额或近乎全额收缴`, `${full.length} lines are collected in full, or as good as`),
    };
  },
});

/** Growth per year of a component or of its rows, whatever the step. */
function growths(part: Part): readonly Decimal[] {
  const own = part.number("growth");
  const rows = part.rows("items").flatMap((row) => {
    const growth = row.number("growth");
    return growth === undefined ? [] : [growth.div(row.number("everyYears") ?? 1)];
  });
  return own === undefined ? rows : [own.div(part.number("everyYears") ?? 1), ...rows];
}

const costs = (review: Review): readonly Part[] => review.parts.filter((part) => part.plays("opex.*") && part.rows("items").length > 0);

/** C12: wages do not stand still. */
const wages = check({
  ids: ["C12"],
  severity: "Q",
  of: (review) => (review.view.years.length < 2 ? [] : costs(review).flatMap((part) => part.rows("items").filter((row) => row.word("kind") === "staff"))),
  none: text("无人工成本,不适用", "no wages: does not apply"),
  judge: (row) => {
    const growth = { ...row.side("growth"), value: row.number("growth") ?? ZERO };
    return {
      about: text(`人工成本“${row.id}”`, `wages “${row.id}”`),
      answer: answer(growth.value.greaterThan(0), inPercent(growth), inPercent(figure(text("须高于", "must be above"), ZERO, "1", ""))),
      fails: text("全期不涨", "they never grow"),
    };
  },
});

/** C12: income does not grow faster than cost. */
const growth = check({
  ids: ["C12"],
  severity: "Q",
  of: (review) => {
    const [income, outgo] = [earning(review).flatMap(growths), costs(review).flatMap(growths)];
    return income.length === 0 || outgo.length === 0 ? [] : [{ income, outgo }];
  },
  none: text("收入或成本未填涨幅,不适用", "no growth of income or of cost is entered: does not apply"),
  judge: ({ income, outgo }, review) => ({
    answer: compare(
      review,
      inPercent(figure(text("收入年涨幅最高", "income grows a year by up to"), most(income), "1", "components")),
      "at_most",
      inPercent(figure(text("成本年涨幅最高", "cost by up to"), most(outgo), "1", "components")),
    ),
    fails: text("收入涨得比成本快", "income grows faster"),
  }),
});
const most = (values: readonly Decimal[]): Decimal => values.reduce((highest, value) => (value.greaterThan(highest) ? value : highest));

/** What wears out within a long operation: the platforms, and some of the equipment. */
function wornOut(review: Review): Decimal | undefined {
  const [platforms, equipment] = [review.total(review.withRole("cost.works.platform")), review.total(review.withRole("cost.works.equipment"))];
  const share = review.decimal(EQUIPMENT_REPLACED_LEAST);
  return platforms === undefined || equipment === undefined || share === undefined ? undefined : platforms.plus(equipment.times(share));
}

/** C12: what wears out is bought again within a long operation, for what it costs. */
const replaced = check({
  ids: ["C12"],
  severity: "Q",
  of: operating,
  none: NO_OPERATION,
  judge: (review) => {
    const months = earning(review).flatMap((part) => {
      const [start, end] = [part.month("start"), part.month("end")];
      return start === undefined || end === undefined ? [] : [end + 1 - start];
    });
    const lines = review.withRole("replacement.capex");
    const years = figure(text("运营年限", "years of operation"), review.count(Math.max(0, ...months)).div(12), "a", "components");
    const life = ofRule(review, "replacement_expected_years");
    const paid = sumOf(review, text("大修与更新", "replacement"), lines, "components");
    const worn = figure(text("平台及部分设备的造价", "what platforms and some of the equipment cost"), wornOut(review), "CNY", "components");
    const short = life.value !== undefined && years.value !== undefined && life.value.greaterThan(years.value);
    return {
      answer: answer(short || (paid.value?.greaterThan(0) && paid.value.greaterThanOrEqualTo(worn.value ?? ZERO)), years, life, paid, ...(short ? [] : [worn])),
      path: lines[0]?.id ?? "components",
      fails: text("没有或不足以更新电梯、平台等设施", "lifts and platform are not replaced, or for less than they cost"),
    };
  },
});

/** M74: services have somebody to render them. */
const staffed = check({
  ids: ["M74"],
  severity: "Q",
  clauses: ["jinhua-2020/3(4)"],
  of: (review) => {
    const income = crossing(review, "in", "revenue.service", "revenue.property_fee");
    return income.length === 0 || review.total(income)?.isZero() === true ? [] : [income];
  },
  none: text("项目范围内各方无服务收入,不适用", "nobody within the project has service revenue: does not apply"),
  judge: (income, review) => {
    const outgo = crossing(review, "out", "opex.*").filter(({ role }) => role !== "opex.selling");
    const cost = sumOf(review, text("经营成本", "operating cost"), outgo, "components");
    return {
      answer: answer(cost.value?.greaterThan(0), sumOf(review, text("服务收入", "service revenue"), income), cost),
      path: "components",
      fails: text("计了服务收入而无人工等经营成本", "there is no staff and no other operating cost"),
    };
  },
});

export const operation: readonly Check[] = [ramps, collection, wages, growth, replaced, staffed];
