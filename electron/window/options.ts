import type { BrowserWindowConstructorOptions } from "electron";
import type { WindowPlace } from "./state.ts";

/**
 * The one window. Everything that would let a page reach past the bridge is written out, although Electron's defaults say
 * the same, so that a changed default or a careless edit fails a test.
 * @param preload path of the bridge
 * @param developer whether developer tools may be opened
 */
export function windowOptions(
  preload: string,
  place: WindowPlace,
  developer: boolean,
): BrowserWindowConstructorOptions {
  return {
    width: place.width,
    height: place.height,
    ...(place.x === undefined || place.y === undefined ? {} : { x: place.x, y: place.y }),
    minWidth: 900,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker downloads its dictionaries from the network.
      spellcheck: false,
      devTools: developer,
    },
  };
}
