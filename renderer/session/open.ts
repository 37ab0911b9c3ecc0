import type { Calls, JsonObject, ProblemView, Reply, SessionView } from "../../app/contract.ts";
import { beginImport, isSpreadsheet } from "../exchange/importing.ts";
import { words } from "../language/i18n.ts";
import { beginAt } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";
import { toBase64 } from "./bytes.ts";
import { call, desktop, noHost, otherVersion } from "./host.ts";
import { isObject, objectsOf } from "./json.ts";
import { withPassphrase } from "./passphrase.ts";
import { rememberedSession } from "./remember.ts";
import { enterSession, getSession, leaveSession, setSession } from "./store.ts";

/** Largest file taken from a picker or a drop; the host has its own limit. */
const maxFileBytes = 256 * 1024 * 1024;

let jobs = 0;

/** A name for an opening, by which it can be cancelled; two windows have one host. */
function freshJob(): string {
  jobs += 1;
  return `open ${performance.timeOrigin} ${jobs}`;
}

/** Gives up the opening under way. */
export function cancelOpening(): void {
  const { opening } = getSession();
  if (opening !== undefined) void call("cancel", { job: opening });
}

type Asked = (given: { readonly passphrase?: string }) => Promise<Reply<SessionView>>;

/** @param name of what is opened, where it may be locked by a passphrase */
async function enter(ask: Asked, name = "", job?: string): Promise<boolean> {
  const answer = await withPassphrase(name, async (given) => {
    setSession({ busy: true, opening: job });
    const reply = await ask(given);
    setSession({ busy: false, opening: undefined });
    return reply;
  });
  if (answer === undefined) return false;
  if (!answer.ok) {
    notifyProblems(answer.problems);
    return false;
  }
  enterNew(answer.value);
  return true;
}

/** A tender, or a bid on one, without a plan of its own: there is nothing on its board. */
const isTenderAlone = (document: JsonObject): boolean =>
  isObject(document["tender"]) && objectsOf(document["components"]).length === 0;

/** Shows a model in place of the one that was open. */
export function enterNew(session: SessionView): void {
  const before = getSession().session;
  beginAt(isTenderAlone(session.document) ? "bids" : "board");
  enterSession(session);
  if (before && before.session !== session.session) void call("close", { session: before.session });
}

export const openExample = (id: string): Promise<boolean> => enter(() => call("openExample", { id }));
export const openPath = async (path: string, readOnly = false): Promise<boolean> => {
  if (isSpreadsheet(path)) {
    beginImport({ name: nameOf(path), path });
    return false;
  }
  const job = freshJob();
  const how = readOnly ? { readOnly } : {};
  return enter((given) => call("openPath", { path, job, ...how, ...given }), nameOf(path), job);
};
/** Goes on with work of an earlier time that was never saved. */
export const openKept = (id: string, name = ""): Promise<boolean> =>
  enter((given) => call("openKept", { id, ...given }), name);
export const newModel = (choice: Omit<Calls["newModel"]["args"], "lang">): Promise<boolean> =>
  enter(() => call("newModel", choice));

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Opens a file from a picker or dropped on the window; in the desktop shell by its path, so that saving goes back to it. */
export async function openFile(file: File): Promise<boolean> {
  const path = desktop()?.pathOfDropped?.(file);
  if (path) return openPath(path);
  if (file.size > maxFileBytes) {
    notifyProblems([
      { code: "open.too_large", message: words("start.tooLarge", { name: file.name }), path: file.name },
    ]);
    return false;
  }
  try {
    const job = freshJob();
    const base64 = await toBase64(file);
    const { name } = file;
    if (isSpreadsheet(name)) {
      beginImport({ name, base64 });
      return false;
    }
    return await enter((given) => call("openBytes", { name, base64, job, ...given }), name, job);
  } catch {
    notifyProblems([
      { code: "open.unreadable", message: words("start.unreadable", { name: file.name }), path: file.name },
    ]);
    return false;
  }
}

/** Asks for a file with the browser's own picker; a spreadsheet leads to the import. */
export function pickInBrowser(accept = ".pingheng,.json,.xlsx"): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

/** Asks for a file, with the picker of the host, and opens it. */
export async function pickAndOpen(): Promise<void> {
  const native = desktop();
  if (native) {
    const path = await native.pickOpen();
    if (path) await openPath(path);
    return;
  }
  const file = await pickInBrowser();
  if (file) await openFile(file);
}

/**
 * Back to the start page; the host may forget the model.
 * @param discard what was not saved is given up; otherwise it stays kept
 */
export async function closeModel(discard = false): Promise<void> {
  const { session } = getSession();
  leaveSession();
  if (session) await call("close", { session: session.session, ...(discard ? { discard } : {}) });
  await readStart();
}

/** Recent files, work that was not saved, examples and own projects for the start page. */
export async function readStart(): Promise<void> {
  const [examples, recent, kept] = await Promise.all([call("examples", {}), call("recent", {}), call("kept", {})]);
  setSession({
    examples: examples.ok ? examples.value : [],
    recent: recent.ok ? recent.value : [],
    kept: kept.ok ? kept.value : [],
  });
  const failed = [examples, recent, kept].flatMap((reply) => (reply.ok ? [] : reply.problems));
  if (failed.length > 0) notifyProblems(failed);
}

/** Forgets which files were opened. */
export async function clearRecent(): Promise<void> {
  const reply = await call("clearRecent", {});
  if (!reply.ok) notifyProblems(reply.problems);
  await readStart();
}

async function readInitial(session: string): Promise<readonly ProblemView[]> {
  const reply = await call("session", { session });
  if (!reply.ok) return reply.problems;
  enterSession(reply.value);
  return [];
}

/** First words with the host: who it is, and what it was started with. */
export async function greet(connected: boolean): Promise<void> {
  if (!connected) {
    setSession({ fatal: noHost() });
    return;
  }
  const reply = await call("host", {});
  if (!reply.ok) {
    setSession({ fatal: reply.problems });
    return;
  }
  if (reply.value.contract !== 2) {
    setSession({ fatal: otherVersion(reply.value.version) });
    return;
  }
  setSession({ host: reply.value });
  const { initialSession } = reply.value;
  // A page that is loaded again goes on where it was; a host that was started anew knows nothing of it.
  const before = rememberedSession();
  const back = before !== null && before !== initialSession && (await readInitial(before)).length === 0;
  if (!back && initialSession !== undefined) notifyProblems(await readInitial(initialSession));
  await readStart();
}
