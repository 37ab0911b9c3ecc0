import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang, Reply, SessionView } from "../contract.ts";
import { exampleAt, listExamples, readExample } from "../files/examples.ts";
import { readModelBytes, readModelPath } from "../files/read.ts";
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

  const openExample = async (id: string, lang: Lang): Promise<Reply<SessionView>> => {
    const read = await readExample(id);
    return enter(office, read, {}, lang);
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
      return enter(office, { ok: true, value: document }, {}, lang);
    },
    openPath: async ({ path: given, lang }) => {
      const path = resolve(given);
      const example = await exampleAt(path);
      if (example !== undefined) return openExample(example, lang);
      const open = office.sessions.at(path);
      if (open !== undefined) return { ok: true, value: open.view(lang) };
      const read = await readModelPath(path, { launch });
      if (!read.ok) return { ok: false, problems: problemViews(read.problems, lang) };
      const { document, file, revision } = read.value;
      const readOnly = await lockedFor(path);
      await recent.add(path, now());
      const kept = file === undefined ? { jsonRevision: revision } : { file };
      const origin = { path, ...kept, ...(readOnly === undefined ? {} : { readOnly }) };
      return enter(office, { ok: true, value: document }, origin, lang);
    },
    openBytes: async ({ name, base64, lang }) => {
      const read = await readModelBytes(name, Buffer.from(base64, "base64"), { launch });
      if (!read.ok) return { ok: false, problems: problemViews(read.problems, lang) };
      const { document, stored } = read.value;
      return enter(office, { ok: true, value: document }, { name, ...(stored === undefined ? {} : { stored }) }, lang);
    },
  };
}

function enter(office: Office, document: Result<ModelDocument>, origin: Origin, lang: Lang): Reply<SessionView> {
  const session: Result<Session> = document.ok ? office.sessions.add(document.value, origin) : document;
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
