import { app, BrowserWindow, clipboard, dialog, type MessageBoxOptions } from "electron";
import type { Lang } from "../../app/contract.ts";
import { logText } from "../../app/log.ts";
import { type ShellWord, shellWords } from "../wording/index.ts";
import { loadFace } from "./open.ts";

interface Trouble {
  readonly type: "error" | "warning";
  readonly title: ShellWord;
  readonly detail: ShellWord;
  /** The first is what Enter and Escape do: none of these loses anything. */
  readonly choices: readonly [ShellWord, ...ShellWord[]];
}

const GONE: Trouble = {
  type: "error",
  title: "pageGoneTitle",
  detail: "pageGoneDetail",
  choices: ["reload", "quit"],
};
const STUCK: Trouble = {
  type: "warning",
  title: "pageStuckTitle",
  detail: "pageStuckDetail",
  choices: ["wait", "reload"],
};
const MISSING: Trouble = {
  type: "error",
  title: "pageMissingTitle",
  detail: "pageMissingDetail",
  choices: ["reload", "quit"],
};
const FAULT: Trouble = {
  type: "error",
  title: "faultTitle",
  detail: "faultDetail",
  choices: ["goOn", "restart", "copyDetails"],
};

function boxOf({ type, title, detail, choices }: Trouble, lang: Lang, more = ""): MessageBoxOptions {
  const words = shellWords(lang);
  return {
    type,
    message: words[title],
    detail: more === "" ? words[detail] : `${words[detail]}\n\n${more}`,
    buttons: choices.map((choice) => words[choice]),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

/** Codes with which Chromium says that a load was given up for another one. */
const ABORTED = -3;
const BAD_REQUEST = 400;

/** What the user can do when the page crashes, hangs or is not there; the main process and the open models live on. */
export function watchPage(window: BrowserWindow, lang: () => Lang, gone: () => void): void {
  const { webContents } = window;
  let asking = false;
  let replacing = false;
  const offer = async (trouble: Trouble, more = ""): Promise<void> => {
    if (asking || window.isDestroyed()) return;
    asking = true;
    // A page that never came has not shown its window either.
    window.show();
    const { response } = await dialog.showMessageBox(window, boxOf(trouble, lang(), more));
    asking = false;
    if (window.isDestroyed()) return;
    // From its start: where the page itself had changed its address, that would only fail again.
    if (response === 0) loadFace(window);
    // Nothing is asked any more: the page that could save is gone, and its changes are kept as a draft.
    else window.destroy();
  };
  webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || replacing) return;
    gone();
    void offer(GONE, reason);
  });
  webContents.on("did-fail-load", (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) void offer(MISSING, `${description} (${code})`);
  });
  webContents.on("did-navigate", (_event, _url, status, text) => {
    if (status >= BAD_REQUEST) void offer(MISSING, `${status} ${text}`);
  });
  let answered: AbortController | undefined;
  window.on("unresponsive", () => {
    if (asking || answered !== undefined) return;
    answered = new AbortController();
    const { signal } = answered;
    void dialog.showMessageBox(window, { ...boxOf(STUCK, lang()), signal }).then(({ response }) => {
      answered = undefined;
      if (response !== 1 || signal.aborted || window.isDestroyed()) return;
      gone();
      replacing = true;
      // A page that hangs does not load itself again: its process has to end first.
      webContents.forcefullyCrashRenderer();
      webContents.reload();
    });
  });
  webContents.on("did-finish-load", () => {
    replacing = false;
  });
  window.on("responsive", () => answered?.abort());
}

/** What the user can do when the main process itself runs into an error of ours: models stay open, drafts are kept. */
export function watchProgram(lang: () => Lang): void {
  let told = false;
  const tell = async (error: unknown): Promise<void> => {
    process.stderr.write(`${logText(error)}\n`);
    if (told) return;
    told = true;
    const details = logText(error);
    const { response } = await dialog.showMessageBox(boxOf(FAULT, lang(), details.split("\n")[0]));
    told = false;
    if (response === 1) {
      app.relaunch();
      // Without asking: what was not saved is kept as a draft, and an answer of "cancel" would let it start again at some later time.
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
      app.quit();
    } else if (response === 2) clipboard.writeText(details);
  };
  process.on("uncaughtException", (error) => void tell(error));
  process.on("unhandledRejection", (reason) => void tell(reason));
}
