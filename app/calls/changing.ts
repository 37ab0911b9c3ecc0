import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { renameItem } from "../../models/document/rename/rename.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import type { Calls, Reply } from "../contract.ts";
import { type Relocking, relockOpened } from "../files/passphrase.ts";
import { modelBytes } from "../files/write.ts";
import { takeMember } from "../portfolio/take.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import { sessionCall } from "./inSession.ts";
import type { Office } from "./office.ts";
import { saveTo, toSave } from "./saving.ts";

type Changing =
  | "relock"
  | "session"
  | "edit"
  | "renameItem"
  | "undo"
  | "redo"
  | "takeMember"
  | "save"
  | "saveAs"
  | "download"
  | "close";

/** Calls that change an open model or keep it. */
export function changingCalls(office: Office): Pick<Handlers, Changing> {
  const inSession = sessionCall(office);
  return {
    session: (args) => inSession(args, () => ({ ok: true, value: undefined })),
    edit: (args) => inSession(args, (session) => session.edit(args)),
    renameItem: (args) =>
      inSession(args, (session) => {
        const renamed = renameItem(session.document, args, mechanisms);
        return renamed.ok ? session.replace(renamed.value, renamedLabel(args)) : renamed;
      }),
    undo: (args) => inSession(args, (session) => session.undo()),
    redo: (args) => inSession(args, (session) => session.redo()),
    takeMember: (args) => inSession(args, (session) => takeMember(office, session, args)),
    save: (args) =>
      inSession(args, (session) => {
        const { path } = session.origin;
        return path === undefined ? refuse("session.needs_path", session.name) : saveTo(office, session, path, args);
      }),
    relock: (args) => inSession(args, (session) => relockSession(office, session, args)),
    saveAs: (args) =>
      inSession(args, (session) => {
        const path = resolve(args.path);
        // The desktop's own picker has asked already; a path typed into a page has not been looked at by anybody.
        const unasked =
          office.options.host.kind === "loopback" && args.replace !== true && session.origin.path !== path;
        return unasked && existsSync(path) ? refuse("session.exists", path) : saveTo(office, session, path, args);
      }),
    download: (args) => download(office, args),
    close: async ({ session: id, discard = false }) => {
      const session = office.sessions.find(id);
      if (session.ok) await left(office, session.value, discard);
      return { ok: true, value: { closed: office.sessions.close(id) } };
    },
  };
}

/** The file takes another lock at once; what was not saved goes with it as a draft, and nothing of it stays in the data folder. */
async function relockSession({ keeper }: Office, session: Session, how: Relocking): Promise<Result<void>> {
  if (session.origin.file === undefined) return fail(vaultProblem("needs_file", session.name));
  const fixed = session.fixed();
  if (!fixed.ok) return fixed;
  const done = await session.exclusively(async (): Promise<Result<void>> => {
    const { file } = session.origin;
    if (file === undefined) return fail(vaultProblem("needs_file", session.name));
    const locked = await relockOpened(file, how);
    if (!locked.ok) return locked;
    session.moved({ ...session.origin, file: locked.value });
    return succeed(undefined);
  });
  if (done.ok) await keeper.again(session);
  return done;
}

const renamedLabel = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  zh: `代码 ${from} 改为 ${to}`,
  en: `Rename ${from} to ${to}`,
});

/** What was not saved is on the drive, or given up; the file is free for others. */
async function left({ keeper }: Office, session: Session, discard: boolean): Promise<void> {
  await session.savesDone();
  await (discard ? keeper.discard(session) : keeper.settle(session));
  await session.origin.hold?.release();
}

async function download(
  office: Office,
  { session: id, form, lang }: Calls["download"]["args"],
): Promise<Reply<Calls["download"]["value"]>> {
  const found = office.sessions.find(id);
  if (!found.ok) return { ok: false, problems: problemViews(found.problems, lang) };
  const session = found.value;
  const name = `${session.name}.${form}`;
  const base = session.origin.file ?? session.origin.stored;
  const attachments = session.attached.namedBy(session.document, base);
  const bytes = await modelBytes(form, { ...(await toSave(office, session, { lang })), attachments }, name, base);
  if (!bytes.ok) return { ok: false, problems: problemViews(bytes.problems, lang) };
  return { ok: true, value: { name, base64: Buffer.from(bytes.value).toString("base64") } };
}
