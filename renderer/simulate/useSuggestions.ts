import { useEffect, useState } from "react";
import type { UncertaintySuggestion } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";

/** Asked for once a version: it also makes the threads ready to draw. */
export function useSuggestions(): readonly UncertaintySuggestion[] {
  const session = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const scenario = useSession((state) => state.scenario);
  const [suggestions, setSuggestions] = useState<readonly UncertaintySuggestion[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version
  useEffect(() => {
    if (session === undefined) return;
    let current = true;
    void call("suggestions", { session, scenario }).then((reply) => {
      if (current && reply.ok) setSuggestions(reply.value.suggestions);
    });
    return () => {
      current = false;
    };
  }, [session, version, scenario]);
  return suggestions;
}
