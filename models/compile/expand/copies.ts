import type { ReadComponent } from "../../document/component.ts";
import type { RowValue } from "../../document/inputSchema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { readDecimal, writeDecimal } from "../../language/decimal.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import type { TableInput } from "../../terms/inputs.ts";
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

/** Rows of one table that say the same in every cell, and rows that are about one thing and say two things of it: each is named beside the others. */
export function rowProblems(components: readonly Component[]): readonly Problem[] {
  return components.flatMap(({ spec, mechanism }) =>
    Object.entries(mechanism.inputs).flatMap(([name, input]) => {
      const rows = spec.inputs[name];
      if (!spec.enabled || input.type !== "table" || !Array.isArray(rows)) return [];
      return tableProblems(input, rows as readonly RowValue[], `components/${spec.id}/inputs/${name}`, mechanism);
    }),
  );
}

function tableProblems(
  { label, namedBy }: TableInput,
  rows: readonly RowValue[],
  path: string,
  { family }: Mechanism,
): readonly Problem[] {
  // Twice the cost only makes things worse.
  const copied = family === "cost" ? "document.copied_row_cost" : "document.copied_row";
  const copies = groupsOf(rows, canonical);
  const known = new Set(copies.flat());
  const twice =
    namedBy === undefined
      ? []
      : groupsOf(
          rows.filter((row) => !known.has(row)),
          (row) => canonical(namedBy.map((column) => row[column] ?? "")),
        );
  const told = (code: "document.row_twice" | typeof copied, alike: readonly RowValue[]) =>
    alike.map((row) => {
      const others = alike.filter((other) => other !== row).map(({ id }) => String(id));
      const args = { input: label, others: { zh: others.join("、"), en: others.join(", ") } };
      return documentProblem(code, `${path}/${String(row["id"])}`, args);
    });
  return [
    ...copies.flatMap((alike) => told(copied, alike)),
    ...twice.flatMap((alike) => told("document.row_twice", alike)),
  ];
}

/** Those of which there are several with one key. */
function groupsOf<T>(members: readonly T[], keyOf: (member: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(members, keyOf).values()].filter(({ length }) => length > 1);
}

function namesOf(components: readonly Component[]): Text {
  const names = components.map(({ spec }) => ({ ...textOf(spec.label ?? spec.id), id: spec.id }));
  const said = (lang: keyof Text, link: string): string =>
    names.map((name) => (name[lang] === name.id ? name.id : `${name[lang]} (${name.id})`)).join(link);
  return { zh: said("zh", "、"), en: said("en", ", ") };
}

/** Inputs as text, whatever the order of their names, whatever their rows are called and with however many zeros a number is written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    const number = typeof part === "string" ? readDecimal(part) : undefined;
    if (number !== undefined) return writeDecimal(number);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const entries = Object.entries(part).filter(([name]) => name !== "id");
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
