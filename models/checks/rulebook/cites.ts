import { mechanisms } from "../../mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import { GOVERNED } from "../review/governed.ts";
import { reviewChecks } from "../review/index.ts";

type Cites = ReadonlyMap<string, readonly string[]>;

/** Checks by the clauses they cite. */
export function citingChecks(): Cites {
  return grouped(
    reviewChecks.flatMap(({ ids, clauses }) => clauses.flatMap((clause) => ids.map((id) => [clause, id] as const))),
  );
}

/** Mechanisms by the clauses they rest on. */
export function citingMechanisms(): Cites {
  return grouped([...mechanisms.values()].flatMap(({ id, clauses }) => clauses.map((clause) => [clause, id] as const)));
}

/** Inputs a parameter governs: they take its value when they are left out, or are compared with it. */
export function takingInputs(): Cites {
  const compared = GOVERNED.flatMap(({ parameters, places }) =>
    places.flatMap(({ mechanism, input, column }) => {
      const path = [mechanism.id, input, ...(column === undefined ? [] : [column])].join(".");
      return parameters.map((id) => [id, path] as const);
    }),
  );
  return grouped([...[...mechanisms.values()].flatMap(({ id, inputs }) => policiesOf(inputs, id)), ...compared]);
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

function grouped(pairs: readonly (readonly [string, string])[]): Cites {
  const lists = Map.groupBy(pairs, ([key]) => key);
  return new Map([...lists].map(([key, list]) => [key, [...new Set(list.map(([, value]) => value))].sort()]));
}
