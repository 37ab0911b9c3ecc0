import { resolve } from "node:path";
import { sealsOf } from "../../db/chain/seal.ts";
import { realDisk } from "../../db/disk/disk.ts";
import { holdFile } from "../../db/disk/hold.ts";
import type { StoredModel } from "../../db/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { readLicences } from "../about/licences.ts";
import type { HeldView, Lang, Reply, SessionView, SimilarTo } from "../contract.ts";
import { offeredFor, workFor } from "../drafts/offered.ts";
import { exampleAt, listExamples, readExample } from "../files/examples.ts";
import { type ReadDocument, type ReadOptions, readModelBytes, readModelPath } from "../files/read.ts";
import { refuse } from "../problems.ts";
import type { Origin, Session } from "../sessions/session.ts";
import { similarTo, similarToExample } from "../templates/similar/start.ts";
import { templateDocument } from "../templates/template.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Opening =
  | "host"
  | "licences"
  | "examples"
  | "recent"
  | "clearRecent"
  | "openExample"
  | "newModel"
  | "openPath"
  | "openBytes";

interface Asked {
  readonly job?: string;
  readonly passphrase?: string;
}

/** How files are read for calls: in a process of its own, made documents of in a thread. */
export const readingIn = (office: Office, lang: Lang, { job, passphrase }: Asked = {}): ReadOptions => ({
  launch: office.options.launchGuard,
  unlock: passphrase === undefined ? undefined : async () => succeed(passphrase),
  parse: (source) => office.jobs.read(source, lang, job),
});

/** Calls that bring a model in, and what the start page shows. */
export function openingCalls(office: Office): Pick<Handlers, Opening> {
  const { options, recent, now } = office;

  const openExample = async (id: string, lang: Lang): Promise<Reply<SessionView>> => {
    const read = await readExample(id, readingIn(office, lang));
    return enter(office, read.ok ? { ok: true, value: { document: read.value } } : read, {}, lang);
  };

  return {
    host: () => {
      office.jobs.warm();
      const initialSession = options.initialSession?.() ?? "";
      const isOpen = office.sessions.has(initialSession);
      return { ok: true, value: { ...options.host, ...(isOpen ? { initialSession } : {}) } };
    },
    licences: async () => ({ ok: true, value: await readLicences(options.licenceFiles ?? []) }),
    examples: async () => ({ ok: true, value: await listExamples() }),
    recent: async () => ({ ok: true, value: await recent.list() }),
    clearRecent: async () => ({ ok: true, value: { cleared: await recent.clear() } }),
    openExample: ({ id, lang }) => openExample(id, lang),
    newModel: async ({ type, mode, like, lang }) => {
      if (like !== undefined) {
        const similar = like.isOwn
          ? await similarToOwn(office, like, lang)
          : await similarToExample(like, lang, readingIn(office, lang));
        return enter(office, similar.ok ? { ok: true, value: { document: similar.value } } : similar, {}, lang);
      }
      const document = templateDocument({ type, ...(mode === undefined ? {} : { mode }), today: now() });
      return enter(office, { ok: true, value: { document } }, {}, lang);
    },
    openPath: async ({ path: given, lang, ...how }) => {
      const path = resolve(given);
      const example = await exampleAt(path);
      if (example !== undefined) return openExample(example, lang);
      const session = await openAt(office, path, { ...how, lang });
      return session.ok
        ? { ok: true, value: session.value.view(lang) }
        : { ok: false, problems: problemViews(session.problems, lang) };
    },
    openBytes: async ({ name, base64, lang, ...asked }) => {
      const read = await readModelBytes(name, Buffer.from(base64, "base64"), readingIn(office, lang, asked));
      if (!read.ok) return { ok: false, problems: problemViews(read.problems, lang) };
      const { stored } = read.value;
      const held = stored === undefined ? undefined : await heldOf(office, stored);
      // A draft that came with the bytes is somebody's unsaved work: said, and not mixed with what was saved.
      const barred = held === undefined && stored?.draft != null ? { readOnly: BYTES_DRAFT } : {};
      const kept = { ...(stored === undefined ? {} : { stored }), ...(held === undefined ? {} : { held }) };
      const session = office.sessions.add(read.value.document, { name, ...kept, ...barred }, read.value.problems);
      if (session.ok) offer(session.value, offeredFor(stored, undefined));
      return session.ok
        ? { ok: true, value: session.value.view(lang) }
        : { ok: false, problems: problemViews(session.problems, lang) };
    },
  };
}

