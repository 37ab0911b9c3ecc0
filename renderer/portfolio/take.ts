import { words } from "../language/i18n.ts";
import { toBase64 } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { withPassphrase } from "../session/passphrase.ts";
import { baseScenario, getSession, takeSession } from "../session/store.ts";
import { notifyProblems } from "../shell/notices.ts";

/** A picked model file becomes a member, or the document of one that is known by its hash. */
export async function takeMember(file: File, member?: string): Promise<void> {
  const { session } = getSession();
  if (!session) return;
  let base64: string;
  try {
    base64 = await toBase64(file);
  } catch {
    notifyProblems([
      { code: "open.unreadable", message: words("start.unreadable", { name: file.name }), path: file.name },
    ]);
    return;
  }
  const picked = { session: session.session, name: file.name, base64, ...(member === undefined ? {} : { member }) };
  const reply = await withPassphrase(file.name, (given) => call("takeMember", { ...picked, ...given }));
  if (reply === undefined) return;
  if (reply.ok) takeSession(reply.value, baseScenario);
  else notifyProblems(reply.problems);
}
