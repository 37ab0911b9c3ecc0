import { useMemo } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { useSession } from "./store.ts";

/** Problems of the document and of the results, each once. */
export function useProblems(): readonly ProblemView[] {
  const document = useSession((state) => state.session?.problems);
  const results = useSession((state) => state.board?.problems);
  return useMemo(() => {
    const seen = new Map<string, ProblemView>();
    for (const problem of [...(document ?? []), ...(results ?? [])])
      seen.set(`${problem.code} ${problem.path} ${problem.message}`, problem);
    return [...seen.values()];
  }, [document, results]);
}

/** Problems of one field: those of the model and what the host refused to take. */
export function useFieldProblems(path: string): readonly ProblemView[] {
  const all = useProblems();
  const rejected = useSession((state) => state.rejected[path]);
  return useMemo(() => [...(rejected ?? []), ...all.filter((problem) => problem.path === path)], [all, rejected, path]);
}
