import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Hold, holdFile } from "../../db/disk/hold.ts";
import { keepDraft } from "../../db/model-file.ts";
import { renameItem } from "../../models/document/rename/rename.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import type { Calls, Lang, Reply } from "../contract.ts";
import { type Relocking, relockOpened } from "../files/passphrase.ts";
import { modelBytes, type ToSave, writeModel } from "../files/write.ts";
import { takeMember } from "../portfolio/take.ts";
import { refuse } from "../problems.ts";
import type { Computed } from "../revisions/computed.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews, unviewed } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import { sessionCall } from "./inSession.ts";
import type { Office } from "./office.ts";

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

/** The model as it stands; what it comes to is worked out in a thread, and edits made meanwhile are not part of it. */
async function toSave(office: Office, session: Session, { lang, note }: Said): Promise<ToSave> {
  const { id, version, document, history } = session;
  const { host } = office.options;
  const computed = async (): Promise<Result<Computed>> => {
    const reply = await office.jobs.computed({ id, version, document }, lang);
    return reply.ok ? succeed(reply.value) : fail(...reply.problems.map(unviewed));
  };
  const attachments = session.attached.namedBy(document, session.origin.file ?? session.origin.stored);
  const kept = { document, computed, history: history.stored(), attachments };
  const author = await office.person.name();
  const said = { author, ...(note === undefined ? {} : { note }) };
  return { ...kept, ...said, now: office.now(), writtenBy: `pingheng ${host.version}` };
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

interface Said {
  readonly lang: Lang;
  readonly note?: string;
}

/** Saves the open model under a path, and notes that it was. */
export function saveTo(office: Office, session: Session, path: string, said: Said): Promise<Result<void>> {
  return session.exclusively(() => saveNow(office, session, path, said));
}

async function saveNow(office: Office, session: Session, path: string, said: Said): Promise<Result<void>> {
  const { origin } = session;
  const own = origin.path === path;
  const fixed = own ? session.fixed() : succeed(undefined);
  if (!fixed.ok) return fixed;
  const mark = session.mark();
  const stored = origin.file ?? origin.stored;
  const base = { stored, jsonRevision: own ? origin.jsonRevision : undefined };
  const saved = await writeModel(path, await toSave(office, session, said), base);
  if (!saved.ok) return saved;
  // A copy as JSON holds no revisions; they go on when the model is saved as a model file again.
  const kept = saved.value.file === undefined && stored !== undefined ? { stored } : {};
  const hold = own ? origin.hold : await movedTo(path, session);
  session.saved({ path, ...kept, ...saved.value, ...(hold === undefined ? {} : { hold }) }, mark);
  await office.keeper.saved(session);
  if (saved.value.file !== undefined) await noteOwn(office, saved.value.file.head);
  await office.recent.add(path, office.now());
  return { ok: true, value: undefined };
}

/** The model goes on at another path: the file it came from is left as it was last saved, and is free for others. */
async function movedTo(path: string, { origin, offered }: Session): Promise<Hold | undefined> {
  const { file, hold: left } = origin;
  // What was typed is in the new file; one that cannot be written keeps its draft.
  if (file?.draft != null && left !== undefined && offered === undefined) await keepDraft(file, undefined);
  await left?.release();
  const hold = await holdFile(path);
  return hold.ok ? hold.value : undefined;
}

/** What was not saved is on the drive, or given up; the file is free for others. */
async function left({ keeper }: Office, session: Session, discard: boolean): Promise<void> {
  await (discard ? keeper.discard(session) : keeper.settle(session));
  await session.origin.hold?.release();
}

/** That it was saved here is a convenience: where it cannot be noted, saving is done all the same. */
async function noteOwn(office: Office, revision: string): Promise<void> {
  const noted = await office.person.hasSaved(revision);
  if (!noted.ok) office.log(new Error(noted.problems.map(({ code, path }) => `${code} ${path}`).join("; ")));
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
  const bytes = await modelBytes(form, await toSave(office, session, { lang }), name, base);
  if (!bytes.ok) return { ok: false, problems: problemViews(bytes.problems, lang) };
  return { ok: true, value: { name, base64: Buffer.from(bytes.value).toString("base64") } };
}
