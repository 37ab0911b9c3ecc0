import { useMemo } from "react";
import type { GuideStep, JsonObject, MechanismView } from "../../app/contract.ts";
import { assumedPaths } from "../session/assumed.ts";
import { useEffective } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
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
  const document = useEffective();
  return useMemo(() => {
    const open = new Set(assumedPaths(document));
    const known = new Map((catalogue?.mechanisms ?? []).map((mechanism) => [mechanism.id, mechanism]));
    return (catalogue?.guide ?? [])
      .map((step) => {
        const asked = objectsOf(document["components"]).flatMap((component) => askedOf(component, step, known));
        return { ...step, asked, assumed: asked.reduce((sum, one) => sum + assumedIn(one, open), 0) };
      })
      .filter(({ asked, project }) => asked.length > 0 || project.length > 0);
  }, [catalogue, document]);
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

function assumedIn({ component, names }: Asked, open: ReadonlySet<string>): number {
  return names.filter((name) => open.has(`components/${textOf(component["id"])}/inputs/${name}`)).length;
}

/** How many values of the whole model are assumed. */
export function useAssumedCount(): number {
  const document = useEffective();
  return useMemo(() => assumedPaths(document).length, [document]);
}
