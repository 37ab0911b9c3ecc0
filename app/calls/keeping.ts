import { existsSync } from "node:fs";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { draftRefusal } from "../bids/locks.ts";
import type { Lang } from "../contract.ts";
import { readModelBytes } from "../files/read.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import { sessionCall } from "./inSession.ts";
import type { Office } from "./office.ts";
import { openAt, readingIn } from "./opening.ts";

type Keeping = "kept" | "openKept" | "dropKept" | "takeDraft" | "dropDraft" | "editCopy";

/** Calls about work that was kept without being saved, and about models that cannot be changed. */
export function keepingCalls(office: Office): Pick<Handlers, Keeping> {
  const { sessions, work } = office;
  const inSession = sessionCall(office);
  return {
    kept: async () => {
      const found = await work.list();
      const value = found.map(({ id, name, path, since, at }) => ({
        id,
        name,
        ...(path === null ? {} : { path }),
        since,
        at,
        open: sessions.has(id),
      }));
      return { ok: true, value };
    },
    openKept: async ({ id, ...asked }) => {
      const { lang } = asked;
      const session = await openKept(office, id, asked);
      return session.ok
        ? { ok: true, value: session.value.view(lang) }
        : { ok: false, problems: problemViews(session.problems, lang) };
    },
    dropKept: async ({ id }) => {
      if (sessions.has(id)) return { ok: true, value: { dropped: false } };
      await work.remove(id);
      return { ok: true, value: { dropped: true } };
    },
    takeDraft: (args) => inSession(args, (session) => take(office, session, args.lang)),
    dropDraft: (args) => inSession(args, (session) => drop(office, session)),
    editCopy: (args) => inSession(args, (session) => editCopy(session)),
  };
}

/** Goes on with the draft that is offered. */
async function take(office: Office, session: Session, lang: Lang): Promise<Result<void>> {
  const { offered, origin } = session;
  if (offered === undefined) return refuse("session.no_draft", session.name);
  const packs = (origin.file ?? origin.stored)?.revision.packs ?? [];
  const parsed = await office.jobs.read({ path: session.name, text: offered.document, packs }, lang, undefined);
  if (!parsed.ok) return parsed;
  const detached = offered.moved || origin.readOnly !== undefined || origin.held !== undefined;
  const { document, problems } = parsed.value;
  const altered = draftRefusal((origin.file ?? origin.stored)?.entries ?? [], document);
  if (altered !== undefined) return fail(altered);
  for (const { hash, bytes } of offered.attached) if (bytes !== undefined) session.attached.add(hash, bytes);
  office.keeper.resumed(session, offered.since, offered.where);
  session.resume(document, { history: offered.history, problems, origin: detached ? session.copied() : origin });
  if (detached) await origin.hold?.release();
  return succeed(undefined);
}

/** Takes the draft that is offered away, wherever it is kept. */
async function drop({ keeper }: Office, session: Session): Promise<Result<void>> {
  const { offered, origin } = session;
  if (offered === undefined) return refuse("session.no_draft", session.name);
  // What cannot be changed keeps its draft: it is another's.
  const fixed = origin.readOnly !== undefined || origin.held !== undefined;
  if (fixed && offered.where === "file") return refuse("session.read_only", session.name);
  keeper.resumed(session, offered.since, offered.where);
  await keeper.discard(session);
  session.decline();
  return succeed(undefined);
}

async function editCopy(session: Session): Promise<Result<void>> {
  const { hold, readOnly } = session.origin;
  if (readOnly === undefined) return succeed(undefined);
  session.decline();
  session.moved(session.copied());
  await hold?.release();
  return succeed(undefined);
}

interface Kept {
  readonly lang: Lang;
  readonly passphrase?: string;
}

/** Opens work that was kept, and goes on with it: in its file where it has one, otherwise without a name as it was. */
async function openKept(office: Office, id: string, { lang, ...asked }: Kept): Promise<Result<Session>> {
  const { sessions, work } = office;
  if (sessions.has(id)) return sessions.find(id);
  const kept = await work.read(id, readingIn(office, lang, asked).unlock);
  if (!kept.ok) return kept;
  const { info, stored: bytes, document: text, history, attachments } = kept.value;
  if (info.path !== null && existsSync(info.path)) {
    const at = await openAt(office, info.path, { lang, ...asked });
    if (!at.ok || at.value.offered === undefined) return at;
    const taken = await take(office, at.value, lang);
    return taken.ok ? at : taken;
  }
  const reading = { ...readingIn(office, lang), unlock: kept.value.vault };
  const read = bytes === undefined ? undefined : await readModelBytes(`${info.name}.pingheng`, bytes, reading);
  if (read?.ok === false) return read;
  const stored = read?.value.stored;
  const parsed = await office.jobs.read(
    { path: info.name, text, packs: stored?.revision.packs ?? [] },
    lang,
    undefined,
  );
  if (!parsed.ok) return parsed;
  const { document, problems } = parsed.value;
  const altered = draftRefusal(stored?.entries ?? [], document);
  if (altered !== undefined) return fail(altered);
  const origin = { name: info.name, ...(stored === undefined ? {} : { stored }) };
  const session = sessions.add(read?.value.document ?? document, origin, problems, id);
  if (!session.ok) return session;
  for (const { hash, bytes: own } of attachments) if (own !== undefined) session.value.attached.add(hash, own);
  office.keeper.resumed(session.value, info.since, "profile");
  session.value.resume(document, { history, problems, origin, unsaved: stored === undefined });
  return session;
}
