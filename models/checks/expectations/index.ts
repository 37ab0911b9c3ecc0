import type { ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { GraphLine } from "../../language/graph.ts";
import { documentProblem, suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { Expectation, Place, Planned, Unmet } from "./expectation.ts";
import { EXPECTATIONS } from "./list.ts";
import { COST_OF_INCOME, OPERATION_SPAN } from "./spans.ts";

/** What the document of a scenario should have by its kind and has not, where it gives no reason. */
export function unmetOf(document: ModelDocument, lines: readonly GraphLine[]): readonly Unmet[] {
  const planned = plannedOf(document, lines);
  const explained = new Set((document.absences ?? []).map(({ id }) => id));
  return EXPECTATIONS.flatMap((expectation) =>
    expectation.expected(planned).flatMap((place) => {
      const word = wordOf(expectation, place);
      const isMet = explained.has(word) || explained.has(expectation.id) || expectation.met(planned, place);
      return isMet ? [] : [unmet(expectation, place, word)];
    }),
  );
}

/** What may be explained away, by word and name. */
export const EXPECTED_NAMES: readonly { readonly id: string; readonly name: Text }[] = [
  ...EXPECTATIONS.map(({ id, name }) => ({ id, name })),
  { id: OPERATION_SPAN, name: COST_OF_INCOME },
];

/** Reasons given for something nobody expects. */
export function absenceProblems({ absences = [] }: ModelDocument): readonly Problem[] {
  const known = EXPECTED_NAMES.map(({ id }) => id);
  return absences.flatMap(({ id }) =>
    known.includes(id.split(".")[0] ?? "")
      ? []
      : [documentProblem("document.absence_unknown", `absences/${id}`, { id, suggestion: suggestion(id, known) })],
  );
}

/** `works_of_plot.p2` where there are several. */
const wordOf = ({ id }: Expectation, place: Place): string => (place.id === "" ? id : `${id}.${place.id}`);

function unmet({ name, verdicts }: Expectation, { name: place }: Place, word: string): Unmet {
  const named = place === undefined ? name : { zh: `${name.zh}(${place.zh})`, en: `${name.en} (${place.en})` };
  const { message, path } = documentProblem("document.expected", `absences/${word}`, { what: named });
  return { path, name: named, message, verdicts };
}

function plannedOf({ project, plots, components }: ModelDocument, lines: readonly GraphLine[]): Planned {
  const on = components.filter(({ enabled }) => enabled);
  const ids = new Set(on.map(({ id }) => id));
  return {
    type: project.type,
    mode: project.mode,
    mechanisms: new Set(on.map(({ mechanism }) => mechanism)),
    lines: lines.filter(
      ({ role, tags: { component, custom } }) =>
        role !== undefined && (custom !== undefined || ids.has(String(component))),
    ),
    plots: plots.map(({ id, label }) => ({ id, label: textOf(label) })),
    measures: new Set(
      on.flatMap(({ mechanism, inputs }) => (MEASURED.has(mechanism) ? measuresIn(inputs["items"]) : [])),
    ),
  };
}

/** Mechanisms whose items are works. */
const MEASURED: ReadonlySet<string> = new Set(["works", "joint_cost"]);

function measuresIn(items: unknown): readonly string[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((row: Readonly<Record<string, unknown>>) =>
    typeof row["basis"] === "string" ? [row["basis"]] : [],
  );
}
