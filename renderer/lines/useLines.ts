import { useEffect, useState } from "react";
import type { LinesView, ProblemView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";

interface Lines {
  readonly view: LinesView | null;
  readonly problems: readonly ProblemView[];
}

/** All lines of the model, read again when it changes; the last values stay until the new ones are there. */
export function useLines(by: "period" | "year"): Lines & { readonly stale: boolean } {
  const session = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const scenario = useSession((state) => state.scenario);
  const [lines, setLines] = useState<Lines & { readonly key: string }>({ view: null, problems: [], key: "" });
  const key = `${session} ${version} ${scenario} ${by}`;
  useEffect(() => {
    if (session === undefined) return;
    let current = true;
    void call("lines", { session, scenario, by }).then((reply) => {
      // An answer that arrives after the next question was asked is dropped.
      if (!current) return;
      setLines(reply.ok ? { view: reply.value, problems: [], key } : { view: null, problems: reply.problems, key });
    });
    return () => {
      current = false;
    };
  }, [session, scenario, by, key]);
  return { view: lines.view, problems: lines.problems, stale: lines.key !== key };
}
