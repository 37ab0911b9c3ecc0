import type { Finding } from "./findings.ts";

/** One check whose findings differ between two reviews of a document. */
export interface FindingDifference {
  readonly id: string;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

/** Checks whose severity, outcome or clause changed, by id: what another rule pack does to a review. */
export function findingDifferences(
  before: readonly Finding[],
  after: readonly Finding[],
): readonly FindingDifference[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
  return ids.flatMap((id) => {
    const [old, now] = [before, after].map((list) => list.filter((found) => found.id === id));
    const key = (list: readonly Finding[] | undefined) =>
      JSON.stringify(
        (list ?? []).map(({ severity, answer, clause, path }) => [severity, answer.is, clause, path]).sort(),
      );
    return key(old) === key(now) ? [] : [{ id, before: old ?? [], after: now ?? [] }];
  });
}
