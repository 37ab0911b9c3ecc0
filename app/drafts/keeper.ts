import { keepDraft } from "../../db/model-file.ts";
import type { DraftToKeep } from "../../db/stored.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Session } from "../sessions/session.ts";
import type { WorkFolder } from "./work.ts";

/** What was typed rests no longer than this before it is written. */
const RESTS_MS = 250;
/** A slow drive is given as long as the last writing took, up to this. */
const RESTS_MAX_MS = 700;
/** Writing a file anew costs its size; the drafts of a larger one stay in the data folder. */
const FILE_BYTES = 16 * 1024 * 1024;

interface Parts {
  readonly work: WorkFolder;
  readonly now: () => Date;
  readonly log: (error: unknown) => void;
}

/** What is known of the draft of an open model. */
interface Kept {
  /** When its first change was made. */
  since: string;
  /** Of the document that was kept; 0 for none. */
  version: number;
  inProfile: boolean;
}

/**
 * Keeps what was changed and not saved, within a second and without being asked: in the model's own file, or where that cannot be, in the
 * user's data folder. Takes it away again when it is saved, undone, or given up.
 */
export class Keeper {
  readonly #parts: Parts;
  readonly #kept = new Map<string, Kept>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #lastMs = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A model has changed: it will be kept soon. */
  changed(session: Session): void {
    if (!this.#kept.has(session.id)) this.#begin(session, this.#parts.now().toISOString());
    if (this.#timers.has(session.id)) return;
    const rests = Math.min(RESTS_MAX_MS, Math.max(RESTS_MS, this.#lastMs));
    this.#timers.set(
      session.id,
      setTimeout(() => {
        this.settle(session).catch(this.#parts.log);
      }, rests),
    );
  }

  /** Work kept earlier goes on: it is older than its first change here. */
  resumed(session: Session, since: string, where: "file" | "profile"): void {
    const kept = this.#begin(session, since);
    kept.inProfile = where === "profile";
  }

  #begin(session: Session, since: string): Kept {
    const kept = begun(since);
    this.#kept.set(session.id, kept);
    return kept;
  }

  /** Keeps now what is not kept yet; resolves when it is on the drive. */
  async settle(session: Session): Promise<void> {
    clearTimeout(this.#timers.get(session.id));
    this.#timers.delete(session.id);
    await session.exclusively(() => this.#keep(session));
  }

  /** The file has another lock: what is kept of the model is kept anew, under that. */
  async again(session: Session): Promise<void> {
    const kept = this.#kept.get(session.id);
    if (kept === undefined) return;
    if (kept.inProfile) await this.#parts.work.remove(session.id);
    kept.inProfile = false;
    kept.version = 0;
    await this.settle(session);
  }

  /**
   * What was changed after a state that is about to be written, where its file takes drafts; undefined where nothing was.
   * @param mark the document that is written
   * @param since when it began to be saved
   */
  goingOn(session: Session, mark: Session["document"], since: Date): DraftToKeep | undefined {
    return session.document === mark || !takesDrafts(session.origin)
      ? undefined
      : draftOf(session, since.toISOString(), this.#parts.now());
  }

  /**
   * The model was saved to its file: what was kept of it is in there. What was changed meanwhile is kept before anything else happens to the file.
   * @param since when it began to be saved
   * @param version of the document that was written with it as a draft; 0 for none
   */
  async saved(session: Session, since: Date, version: number): Promise<void> {
    const inProfile = this.#kept.get(session.id)?.inProfile ?? false;
    session.unkept = [];
    const isKept = !session.dirty || version > 0;
    if (isKept && inProfile) await this.#parts.work.remove(session.id);
    this.#kept.delete(session.id);
    if (!session.dirty && version === 0) return;
    // What lies in the data folder is older, and better than nothing until this is there. What was given back meanwhile is no draft any more.
    const there = session.dirty ? version : 0;
    this.#kept.set(session.id, { ...begun(since.toISOString()), version: there, inProfile: inProfile && !isKept });
    await this.#keep(session);
  }

  /** Gives up what was changed. */
  async discard(session: Session): Promise<void> {
    clearTimeout(this.#timers.get(session.id));
    this.#timers.delete(session.id);
    await session.exclusively(() => this.#takeOut(session));
  }

  /** The model is open no longer. */
  forget(session: Session): void {
    clearTimeout(this.#timers.get(session.id));
    this.#timers.delete(session.id);
    this.#kept.delete(session.id);
  }

  async #keep(session: Session): Promise<void> {
    const kept = this.#kept.get(session.id);
    if (kept === undefined || kept.version === session.version) return;
    const { version } = session;
    const began = performance.now();
    if (session.dirty) {
      const done = await this.#write(session, kept);
      session.unkept = done.ok ? [] : done.problems;
      if (done.ok) kept.version = version;
    } else await this.#takeOut(session);
    this.#lastMs = performance.now() - began;
    if (session.version !== version) this.changed(session);
  }

  async #write(session: Session, kept: Kept): Promise<Result<void>> {
    const draft = draftOf(session, kept.since, this.#parts.now());
    const inFile = await intoFile(session, draft);
    if (inFile.ok) {
      if (kept.inProfile) await this.#parts.work.remove(session.id);
      kept.inProfile = false;
      return inFile;
    }
    const put = await this.#intoProfile(session, draft);
    if (put.ok) kept.inProfile = true;
    return put.ok ? put : fail(...inFile.problems, ...put.problems);
  }

  #intoProfile(session: Session, draft: DraftToKeep): Promise<Result<void>> {
    const { since, at, author, document, history, attachments = [] } = draft;
    const { path, file, stored, jsonRevision } = session.origin;
    const vault = (file ?? stored)?.vault;
    const base = file?.head ?? stored?.head ?? jsonRevision ?? null;
    // Of a locked file no name is told but its own, which its folder tells as well.
    const said = vault === undefined ? author : "";
    const info = { id: session.id, name: session.name, path: path ?? null, base, since, at, author: said };
    const going = path === undefined ? stored?.bytes : undefined;
    return this.#parts.work.put(info, { document, history, attachments }, { stored: going, vault });
  }

  /** Takes the draft away wherever it is kept. */
  async #takeOut(session: Session): Promise<void> {
    const kept = this.#kept.get(session.id);
    this.#kept.delete(session.id);
    if (kept?.inProfile === true) await this.#parts.work.remove(session.id);
    const { file } = session.origin;
    if (file?.draft == null || file.readonly) return;
    const cleared = await keepDraft(file, undefined);
    session.unkept = cleared.ok ? [] : cleared.problems;
    if (cleared.ok) session.moved({ ...session.origin, file: cleared.value });
  }
}

const begun = (since: string): Kept => ({ since, version: 0, inProfile: false });

function draftOf(session: Session, since: string, now: Date): DraftToKeep {
  const { document, history, attached, origin } = session;
  return {
    since,
    at: now.toISOString(),
    author: document.project.author ?? "",
    document: JSON.stringify(document),
    history: history.stored(),
    attachments: attached.namedBy(document, origin.file ?? origin.stored),
  };
}

/** A model file that is open here and small enough to be written while somebody types; of a locked one the draft is written beside it, whatever its size. */
const takesDrafts = ({ file, hold }: Session["origin"]): boolean =>
  file !== undefined && hold !== undefined && (file.vault !== undefined || file.bytes.length <= FILE_BYTES);

/** Into the model file itself, where it takes drafts. */
async function intoFile(session: Session, draft: DraftToKeep): Promise<Result<void>> {
  const { file } = session.origin;
  if (file === undefined || !takesDrafts(session.origin)) return fail();
  const kept = await keepDraft(file, draft);
  if (!kept.ok) return kept;
  session.moved({ ...session.origin, file: kept.value });
  return succeed(undefined);
}
