import { extname } from "node:path";
import type { WebContents } from "electron";
import type { Lang, Reply } from "../../app/contract.ts";
import { saveExport } from "../../app/exports/save.ts";
import { type AppCode, appProblem } from "../../app/problems.ts";
import { problemView, problemViews } from "../../app/wording.ts";

/** What Electron says where the user has closed the dialog of the system. */
const CANCELLED = /cancel/i;

const refused = (code: AppCode, path: string, detail: string, lang: Lang): Reply<never> => ({
  ok: false,
  problems: [problemView(appProblem(code, path, detail), lang)],
});

/** Prints what a page shows on paper, by the dialog of the system. Size, head and numbers of pages are in the page's own style sheet. */
export function printPage(contents: WebContents, lang: Lang): Promise<Reply<boolean>> {
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true }, (printed, reason) => {
      if (printed) resolve({ ok: true, value: true });
      else if (CANCELLED.test(reason)) resolve({ ok: true, value: false });
      else resolve(refused("print.failed", "print", reason, lang));
    });
  });
}

/**
 * Writes what a page shows on paper as a PDF: the same pages as those printed, with an outline of their headings. It is written as a whole or not at all.
 * @param path what the user has picked
 */
export async function savePagePdf(contents: WebContents, path: string, lang: Lang): Promise<Reply<string>> {
  let bytes: Uint8Array;
  try {
    bytes = await contents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    return refused("print.pdf", path, error instanceof Error ? error.message : "", lang);
  }
  const written = await saveExport(path, bytes, false);
  return written.ok ? { ok: true, value: path } : { ok: false, problems: problemViews(written.problems, lang) };
}

/** The name of a PDF beside what a page is called. */
export const pdfName = (name: string): string => name.slice(0, name.length - extname(name).length);
