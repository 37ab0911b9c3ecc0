import { useCallback } from "react";
import type { VerificationView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";

/** One verification at a time. */
export function useVerify() {
  const { start: begin, ...job } = useJob<VerificationView>();
  const start = useCallback(
    (against = "") =>
      begin(({ session, job: id }) =>
        call("verify", { session, job: id, ...(against.trim() === "" ? {} : { against: against.trim() }) }),
      ),
    [begin],
  );
  return { ...job, start };
}
