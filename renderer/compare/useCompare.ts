import { useCallback } from "react";
import type { CompareView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";

/** One comparison at a time; the last stays until the next is there. */
export function useCompare() {
  const { start: begin, ...job } = useJob<CompareView>({ keeps: true });
  const start = useCallback(
    (scenarios: readonly string[], of: readonly string[]) =>
      begin(({ session, job: id }) => call("compare", { session, scenarios, of, job: id })),
    [begin],
  );
  return { ...job, start };
}
