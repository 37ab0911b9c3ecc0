import type { Page } from "playwright-core";

type Places = Readonly<Record<string, string>>;

/**
 * Where words with digits in them are plain text, and why that is enough. Everything else with a digit on a page is a button to its why, a
 * field, or a cell that is opened by a key. A figure of the model is none of these words, wherever it stands: `FIGURES`.
 */
const PLAIN: Places = {
  ".nav-foot": "how long the machine took",
  ".ant-progress": "how far the work is",
  ".nav-count, .ant-segmented-item-label": "how many entries stand behind it",
  ".nav-entry, .item-list, .split-list": "names, and how many questions a step still has",
  ".missing-bar": "how many inputs are still empty, beside the button to the next",
  ".grid-head, .capital, thead": "years, numbers of rows as printed, heads of columns",
  th: "names of rows",
  ".grid-row.heading .grid-unit": "how many lines its heading folds",
  ".answer-clause": "the year of the figure beside it, which is a button",
  ".legend, svg": "years, ticks and notes of a picture, whose table has each figure as a button",
  ".field-label, .field-notes, .lead, .table-foot":
    "what a field is, its usual range, the clause of its parameter, how many rows, keys",
  ".ant-select": "what was chosen",
  "h1, h2, h3, h4, summary, figcaption": "names, numbers of steps, how many",
  ".finding": "a sentence whose figures are lines compared beneath it, each a button",
  ".changes, .input-of, .advice-changes li": "an input of a scenario or a plan, which its row leads to",
  ".step-number": "which step of a bridge it is",
  ".phase-span, .standing, .month-of": "months and dates that were entered",
  ".pack, .pack-offer": "dates, document numbers, versions of parameters",
  ".lever-table": "inputs and trials of moving them, each opened by its slider",
  ".lever-head .muted, .levers > p.muted, .page > p.muted":
    "how many inputs were turned, left aside or stand ready to be drawn",
  ".actuals > p.muted, .actuals .row > .muted": "the month that was entered, how many lines, keys",
  ".actuals .ant-alert, .advice .ant-alert-title": "what is left to do or was found, and how much of it",
  ".advice-card header .muted, .advice > p.muted":
    "the weight of changes, by weights entered beneath; verdicts that stay met",
  ".problem, .notice": "a sentence of what is wrong, with its place",
  ".check-id, .target-name": "the number of a check, the name of a target that was entered",
  ".odds-table, .drivers-table, .fan-table td, .draws-missing":
    "counted over draws and years of the draws; a cell holds one value, not a thousand",
  ".drawn-inputs, .simulation-need": "what of a distribution was left out; in which year most draws lie lowest",
  ".simulation-part > p.muted, .figure-detail p.muted":
    "how many draws the book of record looked at, how shares are to be read",
};

/** Where a figure of the model is plain, which no cell of the open file computes. */
const FIGURES: Places = {
  ".drawn, .fan-table td, .simulation-need, .figure-detail figcaption":
    "told of a thousand draws: how the plan stands, beside them, is a button",
  ".share-of": "what a step does to a difference, found by taking one step after another",
  ".planned": "of a plan that is no scenario yet, or an end that inputs were tried at: pinned, it says why",
  ".unopened": "of another state of the file, which says why once it is opened",
  ".lever-table": "trials of moving an input, each opened by its slider",
};

/**
 * Figures of a page that say nothing of where they come from, with what holds them.
 * @param plain selectors of words with digits that need no why
 * @param figures selectors of figures of the model that need none
 */
export async function unexplained(
  page: Page,
  plain: Places = PLAIN,
  figures: Places = FIGURES,
): Promise<readonly string[]> {
  return page.evaluate(
    ([words, numbers]) => {
      const ASKED =
        "button, a, input, select, textarea, [role=button], [role=gridcell], [role=tab], [role=option], [role=slider], [role=menuitem]";
      // What the component of figures writes.
      const FIGURE = "[data-plain]";
      // A unit, not a figure.
      const UNIT = "¥10k";
      const isIn = (holder: Element, listed: string): boolean => listed !== "" && holder.closest(listed) !== null;
      const found: string[] = [];
      const root = document.querySelector(".workbench") ?? document.body;
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const text = node.textContent?.trim() ?? "";
        const holder = node.parentElement;
        if (!/\d/.test(text.replaceAll(UNIT, "")) || holder === null || !holder.checkVisibility()) continue;
        if (isIn(holder, ASKED) || isIn(holder, isIn(holder, FIGURE) ? numbers : words)) continue;
        const names = [holder, holder.parentElement].map(
          (one) => `${one?.tagName.toLowerCase()}.${one?.getAttribute("class") ?? ""}`,
        );
        found.push(`${text.slice(0, 60)} in ${names.reverse().join(" > ")}`);
      }
      return [...new Set(found)];
    },
    [Object.keys(plain).join(", "), Object.keys(figures).join(", ")] as const,
  );
}
