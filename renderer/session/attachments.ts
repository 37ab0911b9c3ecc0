import { notifyProblems } from "../shell/notices.ts";
import { offerDownload, toBase64 } from "./bytes.ts";
import { flush } from "./edit.ts";
import { currentDocument } from "./effective.ts";
import { call } from "./host.ts";
import { objectsOf, textOf } from "./json.ts";
import { getSession, takeSession } from "./store.ts";

function pickAny(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

/** Asks for a file and puts it into the model; its hash and name, or nothing where that was not done. */
export async function attachPicked(): Promise<{ readonly hash: string; readonly name: string } | undefined> {
  const file = await pickAny();
  await flush();
  const { session, scenario } = getSession();
  if (!file || !session) return undefined;
  const args = { session: session.session, scenario, name: file.name, base64: await toBase64(file) };
  const reply = await call("attach", args);
  if (!reply.ok) {
    notifyProblems(reply.problems);
    return undefined;
  }
  takeSession(reply.value.view, scenario);
  return { hash: reply.value.sha256, name: file.name };
}

/** Hands a copy of an attachment to the downloads; it is never opened in place. */
export async function saveAttachment(hash: string): Promise<void> {
  const { session } = getSession();
  if (!session) return;
  const reply = await call("attachment", { session: session.session, sha256: hash });
  if (reply.ok) offerDownload(reply.value.name, reply.value.base64);
  else notifyProblems(reply.problems);
}

/** Path of an attachment in the document's list that nothing else refers to, so that it goes with its last use. */
export function lastUseOf(hash: string): string | undefined {
  const document = currentDocument();
  const { attachments, ...rest } = document;
  const uses = JSON.stringify(rest).split(hash).length - 1;
  const listed = objectsOf(attachments).find((one) => one["sha256"] === hash);
  return uses > 1 || listed === undefined ? undefined : `attachments/${textOf(listed["id"])}`;
}
