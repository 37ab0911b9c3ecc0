import { useCallback, useEffect, useRef, useState } from "react";
import type { CompareView, ProblemView } from "../../app/contract.ts";
import { flush } from "../session/edit.ts";
import { call, onProgress } from "../session/host.ts";
import { getSession } from "../session/store.ts";

interface CompareState {
  readonly running: boolean;
  /** 0 to 100. */
  readonly percent: number;
  readonly answer: CompareView | null;
  /** Version of the model the answer belongs to. */
  readonly version: number;
  readonly problems: readonly ProblemView[];
}

const idle: CompareState = { running: false, percent: 0, answer: null, version: 0, problems: [] };

/** One comparison at a time: start, progress, cancel, answer. Leaving the page cancels. */
export function useCompare() {
  const [state, setState] = useState<CompareState>(idle);
  const job = useRef<string | null>(null);
  useEffect(
    () =>
      onProgress((event) => {
        if (event.job !== job.current || event.total <= 0) return;
        setState((now) => ({ ...now, percent: Math.min(100, Math.round((event.done / event.total) * 100)) }));
      }),
    [],
  );
  const cancel = useCallback(async () => {
    const mine = job.current;
    if (mine === null) return;
    job.current = null;
    setState((now) => ({ ...now, running: false }));
    await call("cancel", { job: mine });
  }, []);
  useEffect(() => () => void cancel(), [cancel]);
  const start = useCallback(
    async (scenarios: readonly string[], of: readonly string[]) => {
      await cancel();
      const mine = crypto.randomUUID();
      job.current = mine;
      setState((now) => ({ ...now, running: true, percent: 0, problems: [] }));
      await flush();
      const { session } = getSession();
      if (!session || job.current !== mine) return;
      const { version } = session;
      const reply = await call("compare", { session: session.session, scenarios, of, job: mine });
      if (job.current !== mine) return;
      job.current = null;
      setState(reply.ok ? { ...idle, answer: reply.value, version } : { ...idle, problems: reply.problems });
    },
    [cancel],
  );
  return { ...state, start, cancel };
}
