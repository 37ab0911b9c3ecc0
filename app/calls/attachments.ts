import { limits } from "../../db/layout/limits.ts";
import { readAttachment } from "../../db/model-file.ts";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import type { Calls, Reply } from "../contract.ts";
import { refuse } from "../problems.ts";
import { attachmentOf } from "../sessions/attached.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Attachments = "attach" | "attachment";

/** Calls about scans and the like that travel with a model. */
export function attachmentCalls(office: Office): Pick<Handlers, Attachments> {
  return {
    attach: ({ session: id, scenario, name, base64, lang }) => {
      const session = office.sessions.find(id);
      if (!session.ok) return { ok: false, problems: problemViews(session.problems, lang) };
      const added = attach(session.value, name, Buffer.from(base64, "base64"));
      if (!added.ok) return { ok: false, problems: problemViews(added.problems, lang) };
      return { ok: true, value: { view: session.value.view(lang, scenario), sha256: added.value } };
    },
    attachment: async ({ session: id, sha256, lang }) => {
      const session = office.sessions.find(id);
      const read = session.ok ? await bytesOf(office, session.value, sha256) : session;
      if (!session.ok || !read.ok) return { ok: false, problems: problemViews(read.ok ? [] : read.problems, lang) };
      return copyOf(session.value, sha256, read.value);
    },
  };
}

/** Puts a file into the list of the document, one step of undo; one that is there already stays as it is. */
function attach(session: Session, name: string, bytes: Uint8Array): Result<string> {
  if (bytes.length > limits.attachmentBytes)
    return fail(fileProblem("attachment_too_large", { bytes: bytes.length, limit: limits.attachmentBytes }, name));
  const value = attachmentOf(name, bytes);
  const { attachments = [] } = session.document;
  const total = attachments.reduce((sum, one) => sum + one.bytes, value.bytes);
  const limit = limits.allAttachmentsBytes;
  if (total > limit) return fail(fileProblem("attachments_too_large", { bytes: total, limit }, name));
  const fixed = session.fixed();
  if (!fixed.ok) return fixed;
  session.attached.add(value.sha256, bytes);
  if (attachments.some(({ sha256 }) => sha256 === value.sha256)) return { ok: true, value: value.sha256 };
  const label = { zh: `添加附件“${name}”`, en: `attach “${name}”` };
  const edited = session.edit({ edits: [{ path: `attachments/${value.id}`, value }], label });
  return edited.ok ? { ok: true, value: value.sha256 } : edited;
}

function bytesOf(office: Office, session: Session, hash: string): Promise<Result<Uint8Array>> | Result<Uint8Array> {
  const own = session.attached.get(hash);
  if (own !== undefined) return { ok: true, value: own };
  const stored = session.origin.file ?? session.origin.stored;
  if (stored?.attachments.some((one) => one.hash === hash) !== true)
    return refuse("attachment.missing", hash.slice(0, 16));
  const { launchGuard: launch } = office.options;
  return readAttachment(stored, hash, session.name, launch === undefined ? {} : { launch });
}

function copyOf({ document }: Session, hash: string, bytes: Uint8Array): Reply<Calls["attachment"]["value"]> {
  const name = document.attachments?.find(({ sha256 }) => sha256 === hash)?.name ?? hash;
  return { ok: true, value: { name, base64: Buffer.from(bytes).toString("base64") } };
}
