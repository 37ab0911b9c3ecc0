import { type Hold, holdFile } from "../../db/disk/hold.ts";
import { keepDraft } from "../../db/model-file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Lang } from "../contract.ts";
import { isModelPath, type ToSave, writeModel } from "../files/write.ts";
import type { Computed } from "../revisions/computed.ts";
import type { Session } from "../sessions/session.ts";
import { unviewed } from "../wording.ts";
import type { Office } from "./office.ts";

/** What a person says of what is saved. */
interface Said {
  readonly lang: Lang;
  readonly note?: string;
}

/** An open model as it is now; what is changed later is no part of it. */
const stateOf = ({ id, version, document, history }: Session) => ({ id, version, document, history: history.stored() });

/** The model as it stands, without its attachments; what it comes to is worked out in a thread, and edits made meanwhile are not part of it. */
export async function toSave(
  office: Office,
  session: Session,
  { lang, note }: Said,
  { history, ...model } = stateOf(session),
): Promise<ToSave> {
  const { document } = model;
  const { host } = office.options;
  const computed = async (): Promise<Result<Computed>> => {
    const reply = await office.jobs.computed(model, lang);
    return reply.ok ? succeed(reply.value) : fail(...reply.problems.map(unviewed));
  };
  const author = await office.person.name();
  const said = { author, ...(note === undefined ? {} : { note }) };
  return { document, computed, history, ...said, now: office.now(), writtenBy: `pingheng ${host.version}` };
}

/**
 * Saves the open model under a path, and notes that it was. What it comes to can take long to work out: drafts go on being kept meanwhile, and what is
 * changed meanwhile is the draft of the new revision, written with it.
 */
export function saveTo(office: Office, session: Session, path: string, said: Said): Promise<Result<void>> {
  const mark = session.mark();
  const state = stateOf(session);
  const began = office.now();
  return session.saving(async () => {
    const fixed = fixedAt(session, path);
    if (!fixed.ok) return fixed;
    const made = await toSave(office, session, said, state);
    const computed = isModelPath(path) ? await made.computed() : undefined;
    if (computed?.ok === false) return computed;
    const model = computed === undefined ? made : { ...made, computed: async () => computed };
    return session.exclusively(() => saveNow(office, session, { path, model, mark, began }));
  });
}

/** Whether the file a model came from may be written. */
const fixedAt = (session: Session, path: string): Result<void> =>
  session.origin.path === path ? session.fixed() : succeed(undefined);

interface Saving {
  readonly path: string;
  readonly model: ToSave;
  /** The document that is saved. */
  readonly mark: Session["document"];
  readonly began: Date;
}

async function saveNow(office: Office, session: Session, { path, model, mark, began }: Saving): Promise<Result<void>> {
  const { origin } = session;
  const own = origin.path === path;
  const fixed = fixedAt(session, path);
  if (!fixed.ok) return fixed;
  const stored = origin.file ?? origin.stored;
  const base = { stored, jsonRevision: own ? origin.jsonRevision : undefined };
  const going = own ? office.keeper.goingOn(session, mark, began) : undefined;
  const goingVersion = going === undefined ? 0 : session.version;
  const attachments = session.attached.namedBy(mark, stored);
  const saved = await writeModel(path, { ...model, attachments, ...(going === undefined ? {} : { going }) }, base);
  if (!saved.ok) return saved;
  // A copy as JSON holds no revisions; they go on when the model is saved as a model file again.
  const kept = saved.value.file === undefined && stored !== undefined ? { stored } : {};
  const hold = own ? origin.hold : await movedTo(path, session);
  session.saved({ path, ...kept, ...saved.value, ...(hold === undefined ? {} : { hold }) }, mark);
  await office.keeper.saved(session, began, goingVersion);
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

/** That it was saved here is a convenience: where it cannot be noted, saving is done all the same. */
async function noteOwn(office: Office, revision: string): Promise<void> {
  const noted = await office.person.hasSaved(revision);
  if (!noted.ok) office.log(new Error(noted.problems.map(({ code, path }) => `${code} ${path}`).join("; ")));
}
