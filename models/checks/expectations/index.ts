import type { Decimal } from "decimal.js";
import { isInSums } from "../../compile/expand.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { Results } from "../../results/results.ts";
import { documentProblem, suggestion } from "../../wording/document.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/verdict.ts";
import {
  type Expectation,
  type Place,
  type Planned,
  type PlannedLine,
  PROJECT,
  restOn,
  type Unmet,
} from "./expectation.ts";
import { EXPECTATIONS } from "./list.ts";
import { plannedOf } from "./planned.ts";
import { COST_OF_INCOME, OPERATION_SPAN } from "./spans.ts";

/** What a project is expected to have at a place, and whether it has. */
interface Expected {
  readonly expectation: Expectation;
  readonly place: Place;
  /** Word under which the file says why there is none. */
  readonly word: string;
  readonly met: boolean;
  /** ㎡ that lack it. */
  readonly lacking: Decimal | undefined;
}

/** `otherwise` are the places of what is expected nowhere. */
function expectedIn(planned: Planned, otherwise: readonly Place[] = []): readonly Expected[] {
  return EXPECTATIONS.flatMap((expectation) => {
    const found = expectation.expected(planned);
    return (found.length > 0 ? found : otherwise).map((place) => ({
      expectation,
      place,
      word: wordOf(expectation, place),
      met: expectation.met(planned, place),
      lacking: expectation.lacking?.(planned, place),
    }));
  });
}

type Absence = NonNullable<ModelDocument["absences"]>[number];

const reasonFor = ({ absences = [] }: ModelDocument, { expectation, word }: Expected): Absence | undefined =>
  absences.find(({ id }) => id === word) ?? absences.find(({ id }) => id === expectation.id);

/** What the document of a scenario should have by its kind and has not, where it gives no reason. */
export function unmetOf<V>(document: ModelDocument, values: Results<V>): readonly Unmet[] {
  const planned = plannedOf(document, values);
  const asSums = areSums(document, planned);
  return expectedIn(planned).flatMap((one) => {
    const isMet = one.met || (asSums && one.expectation.inSums === true) || reasonFor(document, one) !== undefined;
    return isMet ? [] : [unmet(one, restOn(one.expectation, planned))];
  });
}

/** Whether the cost of the project itself is entered in sums: what others pay, or one of its parties another, builds nothing of it. */
function areSums(document: ModelDocument, { lines }: Planned): boolean {
  const isSum = ({ role, tags }: PlannedLine): boolean =>
    role?.startsWith("cost.") === true && tags["mechanism"] === "scheduled_investment" && tags["crosses"] === "out";
  return isInSums(document) && lines.some(isSum);
}

/** What a reason in the document stands for, where something is expected and absent. */
export interface Explained {
  readonly id: string;
  readonly path: string;
  readonly name: Text;
  readonly reason: string;
  readonly verdicts: readonly VerdictId[];
  /** ㎡ that lack it. */
  readonly lacking: Decimal | undefined;
}

export function explainedOf<V>(document: ModelDocument, values: Results<V>): readonly Explained[] {
  if ((document.absences ?? []).length === 0) return [];
  const planned = plannedOf(document, values);
  return expectedIn(planned).flatMap((one) => {
    const found = one.met ? undefined : reasonFor(document, one);
    if (found === undefined) return [];
    const { id } = one.expectation;
    const verdicts = restOn(one.expectation, planned);
    const { lacking } = one;
    return [{ id, path: `absences/${found.id}`, name: nameOf(one), reason: found.reason, verdicts, lacking }];
  });
}

/** What may be explained away, by word and name. */
export const EXPECTED_NAMES: readonly { readonly id: string; readonly name: Text }[] = [
  ...EXPECTATIONS.map(({ id, name }) => ({ id, name })),
  { id: OPERATION_SPAN, name: COST_OF_INCOME },
];

/** Reasons given for something nobody expects, or for the absence of something that is there. */
export function absenceProblems<V>(document: ModelDocument, values: Results<V>): readonly Problem[] {
  const { absences = [] } = document;
  if (absences.length === 0) return [];
  const places = expectedIn(plannedOf(document, values), PROJECT);
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

function unmet(one: Expected, verdicts: readonly VerdictId[]): Unmet {
  const name = nameOf(one);
  const args = { what: name, area: grouped(one.lacking?.toFixed(2) ?? "") };
  const { message, path } = documentProblem(one.expectation.told ?? "document.expected", `absences/${one.word}`, args);
  return { path, name, message, verdicts };
}

const nameOf = ({ expectation: { name }, place }: Expected): Text =>
  place.name === undefined ? name : { zh: `${name.zh}(${place.name.zh})`, en: `${name.en} (${place.name.en})` };
