import { readdirSync, readFileSync } from "node:fs";
import { GOVERNED } from "../../models/checks/review/governed.ts";
import { reviewChecks } from "../../models/checks/review/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";
import { variedLines } from "./variants.ts";

const FIXTURES = new URL("../../test/checks-review/fixtures/", import.meta.url);

const sources = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));

/** Checks by the clauses they cite. */
export function citingChecks(): ReadonlyMap<string, readonly string[]> {
  const found = reviewChecks.flatMap(({ ids, clauses }) =>
    clauses.flatMap((clause) => ids.map((id) => ({ clause, id }))),
  );
  return new Map(
    [...Map.groupBy(found, ({ clause }) => clause)].map(([clause, list]) => [
      clause,
      [...new Set(list.map(({ id }) => id))].sort(),
    ]),
  );
}

/** What fixtures say they prove, by check: documents that fail it, beside a sound one that passes. */
export function fixtures(): ReadonlyMap<string, readonly string[]> {
  const found = sources(FIXTURES).flatMap((source) =>
    [...source.matchAll(/id: "([^"]+)",\s+about:\s+"([^"]+)"/g)].map((one) => [one[1] ?? "", one[2] ?? ""] as const),
  );
  return new Map([...Map.groupBy(found, ([id]) => id)].map(([id, list]) => [id, list.map(([, about]) => about)]));
}

/** Mechanisms and their lines by the clauses they rest on. */
export function citingLines(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (clause: string, what: string) => found.set(clause, new Set([...(found.get(clause) ?? []), what]));
  for (const mechanism of mechanisms.values()) {
    for (const clause of mechanism.clauses) add(clause, mechanism.id);
    for (const { line } of variedLines(mechanism))
      for (const clause of line.clauses) add(clause, line.id.split(".the_")[0] ?? line.id);
  }
  return new Map([...found].map(([clause, list]) => [clause, [...list]]));
}

/** Inputs a parameter governs: they take its value when they are left out, or are compared with it. */
export function takingInputs(): ReadonlyMap<string, readonly string[]> {
  const compared = GOVERNED.flatMap(({ parameters, places }) =>
    places.flatMap(({ mechanism, input, column }) => {
      const path = [mechanism.id, input, ...(column === undefined ? [] : [column])].join(".");
      return parameters.map((id) => [id, path] as const);
    }),
  );
  const found = [...[...mechanisms.values()].flatMap(({ id, inputs }) => policiesOf(inputs, id)), ...compared];
  return new Map(
    [...Map.groupBy(found, ([policy]) => policy)].map(([policy, list]) => [policy, list.map(([, path]) => path)]),
  );
}

function policiesOf(
  inputs: Readonly<Record<string, InputSpec | ColumnSpec>>,
  path: string,
): readonly (readonly [policy: string, path: string])[] {
  return Object.entries(inputs).flatMap(([name, spec]) => {
    if (spec.type === "table") return policiesOf(spec.columns, `${path}.${name}`);
    return spec.type === "number" && spec.policy !== undefined ? [[spec.policy, `${path}.${name}`] as const] : [];
  });
}
