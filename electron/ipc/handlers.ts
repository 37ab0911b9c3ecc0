import { ipcMain } from "electron";
import type { Reply, ShownModel } from "../../app/contract.ts";
import { isOwnSender } from "../security/sender.ts";
import { channels } from "./channels.ts";
import { fieldOf } from "./fields.ts";

/** What the main process does for the page. */
export interface PageServices {
  call(name: string, args: unknown): Promise<Reply<unknown>>;
  pickOpen(): Promise<string | null>;
  pickSave(suggestedName: string): Promise<string | null>;
  print(): Promise<Reply<boolean>>;
  savePdf(suggestedName: string): Promise<Reply<string | null>>;
  /** A file was dropped on the page. */
  dropped(path: string): void;
  unsaved(unsaved: boolean): void;
  shown(shown: ShownModel | null): void;
  reload(): void;
  listening(): void;
}

const nameLength = 200;
const pathLength = 4000;

function wordIn(value: unknown, length = nameLength): string {
  if (typeof value !== "string" || value.length > length) throw new TypeError("a short text was expected");
  return value;
}

function flagIn(value: unknown): boolean {
  if (typeof value !== "boolean") throw new TypeError("true or false was expected");
  return value;
}

function shownIn(value: unknown): ShownModel | null {
  if (value === null) return null;
  if (typeof value !== "object") throw new TypeError("an open model was expected");
  const path = fieldOf(value, "path");
  return {
    readOnly: flagIn(fieldOf(value, "readOnly")),
    portfolio: flagIn(fieldOf(value, "portfolio")),
    ...(path === undefined ? {} : { path: wordIn(path, pathLength) }),
  };
}

/** Answers one question, for the top frame of our own page only. */
function answer(channel: string, work: (...args: readonly unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) => {
    if (!isOwnSender(event)) throw new Error(`${channel} refused: not sent by a page of this program`);
    return work(...args);
  });
}

/** Takes in one notice, from the top frame of our own page only; others are dropped. */
function take(channel: string, work: (...args: readonly unknown[]) => void): void {
  ipcMain.on(channel, (event, ...args: unknown[]) => {
    if (isOwnSender(event)) work(...args);
  });
}

/** Connects the page's messages with what is done for them. Arguments are checked here; those of a call by the application. */
export function handlePage(services: PageServices): void {
  answer(channels.call, (name, args) => services.call(wordIn(name), args));
  answer(channels.pickOpen, () => services.pickOpen());
  answer(channels.pickSave, (name) => services.pickSave(wordIn(name)));
  answer(channels.print, () => services.print());
  answer(channels.savePdf, (name) => services.savePdf(wordIn(name)));
  take(channels.dropped, (path) => services.dropped(wordIn(path, pathLength)));
  take(channels.unsaved, (unsaved) => services.unsaved(flagIn(unsaved)));
  take(channels.shown, (shown) => services.shown(shownIn(shown)));
  take(channels.reload, () => services.reload());
  take(channels.listening, () => services.listening());
}
