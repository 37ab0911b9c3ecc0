import { useMemo } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { getSession, useSession } from "./store.ts";

function together(...lists: readonly (readonly ProblemView[] | undefined)[]): readonly ProblemView[] {
  const seen = new Map<string, ProblemView>();
  for (const problem of lists.flatMap((list) => list ?? []))
    seen.set(`${problem.code} ${problem.path} ${problem.message}`, problem);
  return [...seen.values()];
}

/** Problems of the document and of the results, each once. */
export function useProblems(): readonly ProblemView[] {
  const document = useSession((state) => state.session?.problems);
  const results = useSession((state) => state.board?.problems);
  return useMemo(() => together(document, results), [document, results]);
}

/** The same as they are now. */
export function allProblems(): readonly ProblemView[] {
  const { session, board } = getSession();
  return together(session?.problems, board?.problems);
}

/** Problems of one field: those of the model as it is now, and what the host refused to take. */
export function useFieldProblems(path: string): readonly ProblemView[] {
  const document = useSession((state) => state.session?.problems);
  // Problems of results that are being computed anew may be about what the field held before.
  const results = useSession((state) =>
    state.board?.version === state.session?.version ? state.board?.problems : undefined,
  );
  const all = useMemo(() => [...(document ?? []), ...(results ?? [])], [document, results]);
  const rejected = useSession((state) => state.rejected[path]);
  return useMemo(() => {
    const own = [...(rejected ?? []), ...all.filter((problem) => problem.path === path)];
    return own.filter((problem, index) => own.findIndex((other) => other.message === problem.message) === index);
  }, [all, rejected, path]);
}
