import { join } from "node:path";
import { app, BrowserWindow, screen } from "electron";
import { logText } from "../../app/log.ts";
import { startAddress } from "../protocol/address.ts";
import { windowOptions } from "./options.ts";
import { plainText } from "./plain.ts";
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

/**
 * Creates the window and loads the face into it.
 * @param preload path of the bridge script
 */
export function openWindow(preload: string): BrowserWindow {
  const place = readPlace(
    placeFile(),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow(windowOptions(preload, place, !app.isPackaged));
  if (place.maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => keepPlace(window));
  // The page's title holds the name of the model, which may be a stranger's.
  window.on("page-title-updated", (event, title) => {
    event.preventDefault();
    window.setTitle(plainText(title));
  });
  return window;
}

/** Loads the face. A load that fails is told by `did-fail-load`. */
export function loadFace(window: BrowserWindow): void {
  window.loadURL(startAddress).catch((error: unknown) => process.stderr.write(`${logText(error)}\n`));
}

/** Brings the window to the user, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
