import { writeMonth } from "../language/calendar.ts";
import type { GraphLine } from "../language/graph.ts";
import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Results } from "./results.ts";

/** What ends with a month may end after the horizon; what begins then is not within it. */
const ENDS: ReadonlySet<unknown> = new Set(["through", "before"]);

/** 日期落在计算期外或互相矛盾: months of what is on, typed or computed, that lie where nothing of what they date can count, or before what they follow. */
export function datesOf<V>(values: Results<V>): readonly Problem[] {
  const month = (id: string): number | undefined => {
    const found = values.scalar(id);
    return found === undefined ? undefined : Number(found);
  };
  const [first, last] = [month("startmonth"), month("endmonth")];
  if (first === undefined || last === undefined) return [];
  return values.evaluation.graph.lines.flatMap((line) => {
    if (line.tags["month_meaning"] === undefined || !(Number(values.scalar(`${line.tags["component"]}.enabled`)) > 0))
      return [];
    const found = month(line.id);
    const at = found === undefined ? undefined : Math.floor(found);
    if (at === undefined) return [];
    return [...outside(line, at, { first, last }), ...contradictions(line, at, values, month)];
  });
}

interface Horizon {
  readonly first: number;
  readonly last: number;
}

function outside({ label, path, tags }: GraphLine, at: number, { first, last }: Horizon): readonly Problem[] {
  const { month_meaning: meaning, late } = tags;
  const said = { input: label, month: writeMonth(at), start: writeMonth(first), end: writeMonth(last) };
  // Before a month is through the month before it.
  if ((meaning === "before" ? at - 1 : at) > last) {
    if (late === "unfinished") return [documentProblem("document.unfinished", path, said)];
    return ENDS.has(meaning) || late === "open" ? [] : [documentProblem("document.after_end", path, said)];
  }
  return meaning === "through" && at < first ? [documentProblem("document.ended_before", path, said)] : [];
}

/** A month beside it is that of its row, else that of its component. */
function contradictions<V>(
  { id, label, path, tags }: GraphLine,
  at: number,
  values: Results<V>,
  month: (id: string) => number | undefined,
): readonly Problem[] {
  const beside = id.slice(0, id.lastIndexOf("."));
  const names = String(tags["not_before"] ?? "")
    .split(" ")
    .filter((name) => name !== "");
  return names.flatMap((name) => {
    const other = values.line(`${beside}.${name}`) ?? values.line(`${tags["component"]}.${name}`);
    const before = other === undefined ? undefined : month(other.id);
    if (other === undefined || before === undefined || at >= before) return [];
    return [
      documentProblem("document.dates_contradict", path, {
        input: label,
        month: writeMonth(at),
        other: other.label,
        before: writeMonth(before),
      }),
    ];
  });
}