/** A new model that begins like a project of the user's own library. */
async function similarToOwn({ experience }: Office, like: SimilarTo, lang: Lang): Promise<Result<ModelDocument>> {
  const own = await experience.find(like.example);
  return own === undefined ? refuse("experience.unknown", like.example) : similarTo(own.document, like, lang);
}

interface How extends Asked {
  readonly readOnly?: boolean;
  readonly lang: Lang;
}

/** Opens what is at a path, or finds it open. Work kept for it earlier is offered, not mixed with what was saved. */
export async function openAt(
  office: Office,
  path: string,
  { readOnly, lang, ...asked }: How,
): Promise<Result<Session>> {
  const { sessions, recent, now, work } = office;
  const open = sessions.at(path);
  if (open !== undefined) return { ok: true, value: open };
  const read = await readModelPath(path, readingIn(office, lang, asked));
  if (!read.ok) return read;
  const { file, revision, document, problems } = read.value;
  await recent.add(path, now());
  const kept = file === undefined ? { jsonRevision: revision } : { file };
  const held = file === undefined ? undefined : await heldOf(office, file);
  const barred = await protectedAt(path, readOnly === true);
  // Another's file is left alone, and nothing is put beside it, before the person has said to work on it.
  const free = barred.readOnly === undefined && held === undefined ? await holdFor(path) : barred;
  const origin = { path, ...kept, ...free, ...(held === undefined ? {} : { held }) };
  const earlier = await workFor(work, path, file?.vault);
  const session = sessions.add(document, origin, problems, earlier?.info.id);
  if (session.ok) offer(session.value, offeredFor(file, earlier, revision));
  return session;
}

function offer(session: Session, draft: ReturnType<typeof offeredFor>): void {
  if (draft !== undefined) session.offer(draft);
}

type Read = Pick<ReadDocument, "document"> & Partial<Pick<ReadDocument, "problems">>;

function enter(office: Office, read: Result<Read>, origin: Origin, lang: Lang): Reply<SessionView> {
  const session: Result<Session> = read.ok
    ? office.sessions.add(read.value.document, origin, read.value.problems)
    : read;
  return session.ok
    ? { ok: true, value: session.value.view(lang) }
    : { ok: false, problems: problemViews(session.problems, lang) };
}

/** What a file is held by: it was last saved by somebody else, or its newest revision is sealed. */
async function heldOf(office: Office, stored: StoredModel): Promise<HeldView | undefined> {
  const head = stored.revisions.find(({ id }) => id === stored.head);
  if (head === undefined) return undefined;
  const { author, createdAt: at, note } = head;
  const isOwn = await office.person.isOwn(head.id, author);
  const sealed = sealsOf(stored.entries).some(({ revision }) => revision === head.id);
  return isOwn && !sealed ? undefined : { author, at, note, sealed, isOwn };
}

const CHOSEN: Text = { zh: "以只读方式打开", en: "opened read-only" };
const PROTECTED: Text = { zh: "没有写入此文件的权限", en: "there is no permission to write this file" };
const BYTES_DRAFT: Text = {
  zh: "文件带有他人未保存的草稿，显示的是最后保存的版本",
  en: "the file came with work that was not saved; what is shown is the last revision",
};

type Barred = Pick<Origin, "hold" | "readOnly">;

/** Why a file cannot be written, where that is known beforehand. */
async function protectedAt(path: string, chosen: boolean): Promise<Barred> {
  if (chosen) return { readOnly: CHOSEN };
  const facts = await realDisk.facts(path);
  return facts?.writable === true ? {} : { readOnly: PROTECTED };
}

/** A file that is to be changed is held, so that others are told; one that is open elsewhere is read-only. */
export async function holdFor(path: string): Promise<Barred> {
  const hold = await holdFile(path);
  const [problem] = hold.ok ? [] : hold.problems;
  return hold.ok ? { hold: hold.value } : { readOnly: problem?.message ?? PROTECTED };
}
