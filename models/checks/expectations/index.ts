import type { ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { GraphLine } from "../../language/graph.ts";
import { documentProblem, suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/verdict.ts";
import { type Expectation, type Place, type Planned, PROJECT, type Unmet, uses } from "./expectation.ts";
import { EXPECTATIONS } from "./list.ts";
import { COST_OF_INCOME, OPERATION_SPAN } from "./spans.ts";

/** What the document of a scenario should have by its kind and has not, where it gives no reason. */
export function unmetOf(document: ModelDocument, lines: readonly GraphLine[]): readonly Unmet[] {
  const planned = plannedOf(document, lines);
  const explained = new Set((document.absences ?? []).map(({ id }) => id));
  // Sums stand for items where the plan knows no items, also none that are switched off.
  const inItems = document.components.some(({ mechanism }) => mechanism === "works" || mechanism === "other_costs");
  const asSums = uses(planned, "scheduled_investment") && !inItems;
  return EXPECTATIONS.flatMap((expectation) =>
    expectation.expected(planned).flatMap((place) => {
      const word = wordOf(expectation, place);
      const isMet =
        explained.has(word) ||
        explained.has(expectation.id) ||
        (asSums && expectation.inSums === true) ||
        expectation.met(planned, place);
      return isMet ? [] : [unmet(expectation, place, word)];
    }),
  );
}

/** What a reason in the document stands for, where something is expected and absent. */
export interface Explained {
  readonly id: string;
  readonly path: string;
  readonly name: Text;
  readonly reason: string;
  readonly verdicts: readonly VerdictId[];
}

export function explainedOf(document: ModelDocument, lines: readonly GraphLine[]): readonly Explained[] {
  const { absences = [] } = document;
  if (absences.length === 0) return [];
  const planned = plannedOf(document, lines);
  return EXPECTATIONS.flatMap((expectation) =>
    expectation.expected(planned).flatMap((place) => {
      const word = wordOf(expectation, place);
      const found = absences.find(({ id }) => id === word) ?? absences.find(({ id }) => id === expectation.id);
      if (found === undefined || expectation.met(planned, place)) return [];
      const { id, verdicts } = expectation;
      const name = nameOf(expectation, place.name);
      return [{ id, path: `absences/${found.id}`, name, reason: found.reason, verdicts }];
    }),
  );
}

/** What may be explained away, by word and name. */
export const EXPECTED_NAMES: readonly { readonly id: string; readonly name: Text }[] = [
  ...EXPECTATIONS.map(({ id, name }) => ({ id, name })),
  { id: OPERATION_SPAN, name: COST_OF_INCOME },
];

/** Reasons given for something nobody expects, or for the absence of something that is there. */
export function absenceProblems(document: ModelDocument, lines: readonly GraphLine[]): readonly Problem[] {
  const { absences = [] } = document;
  if (absences.length === 0) return [];
  const planned = plannedOf(document, lines);
  const places = EXPECTATIONS.flatMap((expectation) => {
    const found = expectation.expected(planned);
    return (found.length > 0 ? found : PROJECT).map((place) => ({
      expectation,
      place,
      word: wordOf(expectation, place),
    }));
  });
  const spans = document.components.map(({ id }) => `${OPERATION_SPAN}.${id}`);
  const known = [...new Set([...EXPECTED_NAMES.map(({ id }) => id), ...places.map(({ word }) => word), ...spans])];
  return absences.flatMap(({ id }) => {
    const path = `absences/${id}`;
    if (!known.includes(id))
      return [documentProblem("document.absence_unknown", path, { id, suggestion: suggestion(id, known) })];
    const about = places.filter(({ expectation, word }) => word === id || expectation.id === id);
    const [first] = about;
    if (first === undefined || !about.every(({ expectation, place }) => expectation.met(planned, place))) return [];
    return [
      documentProblem("document.absence_present", path, {
        what: nameOf(first.expectation, about.length > 1 ? undefined : first.place.name),
      }),
    ];
  });
}

/** `works_of_plot.p2` where there are several. */
const wordOf = ({ id }: Expectation, place: Place): string => (place.id === "" ? id : `${id}.${place.id}`);

function unmet(expectation: Expectation, place: Place, word: string): Unmet {
  const name = nameOf(expectation, place.name);
  const { message, path } = documentProblem("document.expected", `absences/${word}`, { what: name });
  return { path, name, message, verdicts: expectation.verdicts };
}

const nameOf = ({ name }: Expectation, place: Text | undefined): Text =>
  place === undefined ? name : { zh: `${name.zh}(${place.zh})`, en: `${name.en} (${place.en})` };

function plannedOf({ project, plots, components }: ModelDocument, lines: readonly GraphLine[]): Planned {
  const on = components.filter(({ enabled }) => enabled);
  const ids = new Set(on.map(({ id }) => id));
  return {
    type: project.type,
    mode: project.mode,
    mechanisms: new Set(on.map(({ mechanism }) => mechanism)),
    lines: lines.filter(
      ({ role, tags }) =>
        role !== undefined &&
        (tags["custom"] !== undefined || ids.has(String(tags["component"]))) &&
        !isPaidByOthers(role, tags),
    ),
    plots: plots.map(({ id, label }) => ({ id, label: textOf(label) })),
    unapproved: on.flatMap(({ id, label, mechanism, inputs }) =>
      mechanism === "special_bond" && inputs["approval"] === undefined ? [{ id, name: textOf(label ?? id) }] : [],
    ),
    measures: new Set(
      on.flatMap(({ mechanism, inputs }) => (mechanism === "works" ? measuresIn(inputs["items"]) : [])),
    ),
  };
}

/** Cost and tax of a party outside the project are none of its own. */
const isPaidByOthers = (role: string, { crosses, perimeter }: GraphLine["tags"]): boolean =>
  /^(cost|opex|tax)\./.test(role) && (crosses === "outside" || (crosses === undefined && perimeter === "no"));

function measuresIn(items: unknown): readonly string[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((row: Readonly<Record<string, unknown>>) =>
    typeof row["basis"] === "string" ? [row["basis"]] : [],
  );
}
