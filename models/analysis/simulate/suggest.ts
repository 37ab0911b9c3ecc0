import { prepareScenario } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { type LeverInput, leversOf, written } from "../levers/lever.ts";

/** 建议: an input that has no distribution yet, and the ends within which it plausibly moves. Nothing is drawn from it before somebody takes it over. */
export interface Suggestion {
  readonly path: string;
  readonly component: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: LeverInput["kind"];
  readonly now: string;
  readonly low: string;
  readonly high: string;
}

/** What of a scenario's inputs could be uncertain, in the order of the document. */
export function suggestionsFor(
  document: ModelDocument,
  scenario: string | undefined,
  shelf: GraphShelf,
): Result<{ readonly scenario: string; readonly suggestions: readonly Suggestion[] }> {
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) return prepared;
  const known = new Set(document.uncertainty.map(({ path }) => path));
  const suggestions = leversOf(prepared.value, shelf.registry).flatMap((lever): readonly Suggestion[] => {
    const path = lever.kind === "factor" ? `${lever.path}/profile/*` : lever.path;
    if (known.has(path)) return [];
    const { label, unit, kind, now, swing } = lever;
    const [low, high] = swing.map((x) => written(lever, x)) as [string, string];
    return [{ path, component: path.split("/")[1] ?? "", label, unit, kind, now: written(lever, now), low, high }];
  });
  return succeed({ scenario: prepared.value.scenario, suggestions });
}
