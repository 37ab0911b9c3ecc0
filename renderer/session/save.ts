import type { Reply, SessionView } from "../../app/contract.ts";
import { words } from "../language/i18n.ts";
import { openDialog } from "../shell/navigation.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { offerDownload } from "./bytes.ts";
import { flush } from "./edit.ts";
import { call, desktop } from "./host.ts";
import { getSession, setSession, takeSession } from "./store.ts";

/** Said of a model that is asked where to be kept before it can be saved. */
let pendingNote = "";

function saved(reply: Reply<SessionView>, scenario: string): boolean {
  setSession({ busy: false });
  if (!reply.ok) {
    notifyProblems(reply.problems);
    return false;
  }
  takeSession(reply.value, scenario);
  notifyDone(words("file.saved", { name: reply.value.path ?? reply.value.name }));
  return true;
}

/**
 * Saves under a path given by the user.
 * @returns "exists" where another file is there and `replace` was not said
 */
export async function saveTo(path: string, replace = false): Promise<"saved" | "exists" | "failed"> {
  await flush();
  const { session, scenario } = getSession();
  if (!session) return "failed";
  const said = pendingNote === "" ? {} : { note: pendingNote };
  setSession({ busy: true });
  const reply = await call("saveAs", {
    session: session.session,
    scenario,
    path,
    ...(replace ? { replace } : {}),
    ...said,
  });
  if (!reply.ok && reply.problems.some((problem) => problem.code === "session.exists")) {
    setSession({ busy: false });
    return "exists";
  }
  if (!saved(reply, scenario)) return "failed";
  pendingNote = "";
  return "saved";
}

/** Asks where to save: with the desktop's own picker, or with a dialog that also offers a download. */
export async function saveAs(): Promise<void> {
  const { session } = getSession();
  const native = desktop();
  if (!session) return;
  if (!native) {
    openDialog("save");
    return;
  }
  const path = await native.pickSave(session.name);
  if (path) await saveTo(path);
}

/** Saves to the model's own file; a model without one is asked where.
 * @param note what was changed, for the log
 */
export async function save(note = ""): Promise<void> {
  await flush();
  const { session, scenario } = getSession();
  if (!session || session.readOnly !== undefined) return;
  setSession({ busy: true });
  const reply = await call("save", { session: session.session, scenario, ...(note === "" ? {} : { note }) });
  if (!reply.ok && reply.problems.some((problem) => problem.code === "session.needs_path")) {
    setSession({ busy: false });
    pendingNote = note;
    await saveAs();
    return;
  }
  saved(reply, scenario);
}

/** Hands the model to the browser's downloads. */
export async function download(form: "pingheng" | "json"): Promise<void> {
  await flush();
  const { session } = getSession();
  if (!session) return;
  const reply = await call("download", { session: session.session, form });
  if (reply.ok) offerDownload(reply.value.name, reply.value.base64);
  else notifyProblems(reply.problems);
}
