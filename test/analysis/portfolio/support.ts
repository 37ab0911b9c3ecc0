import type { ReadMember } from "../../../models/analysis/portfolio/inputs.ts";
import { type PreparedPortfolio, portfolioOf, preparePortfolio } from "../../../models/analysis/portfolio/portfolio.ts";
import { type EngineName, evaluate } from "../../../models/compile/prepare.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseStructure } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { Evaluation } from "../../../models/engines/index.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { type Results, resultsOf } from "../../../models/results/results.ts";

export const shelf = new GraphShelf(mechanisms);

/** A project of given yearly flows, 元: one line of income and one of cost of the user's own. */
export function projectOf(name: string, flows: readonly number[], start = "2026-01"): Record<string, unknown> {
  const by = (amounts: readonly number[]): string =>
    `${amounts.map((amount, i) => `t == ${i + 1} ? ${amount} CNY : `).join("")}0 CNY`;
  const line = (id: string, amounts: readonly number[], sides: object) => ({
    id,
    label: id,
    unit: "CNY",
    kind: "flow",
    formula: by(amounts),
    ...sides,
  });
  return {
    format: "pingheng/model",
    version: 1,
    project: { name, type: "renovation" },
    timeline: { start, step: "year", periods: flows.length },
    parties: [
      { id: "own", label: "实施主体", role: "entity" },
      { id: "others", label: "用户", role: "tenant" },
      { id: "builder", label: "施工单位", role: "contractor" },
    ],
    customLines: [
      line(
        "income",
        flows.map((flow) => Math.max(0, flow)),
        { role: "revenue.other", payer: "others", payee: "own" },
      ),
      line(
        "cost",
        flows.map((flow) => Math.max(0, -flow)),
        { role: "cost.other.fees", payer: "own", payee: "builder" },
      ),
    ],
  };
}

export interface Parts {
  readonly members: readonly Record<string, unknown>[];
  readonly portfolio?: Record<string, unknown>;
  readonly timeline?: Record<string, unknown>;
}

export function jsonOf({ members, portfolio = {}, timeline = { start: "2026-01", step: "year", periods: 1 } }: Parts) {
  return {
    format: "pingheng/model",
    version: 1,
    project: { name: "组合", type: "renovation" },
    timeline,
    members,
    portfolio,
  };
}

export function documentOf(json: unknown): ModelDocument {
  const parsed = parseStructure(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

export function prepared(
  document: ModelDocument,
  engine: EngineName = "record",
  starts?: ReadonlyMap<string, number>,
): PreparedPortfolio {
  const found = preparePortfolio(document, { engine, shelf, starts });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

export class Pool {
  readonly portfolio: PreparedPortfolio;
  readonly results: Results<unknown>;

  constructor(portfolio: PreparedPortfolio) {
    this.portfolio = portfolio;
    this.results = resultsOf(evaluate(portfolio, "record") as Evaluation<unknown>, portfolio.frame);
  }

  years(line: string): readonly (number | null)[] {
    if (!this.results.has(line))
      throw new Error(`no line ${line}: ${JSON.stringify(this.portfolio.problems.slice(0, 3))}`);
    return this.results.years(line).map((value) => (value === undefined ? null : Number(value)));
  }

  one(line: string): number | null {
    if (!this.results.has(line))
      throw new Error(`no line ${line}: ${JSON.stringify(this.portfolio.problems.slice(0, 3))}`);
    const value = this.results.scalar(line);
    return value === undefined ? null : Number(value);
  }
}

export const pool = (parts: Parts): Pool => new Pool(prepared(documentOf(jsonOf(parts))));

/** The pool of projects of which only the yearly flows are known: as `pool`, without computing the projects. */
export function poolOfFlows(
  projects: readonly { readonly id: string; readonly first: number; readonly flows: readonly number[] }[],
  parts: Omit<Parts, "members">,
): Pool {
  const members = projects.map(({ id }) => ({ id, hash: `sha256:${"0".repeat(64)}` }));
  const document = documentOf(jsonOf({ ...parts, members }));
  const { portfolio: spec, members: specs = [] } = document;
  if (spec === undefined) throw new Error("a portfolio that was read has its settings");
  const read = projects.map(({ id, first, flows }, index): ReadMember => {
    const fact = (name: string, values: readonly number[]) => ({
      name,
      label: { zh: name, en: name },
      unit: "CNY",
      kind: "flow" as const,
      axis: "period" as const,
      role: `portfolio.${name}`,
      tags: {},
      values: values.map(String),
    });
    const completion = {
      ...fact("completion", [first * 12]),
      unit: "mo",
      kind: "scalar" as const,
      axis: "scalar" as const,
    };
    const facts = [
      fact("net_posttax", flows),
      fact(
        "recovered",
        flows.map(() => 0),
      ),
      completion,
    ];
    const years = {
      startMonth: first * 12,
      endMonth: (first + flows.length) * 12 - 1,
      firstYear: first,
      lastYear: first + flows.length - 1,
      facts,
    };
    return { id, label: { zh: id, en: id }, spec: specs[index] as ReadMember["spec"], years };
  });
  return new Pool(portfolioOf(document, spec, read));
}
