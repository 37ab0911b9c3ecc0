import type { ReadRow } from "../document/component.ts";
import type { Profile } from "../document/inputSchema.ts";
import { addDecimals, compareDecimals, readDecimal, type Scaled, writeDecimal, ZERO } from "../language/decimal.ts";
import type { ProfileInput, TableInput } from "../terms/inputs.ts";
import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";

/** Why the shares of a profile are not those of a whole: they add up to less or more, and nobody says what the rest is. */
export function shareProblem(spec: ProfileInput, { values }: Profile, path: string): Problem | undefined {
  return spec.meaning === "share" ? sumProblem(spec, values, path) : undefined;
}

/** The same of a column, whose rows together are the whole; of a table with formulas in it nobody can tell yet. */
export function columnProblem(
  table: TableInput,
  name: string,
  rows: readonly ReadRow[],
  path: string,
): Problem | undefined {
  const column = table.columns[name];
  if (column?.type !== "number" || column.whole !== true || rows.length === 0) return undefined;
  const texts = rows
    .map(({ cells }) => cells.get(name))
    .map((state) => (state?.state === "number" ? state.text : undefined));
  return texts.includes(undefined) ? undefined : sumProblem({ ...column, label: table.label }, texts as string[], path);
}

function sumProblem(
  { label, rest }: { readonly label: Text; readonly rest?: Text },
  texts: readonly string[],
  path: string,
): Problem | undefined {
  const sum = texts.map((text) => readDecimal(text) ?? ZERO).reduce(addDecimals, ZERO);
  const order = compareDecimals(sum, LOW) < 0 ? -1 : Math.max(0, compareDecimals(sum, HIGH));
  if (order === 0 || (order < 0 && rest !== undefined)) return undefined;
  return documentProblem(order < 0 ? "document.shares_short" : "document.shares_over", path, {
    input: label,
    sum: writeDecimal(sum),
  });
}

/** Thirds written with ten digits are a whole: a billionth of it is lost or found unsaid. */
const LOW: Scaled = readDecimal("0.999999999") as Scaled;
const HIGH: Scaled = readDecimal("1.000000001") as Scaled;
