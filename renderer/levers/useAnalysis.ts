import { useCallback, useEffect, useRef, useState } from "react";
import type { ProblemView, Reply } from "../../app/contract.ts";
import { flush } from "../session/edit.ts";
import { call, onProgress } from "../session/host.ts";
import { getSession, useSession } from "../session/store.ts";

export interface AnalysisPlace {
  readonly session: string;
  readonly scenario: string;
  readonly job: string;
}

interface AnalysisState<T> {
  readonly running: boolean;
  readonly cancelled: boolean;
  /** 0 to 100. */
  readonly percent: number;
  readonly answer: T | null;
  /** What it answers. */
  readonly key: string | null;
  readonly problems: readonly ProblemView[];
}

const idle = { running: false, cancelled: false, percent: 0, answer: null, key: null, problems: [] };

/**
 * Long work of the host about the model on screen: it runs again when the model, the scenario or the question changes; leaving cancels it.
 * @param key what is asked; null asks for nothing
 */
export function useAnalysis<T extends { readonly version: number; readonly scenario: string }>(
  key: string | null,
  ask: (place: AnalysisPlace) => Promise<Reply<T>>,
) {
  const [state, setState] = useState<AnalysisState<T>>(idle);
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
    if (!session || key === null) return;
    await cancel(false);
    const mine = crypto.randomUUID();
    job.current = mine;
    setState((now) => ({ ...now, running: true, cancelled: false, percent: 0, problems: [] }));
    const reply = await ask({ session: session.session, scenario: chosen, job: mine });
    if (job.current !== mine) return;
    job.current = null;
    setState(reply.ok ? { ...idle, answer: reply.value, key } : { ...idle, problems: reply.problems, key });
  }, [key, ask, cancel]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version and scenario
  useEffect(() => {
    void start();
    return () => void cancel(false);
  }, [start, cancel, version, scenario]);
  const { answer } = state;
  const stale = answer !== null && (answer.version !== version || answer.scenario !== scenario || state.key !== key);
  return { ...state, stale, start, cancel: () => cancel(true) };
}
