import { useCallback, useEffect, useState } from "react";
import type { SimulationChecksView, SimulationView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";

export interface Asked {
  readonly draws: number;
  readonly seed: number;
}

/** A simulation of the scenario on screen, started by the user; the book of record looks at some draws afterwards by itself. */
export function useSimulation() {
  const { start: begin, ...job } = useJob<SimulationView>({ keeps: true });
  const { start: check, answer: checks } = useJob<SimulationChecksView>();
  const [asked, setAsked] = useState<Asked>({ draws: 1000, seed: 1 });
  const version = useSession((now) => now.session?.version);
  const scenario = useSession((now) => now.scenario);
  const start = useCallback(
    () => begin((place) => call("simulate", { ...place, ...asked, of: [], until: [] })),
    [begin, asked],
  );
  const { answer } = job;
  useEffect(() => {
    if (answer === null) return;
    const { draws, seed, toCheck } = answer;
    void check((place) => call("simulationChecks", { ...place, draws, seed, of: [], until: [], which: toCheck }));
  }, [answer, check]);
  const stale = answer !== null && (answer.version !== version || answer.scenario !== scenario);
  return { ...job, start, asked, setAsked, stale, checks };
}
