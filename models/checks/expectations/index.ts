import type { ComponentSpec, ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { GraphLine } from "../../language/graph.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { documentProblem, suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/verdict.ts";
import { type Expectation, type Place, type Planned, PROJECT, type Unmet } from "./expectation.ts";
import { EXPECTATIONS } from "./list.ts";
import { COST_OF_INCOME, OPERATION_SPAN } from "./spans.ts";

/** What a project is expected to have at a place, and whether it has. */
interface Expected {
  readonly expectation: Expectation;
  readonly place: Place;
  /** Word under which the file says why there is none. */
  readonly word: string;
  readonly met: boolean;
}

/** `otherwise` are the places of what is expected nowhere. */
function expectedIn(
  document: ModelDocument,
  lines: readonly GraphLine[],
  otherwise: readonly Place[] = [],
): readonly Expected[] {
  const planned = plannedOf(document, lines);
  return EXPECTATIONS.flatMap((expectation) => {
    const found = expectation.expected(planned);
    return (found.length > 0 ? found : otherwise).map((place) => ({
      expectation,
      place,
      word: wordOf(expectation, place),
      met: expectation.met(planned, place),
    }));
  });
}

type Absence = NonNullable<ModelDocument["absences"]>[number];

const reasonFor = ({ absences = [] }: ModelDocument, { expectation, word }: Expected): Absence | undefined =>
  absences.find(({ id }) => id === word) ?? absences.find(({ id }) => id === expectation.id);

/** What the document of a scenario should have by its kind and has not, where it gives no reason. */
export function unmetOf(document: ModelDocument, lines: readonly GraphLine[]): readonly Unmet[] {
  const asSums = isInSums(document);
  return expectedIn(document, lines).flatMap((one) => {
    const isMet = one.met || (asSums && one.expectation.inSums === true) || reasonFor(document, one) !== undefined;
    return isMet ? [] : [unmet(one)];
  });
}

/** Sums of investment stand for items where the plan knows no items, also none that are switched off. */
function isInSums({ components }: ModelDocument): boolean {
  const inItems = components.some(({ mechanism }) => mechanism === "works" || mechanism === "other_costs");
  return !inItems && components.some(({ enabled, mechanism }) => enabled && mechanism === "scheduled_investment");
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
  if ((document.absences ?? []).length === 0) return [];
  return expectedIn(document, lines).flatMap((one) => {
    const found = one.met ? undefined : reasonFor(document, one);
    if (found === undefined) return [];
    const { id, verdicts } = one.expectation;
    return [{ id, path: `absences/${found.id}`, name: nameOf(one), reason: found.reason, verdicts }];
  });
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
  const places = expectedIn(document, lines, PROJECT);
  const spans = document.components.map(({ id }) => `${OPERATION_SPAN}.${id}`);
  const known = [...new Set([...EXPECTED_NAMES.map(({ id }) => id), ...places.map(({ word }) => word), ...spans])];
  return absences.flatMap(({ id }) => {
    const path = `absences/${id}`;
    if (!known.includes(id))
      return [documentProblem("document.absence_unknown", path, { id, suggestion: suggestion(id, known) })];
    const about = places.filter(({ expectation, word }) => word === id || expectation.id === id);
    const [first] = about;
    if (first === undefined || !about.every(({ met }) => met)) return [];
    const what = about.length > 1 ? first.expectation.name : nameOf(first);
    return [documentProblem("document.absence_present", path, { what })];
  });
}

/** `works_of_plot.p2` where there are several. */
const wordOf = ({ id }: Expectation, place: Place): string => (place.id === "" ? id : `${id}.${place.id}`);

function unmet(one: Expected): Unmet {
  const name = nameOf(one);
  const { message, path } = documentProblem("document.expected", `absences/${one.word}`, { what: name });
  return { path, name, message, verdicts: one.expectation.verdicts };
}

const nameOf = ({ expectation: { name }, place }: Expected): Text =>
  place.name === undefined ? name : { zh: `${name.zh}(${place.name.zh})`, en: `${name.en} (${place.name.en})` };

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
    undecided: on.flatMap(undecidedIn),
    measures: new Set(
      on.flatMap(({ mechanism, inputs }) => (mechanism === "works" ? measuresIn(inputs["items"]) : [])),
    ),
  };
}

/** Record inputs of a component that name none although nothing is decided without one. */
const undecidedIn = ({ id, label, mechanism, inputs }: ComponentSpec): readonly Place[] =>
  Object.entries(mechanisms.get(mechanism)?.inputs ?? {}).flatMap(([name, spec]) => {
    if (spec.type !== "record" || spec.leftOut !== "undecided" || inputs[name] !== undefined) return [];
    const own = textOf(label ?? id);
    const called = { zh: `${own.zh} · ${spec.label.zh}`, en: `${own.en} · ${spec.label.en}` };
    return [{ id: `${id}.${name}`, name: called }];
  });

/** Cost and tax of a party outside the project are none of its own. */
const isPaidByOthers = (role: string, { crosses, perimeter }: GraphLine["tags"]): boolean =>
  /^(cost|opex|tax)\./.test(role) && (crosses === "outside" || (crosses === undefined && perimeter === "no"));

function measuresIn(items: unknown): readonly string[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((row: Readonly<Record<string, unknown>>) =>
    typeof row["basis"] === "string" ? [row["basis"]] : [],
  );
}
