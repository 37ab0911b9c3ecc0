import { notifyProblems } from "../shell/notices.ts";
import { flush } from "./edit.ts";
import { call } from "./host.ts";
import { getSession, setSession } from "./store.ts";

/** Shows the model as another scenario sees it, once the host has said how that is. */
export async function chooseScenario(id: string): Promise<void> {
  await flush();
  const { session } = getSession();
  if (!session) return;
  const reply = await call("session", { session: session.session, scenario: id });
  const now = getSession().session;
  if (now?.session !== session.session) return;
  if (!reply.ok) notifyProblems(reply.problems);
  // Something was changed meanwhile: the answer is about a state that is gone.
  else if (reply.value.version < now.version) await chooseScenario(id);
  else setSession({ session: reply.value, scenario: id });
}
