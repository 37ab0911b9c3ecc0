import { useEffect, useState } from "react";
import type { BidsView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";

/** The comparison on screen, computed anew whenever the document changes; the last answer stays until the next is there. */
export function useBids(isThere: boolean) {
  const job = useJob<BidsView>({ keeps: true });
  const { start, answer } = job;
  const [against, setAgainst] = useState<string | undefined>(undefined);
  const version = useSession((state) => state.session?.version);
  const { lang } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version, in one language
  useEffect(() => {
    if (!isThere) return;
    const chosen = against === undefined ? {} : { against };
    void start(({ session, job: id }) => call("bids", { session, job: id, ...chosen }));
  }, [start, version, lang, against, isThere]);
  return { ...job, against, setAgainst, stale: answer !== null && answer.version !== version };
}
