import { type BrowserWindow, dialog } from "electron";
import type { Lang } from "../../app/contract.ts";
import { shellWords } from "../wording/index.ts";

type Answer = "save" | "discard" | "cancel";
const answers: readonly Answer[] = ["save", "discard", "cancel"];

export interface CloseGuard {
  /** The page tells whether it holds unsaved work. */
  unsaved(unsaved: boolean): void;
  /** The save that closing waits for did not happen: the window stays. */
  stay(): void;
}

async function ask(window: BrowserWindow, lang: Lang): Promise<Answer> {
  const words = shellWords(lang);
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: words.unsavedTitle,
    detail: words.unsavedDetail,
    buttons: [words.saveAndClose, words.closeAnyway, words.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return answers[response] ?? "cancel";
}

/**
 * Asks before a window closes over unsaved work. "Save" has the page save, and closes once it says that nothing is unsaved.
 * @param save sends the page its save command
 */
export function guardClose(
  window: BrowserWindow,
  parts: { readonly lang: () => Lang; readonly save: () => void },
): CloseGuard {
  let dirty = false;
  let waiting = false;
  let asking = false;

  const decide = async (): Promise<void> => {
    asking = true;
    const answer = await ask(window, parts.lang());
    asking = false;
    if (answer === "save") {
      waiting = true;
      parts.save();
    } else if (answer === "discard") window.destroy();
  };

  window.on("close", (event) => {
    if (!dirty) return;
    event.preventDefault();
    if (!asking) void decide();
  });
  return {
    unsaved: (unsaved) => {
      dirty = unsaved;
      window.setDocumentEdited(unsaved);
      if (!unsaved && waiting) window.close();
    },
    stay: () => {
      waiting = false;
    },
  };
}
