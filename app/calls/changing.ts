import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Result } from "../../models/wording/problem.ts";
import type { Calls, Lang, Reply, SessionView } from "../contract.ts";
import { modelBytes, type ToSave, writeModel } from "../files/write.ts";
import { takeMember } from "../portfolio/take.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Changing = "session" | "edit" | "undo" | "redo" | "takeMember" | "save" | "saveAs" | "download" | "close";

/** Calls that change an open model or keep it. */
export function changingCalls(office: Office): Pick<Handlers, Changing> {
  const inSession = async (
    { session: id, scenario, lang }: { readonly session: string; readonly scenario?: string; readonly lang: Lang },
    work: (session: Session) => Promise<Result<void>> | Result<void>,
  ): Promise<Reply<SessionView>> => {
    const session = office.sessions.find(id);
    if (!session.ok) return { ok: false, problems: problemViews(session.problems, lang) };
    const done = await work(session.value);
    return done.ok
      ? { ok: true, value: session.value.view(lang, scenario) }
      : { ok: false, problems: problemViews(done.problems, lang) };
  };

  return {
    session: (args) => inSession(args, () => ({ ok: true, value: undefined })),
    edit: (args) => inSession(args, (session) => session.edit(args)),
    undo: (args) => inSession(args, (session) => session.undo()),
    redo: (args) => inSession(args, (session) => session.redo()),
    takeMember: (args) => inSession(args, (session) => takeMember(office, session, args)),
    save: (args) =>
      inSession(args, (session) => {
        const { path } = session.origin;
        return path === undefined ? refuse("session.needs_path", session.name) : saveTo(office, session, path);
      }),
    saveAs: (args) =>
      inSession(args, (session) => {
        const path = resolve(args.path);
        // The desktop's own picker has asked already; a path typed into a page has not been looked at by anybody.
        const unasked =
          office.options.host.kind === "loopback" && args.replace !== true && session.origin.path !== path;
        return unasked && existsSync(path) ? refuse("session.exists", path) : saveTo(office, session, path);
      }),
    download: (args) => download(office, args),
    close: ({ session }) => ({ ok: true, value: { closed: office.sessions.close(session) } }),
  };
}

function toSave(office: Office, session: Session): ToSave {
  const { document, history } = session;
  const { host } = office.options;
  return { document, history: history.stored(), now: office.now(), writtenBy: `pingheng ${host.version}` };
}

async function saveTo(office: Office, session: Session, path: string): Promise<Result<void>> {
  const { origin } = session;
  const own = origin.path === path;
  if (origin.readOnly !== undefined && own) return refuse("session.read_only", path);
  const mark = session.mark();
  const stored = origin.file ?? origin.stored;
  const base = { stored, jsonRevision: own ? origin.jsonRevision : undefined };
  const saved = await writeModel(path, toSave(office, session), base);
  if (!saved.ok) return saved;
  // A copy as JSON holds no revisions; they go on when the model is saved as a model file again.
  const kept = saved.value.file === undefined && stored !== undefined ? { stored } : {};
  session.saved({ path, ...kept, ...saved.value }, mark);
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
