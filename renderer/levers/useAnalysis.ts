import { useCallback, useEffect, useRef } from "react";
import type { Reply } from "../../app/contract.ts";
import { useSession } from "../session/store.ts";
import { type JobPlace, useJob } from "../session/useJob.ts";

/**
 * Long work about the model on screen that runs by itself: again when the model, the scenario or the question changes.
 * @param key what is asked; null asks for nothing
 */
export function useAnalysis<T extends { readonly version: number; readonly scenario: string }>(
  key: string | null,
  ask: (place: JobPlace) => Promise<Reply<T>>,
) {
  const { start: begin, end, ...job } = useJob<T>({ keeps: true });
  const version = useSession((now) => now.session?.version);
  const scenario = useSession((now) => now.scenario);
  const answered = useRef<string | null>(null);
  const start = useCallback(async () => {
    if (key === null) return;
    await begin((place) =>
      ask(place).then((reply) => {
        answered.current = key;
        return reply;
      }),
    );
  }, [key, ask, begin]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version and scenario
  useEffect(() => {
    void start();
    return () => void end();
  }, [start, end, version, scenario]);
  const { answer } = job;
  const stale =
    answer !== null && (answer.version !== version || answer.scenario !== scenario || answered.current !== key);
  return { ...job, stale, start };
}
