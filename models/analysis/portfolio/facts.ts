import type { ModelDocument } from "../../document/schema.ts";
import type { GraphLine } from "../../language/graph.ts";
import type { Tag } from "../../language/line.ts";
import type { Text } from "../../wording/text.ts";

/** One line of a member that the portfolio reads: its name there, and what selections find it by. */
export interface Wanted {
  readonly line: GraphLine;
  /** Id after `member.ID.`. */
  readonly name: string;
  readonly role: string;
  readonly label: Text;
  readonly tags: Readonly<Record<string, Tag>>;
}

/** Lines every model has. */
const EVERY: Readonly<Record<string, readonly [name: string, zh: string, en: string]>> = {
  "project.net_posttax": ["net_posttax", "项目投资净现金流量(所得税后)", "project net cash flow after income tax"],
  "project.recovered": ["recovered", "期末回收(非现金)", "recovered at the end, no cash"],
  "project.cash_free": ["cash_free", "可动用资金", "unrestricted cash"],
  "project.opening_cash": ["opening_cash", "期初资金", "opening cash"],
  "account.debt": ["debt", "借款余额", "debt outstanding"],
  "project.completion": ["completion", "完工月", "completion"],
};

/** Roles of lines that are read one by one: how large a project is, by what a shared cost is divided. */
const SIZES = { "households.planned": "portfolio.households", "area.gfa.above": "portfolio.area" } as const;

/** The lines of a member's graph that a portfolio is made of. */
export function wantedOf(lines: readonly GraphLine[], { parties }: Pick<ModelDocument, "parties">): readonly Wanted[] {
  const roleOf = new Map(parties.map(({ id, role }) => [id, role]));
  return lines.flatMap((line): readonly Wanted[] => {
    if (line.source === "hidden") return [];
    const every = Object.hasOwn(EVERY, line.id) ? EVERY[line.id] : undefined;
    if (every !== undefined)
      return [{ line, name: every[0], role: `portfolio.${every[0]}`, label: { zh: every[1], en: every[2] }, tags: {} }];
    const { role = "", payer = "", payee = "" } = line;
    const name = `of.${line.id}`;
    const size = Object.hasOwn(SIZES, role) ? SIZES[role as keyof typeof SIZES] : undefined;
    if (size !== undefined && line.axis === "scalar") return [{ line, name, role: size, label: line.label, tags: {} }];
    const crosses = line.tags["crosses"];
    if (crosses === "in" && role.startsWith("support."))
      return [
        { line, name, role: "portfolio.support", label: line.label, tags: { level: roleOf.get(payer) ?? "other" } },
      ];
    const between = [payer, payee].some((id) => roleOf.get(id) === "other_project");
    if (between && (crosses === "in" || crosses === "out"))
      return [{ line, name, role: "portfolio.outside", label: line.label, tags: { way: crosses } }];
    return [];
  });
}
