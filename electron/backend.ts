import type { Lang, Reply } from "../app/contract.ts";
import { appProblem } from "../app/problems.ts";
import { problemView } from "../app/wording.ts";
import { fieldOf } from "./ipc/fields.ts";
import type { ChosenPaths } from "./security/chosenPaths.ts";

/** Answers the page's calls, as the application behind it does. */
export type AnswerCall = (name: string, args: unknown) => Promise<Reply<unknown>>;

/** What the shell learns from the calls that pass through it. */
export interface CallNotes {
  /** The page speaks this language now. */
  language(lang: Lang): void;
  /** A save that was asked for did not happen. */
  notSaved(): void;
  /** A file was opened or saved. */
  used(path: string): void;
  /** The files the application lists as opened last, newest first. */
  recent(paths: readonly string[]): void;
  /** That list was cleared. */
  forgotten(): void;
}

const savingCalls = new Set(["save", "saveAs"]);
const fileCalls = new Set(["openPath", "save", "saveAs"]);

function learn(name: string, reply: Reply<unknown>, notes: CallNotes): void {
  if (!reply.ok) {
    const asksForPath = reply.problems.some(({ code }) => code === "session.needs_path");
    if (savingCalls.has(name) && !asksForPath) notes.notSaved();
    return;
  }
  const path = fieldOf(reply.value, "path");
  if (fileCalls.has(name) && typeof path === "string") notes.used(path);
  if (name === "clearRecent" && fieldOf(reply.value, "cleared") === true) notes.forgotten();
}

/** Files the application itself has listed are as good as picked. */
function learnPaths(name: string, reply: Reply<unknown>, chosen: ChosenPaths, notes: CallNotes): void {
  if (name !== "recent" || !reply.ok || !Array.isArray(reply.value)) return;
  const there: string[] = [];
  for (const file of reply.value) {
    const path = fieldOf(file, "path");
    if (typeof path !== "string") continue;
    chosen.read(path);
    if (fieldOf(file, "missing") !== true) there.push(path);
  }
  notes.recent(there);
}

/** Passes the page's calls on to the application, but for files nobody chose, and notes what the menu and the window need to know of them. */
export function passCalls(answer: AnswerCall, chosen: ChosenPaths, notes: CallNotes): AnswerCall {
  return async (name, args) => {
    const lang = fieldOf(args, "lang");
    if (lang === "zh" || lang === "en") notes.language(lang);
    const path = chosen.refused(name, args);
    const reply: Reply<unknown> =
      path === undefined
        ? await answer(name, args)
        : { ok: false, problems: [problemView(appProblem("path.not_chosen", path), lang === "en" ? "en" : "zh")] };
    learn(name, reply, notes);
    learnPaths(name, reply, chosen, notes);
    return reply;
  };
}
