import { useEffect, useState } from "react";
import type { ActualsView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";

/** Plan, actuals and forecast, computed anew whenever the document changes; the last answer stays until the next is there. */
export function useActuals() {
  const job = useJob<ActualsView>({ keeps: true });
  const { start, answer } = job;
  const [year, setYear] = useState<string | undefined>(undefined);
  const version = useSession((state) => state.session?.version);
  const chosen = useSession((state) => state.scenario);
  const { lang } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version and scenario, in one language
  useEffect(() => {
    const of = year === undefined ? {} : { year };
    void start(({ session, scenario, job: id }) => call("actuals", { session, scenario, job: id, ...of }));
  }, [start, version, chosen, lang, year]);
  return { ...job, year, setYear, stale: answer !== null && answer.version !== version };
}
