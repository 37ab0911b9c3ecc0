import { basename, extname } from "node:path";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Calls, ImportView } from "../contract.ts";
import { readFileBytes } from "../files/read.ts";
import { importSheets } from "../imports/import.ts";
import type { Imported } from "../imports/importTemplate.ts";
import { changeViews } from "../imports/shown.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Args = Calls["importSheets"]["args"];

/** Calls that bring in what is no model file. */
export function exchangeCalls(office: Office): Pick<Handlers, "importSheets"> {
  return {
    importSheets: async (args) => {
      const view = await lookedThrough(office, args);
      return view.ok ? view : { ok: false, problems: problemViews(view.problems, args.lang) };
    },
  };
}

/** Faults of the sheets are part of the answer: all of them are shown, each at its cell. */
async function lookedThrough(office: Office, args: Args): Promise<Result<ImportView>> {
  const { name, path, base64, as, apply, lang, session: id } = args;
  const open = id === undefined || as === "new" ? undefined : office.sessions.find(id);
  if (open?.ok === false) return open;
  const bytes = path === undefined ? succeed(Buffer.from(base64 ?? "", "base64")) : await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const read = importSheets(bytes.value, basename(name), open?.value.document);
  if (!read.ok) return succeed({ changes: [], faults: problemViews(read.problems, lang), told: [] });
  const { changes, told } = read.value;
  const view = { changes: changeViews(changes, lang), faults: [], told: problemViews(told, lang) };
  if (!apply) return succeed(view);
  const taken = open === undefined ? asNew(office, read.value, args) : into(open.value, read.value, args);
  return taken.ok ? succeed({ ...view, session: taken.value.view(lang, args.scenario) }) : taken;
}

/** One step that can be undone. */
function into(session: Session, { document }: Imported, { name }: Args): Result<Session> {
  const file = basename(name);
  const replaced = session.replace(document, { zh: `从“${file}”导入`, en: `import “${file}”` });
  return replaced.ok ? succeed(session) : fail(...replaced.problems);
}

/** A model that was never saved, under the name of the spreadsheet. */
const asNew = ({ sessions }: Office, { document }: Imported, { name }: Args): Result<Session> =>
  sessions.add(document, { name: basename(name, extname(name)) });
