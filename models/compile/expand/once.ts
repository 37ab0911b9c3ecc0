import type { ReadComponent } from "../../document/component.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import { listed, type Text } from "../../wording/text.ts";
import { type InputLine, inputLine } from "../context.ts";

type Component = ReadComponent<Mechanism>;

/** Components of one mechanism that are about the same thing, of which one may be on. */
interface Rivals {
  readonly id: string;
  readonly components: readonly Component[];
}

/** For each component the lines without which its own have no value, because another of its kind is about the same thing. */
export function guardsOf(components: readonly Component[]): (component: string) => readonly string[] {
  const guards = new Map<string, string[]>();
  for (const { id, components: rivals } of rivalsAmong(components))
    for (const { spec } of rivals) guards.set(spec.id, [...(guards.get(spec.id) ?? []), id]);
  return (component) => guards.get(component) ?? [];
}

/** Those lines: 1 while at most one of the rivals is on in the scenario, without a value while several are. */
export function onceLines(components: readonly Component[]): {
  readonly lines: readonly InputLine[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const lines = rivalsAmong(components).map(({ id, components: rivals }): InputLine => {
    const on = rivals.filter(({ spec }) => spec.enabled);
    const [first, second] = on;
    const { title } = (rivals[0] as Component).mechanism;
    const label = { zh: `${title.zh}:只能启用一个`, en: `${title.en}: one only may be on` };
    const meta = { id, label, unit: "1", kind: "scalar", axis: "scalar", path: "components" } as const;
    if (first === undefined || second === undefined) return inputLine(meta, "1");
    const told = on.map((one) =>
      twice(
        one,
        on.filter((other) => other !== one),
        title,
      ),
    );
    problems.push(...told);
    return inputLine(meta, undefined, told[1]);
  });
  return { lines, problems };
}

function twice({ spec }: Component, others: readonly Component[], mechanism: Text): Problem {
  const names = others.map((other) => nameOf(other));
  const named = listed(names);
  return documentProblem("document.once", `components/${spec.id}`, { mechanism, others: named });
}

function nameOf({ spec }: Component): Text {
  const { zh, en } = textOf(spec.label ?? spec.id);
  return zh === spec.id ? { zh, en } : { zh: `${zh}(${spec.id})`, en: `${en} (${spec.id})` };
}

function rivalsAmong(components: readonly Component[]): readonly Rivals[] {
  const byKey = new Map<string, Component[]>();
  for (const component of components)
    for (const key of keysOf(component)) byKey.set(key, [...(byKey.get(key) ?? []), component]);
  const groups = new Map<string, readonly Component[]>();
  for (const rivals of byKey.values())
    if (rivals.length > 1) groups.set(rivals.map(({ spec }) => spec.id).join("+"), rivals);
  return [...groups.values()].map((rivals, index) => ({ id: `once.${index + 1}`, components: rivals }));
}

/** What a component is about, as often as its rows say it: `income_tax spv`. Nothing where that is not known. */
function keysOf({ mechanism, inputs, tables }: Component): readonly string[] {
  const { once } = mechanism;
  if (once === undefined) return [];
  const words = once.map((name): readonly string[] => {
    const [table = "", column] = name.split(".");
    if (column === undefined) return wordOf(inputs.get(name));
    return [...new Set((tables.get(table) ?? []).flatMap(({ cells }) => wordOf(cells.get(column))))];
  });
  return words.reduce<readonly string[]>(
    (keys, list) => keys.flatMap((key) => list.map((word) => `${key} ${word}`)),
    [mechanism.id],
  );
}

function wordOf(state: ReturnType<Component["inputs"]["get"]>): readonly string[] {
  if (state?.state === "word") return [state.word];
  return state?.state === "absent" ? [""] : [];
}
