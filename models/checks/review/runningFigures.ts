import type { Decimal } from "decimal.js";
import { textOf } from "../../document/schemaParts.ts";
import { FROZEN_COST_MAX, GROWTH_MARGIN, NEARLY_ALL_COLLECTED, NO_RAMP } from "../../terms/practice.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, percent, plus } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

const ramped = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.rows("ramp").length > 0);

/** C12: occupancy that begins near its final level does not build up. */
function nearlyFull(review: Review): readonly Finding[] {
  return ramped(review).flatMap((part) => {
    const shares = part.rows("ramp").flatMap((row) => row.number("share") ?? []);
    const first = shares[0];
    const most = shares.reduce((a, b) => (b.greaterThan(a) ? b : a), ZERO);
    if (first === undefined || first.lessThan(most.times(NO_RAMP))) return [];
    const message = {
      zh: `${part.label.zh}:首年利用率 ${percent(first)},最终 ${percent(most)},几乎没有爬坡`,
      en: `${part.label.en}: occupancy begins at ${percent(first)} and ends at ${percent(most)}: it hardly builds up`,
    };
    return [
      finding(review, {
        id: "C12",
        severity: "Q",
        pass: false,
        numbers: { firstYear: first, most },
        path: `${part.path}/ramp`,
        message,
      }),
    ];
  });
}

/** Charges that meters and contracts collect; those of residents and tenants are never collected but for a hundredth. */
const METERED: ReadonlySet<string> = new Set(["energy", "ceded", "common", "municipal", "commission"]);

/** C12: of fees and rents more than a hair is lost. */
function nearlyAllCollected(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) => {
    const rows = part.rows("items").filter((row) => !METERED.has(row.word("kind") ?? "") && row.has("collection"));
    const own = part.plays(/^revenue\.lease$/) && part.has("collection") ? [part] : [];
    const high = [...own, ...rows].filter((one) => {
      const share = one.number("collection");
      return share?.greaterThan(NEARLY_ALL_COLLECTED) === true && share.lessThan(1);
    });
    const [first] = high;
    if (first === undefined || !part.plays(/^revenue\./)) return [];
    const message = {
      zh: `${part.label.zh}:${high.length} 项收缴率高于 99.5%,近乎全额收缴`,
      en: `${part.label.en}: ${high.length} lines are collected at more than 99.5 %, as good as in full`,
    };
    return [
      finding(review, {
        id: "C12",
        severity: "Q",
        pass: false,
        numbers: { highest: first.number("collection") },
        path: `${first.path}/collection`,
        message,
      }),
    ];
  });
}

interface Weighed {
  readonly amount: Decimal;
  readonly growth: Decimal;
}

const mean = (all: readonly Weighed[]): Decimal => {
  const weight = sum(all.map(({ amount }) => amount));
  return weight.isZero() ? ZERO : sum(all.map(({ amount, growth }) => amount.times(growth))).div(weight);
};

/** Growth a year of a component or of its rows, each with the money it moves; what follows revenue grows with it. */
function weighed(review: Review, part: Part, role: RegExp): readonly Weighed[] {
  const totalOf = (holds: (id: string) => boolean): Decimal =>
    review.total(part.lines.filter((line) => role.test(line.role ?? "") && holds(line.id))) ?? ZERO;
  const rows = part.rows("items").flatMap((row): readonly Weighed[] => {
    const growth = row.number("growth");
    if (growth === undefined || row.word("rule") === "share") return [];
    return [{ amount: totalOf((id) => id.endsWith(`.${row.id}`)), growth: growth.div(row.number("everyYears") ?? 1) }];
  });
  const own = part.number("growth");
  if (own === undefined || rows.length > 0) return rows;
  return [{ amount: totalOf(() => true), growth: own.div(part.number("everyYears") ?? 1) }];
}

const INCOME = /^revenue\./;
const COST = /^opex\./;

/** C12: on the average of all the money, income does not grow faster than cost; one line of cost that grows as fast does not make up for it. */
function averageGrowth(review: Review): readonly Finding[] {
  const income = review.parts.flatMap((part) => (part.plays(INCOME) ? weighed(review, part, INCOME) : []));
  const cost = review.parts.flatMap((part) =>
    part.plays(COST) && !part.plays(INCOME) ? weighed(review, part, COST) : [],
  );
  if (income.length === 0 || cost.length === 0) return [];
  const [up, down] = [mean(income), mean(cost)];
  const pass = up.minus(down).lessThanOrEqualTo(GROWTH_MARGIN);
  const message = plus(
    {
      zh: `收入按金额加权年涨 ${percent(up)},经营成本 ${percent(down)}`,
      en: `weighed by amount income grows by ${percent(up)} a year, running cost by ${percent(down)}`,
    },
    !pass,
    ":收入涨得比成本快",
    ": income grows faster",
  );
  return [
    finding(review, {
      id: "C12",
      severity: "Q",
      pass,
      numbers: { income: up, cost: down },
      path: "components",
      message,
    }),
  ];
}

