import { useMemo } from "react";
import type { GuideStep, JsonObject, MechanismView } from "../../app/contract.ts";
import { useEffective } from "../session/effective.ts";
import { isObject, objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";

/** A component with those of its inputs that answer a question. */
export interface Asked {
  readonly component: JsonObject;
  readonly mechanism: MechanismView;
  readonly names: readonly string[];
}

export interface Step extends GuideStep {
  readonly asked: readonly Asked[];
  /** Inputs among them whose values nobody has confirmed yet. */
  readonly assumed: number;
}

/** The questions of the guide with what this model has for each; those it has nothing for are left out. */
export function useSteps(): readonly Step[] {
  const catalogue = useSession((state) => state.catalogue);
  const components = useEffective()["components"];
  return useMemo(() => {
    const known = new Map((catalogue?.mechanisms ?? []).map((mechanism) => [mechanism.id, mechanism]));
    return (catalogue?.guide ?? [])
      .map((step) => {
        const asked = objectsOf(components).flatMap((component) => askedOf(component, step, known));
        return { ...step, asked, assumed: asked.reduce((sum, one) => sum + assumedIn(one), 0) };
      })
      .filter(({ asked, project }) => asked.length > 0 || project.length > 0);
  }, [catalogue, components]);
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

function assumedIn({ component, names }: Asked): number {
  const evidence = component["evidence"];
  if (!isObject(evidence)) return 0;
  return names.filter((name) => {
    const given = evidence[name];
    return isObject(given) && "assumed" in given;
  }).length;
}

/** How many values of the whole model are assumed. */
export function useAssumedCount(): number {
  const components = useEffective()["components"];
  return useMemo(
    () =>
      objectsOf(components)
        .filter((component) => component["enabled"] !== false)
        .flatMap(({ evidence }) => (isObject(evidence) ? Object.values(evidence) : []))
        .filter((given) => isObject(given) && "assumed" in given).length,
    [components],
  );
}
