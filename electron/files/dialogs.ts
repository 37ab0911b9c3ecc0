import { existsSync } from "node:fs";
import { extname, join } from "node:path";
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
      { name: words.modelFiles, extensions: ["pingheng", "json", "xlsx", "csv", "tsv", "txt"] },
      { name: words.jsonFiles, extensions: ["json"] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

const endings = new Set([".pingheng", ".json"]);

/**
 * Asks where to save; null where the user cancels. A name typed without an ending gets the model file's; where that names
 * a file that exists, the user is asked again, so that the system's question about overwriting is about the right file.
 */
export async function pickSave(window: BrowserWindow, lang: Lang, suggestedName: string): Promise<string | null> {
  const words = shellWords(lang);
  let suggested = join(app.getPath("documents"), fileNameFor(suggestedName));
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: suggested,
      filters: [
        { name: words.modelFiles, extensions: ["pingheng"] },
        { name: words.jsonFiles, extensions: ["json"] },
      ],
      properties: ["showOverwriteConfirmation", "createDirectory"],
    });
    if (canceled || filePath === "") return null;
    if (endings.has(extname(filePath).toLowerCase())) return filePath;
    suggested = `${filePath}.pingheng`;
    if (!existsSync(suggested)) return suggested;
  }
}
