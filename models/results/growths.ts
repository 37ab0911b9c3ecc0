import type { GraphLine } from "../language/graph.ts";
import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Results } from "./results.ts";

/** 收入涨幅可高于成本涨幅的限度(每年): what is sold does not outgrow what it takes for the whole of an operation. */
const AHEAD = 0.02;

interface Growth {
  readonly line: GraphLine;
  readonly aYear: number;
}

/** 收入与成本的涨幅互相矛盾: income that outgrows all running cost for good, and wages that stand still while income grows. */
export function growthsOf<V>(values: Results<V>): readonly Problem[] {
  const income = growing(values, /^revenue\./);
  const costs = growing(values, /^opex\./);
  const staff = new Set(growing(values, /^opex\.staff$/).map(({ line }) => line.id));
  const fastest = income.reduce((most, one) => Math.max(most, one.aYear), 0);
  if (fastest <= 0 || costs.length === 0) return [];
  const cost = Math.max(...costs.map(({ aYear }) => aYear));
  const ahead = income.filter(({ aYear }) => aYear > cost + AHEAD + 1e-9);
  const still = costs.filter(({ line, aYear }) => staff.has(line.id) && aYear <= 0);
  return [
    ...ahead.map(({ line, aYear }) => said("document.growth_ahead", line, aYear, cost)),
    ...still.map(({ line, aYear }) => said("document.wages_still", line, aYear, fastest)),
  ];
}

const said = (code: "document.growth_ahead" | "document.wages_still", line: GraphLine, own: number, other: number) =>
  documentProblem(code, line.path ?? "", { input: line.label, own: percent(own), other: percent(other) });

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Growth a year of what has lines of these roles: of its row, else of its component. */
function growing<V>(values: Results<V>, roles: RegExp): readonly Growth[] {
  const { lines } = values.evaluation.graph;
  const found = lines.flatMap(({ id, role, tags }): readonly string[] => {
    const component = String(tags["component"] ?? "");
    if (
      role === undefined ||
      !roles.test(role) ||
      component === "" ||
      !(Number(values.scalar(`${component}.enabled`)) > 0)
    )
      return [];
    const row = id.slice(id.lastIndexOf(".") + 1);
    return [`${component}.items.${row}.`, `${component}.`]
      .filter((stem) => values.line(`${stem}growth`) !== undefined)
      .slice(0, 1);
  });
  return [...new Set(found)].flatMap((stem) => {
    const line = values.line(`${stem}growth`);
    const step = values.scalar(`${stem}growth`);
    if (line === undefined || step === undefined) return [];
    const every = values.line(`${stem}everyYears`) === undefined ? 1 : Number(values.scalar(`${stem}everyYears`) ?? 1);
    return [{ line, aYear: Number(step) / every }];
  });
}
