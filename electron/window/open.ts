import { join } from "node:path";
import { app, BrowserWindow, dialog, screen } from "electron";
import type { Lang } from "../../app/contract.ts";
import { logText } from "../../app/log.ts";
import { startAddress } from "../protocol/address.ts";
import { shellWords } from "../wording.ts";
import { windowOptions } from "./options.ts";
import { readPlace, writePlace } from "./state.ts";

const placeFile = (): string => join(app.getPath("userData"), "window.json");

function keepPlace(window: BrowserWindow): void {
  const { x, y, width, height } = window.getNormalBounds();
  try {
    writePlace(placeFile(), { x, y, width, height, maximized: window.isMaximized() });
  } catch (error) {
    // A full drive must not keep the window open; only its place is lost.
    process.stderr.write(`${logText(error)}\n`);
  }
}

/** Offers to load the page again after it crashed; the main process and the open models live on. */
async function offerReload(window: BrowserWindow, lang: Lang): Promise<void> {
  const words = shellWords(lang);
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: words.pageGoneTitle,
    detail: words.pageGoneDetail,
    buttons: [words.reload, words.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else window.destroy();
}

/**
 * Creates the window and loads the face into it.
 * @param preload path of the bridge script
 */
export function openWindow(preload: string, lang: () => Lang): BrowserWindow {
  const place = readPlace(
    placeFile(),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow(windowOptions(preload, place, !app.isPackaged));
  if (place.maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => keepPlace(window));
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") void offerReload(window, lang());
  });
  void window.loadURL(startAddress);
  return window;
}

/** Brings the window to the user, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
