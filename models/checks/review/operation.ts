import type { Decimal } from "decimal.js";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";
import { capped } from "./sales.ts";

const earning = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.rows("ramp").length > 0);
const greatest = (values: readonly Decimal[]) =>
  values.reduce((most, value) => (value.greaterThan(most) ? value : most));

/** Growth per year of a component or of its rows, whatever the step. */
function growths(part: Part): readonly Decimal[] {
  const own = part.number("growth");
  const rows = part.rows("items").flatMap((row) => {
    const growth = row.number("growth");
    return growth === undefined ? [] : [growth.div(row.number("everyYears") ?? 1)];
  });
  return own === undefined ? rows : [own.div(part.number("everyYears") ?? 1), ...rows];
}

/** C12: occupancy builds up. */
function ramps(review: Review): readonly Finding[] {
  const parts = earning(review);
  if (parts.length === 0)
    return [notApplicable(review, "C12", "Q", { zh: "无运营收入,不适用", en: "no operation: does not apply" })];
  return parts.flatMap((part) => {
    const [first, ...later] = part.rows("ramp").flatMap((row) => row.number("share") ?? []);
    if (first === undefined) return [];
    const pass = first.lessThan(1) && later.some((share) => share.greaterThan(first));
    return [
      finding(review, {
        id: "C12",
        severity: "Q",
        pass,
        numbers: { firstYear: first },
        path: `${part.path}/ramp`,
        message: plus(
          {
            zh: `${part.label.zh}:首年利用率 ${percent(first)}`,
            en: `${part.label.en}: occupancy of the first year ${percent(first)}`,
          },
          !pass,
          ",自首年起不变,没有爬坡",
          ", the same from day one",
        ),
      }),
    ];
  });
}

/** C12: some of what is due is never collected. */
function collection(review: Review): readonly Finding[] {
  return earning(review).flatMap((part) => {
    const own = part.number("collection");
    const rows = part.rows("items").flatMap((row) => {
      const share = row.number("collection");
      return share === undefined ? [] : [{ share, path: row.path }];
    });
    const all = own === undefined ? rows : [{ share: own, path: part.path }, ...rows];
    if (all.length === 0) return [];
    const full = all.filter(({ share }) => share.greaterThanOrEqualTo(1));
    const pass = full.length === 0;
    return [
      finding(review, {
        id: "C12",
        severity: "Q",
        pass,
        numbers: { highest: greatest(all.map(({ share }) => share)) },
        path: `${full[0]?.path ?? part.path}/collection`,
        message: pass
          ? { zh: `${part.label.zh}:收缴率均低于 100%`, en: `${part.label.en}: collection below 100 % everywhere` }
          : {
              zh: `${part.label.zh}:有 ${full.length} 项按 100% 收缴`,
              en: `${part.label.en}: ${full.length} lines are collected in full`,
            },
      }),
    ];
  });
}

/** C12: income does not grow faster than cost, and wages do not stand still. */
function growth(review: Review): readonly Finding[] {
  const costs = review.parts.filter((part) => part.plays(/^opex\./) && part.rows("items").length > 0);
  const [income, outgo] = [earning(review).flatMap(growths), costs.flatMap(growths)];
  const flatWages = costs.flatMap((part) =>
    part
      .rows("items")
      .filter(
        (row) =>
          row.word("kind") === "staff" && row.number("growth")?.greaterThan(0) !== true && review.view.years.length > 1,
      ),
  );
  const wages = flatWages.map((row) =>
    finding(review, {
      id: "C12",
      severity: "Q",
      pass: false,
      numbers: { growth: row.number("growth") },
      path: `${row.path}/growth`,
      message: { zh: `人工成本“${row.id}”全期不涨`, en: `wages “${row.id}” never grow` },
    }),
  );
  if (income.length === 0 || outgo.length === 0) return wages;
  const [fastest, cost] = [greatest(income), greatest(outgo)];
  const pass = fastest.lessThanOrEqualTo(cost);
  return [
    ...wages,
    finding(review, {
      id: "C12",
      severity: "Q",
      pass,
      numbers: { income: fastest, cost },
      path: "components",
      message: plus(
        {
          zh: `收入年涨幅最高 ${percent(fastest)},成本年涨幅最高 ${percent(cost)}`,
          en: `income grows by up to ${percent(fastest)} a year, cost by up to ${percent(cost)}`,
        },
        !pass,
        ":收入涨得比成本快",
        ": income grows faster",
      ),
    }),
  ];
}

/** C12: what wears out is bought again within a long operation. */
function replacement(review: Review): readonly Finding[] {
  const parts = earning(review);
  if (parts.length === 0) return [];
  const months = parts.flatMap((part) => {
    const [start, end] = [part.month("start"), part.month("end")];
    return start === undefined || end === undefined ? [] : [end + 1 - start];
  });
  const life = review.parameter("replacement_expected_years");
  const years = Math.max(0, ...months) / 12;
  const paid = review.total(review.withRole("replacement.capex"));
  if (life === undefined || paid === undefined || life.greaterThan(years)) return [];
  const pass = paid.greaterThan(0);
  return [
    finding(review, {
      id: "C12",
      severity: "Q",
      pass,
      numbers: { years: ZERO.plus(years), replacement: paid },
      path: review.withRole("replacement.capex")[0]?.id ?? "components",
      message: pass
        ? {
            zh: `运营 ${years.toFixed(1)} 年,已计大修与更新`,
            en: `${years.toFixed(1)} years of operation with replacement`,
          }
        : {
            zh: `运营 ${years.toFixed(1)} 年而无电梯、平台等更新支出`,
            en: `${years.toFixed(1)} years of operation without replacing lifts or platform`,
          },
    }),
  ];
}

