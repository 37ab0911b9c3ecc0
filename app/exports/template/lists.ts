import type { Lang } from "../../contract.ts";
import type { BookCell, BookRow, BookSheet } from "../workbook/book.ts";
import { lettersOf } from "../workbook/columns.ts";
import { type EntryKind, optionText } from "./kinds.ts";
import { TEMPLATE_SHEETS } from "./words.ts";

/** Words that can be chosen, each list once in a column of its own sheet: a list inside a rule of Excel may not be long. */
export class ChoiceLists {
  readonly #columns = new Map<string, readonly string[]>();

  /** Cells a drop-down takes its words from; undefined for what is not chosen from a list. */
  source(kind: EntryKind, lang: Lang): string | undefined {
    if (kind.type !== "choice" || kind.options.length === 0) return undefined;
    const words = kind.options.map((option) => optionText(option, kind.options, lang));
    const key = JSON.stringify(words);
    if (!this.#columns.has(key)) this.#columns.set(key, words);
    const column = lettersOf([...this.#columns.keys()].indexOf(key) + 1);
    return `${TEMPLATE_SHEETS.lists[lang]}!$${column}$1:$${column}$${words.length}`;
  }

  sheet(lang: Lang): BookSheet {
    const lists = [...this.#columns.values()];
    const longest = Math.max(0, ...lists.map((words) => words.length));
    const rows = Array.from(
      { length: longest },
      (_, r): BookRow =>
        lists.map((words): BookCell | undefined => {
          const text = words[r];
          return text === undefined ? undefined : { text };
        }),
    );
    return { name: TEMPLATE_SHEETS.lists[lang], rows, widths: [18] };
  }
}
