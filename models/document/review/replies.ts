import type { ModelDocument, RemarkSpec } from "../schema.ts";

type Reply = RemarkSpec["replies"][number];

const same = (left: Reply, right: Reply): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What was said after the common replies; undefined where one of those was changed or taken out. */
function saidAfter(common: readonly Reply[], now: readonly Reply[]): readonly Reply[] | undefined {
  const kept = common.every((reply, index) => now[index] !== undefined && same(reply, now[index]));
  return kept ? now.slice(common.length) : undefined;
}

/** Replies (答复) of two copies to one remark, in the order in which they were given; undefined where they cannot both stand. */
function joined(
  common: readonly Reply[],
  mine: readonly Reply[],
  theirs: readonly Reply[],
): readonly Reply[] | undefined {
  const [own, other] = [saidAfter(common, mine), saidAfter(common, theirs)];
  if (own === undefined || other === undefined || own.length === 0 || other.length === 0) return undefined;
  const further = other.filter((reply) => !own.some((one) => same(one, reply)));
  return [...common, ...[...own, ...further].sort((left, right) => Date.parse(left.at) - Date.parse(right.at))];
}

/**
 * Two copies edited apart with the replies of both wherever both answered the same remark: nobody's answer contradicts another's, so that there is nothing to
 * choose. A remark whose earlier replies one copy changed is left as it is.
 */
export function withBothReplies(
  base: ModelDocument,
  mine: ModelDocument,
  theirs: ModelDocument,
): readonly [ModelDocument, ModelDocument] {
  const repliesIn = (document: ModelDocument) => new Map(document.remarks?.map(({ id, replies }) => [id, replies]));
  const [common, own, other] = [repliesIn(base), repliesIn(mine), repliesIn(theirs)];
  const both = new Map(
    [...own].flatMap(([id, replies]) => {
      const [before, there] = [common.get(id), other.get(id)];
      const all = before === undefined || there === undefined ? undefined : joined(before, replies, there);
      return all === undefined ? [] : [[id, all] as const];
    }),
  );
  if (both.size === 0) return [mine, theirs];
  const answered = (document: ModelDocument): ModelDocument => ({
    ...document,
    remarks: (document.remarks ?? []).map((remark) => {
      const replies = both.get(remark.id);
      return replies === undefined ? remark : { ...remark, replies: [...replies] };
    }),
  });
  return [answered(mine), answered(theirs)];
}