/** C23 (M42, M70): leases run twenty years at most; rents keep their cap. */
function leases(review: Review): readonly Finding[] {
  const longest = review.parameter("lease_max_years");
  const leased = review.parts.filter((part) => part.plays(/^revenue\.lease$/));
  const contracts = review.parts.flatMap((part) => {
    const years =
      part.number("contractYears") ??
      review.view.scalar(`${part.id}.years_agreed`) ??
      (part.plays(/^ceded\.receipt$/) ? part.number("term") : undefined) ??
      (leased.includes(part) ? review.view.scalar(`${part.id}.term_years`) : undefined);
    return years === undefined ? [] : [{ part, years }];
  });
  if (contracts.length === 0)
    return [
      notApplicable(
        review,
        "C23",
        "R",
        { zh: "无租赁或运营合同,不适用", en: "no lease or concession: does not apply" },
        ["civil-code/705"],
      ),
    ];
  return contracts.map(({ part, years }) => {
    const pass = longest === undefined ? null : years.lessThanOrEqualTo(longest);
    return finding(review, {
      id: "C23",
      severity: "R",
      pass,
      clauses: ["civil-code/705"],
      numbers: { years, longest },
      path: part.has("contractYears") ? `${part.path}/contractYears` : part.path,
      message: plus(
        {
          zh: `${part.label.zh}:租期 ${years.toFixed(1)} 年,上限 ${longest?.toFixed() ?? "–"} 年`,
          en: `${part.label.en}: term ${years.toFixed(1)} years, at most ${longest?.toFixed() ?? "–"}`,
        },
        pass === false,
        ",超过部分无效,须分次签约",
        ": the excess is void, it takes several contracts",
      ),
    });
  });
}

function rents(review: Review): readonly Finding[] {
  return review.parts
    .filter((part) => part.plays(/^revenue\.lease$/) && part.has("rent"))
    .flatMap((part) =>
      capped(review, part, { id: "M42", price: "rent", cap: "rentCap", what: { zh: "租金", en: "rent" } }),
    );
}

/** M72: prices of public services within the guided price. */
function guided(review: Review): readonly Finding[] {
  const recorded = review.facts
    .filter(({ kind }) => kind === "guided_price")
    .map((fact) => ({ label: fact.label, path: fact.path, price: fact.number("price"), cap: fact.number("cap") }));
  const offered = review.parts.flatMap((part) =>
    part.rows("prices").map((row) => ({
      label: { zh: `${part.label.zh} ${row.id}`, en: `${part.label.en} ${row.id}` },
      path: `${row.path}/price`,
      price: row.number("price"),
      cap: row.number("cap"),
    })),
  );
  const charged = review.parts.flatMap((part) =>
    part.rows("items").map((row) => ({
      label: { zh: `${part.label.zh} ${row.id}`, en: `${part.label.en} ${row.id}` },
      path: `${row.path}/price`,
      price: row.number("price"),
      cap: row.number("guidePrice"),
    })),
  );
  return [...recorded, ...offered, ...charged].flatMap(({ label, path, price, cap }) => {
    if (price === undefined || cap === undefined) return [];
    const pass = price.lessThanOrEqualTo(cap);
    return [
      finding(review, {
        id: "M72",
        severity: "R",
        pass,
        clauses: ["taizhou-2023-draft/4(3)8"],
        numbers: { price, cap },
        path,
        message: {
          zh: `${label.zh}:价格 ${amountText(price)},指导价上限 ${amountText(cap)}`,
          en: `${label.en}: price ${amountText(price)}, guided price at most ${amountText(cap)}`,
        },
      }),
    ];
  });
}

/** M74: services have somebody to render them. */
function staffed(review: Review): readonly Finding[] {
  const income = review.total(
    review.withRole("revenue.service", "revenue.property_fee").filter(({ tags }) => tags["crosses"] === "in"),
  );
  const cost = review.total(
    review.withRole("opex.*").filter(({ role, tags }) => role !== "opex.selling" && tags["crosses"] === "out"),
  );
  if (income === undefined || cost === undefined || income.isZero()) return [];
  const pass = cost.greaterThan(0);
  return [
    finding(review, {
      id: "M74",
      severity: "Q",
      pass,
      clauses: ["jinhua-2020/3(4)"],
      numbers: { income, cost },
      path: "components",
      message: pass
        ? {
            zh: `服务收入 ${amountText(income)} 元,已计经营成本 ${amountText(cost)} 元`,
            en: `service revenue CNY ${amountText(income)} with operating cost CNY ${amountText(cost)}`,
          }
        : { zh: "计了服务收入而无人工等经营成本", en: "service revenue without staff or other operating cost" },
    }),
  ];
}

export const operation: readonly Check[] = [
  { ids: ["C12"], run: ramps },
  { ids: ["C12"], run: collection },
  { ids: ["C12"], run: growth },
  { ids: ["C12"], run: replacement },
  { ids: ["C23"], run: leases },
  { ids: ["M42"], run: rents },
  { ids: ["M72"], run: guided },
  { ids: ["M74"], run: staffed },
];
