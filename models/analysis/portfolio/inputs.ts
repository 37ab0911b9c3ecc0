import type { InputLine } from "../../compile/context.ts";
import type { MemberSpec, ModelDocument, PortfolioSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { readMonth } from "../../language/calendar.ts";
import { UNKNOWN } from "../../language/line.ts";
import type { Timeline } from "../../language/timeline.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import type { Problem } from "../../wording/problem.ts";
import { named, type Text, text } from "../../wording/text.ts";
import { input } from "../inputLine.ts";
import type { MemberName } from "./lines/line.ts";
import { transferLabel } from "./lines/transfers.ts";
import type { Fact, MemberYears } from "./member.ts";

/** A member with what it comes to, or why it comes to nothing. */
export interface ReadMember extends MemberName {
  readonly spec: MemberSpec;
  /** Its document, where it was computed from one. */
  readonly document?: ModelDocument;
  readonly years: MemberYears | Problem;
}

/** What stands in for the lines of a member that cannot be computed: each is missing, in every total it could be part of. */
const UNREAD: readonly Omit<Fact, "values" | "label">[] = [
  ...["net_posttax", "recovered"].map((name) => ({
    name,
    unit: "CNY",
    kind: "flow" as const,
    axis: "period" as const,
    role: `portfolio.${name}`,
    tags: {},
  })),
  ...["cash_free", "debt"].map((name) => ({
    name,
    unit: "CNY",
    kind: "stock" as const,
    axis: "period" as const,
    role: `portfolio.${name}`,
    tags: {},
  })),
  { name: "opening_cash", unit: "CNY", kind: "scalar", axis: "scalar", role: "portfolio.opening_cash", tags: {} },
  { name: "completion", unit: "mo", kind: "scalar", axis: "scalar", role: "portfolio.completion", tags: {} },
  {
    name: "any_support",
    unit: "CNY",
    kind: "flow",
    axis: "period",
    role: "portfolio.support",
    tags: { level: UNKNOWN },
  },
  { name: "households", unit: "household", kind: "scalar", axis: "scalar", role: "portfolio.households", tags: {} },
  { name: "area", unit: "m2", kind: "scalar", axis: "scalar", role: "portfolio.area", tags: {} },
];

const NOT_READ = text("未测算", "not computed");

/** The lines of one member, year by year of the portfolio. */
export function memberInputs({ id, label, spec, years }: ReadMember, timeline: Timeline): readonly InputLine[] {
  const path = `members/${id}`;
  const unread = "code" in years;
  const facts = unread ? UNREAD.map((fact) => ({ ...fact, label: NOT_READ, values: [] })) : years.facts;
  const start = unread ? undefined : String(years.startMonth);
  return [
    ...facts.map((fact) => {
      const missing = unread ? years : missingOf(fact, label, path);
      const { unit, kind, role } = fact;
      const tags = { ...fact.tags, member: id };
      const value = unread || missing !== undefined ? undefined : onTimeline(fact, years, timeline);
      return input(`member.${id}.${fact.name}`, named(label, fact.label.zh, fact.label.en), path, value, {
        unit,
        kind: fact.axis === "scalar" ? "scalar" : kind,
        role,
        tags,
        missing,
      });
    }),
    input(`member.${id}.start`, named(label, "开始月", "start"), `${path}/startMonths`, start, {
      unit: "mo",
      kind: "scalar",
      missing: unread ? years : undefined,
    }),
    input(
      `member.${id}.communities`,
      named(label, "社区数", "communities"),
      `${path}/communities`,
      String(spec.communities),
      { unit: "1" },
    ),
  ];
}

function missingOf({ values, label: what }: Fact, member: Text, path: string): Problem | undefined {
  if (!("missing" in values)) return undefined;
  return portfolioProblem("member_missing", path, { member, what, reason: values.missing });
}

/** Amounts of years a member has not are nothing; a level is nothing before it begins and stays what it was after it ends. */
function onTimeline(
  { axis, kind, values }: Fact,
  { firstYear, lastYear }: MemberYears,
  timeline: Timeline,
): string | readonly string[] {
  if ("missing" in values) throw new Error("a missing fact has no values");
  if (axis === "scalar") return values[0] ?? "";
  return timeline.periods.map(({ year }) => {
    if (year < firstYear) return "0";
    if (year > lastYear) return kind === "flow" ? "0" : (values[lastYear - firstYear] ?? "");
    return values[year - firstYear] ?? "";
  });
}

/** What the portfolio itself says: the pool, transfers, budgets, targets, shared costs. */
export function portfolioInputs(spec: PortfolioSpec, timeline: Timeline): readonly InputLine[] {
  const { pool, urbanCommunities } = spec;
  const at = (name: string) => `portfolio/pool/${name}`;
  const optional = (id: string, label: Text, name: "minimumCash" | "creditLimit") =>
    pool[name] === undefined ? [] : [input(id, label, at(name), pool[name])];
  const rate = pool.creditRate;
  return [
    // Like the opening cash of a party: what nobody pays in is not there.
    input(
      "pool.opening_cash",
      text("资金池期初资金", "opening cash of the pool"),
      at("openingCash"),
      pool.openingCash ?? "0",
    ),
    ...optional("pool.minimum_cash", text("最低资金存量", "least cash to be kept"), "minimumCash"),
    ...optional("pool.credit_limit", text("统借授信额度", "limit of the pooled credit line"), "creditLimit"),
    input("pool.credit_rate", text("授信年利率", "rate of the credit line a year"), at("creditRate"), rate, {
      unit: "1",
      kind: "scalar",
      missing: rate === undefined ? portfolioProblem("rate_missing", at("creditRate")) : undefined,
    }),
    ...(urbanCommunities === undefined
      ? []
      : [
          input(
            "count.urban",
            text("城市社区总数", "urban communities"),
            "portfolio/urbanCommunities",
            urbanCommunities,
            { unit: "1" },
          ),
        ]),
    ...spec.transfers.flatMap((transfer) => transferInputs(transfer, timeline)),
    ...spec.budgets.flatMap((budget) => budgetInputs(budget, timeline)),
    ...spec.targets.flatMap((target) => targetInputs(target, timeline)),
    ...spec.sharedCosts.flatMap((shared) => sharedInputs(shared, timeline)),
  ];
}

/** Money must not fall where nothing counts it. */
function outside(month: string, timeline: Timeline, path: string): Problem | undefined {
  const at = readMonth(month.length === 4 ? `${month}-12` : month) ?? 0;
  if (at >= timeline.startMonth && at <= timeline.endMonth) return undefined;
  const [from, to] = [timeline.periods[0]?.year ?? 0, timeline.periods.at(-1)?.year ?? 0];
  return portfolioProblem("outside", path, { month, from, to });
}

function transferInputs(transfer: PortfolioSpec["transfers"][number], timeline: Timeline): readonly InputLine[] {
  const { id, date, amount } = transfer;
  const label = transferLabel(transfer);
  const path = `portfolio/transfers/${id}`;
  const missing = outside(date, timeline, `${path}/date`);
  return [
    input(`transfer.${id}.amount`, named(label, "金额", "amount"), `${path}/amount`, amount),
    input(`transfer.${id}.month`, named(label, "日期", "date"), `${path}/date`, String(readMonth(date) ?? 0), {
      unit: "mo",
      kind: "scalar",
      missing,
    }),
  ];
}

/** Amounts by year; `given` is 1 in the years there are. */
function byYear(amounts: Readonly<Record<string, string>>, timeline: Timeline) {
  const of = (year: number): string | undefined =>
    Object.hasOwn(amounts, String(year)) ? amounts[String(year)] : undefined;
  return {
    amounts: timeline.periods.map(({ year }) => of(year) ?? "0"),
    given: timeline.periods.map(({ year }) => (of(year) === undefined ? "0" : "1")),
  };
}

function budgetInputs(
  { id, label, amounts }: PortfolioSpec["budgets"][number],
  timeline: Timeline,
): readonly InputLine[] {
  const path = `portfolio/budgets/${id}/amounts`;
  const years = byYear(amounts, timeline);
  const missing = years.given.includes("1")
    ? undefined
    : portfolioProblem("budget_empty", path, { budget: textOf(label) });
  return [
    input(`budget.${id}.amount`, named(textOf(label), "预算", "budget"), path, years.amounts, { missing }),
    input(`budget.${id}.given`, named(textOf(label), "列有预算的年份", "years with a budget"), path, years.given, {
      unit: "1",
      kind: "flag",
      missing,
    }),
  ];
}

function targetInputs(
  { id, label, year, atLeast }: PortfolioSpec["targets"][number],
  timeline: Timeline,
): readonly InputLine[] {
  const path = `portfolio/targets/${id}`;
  const month = String(readMonth(`${year}-12`) ?? 0);
  const missing = outside(year, timeline, `${path}/year`);
  return [
    input(`target.${id}.month`, named(textOf(label), "年份", "year"), `${path}/year`, month, {
      unit: "mo",
      kind: "scalar",
      missing,
    }),
    input(`target.${id}.at_least`, named(textOf(label), "目标", "target"), `${path}/atLeast`, String(atLeast), {
      unit: "1",
    }),
  ];
}

function sharedInputs(
  { id, label, amounts, key, shares }: PortfolioSpec["sharedCosts"][number],
  timeline: Timeline,
): readonly InputLine[] {
  const path = `portfolio/sharedCosts/${id}`;
  const missing = Object.keys(amounts).flatMap((year) => outside(year, timeline, `${path}/amounts/${year}`) ?? [])[0];
  const agreed = key === "agreed" ? shares : [];
  return [
    input(
      `shared.${id}.amount`,
      named(textOf(label), "费用", "cost"),
      `${path}/amounts`,
      byYear(amounts, timeline).amounts,
      { missing },
    ),
    ...agreed.map((share) =>
      input(
        `shared.${id}.agreed.${share.id}`,
        named(textOf(label), "约定权重", "agreed weight"),
        `${path}/shares/${share.id}/weight`,
        share.weight ?? "0",
        { unit: "1" },
      ),
    ),
  ];
}
