import { join } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import type { Lang } from "../../app/contract.ts";
import { shellWords } from "../wording.ts";
import { fileNameFor } from "./names.ts";

/** Asks for a model file to open; null where the user cancels. */
export async function pickOpen(window: BrowserWindow, lang: Lang): Promise<string | null> {
  const words = shellWords(lang);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ["openFile"],
    filters: [
      { name: words.modelFiles, extensions: ["pingheng", "json"] },
      { name: words.jsonFiles, extensions: ["json"] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to save; null where the user cancels. */
export async function pickSave(window: BrowserWindow, lang: Lang, suggestedName: string): Promise<string | null> {
  const words = shellWords(lang);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath("documents"), fileNameFor(suggestedName)),
    filters: [
      { name: words.modelFiles, extensions: ["pingheng"] },
      { name: words.jsonFiles, extensions: ["json"] },
    ],
    properties: ["showOverwriteConfirmation", "createDirectory"],
  });
  return canceled || filePath === "" ? null : filePath;
}
