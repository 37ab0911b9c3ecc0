import { app } from "electron";
import type { Lang, Reply } from "../app/contract.ts";
import type { AppHandle } from "../app/host.ts";

/** What the shell learns from the calls that pass through it. */
export interface CallNotes {
  /** The page speaks this language now. */
  language(lang: Lang): void;
  /** A save that was asked for did not happen. */
  notSaved(): void;
}

const savingCalls = new Set(["save", "saveAs"]);
const fileCalls = new Set(["openPath", "save", "saveAs"]);

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function learn(name: string, reply: Reply<unknown>, notes: CallNotes): void {
  if (!reply.ok) {
    const asksForPath = reply.problems.some(({ code }) => code === "session.needs_path");
    if (savingCalls.has(name) && !asksForPath) notes.notSaved();
    return;
  }
  const path = fieldOf(reply.value, "path");
  if (fileCalls.has(name) && typeof path === "string") app.addRecentDocument(path);
}

/** Passes the page's calls on to the application, and notes what the menu and the window need to know of them. */
export function passCalls(
  handle: AppHandle,
  notes: CallNotes,
): (name: string, args: unknown) => Promise<Reply<unknown>> {
  return async (name, args) => {
    const lang = fieldOf(args, "lang");
    if (lang === "zh" || lang === "en") notes.language(lang);
    const reply = await handle.call(name, args);
    learn(name, reply, notes);
    return reply;
  };
}
