import type { RevisionInfo, StoredModel } from "../../db/stored.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { appProblem } from "../problems.ts";

const SHORTEST = 4;
const SHOWN = 5;

/**
 * The revision a person names: `head`, its number from 1 as the log counts, or its id or as much of its beginning as tells it apart
 * (four characters at least).
 */
export function findRevision(
  { revisions, head }: Pick<StoredModel, "revisions" | "head">,
  name: string,
): Result<string> {
  if (name === "head") return succeed(head);
  const numbered = /^\d{1,3}$/.test(name) ? revisions[Number(name) - 1] : undefined;
  if (numbered !== undefined) return succeed(numbered.id);
  const found = name.length < SHORTEST ? [] : revisions.filter(({ id }) => id.startsWith(name));
  const [only, ...more] = found;
  if (only === undefined) return fail(appProblem("revision.unknown", name, knownOf(revisions)));
  if (more.length > 0) return fail(appProblem("revision.several", name, knownOf(found)));
  return succeed(only.id);
}

const knownOf = (revisions: readonly RevisionInfo[]): string =>
  revisions
    .slice(-SHOWN)
    .map(({ id }) => id)
    .join(", ");
