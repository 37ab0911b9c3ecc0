import { useMemo } from "react";
import type { GuideStep, JsonObject, MechanismView } from "../../app/contract.ts";
import { assumedPaths } from "../session/assumed.ts";
import { useEffective } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { type Catalogue, useSession } from "../session/store.ts";

/** A component with those of its inputs that answer a question. */
export interface Asked {
  readonly component: JsonObject;
  readonly mechanism: MechanismView;
  readonly names: readonly string[];
}

export interface Step extends GuideStep {
  readonly asked: readonly Asked[];
  /** Paths of those inputs, in the order they stand. */
  readonly fields: readonly string[];
  /** How many of them have values nobody has confirmed yet. */
  readonly assumed: number;
}

/** The questions of the guide with what this model has for each; those it has nothing for are left out. */
export function useSteps(): readonly Step[] {
  const catalogue = useSession((state) => state.catalogue);
  const document = useEffective();
  return useMemo(() => stepsOf(catalogue, document), [catalogue, document]);
}

export function stepsOf(catalogue: Catalogue | null, document: JsonObject): readonly Step[] {
  const open = new Set(assumedPaths(document));
  const known = new Map((catalogue?.mechanisms ?? []).map((mechanism) => [mechanism.id, mechanism]));
  return (catalogue?.guide ?? [])
    .map((step) => {
      const asked = objectsOf(document["components"]).flatMap((component) => askedOf(component, step, known));
      const fields = asked.flatMap(fieldsOf);
      return { ...step, asked, fields, assumed: fields.filter((path) => open.has(path)).length };
    })
    .filter(({ asked, project }) => asked.length > 0 || project.length > 0);
}

function askedOf(
  component: JsonObject,
  { inputs }: GuideStep,
  known: ReadonlyMap<string, MechanismView>,
): readonly Asked[] {
  const word = textOf(component["mechanism"]);
  const mechanism = known.get(word);
  const names = Object.hasOwn(inputs, word) ? inputs[word] : undefined;
  if (mechanism === undefined || names === undefined || component["enabled"] === false) return [];
  return [{ component, mechanism, names }];
}

/** In the order the mechanism has them, in which they are drawn. */
function fieldsOf({ component, mechanism, names }: Asked): readonly string[] {
  const drawn = mechanism.fields.filter(({ name }) => names.includes(name));
  return drawn.map(({ name }) => `components/${textOf(component["id"])}/inputs/${name}`);
}

/** How many values of the whole model are assumed. */
export function useAssumedCount(): number {
  const document = useEffective();
  return useMemo(() => assumedPaths(document).length, [document]);
}
