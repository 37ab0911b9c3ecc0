import { useCallback } from "react";
import type { SolveView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";

export interface Question {
  readonly vary: string;
  readonly until: string;
  readonly min: string;
  readonly max: string;
}

/** One goal seek at a time. */
export function useSolve() {
  const { start: begin, ...job } = useJob<SolveView>();
  const start = useCallback(
    ({ vary, until, min, max }: Question) =>
      begin((place) => {
        const bounds = { ...(min === "" ? {} : { min }), ...(max === "" ? {} : { max }) };
        return call("solve", { ...place, vary, until, ...bounds });
      }),
    [begin],
  );
  return { ...job, start };
}
