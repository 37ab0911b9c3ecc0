import type { Problem } from "../wording/problem.ts";
import type { Results } from "./results.ts";

/** Code of an input that is not used and that nothing rests on. */
export const INPUT_UNUSED = "results.input_unused";

/** What the graph itself says of inputs that do nothing or contradict others: a problem at each such input whose line is above 0. */
export function doubtsOf<V>(values: Results<V>): readonly Problem[] {
  return values.evaluation.graph.lines.flatMap(({ id, role, path, label, tags }) => {
    const at = tags["at"];
    if (role !== "doubt" || path === undefined || typeof at !== "string") return [];
    const found = values.scalar(id);
    return found !== undefined && Number(found) > 0
      ? [
          {
            code: tags["safe"] === "yes" ? INPUT_UNUSED : "results.input_without_effect",
            path: `${path}/inputs/${at}`,
            message: label,
          },
        ]
      : [];
  });
}
