import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useFresh } from "../session/useFresh.ts";

/** All lines of the model in the chosen scenario, read again when it changes. */
export function useLines(by: "period" | "year") {
  const session = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const scenario = useSession((state) => state.scenario);
  const key = session === undefined ? null : `${session} ${version} ${scenario} ${by}`;
  return useFresh(key, () => call("lines", { session: session ?? "", scenario, by }));
}
