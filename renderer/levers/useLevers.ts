import { useCallback, useEffect, useRef, useState } from "react";
import type { LeversView, ProblemView } from "../../app/contract.ts";
import { flush } from "../session/edit.ts";
import { call, onProgress } from "../session/host.ts";
import { getSession, useSession } from "../session/store.ts";

interface LeversState {
  readonly running: boolean;
  readonly cancelled: boolean;
  /** 0 to 100. */
  readonly percent: number;
  readonly answer: LeversView | null;
  readonly problems: readonly ProblemView[];
}

const idle: LeversState = { running: false, cancelled: false, percent: 0, answer: null, problems: [] };

/** The analysis of a target: runs again when the model, the scenario or the target changes; leaving the page cancels it. */
export function useLevers(of: string) {
  const [state, setState] = useState<LeversState>(idle);
  const version = useSession((now) => now.session?.version);
  const scenario = useSession((now) => now.scenario);
  const job = useRef<string | null>(null);
  useEffect(
    () =>
      onProgress((event) => {
        if (event.job !== job.current || event.total <= 0) return;
        setState((now) => ({ ...now, percent: Math.min(100, Math.round((event.done / event.total) * 100)) }));
      }),
    [],
  );
  const cancel = useCallback(async (told: boolean) => {
    const mine = job.current;
    if (mine === null) return;
    job.current = null;
    if (told) setState((now) => ({ ...now, running: false, cancelled: true }));
    await call("cancel", { job: mine });
  }, []);
  const start = useCallback(async () => {
    await flush();
    const { session, scenario: chosen } = getSession();
    if (!session) return;
    await cancel(false);
    const mine = crypto.randomUUID();
    job.current = mine;
    setState((now) => ({ ...now, running: true, cancelled: false, percent: 0, problems: [] }));
    const reply = await call("levers", { session: session.session, scenario: chosen, job: mine, of });
    if (job.current !== mine) return;
    job.current = null;
    setState(reply.ok ? { ...idle, answer: reply.value } : { ...idle, problems: reply.problems });
  }, [of, cancel]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version and scenario
  useEffect(() => {
    void start();
    return () => void cancel(false);
  }, [start, cancel, version, scenario]);
  const { answer } = state;
  const stale = answer !== null && (answer.version !== version || answer.scenario !== scenario || answer.of !== of);
  return { ...state, stale, start, cancel: () => cancel(true) };
}
