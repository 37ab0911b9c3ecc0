import { resolve } from "node:path";
import type { Result } from "../../models/wording/problem.ts";
import type { Calls, Lang, Reply, SessionView } from "../contract.ts";
import { isJsonPath, modelBytes, type ToSave, writeModel } from "../files/write.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Changing = "session" | "edit" | "undo" | "redo" | "save" | "saveAs" | "download" | "close";

/** Calls that change an open model or keep it. */
export function changingCalls(office: Office): Pick<Handlers, Changing> {
  const inSession = async (
    { session: id, lang }: { readonly session: string; readonly lang: Lang },
    work: (session: Session) => Promise<Result<void>> | Result<void>,
  ): Promise<Reply<SessionView>> => {
    const session = office.sessions.find(id);
    if (!session.ok) return { ok: false, problems: problemViews(session.problems, lang) };
    const done = await work(session.value);
    return done.ok
      ? { ok: true, value: session.value.view(lang) }
      : { ok: false, problems: problemViews(done.problems, lang) };
  };

  return {
    session: (args) => inSession(args, () => ({ ok: true, value: undefined })),
    edit: (args) => inSession(args, (session) => session.edit(args)),
    undo: (args) => inSession(args, (session) => session.undo()),
    redo: (args) => inSession(args, (session) => session.redo()),
    save: (args) =>
      inSession(args, (session) => {
        const { path } = session.origin;
        return path === undefined ? refuse("session.needs_path", session.name) : saveTo(office, session, path);
      }),
    saveAs: (args) => inSession(args, (session) => saveTo(office, session, resolve(args.path))),
    download: (args) => download(office, args),
    close: ({ session }) => {
      office.jobs.forget(session);
      return { ok: true, value: { closed: office.sessions.close(session) } };
    },
  };
}

function toSave(office: Office, session: Session): ToSave {
  const { document, history } = session;
  const { host } = office.options;
  return { document, history: history.stored(), now: office.now(), writtenBy: `pingheng ${host.version}` };
}

async function saveTo(office: Office, session: Session, path: string): Promise<Result<void>> {
  const { file, stored, readOnly, path: own } = session.origin;
  if (readOnly !== undefined && own === path) return refuse("session.read_only", path);
  const mark = session.mark();
  const saved = await writeModel(path, toSave(office, session), file ?? stored);
  if (!saved.ok) return saved;
  const kept = saved.value.file ?? (isJsonPath(path) ? undefined : file);
  session.saved({ path, ...(kept === undefined ? {} : { file: kept }) }, mark);
  await office.recent.add(path, office.now());
  return { ok: true, value: undefined };
}

function download(
  office: Office,
  { session: id, form, lang }: Calls["download"]["args"],
): Reply<Calls["download"]["value"]> {
  const found = office.sessions.find(id);
  if (!found.ok) return { ok: false, problems: problemViews(found.problems, lang) };
  const session = found.value;
  const name = `${session.name}.${form}`;
  const bytes = modelBytes(form, toSave(office, session), name, session.origin.file ?? session.origin.stored);
  if (!bytes.ok) return { ok: false, problems: problemViews(bytes.problems, lang) };
  return { ok: true, value: { name, base64: Buffer.from(bytes.value).toString("base64") } };
}
