import { basename, extname } from "node:path";
import type { ModelDocument } from "../../models/document/schema.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Calls, ImportView, MappingView } from "../contract.ts";
import { readFileBytes } from "../files/read.ts";
import type { Imported } from "../imports/importTemplate.ts";
import type { Mapped } from "../imports/mapping/map.ts";
import { mappingView } from "../imports/mapping/view.ts";
import { changeViews } from "../imports/shown.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews, unviewed } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Args = Calls["importSheets"]["args"];
type MappingArgs = Calls["mapTables"]["args"];

/** Calls that bring in what is no model file. Files are read by a thread of their own: whoever answers calls never waits for one. */
export function exchangeCalls(office: Office): Pick<Handlers, "importSheets" | "mapTables"> {
  return {
    importSheets: async (args) => {
      const view = await lookedThrough(office, args);
      return view.ok ? view : { ok: false, problems: problemViews(view.problems, args.lang) };
    },
    mapTables: async (args) => {
      const view = await mapped(office, args);
      return view.ok ? view : { ok: false, problems: problemViews(view.problems, args.lang) };
    },
  };
}

const bytesOf = ({ path, base64 }: Pick<Args, "path" | "base64">): Promise<Result<Uint8Array>> | Result<Uint8Array> =>
  path === undefined ? succeed(Buffer.from(base64 ?? "", "base64")) : readFileBytes(path);

/** Asks the thread of imports. Our own code answers: its value is what the reading comes to, in both languages. */
async function asked<T>(
  { jobs }: Office,
  task: Parameters<Office["jobs"]["ask"]>[0],
  session: Session | undefined,
): Promise<Result<Result<T>>> {
  const reply = await jobs.ask(task, session);
  return reply.ok ? succeed(reply.value as Result<T>) : fail(...reply.problems.map(unviewed));
}

/** Faults of the sheets are part of the answer: all of them are shown, each at its cell. */
async function lookedThrough(office: Office, args: Args): Promise<Result<ImportView>> {
  const { name, as, apply, lang, session: id, job = `import ${name}` } = args;
  const open = id === undefined || as === "new" ? undefined : office.sessions.find(id);
  if (open?.ok === false) return open;
  const bytes = await bytesOf(args);
  if (!bytes.ok) return bytes;
  const version = open?.value.version;
  const task = { name: "importFile", args: { job, lang, bytes: bytes.value, file: basename(name) } } as const;
  const answer = await asked<Imported>(office, task, open?.value);
  if (!answer.ok) return answer;
  const read = answer.value;
  if (!read.ok) return succeed({ changes: [], faults: problemViews(read.problems, lang), told: [] });
  const { changes, told, document } = read.value;
  const view = { changes: changeViews(changes, lang), faults: [], told: problemViews(told, lang) };
  if (!apply) return succeed(view);
  const taken = open === undefined ? asNew(office, document, args) : into(open.value, version, document, name);
  return taken.ok ? succeed({ ...view, session: taken.value.view(lang, args.scenario) }) : taken;
}

/** A table of a file, as it is mapped by now, and taken over where it is to be. */
async function mapped(office: Office, args: MappingArgs): Promise<Result<MappingView>> {
  const { session: id, scenario, job, name, path: _, base64: __, apply, lang, ...chosen } = args;
  const open = office.sessions.find(id);
  if (!open.ok) return open;
  const bytes = await bytesOf(args);
  if (!bytes.ok) return bytes;
  const { version } = open.value;
  const question = { ...chosen, scenario, lang };
  const task = { name: "mapTables", args: { job, lang, bytes: bytes.value, file: basename(name), question } } as const;
  const answer = await asked<Mapped>(office, task, open.value);
  if (!answer.ok) return answer;
  if (!answer.value.ok) return answer.value;
  const found = answer.value.value;
  const view = mappingView(found, lang);
  if (!apply || found.document === undefined) return succeed(view);
  const taken = into(open.value, version, found.document, name);
  return taken.ok ? succeed({ ...view, session: taken.value.view(lang, scenario) }) : taken;
}

/** One step that can be undone; what changed while the file was read is not written over. */
function into(session: Session, version: number | undefined, document: ModelDocument, name: string): Result<Session> {
  const file = basename(name);
  if (session.version !== version) return refuse("import.changed", file);
  const replaced = session.replace(document, { zh: `从“${file}”导入`, en: `import “${file}”` });
  return replaced.ok ? succeed(session) : fail(...replaced.problems);
}

/** A model that was never saved, under the name of the spreadsheet. */
const asNew = ({ sessions }: Office, document: ModelDocument, { name }: Args): Result<Session> =>
  sessions.add(document, { name: basename(name, extname(name)) });
