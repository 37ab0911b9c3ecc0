import type { ReadComponent } from "../../document/component.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";

type Component = ReadComponent<Mechanism>;

/** Two of what is on that say the same in every input: most likely one of them was entered twice, so both are named. */
export function copyProblems(components: readonly Component[]): readonly Problem[] {
  const alike = new Map<string, Component[]>();
  for (const component of components) {
    const { spec } = component;
    // One without inputs says nothing that could be said twice.
    if (!spec.enabled || Object.keys(spec.inputs).length === 0) continue;
    const key = `${spec.mechanism} ${canonical(spec.inputs)}`;
    alike.set(key, [...(alike.get(key) ?? []), component]);
  }
  return [...alike.values()].flatMap((copies) =>
    copies.length < 2
      ? []
      : copies.map((one) => {
          const others = namesOf(copies.filter((other) => other !== one));
          const path = `components/${one.spec.id}`;
          // Twice the cost only makes things worse.
          const code = one.mechanism.family === "cost" ? "document.copied_cost" : "document.copied";
          return documentProblem(code, path, { mechanism: one.mechanism.title, others });
        }),
  );
}

function namesOf(components: readonly Component[]): Text {
  const names = components.map(({ spec }) => ({ ...textOf(spec.label ?? spec.id), id: spec.id }));
  const said = (lang: keyof Text, link: string): string =>
    names.map((name) => (name[lang] === name.id ? name.id : `${name[lang]} (${name.id})`)).join(link);
  return { zh: said("zh", "、"), en: said("en", ", ") };
}

/** Inputs as text, whatever the order of their names and whatever their rows are called. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const entries = Object.entries(part).filter(([name]) => name !== "id");
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
