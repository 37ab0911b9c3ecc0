import { useCallback, useEffect, useRef, useState } from "react";
import type { ProblemView, ProgressEvent, Reply } from "../../app/contract.ts";
import { usePreferences } from "../preferences/store.ts";
import { flush } from "./edit.ts";
import { call, onProgress } from "./host.ts";
import { getSession } from "./store.ts";

interface JobState<T> {
  readonly running: boolean;
  readonly cancelled: boolean;
  /** 0 to 100. */
  readonly percent: number;
  /** Of a simulation: what there is so far. */
  readonly partial: NonNullable<ProgressEvent["partial"]> | null;
  readonly answer: T | null;
  /** Version of the model the answer belongs to. */
  readonly version: number;
  readonly problems: readonly ProblemView[];
}

/** What long work is about. */
export interface JobPlace {
  readonly session: string;
  readonly scenario: string;
  readonly job: string;
}

const idle = { running: false, cancelled: false, percent: 0, partial: null, answer: null, version: 0, problems: [] };

/**
 * Long work of the host, one at a time: start, progress, cancel, answer. A new start ends the one before; leaving ends it too.
 * @param keeps whether the last answer stays on screen until the next is there
 */
export function useJob<T>({ keeps = false }: { readonly keeps?: boolean } = {}) {
  const [state, setState] = useState<JobState<T>>(idle);
  const job = useRef<string | null>(null);
  const asked = useRef<((place: JobPlace) => Promise<Reply<T>>) | null>(null);
  useEffect(
    () =>
      onProgress((event) => {
        if (event.job !== job.current || event.total <= 0) return;
        const percent = Math.min(100, Math.round((event.done / event.total) * 100));
        setState((now) => ({ ...now, percent, partial: event.partial ?? now.partial }));
      }),
    [],
  );
  const end = useCallback(async () => {
    const mine = job.current;
    if (mine === null) return false;
    job.current = null;
    await call("cancel", { job: mine });
    return true;
  }, []);
  const cancel = useCallback(async () => {
    asked.current = null;
    setState((now) => ({ ...now, running: false, cancelled: true }));
    await end();
  }, [end]);
  useEffect(() => () => void end(), [end]);
  const start = useCallback(
    async (ask: (place: JobPlace) => Promise<Reply<T>>) => {
      await end();
      const mine = crypto.randomUUID();
      job.current = mine;
      asked.current = ask;
      setState((now) => ({ ...idle, answer: keeps ? now.answer : null, version: now.version, running: true }));
      await flush();
      const { session, scenario } = getSession();
      if (!session || job.current !== mine) return;
      const { version } = session;
      const reply = await ask({ session: session.session, scenario, job: mine });
      if (job.current !== mine) return;
      job.current = null;
      setState(reply.ok ? { ...idle, answer: reply.value, version } : { ...idle, problems: reply.problems });
    },
    [end, keeps],
  );
  // Answers are worded by the host: in another language they are asked for again.
  useEffect(
    () =>
      usePreferences.subscribe((now, before) => {
        if (now.lang !== before.lang && asked.current !== null) void start(asked.current);
      }),
    [start],
  );
  return { ...state, start, cancel, end };
}
