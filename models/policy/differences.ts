import type { Text } from "../wording/text.ts";
import type { Pack, PackClause, PackParameter } from "./pack.ts";

/** What a list of rule packs says of one thing, and the pack it stands in. */
export interface Stated<T> {
  readonly pack: string;
  readonly draft: boolean;
  readonly value: T;
}

export interface ParameterDifference {
  readonly id: string;
  readonly label: Text;
  readonly before: Stated<PackParameter> | undefined;
  readonly after: Stated<PackParameter> | undefined;
}

export interface PackDifferences {
  /** Parameters whose values, unit, source or standing differ, by id. */
  readonly parameters: readonly ParameterDifference[];
  readonly clausesRemoved: readonly Stated<PackClause>[];
  readonly clausesAdded: readonly Stated<PackClause>[];
}

/** What changes when one list of rule packs takes the place of another; in each list the first pack that has a parameter decides. */
export function packDifferences(before: readonly Pack[], after: readonly Pack[]): PackDifferences {
  const [had, has] = [parametersOf(before), parametersOf(after)];
  const ids = [...new Set([...had.keys(), ...has.keys()])].sort();
  const parameters = ids.flatMap((id) => {
    const [old, now] = [had.get(id), has.get(id)];
    if (same(old, now)) return [];
    return [{ id, label: (now ?? old)?.value.label ?? { zh: id, en: id }, before: old, after: now }];
  });
  const [oldClauses, newClauses] = [clausesOf(before), clausesOf(after)];
  const without = (list: readonly Stated<PackClause>[], others: readonly Stated<PackClause>[]) => {
    const known = new Set(others.map(({ value }) => JSON.stringify(value)));
    return list.filter(({ value }) => !known.has(JSON.stringify(value)));
  };
  return { parameters, clausesRemoved: without(oldClauses, newClauses), clausesAdded: without(newClauses, oldClauses) };
}

function parametersOf(packs: readonly Pack[]): ReadonlyMap<string, Stated<PackParameter>> {
  const found = new Map<string, Stated<PackParameter>>();
  for (const pack of packs)
    for (const value of pack.parameters)
      if (!found.has(value.id)) found.set(value.id, { pack: pack.id, draft: pack.status === "draft", value });
  return found;
}

function clausesOf(packs: readonly Pack[]): readonly Stated<PackClause>[] {
  return packs.flatMap((pack) =>
    pack.clauses.map((value) => ({ pack: pack.id, draft: pack.status === "draft", value })),
  );
}

function same(a: Stated<PackParameter> | undefined, b: Stated<PackParameter> | undefined): boolean {
  return a?.pack === b?.pack && a?.draft === b?.draft && JSON.stringify(a?.value) === JSON.stringify(b?.value);
}
