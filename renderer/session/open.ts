import type { Calls, ProblemView, Reply, SessionView } from "../../app/contract.ts";
import { words } from "../language/i18n.ts";
import { goTo } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";
import { toBase64 } from "./bytes.ts";
import { call, desktop, noHost, otherVersion } from "./host.ts";
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

async function enter(reply: Promise<Reply<SessionView>>, job?: string): Promise<boolean> {
  setSession({ busy: true, opening: job });
  const answer = await reply;
  setSession({ busy: false, opening: undefined });
  if (!answer.ok) {
    notifyProblems(answer.problems);
    return false;
  }
  const before = getSession().session;
  goTo({ page: "board" });
  enterSession(answer.value);
  if (before && before.session !== answer.value.session) void call("close", { session: before.session });
  return true;
}

export const openExample = (id: string): Promise<boolean> => enter(call("openExample", { id }));
export const openPath = (path: string): Promise<boolean> => {
  const job = freshJob();
  return enter(call("openPath", { path, job }), job);
};
export const newModel = (choice: Omit<Calls["newModel"]["args"], "lang">): Promise<boolean> =>
  enter(call("newModel", choice));

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
    return await enter(call("openBytes", { name: file.name, base64: await toBase64(file), job }), job);
  } catch {
    notifyProblems([
      { code: "open.unreadable", message: words("start.unreadable", { name: file.name }), path: file.name },
    ]);
    return false;
  }
}

function pickInBrowser(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".pingheng,.json";
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

/** Back to the start page; the host may forget the model. */
export function closeModel(): void {
  const { session } = getSession();
  if (session) void call("close", { session: session.session });
  leaveSession();
  void readStart();
}

/** Recent files and examples for the start page. */
export async function readStart(): Promise<void> {
  const [examples, recent] = await Promise.all([call("examples", {}), call("recent", {})]);
  setSession({
    examples: examples.ok ? examples.value : [],
    recent: recent.ok ? recent.value : [],
  });
  const failed = [examples, recent].flatMap((reply) => (reply.ok ? [] : reply.problems));
  if (failed.length > 0) notifyProblems(failed);
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
  if (reply.value.initialSession !== undefined) notifyProblems(await readInitial(reply.value.initialSession));
  await readStart();
}
