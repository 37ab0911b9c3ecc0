import type { Decimal } from "decimal.js";
import { works } from "../../mechanisms/cost/works.ts";
import { operatingCost } from "../../mechanisms/income/operatingCost.ts";
import { scheduledOperatingCost } from "../../mechanisms/income/scheduledCash.ts";
import { FROZEN_COST_MAX, GROWTH_MARGIN } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { figure, inPercent, said, sumOf } from "./sides.ts";

interface Weighed {
  readonly amount: Decimal;
  readonly growth: Decimal;
}

const weightOf = (all: readonly Weighed[]): Decimal => sum(all.map(({ amount }) => amount));
const mean = (all: readonly Weighed[]): Decimal => sum(all.map(({ amount, growth }) => amount.times(growth))).div(weightOf(all));

/** Growth a year of a component or of its rows, each with the money it moves; what follows revenue grows with it. */
function weighed(review: Review, part: Part, role: RolePattern): readonly Weighed[] {
  const rows = part.rows("items").flatMap((row): readonly Weighed[] => {
    const line = part.line("received", row.id) ?? part.line("paid", row.id);
    const growth = row.number("growth");
    if (growth === undefined || line === undefined || row.word("rule") === "share") return [];
    return [{ amount: review.total([line]) ?? ZERO, growth: growth.div(row.number("everyYears") ?? 1) }];
  });
  const own = part.number("growth");
  if (own === undefined || rows.length > 0) return rows;
  return [{ amount: review.total(part.withRole(role)) ?? ZERO, growth: own.div(part.number("everyYears") ?? 1) }];
}

const INCOME: RolePattern = "revenue.*";
const COST: RolePattern = "opex.*";
const earning = (part: Part): boolean => part.plays(INCOME);
const bearing = (part: Part): boolean => part.plays(COST) && !earning(part);

/** C12: on the average of all the money, income does not grow faster than cost; one line of cost that grows as fast does not make up for it. */
const averageGrowth = check({
  ids: ["C12"],
  severity: "Q",
  of: (review) => {
    const income = review.parts.filter(earning).flatMap((part) => weighed(review, part, INCOME));
    const cost = review.parts.filter(bearing).flatMap((part) => weighed(review, part, COST));
    return [income, cost].every((all) => weightOf(all).greaterThan(0)) ? [{ income, cost }] : [];
  },
  none: text("收入或成本无金额或未填涨幅,不适用", "no income or no cost has an amount and a growth: does not apply"),
  judge: ({ income, cost }, review) => ({
    answer: compare(
      review,
      inPercent(figure(text("收入按金额加权年涨幅", "weighed by amount income grows a year by"), mean(income), "1", "components")),
      "at_most",
      inPercent(figure(text("成本按金额加权年涨幅", "cost by"), mean(cost), "1", "components")),
      { tolerance: GROWTH_MARGIN },
    ),
    fails: text("收入涨得比成本快", "income grows faster than cost"),
  }),
});

/** C12: wages by another name stand still. */
const frozenCosts = check({
  ids: ["C12"],
  severity: "Q",
  of: (review) =>
    review.view.years.length < 2
      ? []
      : review.parts.filter(bearing).flatMap((part) => {
          const all = weighed(review, part, COST);
          return weightOf(all).greaterThan(0) ? [{ part, all }] : [];
        }),
  none: text("无逐年经营成本,不适用", "no running cost over years: does not apply"),
  judge: ({ part, all }, review) => {
    const path = part.rows("items").length > 0 ? part.at("items") : part.at("growth");
    const frozen = weightOf(all.filter(({ growth }) => !growth.greaterThan(0)));
    return {
      about: part.label,
      answer: compare(
        review,
        inPercent(figure(text("全期不涨的成本占", "cost that never grows, share of all"), frozen.div(weightOf(all)), "1", path)),
        "at_most",
        inPercent(figure(text("评审通常接受至多", "reviewers accept at most"), review.decimal(FROZEN_COST_MAX), "1", "")),
      ),
      path,
      fails: text("人工等须随年增长", "wages and the like grow with the years"),
    };
  },
});

const SERVICES: readonly RolePattern[] = ["revenue.service", "revenue.property_fee"];

/** M74: each who earns from services pays somebody to render them, inside the project or not. */
const eachStaffed = check({
  ids: ["M74"],
  severity: "Q",
  clauses: ["jinhua-2020/3(4)"],
  of: (review) => {
    const earned = review.withRole(...SERVICES);
    return [...Map.groupBy(earned, ({ payee }) => payee ?? "")].flatMap(([id, lines]) => (id === "" || review.total(lines)?.isZero() === true ? [] : [{ id, lines }]));
  },
  none: text("无服务收入,不适用", "no service revenue: does not apply"),
  judge: ({ id, lines }, review) => {
    const path = `parties/${id}`;
    // Fees of contracts and shares of income render no service.
    const components = new Set(review.partsOf(operatingCost, scheduledOperatingCost).map((part) => part.id));
    const rendered = review.withRole(COST).filter(({ payer, tags }) => payer === id && (tags["component"] === undefined || components.has(String(tags["component"]))));
    const cost = sumOf(review, text("其经营成本", "its running cost"), rendered, path);
    return {
      about: review.partyName(id),
      answer: answer(cost.value?.greaterThan(0), sumOf(review, text("服务收入", "service revenue"), lines), cost),
      path,
      fails: text("有服务收入而没有人工等经营成本", "it earns from services and bears no running cost at all"),
    };
  },
});

const PLATFORM = /平台|智慧|数字化|信息系统|platform|smart|digital|software/i;

/** M75: a second digital platform by another kind of works. */
const platformByName = check({
  ids: ["M75"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(4)10", "jinhua-2020/3(4)"],
  of: (review) => {
    const rows = review.partsOf(works).flatMap((part) => part.rows("items"));
    const first = rows.find((row) => row.word("kind") === "platform");
    return first === undefined ? [] : [{ first, others: rows.filter((row) => row.word("kind") !== "platform") }];
  },
  none: text("无数字平台工程,不适用", "no digital platform among the works: does not apply"),
  judge: ({ first, others }) => {
    const named = others.filter(({ id }) => PLATFORM.test(id));
    const own = said(text("数字平台工程", "digital platform"), first.id, first.path);
    const what = text("其他工程中名称为数字平台的", "among the other works, platforms by name");
    if (named.length === 0) return { answer: answer(true, own, said(what, text("无", "none"), first.path)) };
    return named.map((row) => ({
      answer: answer(false, own, said(what, row.id, row.path)),
      path: row.path,
      fails: text("不得重复建设", "it must not be built twice"),
    }));
  },
});

export const runningFigures: readonly Check[] = [averageGrowth, frozenCosts, eachStaffed, platformByName];
