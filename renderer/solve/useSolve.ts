import { useCallback, useEffect, useRef, useState } from "react";
import type { ProblemView, SolveView } from "../../app/contract.ts";
import { flush } from "../session/edit.ts";
import { call, onProgress } from "../session/host.ts";
import { getSession } from "../session/store.ts";

export interface Question {
  readonly vary: string;
  readonly until: string;
  readonly min: string;
  readonly max: string;
}

interface SolveState {
  readonly running: boolean;
  readonly cancelled: boolean;
  /** 0 to 100. */
  readonly percent: number;
  readonly answer: SolveView | null;
  readonly problems: readonly ProblemView[];
}

const idle: SolveState = { running: false, cancelled: false, percent: 0, answer: null, problems: [] };

/** One goal seek at a time: start, progress, cancel, answer. Leaving the dialog cancels. */
export function useSolve() {
  const [state, setState] = useState<SolveState>(idle);
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
    setState({ ...idle, cancelled: true });
    await call("cancel", { job: mine });
  }, []);
  useEffect(() => () => void cancel(), [cancel]);
  const start = useCallback(async (question: Question) => {
    await flush();
    const { session, scenario } = getSession();
    if (!session) return;
    const mine = crypto.randomUUID();
    job.current = mine;
    setState({ ...idle, running: true });
    const { vary, until, min, max } = question;
    const reply = await call("solve", {
      session: session.session,
      scenario,
      job: mine,
      vary,
      until,
      ...(min === "" ? {} : { min }),
      ...(max === "" ? {} : { max }),
    });
    if (job.current !== mine) return;
    job.current = null;
    setState(reply.ok ? { ...idle, answer: reply.value } : { ...idle, problems: reply.problems });
  }, []);
  return { ...state, start, cancel };
}