/** C12: wages by another name stand still. */
function frozenCosts(review: Review): readonly Finding[] {
  if (review.view.years.length <= 1) return [];
  return review.parts.flatMap((part) => {
    if (!part.plays(COST) || part.plays(INCOME)) return [];
    const all = weighed(review, part, COST);
    const [total, frozen] = [all, all.filter(({ growth }) => !growth.greaterThan(0))].map((some) =>
      sum(some.map(({ amount }) => amount)),
    );
    if (total === undefined || frozen === undefined || !total.greaterThan(0)) return [];
    const share = frozen.div(total);
    if (share.lessThanOrEqualTo(FROZEN_COST_MAX)) return [];
    const message = {
      zh: `${part.label.zh}:全期不涨的成本占 ${percent(share)}(人工等须随年增长)`,
      en: `${part.label.en}: ${percent(share)} of its cost never grows, wages among it`,
    };
    return [
      finding(review, {
        id: "C12",
        severity: "Q",
        pass: false,
        numbers: { share },
        path: `${part.path}/items`,
        message,
      }),
    ];
  });
}

/** Fees of contracts and shares of income render no service. */
const RENDERED: ReadonlySet<string> = new Set(["operating_cost", "scheduled_operating_cost", ""]);

/** M74: each who earns from services pays somebody to render them, inside the project or not. */
function eachStaffed(review: Review): readonly Finding[] {
  const served = new Set(
    review.withRole("revenue.service", "revenue.property_fee").flatMap(({ payee }) => payee ?? []),
  );
  return review.document.parties.flatMap(({ id, label }) => {
    if (!served.has(id)) return [];
    const income = review.total(
      review.withRole("revenue.service", "revenue.property_fee").filter(({ payee }) => payee === id),
    );
    const cost = review.total(
      review
        .withRole("opex.*")
        .filter(({ payer, tags }) => payer === id && RENDERED.has(String(tags["mechanism"] ?? ""))),
    );
    if (income === undefined || cost === undefined || !income.greaterThan(0) || cost.greaterThan(0)) return [];
    const name = textOf(label);
    const message = {
      zh: `${name.zh}有服务收入 ${amountText(income)} 元而没有人工等任何经营成本`,
      en: `${name.en} earns CNY ${amountText(income)} from services and bears no running cost at all`,
    };
    return [
      finding(review, {
        id: "M74",
        severity: "Q",
        pass: false,
        clauses: ["jinhua-2020/3(4)"],
        numbers: { income, cost },
        path: `parties/${id}`,
        message,
      }),
    ];
  });
}

const PLATFORM = /平台|智慧|数字化|信息系统|platform|smart|digital|software/i;

/** M75: a second digital platform by another kind of works. */
function platformByName(review: Review): readonly Finding[] {
  const rows = review.parts
    .filter(({ mechanism }) => mechanism === "works")
    .flatMap((part) => part.rows("items").map((row) => ({ part, row })));
  const has = rows.some(({ row }) => row.word("kind") === "platform");
  return rows.flatMap(({ row }) => {
    if (!has || row.word("kind") === "platform" || !PLATFORM.test(row.id)) return [];
    const message = {
      zh: `${row.id}:名称为数字平台而列为其他工程,另有数字平台工程,不得重复建设`,
      en: `${row.id}: a digital platform by its name among other works, beside the platform there is`,
    };
    return [
      finding(review, {
        id: "M75",
        severity: "Q",
        pass: false,
        clauses: ["taizhou-2023-draft/4(4)10"],
        path: row.path,
        message,
      }),
    ];
  });
}

export const runningFigures: readonly Check[] = [
  { ids: ["C12"], run: nearlyFull },
  { ids: ["C12"], run: nearlyAllCollected },
  { ids: ["C12"], run: averageGrowth },
  { ids: ["C12"], run: frozenCosts },
  { ids: ["M74"], run: eachStaffed },
  { ids: ["M75"], run: platformByName },
];
