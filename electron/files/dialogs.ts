import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import type { Lang } from "../../app/contract.ts";
import { shellWords } from "../wording/index.ts";
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

interface SavedKind {
  readonly name: string;
  /** The first is given to a name typed without one of them. */
  readonly extensions: readonly [string, ...string[]];
}

/**
 * Asks where to save; null where the user cancels. A name typed without an ending gets that of its kind; where that names
 * a file that exists, the user is asked again, so that the system's question about overwriting is about the right file.
 */
async function pickTarget(
  window: BrowserWindow,
  suggestedName: string,
  kinds: readonly [SavedKind, ...SavedKind[]],
): Promise<string | null> {
  const ending = `.${kinds[0].extensions[0]}`;
  const known = new Set(kinds.flatMap(({ extensions }) => extensions.map((one) => `.${one}`)));
  let suggested = join(app.getPath("documents"), fileNameFor(suggestedName, ending));
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: suggested,
      filters: kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      properties: ["showOverwriteConfirmation", "createDirectory"],
    });
    if (canceled || filePath === "") return null;
    if (known.has(extname(filePath).toLowerCase())) return filePath;
    suggested = `${filePath}${ending}`;
    if (!existsSync(suggested)) return suggested;
  }
}

/** Asks where a model is to be saved. */
export function pickSave(window: BrowserWindow, lang: Lang, suggestedName: string): Promise<string | null> {
  const words = shellWords(lang);
  return pickTarget(window, suggestedName, [
    { name: words.modelFiles, extensions: ["pingheng"] },
    { name: words.jsonFiles, extensions: ["json"] },
  ]);
}

/** Asks where a PDF is to be saved. */
export function pickPdf(window: BrowserWindow, lang: Lang, suggestedName: string): Promise<string | null> {
  return pickTarget(window, suggestedName, [{ name: shellWords(lang).pdfFiles, extensions: ["pdf"] }]);
}
