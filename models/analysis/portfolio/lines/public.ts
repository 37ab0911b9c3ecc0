import type { PortfolioSpec } from "../../../document/schema.ts";
import { textOf } from "../../../document/schemaParts.ts";
import type { FormulaDecl } from "../../../language/line.ts";
import { named, text } from "../../../wording/text.ts";
import { line, type MemberName, memberLine } from "./line.ts";

/** Grants of the projects year by year against what the budgets have set aside. */
export function budgetLines(members: readonly MemberName[], { budgets }: PortfolioSpec): readonly FormulaDecl[] {
  return [
    ...members.map((member) => memberLine(member, "support", text("补助与返还", "grants and rebates"), "flow", `sum(role = portfolio.support, member = ${member.id})`)),
    line("pool.support", text("补助与返还合计", "grants and rebates, together"), "flow", "sum(role = portfolio.support)"),
    ...budgets.flatMap(({ id, label: given, levels }) => {
      const label = textOf(given);
      const from = `role = portfolio.support, level = ${levels.length === 1 ? levels[0] : `in(${levels.join(", ")})`}`;
      const path = `portfolio/budgets/${id}`;
      const at = (name: string) => `budget.${id}.${name}`;
      return [
        ...members.map((member) =>
          line(at(`of.${member.id}`), named(label, member.label.zh, member.label.en), "flow", `sum(${from}, member = ${member.id})`, { path, tags: { member: member.id } }),
        ),
        line(at("asked"), named(label, "各项目合计", "all projects"), "flow", `sum(${from})`, { path }),
        line(at("left"), named(label, "预算结余", "left of the budget"), "flow", `${at("given")} > 0 ? ${at("amount")} - ${at("asked")} : none.no_year_budget`, {
          path,
          tags: { budget: id },
        }),
        line(at("left_lowest"), named(label, "预算结余,最低年份", "left of the budget, lowest year"), "scalar", `lowest(${at("left")}, ${at("given")} > 0)`, { path }),
        line(at("unbudgeted"), named(label, "未列预算年份的补助", "grants in years without a budget"), "scalar", `total(${at("given")} > 0 ? 0 CNY : ${at("asked")})`, { path }),
      ];
    }),
  ];
}

/** 数量目标: communities started and built, and the share of all there are. */
export function countLines(members: readonly MemberName[], { targets, urbanCommunities }: PortfolioSpec): readonly FormulaDecl[] {
  return [
    ...members.flatMap((member) => {
      const at = (name: string) => `member.${member.id}.${name}`;
      return [
        memberLine(member, "started", text("启动社区数", "communities started"), "flow", `falls(${at("start")}) ? ${at("communities")} : 0`, {
          unit: "1",
          role: "portfolio.started",
        }),
        memberLine(member, "built", text("建成社区数", "communities built"), "flow", `falls(${at("completion")}) ? ${at("communities")} : 0`, {
          unit: "1",
          role: "portfolio.built",
          convention: text("按项目完工月", "by the month of completion"),
        }),
      ];
    }),
    line("count.started", text("当年启动社区数", "communities started in the year"), "flow", "sum(role = portfolio.started)", { unit: "1" }),
    line("count.built", text("累计建成社区数", "communities built so far"), "stock", "running(sum(role = portfolio.built))", { unit: "1" }),
    ...(urbanCommunities === undefined
      ? []
      : [line("count.coverage", text("建成社区占城市社区", "share of all urban communities"), "rate", "count.built / count.urban", { unit: "1" })]),
    ...targets.flatMap(({ id, label: given, counts }) => {
      const label = textOf(given);
      const at = (name: string) => `target.${id}.${name}`;
      const path = `portfolio/targets/${id}`;
      return [
        line(at("count"), named(label, "实际", "planned"), "scalar", `at(count.${counts}, ${at("month")})`, {
          unit: "1",
          path,
        }),
        line(at("left"), named(label, "超过目标", "above the target"), "scalar", `${at("count")} - ${at("at_least")}`, { unit: "1", path }),
      ];
    }),
  ];
}

const WEIGHTS = {
  households: "sum(role = portfolio.households, member = ID) / 1 household",
  area: "sum(role = portfolio.area, member = ID) / 1 m2",
} as const;

/** 成片联动: a cost that several projects share, by households, floor area or as agreed. */
export function sharedLines(members: readonly MemberName[], { sharedCosts }: PortfolioSpec): readonly FormulaDecl[] {
  if (sharedCosts.length === 0) return [];
  const total = line("pool.shared", text("共同费用合计", "shared costs, together"), "flow", "sum(role = portfolio.shared)");
  const each = sharedCosts.flatMap(({ id, label: given, key, shares }) => {
    const label = textOf(given);
    const path = `portfolio/sharedCosts/${id}`;
    const at = (name: string) => `shared.${id}.${name}`;
    const parts = members.filter((member) => shares.some((share) => share.id === member.id));
    return [
      ...parts.flatMap((member) => {
        const tags = { member: member.id, shared: id };
        const weight = key === "agreed" ? at(`agreed.${member.id}`) : WEIGHTS[key].replace("ID", member.id);
        return [
          line(at(`weight.${member.id}`), named(label, `${member.label.zh}权重`, `weight of ${member.label.en}`), "scalar", weight, {
            unit: "1",
            path,
            tags,
            role: "portfolio.weight",
          }),
          line(
            at(`part.${member.id}`),
            named(label, `${member.label.zh}分摊`, `part of ${member.label.en}`),
            "flow",
            `${at("amount")} * (${at(`weight.${member.id}`)} / ${at("weights")})`,
            {
              path,
              tags,
              role: "portfolio.shared",
              clauses: ["taizhou-2023-draft/4(2)6"],
            },
          ),
        ];
      }),
      line(at("weights"), named(label, "权重合计", "weights in total"), "scalar", `sum(role = portfolio.weight, shared = ${id})`, { unit: "1", path }),
    ];
  });
  return [...each, total];
}
