import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { Result } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang, Reply, SessionView } from "../contract.ts";
import { exampleAt, listExamples, readExample } from "../files/examples.ts";
import { type ReadDocument, type ReadOptions, readModelBytes, readModelPath } from "../files/read.ts";
import type { Origin, Session } from "../sessions/session.ts";
import { templateDocument } from "../templates/template.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Opening = "host" | "examples" | "recent" | "openExample" | "newModel" | "openPath" | "openBytes";

/** Calls that bring a model in, and what the start page shows. */
export function openingCalls(office: Office): Pick<Handlers, Opening> {
  const { options, recent, now } = office;
  const launch = options.launchGuard;
  const reading = (lang: Lang, job?: string): ReadOptions => ({
    launch,
    parse: (source) => office.jobs.read(source, lang, job),
  });

  const openExample = async (id: string, lang: Lang): Promise<Reply<SessionView>> => {
    const read = await readExample(id, reading(lang));
    return enter(office, read.ok ? { ok: true, value: { document: read.value } } : read, {}, lang);
  };

  return {
    host: () => {
      office.jobs.warm();
      const initialSession = options.initialSession?.() ?? "";
      const isOpen = office.sessions.has(initialSession);
      return { ok: true, value: { ...options.host, ...(isOpen ? { initialSession } : {}) } };
    },
    examples: async () => ({ ok: true, value: await listExamples() }),
    recent: async () => ({ ok: true, value: await recent.list() }),
    openExample: ({ id, lang }) => openExample(id, lang),
    newModel: ({ type, mode, lang }) => {
      const document = templateDocument({ type, ...(mode === undefined ? {} : { mode }), today: now() });
      return enter(office, { ok: true, value: { document } }, {}, lang);
    },
    openPath: async ({ path: given, job, lang }) => {
      const path = resolve(given);
      const example = await exampleAt(path);
      if (example !== undefined) return openExample(example, lang);
      const open = office.sessions.at(path);
      if (open !== undefined) return { ok: true, value: open.view(lang) };
      const read = await readModelPath(path, reading(lang, job));
      if (!read.ok) return { ok: false, problems: problemViews(read.problems, lang) };
      const { file, revision } = read.value;
      const readOnly = await lockedFor(path);
      await recent.add(path, now());
      const kept = file === undefined ? { jsonRevision: revision } : { file };
      const origin = { path, ...kept, ...(readOnly === undefined ? {} : { readOnly }) };
      return enter(office, read, origin, lang);
    },
    openBytes: async ({ name, base64, job, lang }) => {
      const read = await readModelBytes(name, Buffer.from(base64, "base64"), reading(lang, job));
      if (!read.ok) return { ok: false, problems: problemViews(read.problems, lang) };
      const { stored } = read.value;
      return enter(office, read, { name, ...(stored === undefined ? {} : { stored }) }, lang);
    },
  };
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

/** Why a file cannot be written, where the system says so beforehand. */
async function lockedFor(path: string): Promise<Text | undefined> {
  try {
    await access(path, constants.W_OK);
    return undefined;
  } catch {
    return { zh: "没有写入此文件的权限", en: "there is no permission to write this file" };
  }
}
