import { notifyProblems } from "../shell/notices.ts";
import { call } from "./host.ts";
import { readStart } from "./open.ts";
import { getSession, setSession, takeSession } from "./store.ts";

async function decide(name: "takeDraft" | "dropDraft" | "editCopy"): Promise<void> {
  const { session, scenario } = getSession();
  if (!session) return;
  setSession({ busy: true });
  const reply = await call(name, { session: session.session, scenario });
  setSession({ busy: false });
  if (reply.ok) takeSession(reply.value, scenario);
  else notifyProblems(reply.problems);
}

/** Goes on with the draft the model was opened with. */
export const takeDraft = (): Promise<void> => decide("takeDraft");
/** Takes it away for good. */
export const dropDraft = (): Promise<void> => decide("dropDraft");
/** A copy without a name of a model that cannot be changed. */
export const editCopy = (): Promise<void> => decide("editCopy");

/** Takes away work of an earlier time that was never saved. */
export async function dropKept(id: string): Promise<void> {
  const reply = await call("dropKept", { id });
  if (!reply.ok) notifyProblems(reply.problems);
  await readStart();
}
