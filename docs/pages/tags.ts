import { mechanisms } from "../../models/mechanisms/index.ts";
import { code, tableOf } from "./markdown.ts";
import { variedLines } from "./variants.ts";

/** Tags that are on every line, or follow from who pays whom. */
const OF_THEMSELVES = new Set(["component", "mechanism", "row", "debit", "credit", "crosses", "perimeter"]);
const SHOWN_MAX = 3;

/** Tags that mechanisms put on their lines: by which a selection finds them. */
export function tagsTable(): readonly string[] {
  const users = new Map<string, Set<string>>();
  for (const mechanism of mechanisms.values())
    for (const { line } of variedLines(mechanism))
      for (const key of Object.keys(line.tags)) users.set(key, (users.get(key) ?? new Set()).add(mechanism.id));
  const keys = [...users].filter(([key]) => !OF_THEMSELVES.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return tableOf(
    ["标签 Tag", "由哪些机制 Set by"],
    keys.map(([key, ids]) => {
      const first = [...ids].slice(0, SHOWN_MAX).map((id) => `[${id}](mechanisms/${id}.md)`);
      const more = ids.size > SHOWN_MAX ? ` 等${ids.size}个 of ${ids.size}` : "";
      return [code(key), `${first.join("、")}${more}`];
    }),
  );
}
