import { useCallback, useRef } from "react";
import type { AdviceView, BearerView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";

/** What is asked of the advisor. */
export interface Wish {
  readonly until: readonly string[];
  readonly funding: boolean;
  /** By side; those left out are the tool's own. */
  readonly weights: Readonly<Partial<Record<BearerView, number | "no">>>;
}

/** Advice is long work and is asked for by a press; an answer about another state of the model, or another question, is stale. */
export function useAdvice(wish: Wish) {
  const { start: begin, ...job } = useJob<AdviceView>({ keeps: true });
  const version = useSession((now) => now.session?.version);
  const scenario = useSession((now) => now.scenario);
  const answered = useRef<Wish | null>(null);
  const start = useCallback(
    () =>
      begin((place) =>
        call("advise", { ...place, ...wish }).then((reply) => {
          answered.current = wish;
          return reply;
        }),
      ),
    [begin, wish],
  );
  const { answer } = job;
  const stale =
    answer !== null && (answer.version !== version || answer.scenario !== scenario || answered.current !== wish);
  return { ...job, stale, start };
}
