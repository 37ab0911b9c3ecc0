import { useCallback } from "react";
import { call } from "../session/host.ts";
import { useAnalysis } from "./useAnalysis.ts";

/** Every lever of a target; asked again when the model, the scenario or the target changes. */
export function useLevers(of: string) {
  return useAnalysis(
    of,
    useCallback((place) => call("levers", { ...place, of }), [of]),
  );
}

/** The break-even line of two levers; none without both. */
export function useFrontier(of: string, x: string, y: string) {
  return useAnalysis(
    x === "" || y === "" || x === y ? null : `${of} ${x} ${y}`,
    useCallback((place) => call("frontier", { ...place, of, x, y }), [of, x, y]),
  );
}
