import { rankOf } from "../search/search.ts";
import { offeredGrids } from "./grids.ts";

/** A place of the page where what is looked for stands. */
export interface FoundPlace {
  show(): void;
  /** Puts the cursor there. */
  enter(): void;
  readonly ranges: readonly Range[];
  /** A field whose text it is. */
  readonly field?: HTMLElement;
}

/** What is above the page, or only heard. */
const NOT_OF_PAGE = ".find-bar, .strip, .unseen, .grid, script, style";
const FIELD = /^(INPUT|TEXTAREA)$/;
const FOCUSED = "input, textarea, button, [tabindex]";

function controlOf(element: Element | null): HTMLElement | null {
  const own = element?.closest<HTMLElement>("button, a[href]");
  if (own) return own;
  const around = element?.closest(".field, tr, li, section");
  return around?.querySelector<HTMLElement>(FOCUSED) ?? null;
}

/** Where the letters stand in a text; the whole of it where it only reads so. */
function rangesIn(node: Text, typed: string): readonly Range[] {
  const range = (from: number, to: number): Range => {
    const made = document.createRange();
    made.setStart(node, from);
    made.setEnd(node, to);
    return made;
  };
  const text = node.data.toLowerCase();
  const found: Range[] = [];
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + typed.length))
    found.push(range(at, at + typed.length));
  if (found.length > 0) return found;
  return rankOf({ names: [node.data] }, typed) === undefined ? [] : [range(0, node.data.length)];
}

/** Texts in sight of an element, and the texts of its fields, in their order. */
function* partsOf(root: Element): Generator<Text | HTMLInputElement | HTMLTextAreaElement> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && (node.matches(NOT_OF_PAGE) || !node.checkVisibility())
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (node.data.trim() !== "") yield node;
    } else if (FIELD.test((node as Element).tagName)) yield node as HTMLInputElement;
  }
}

const intoSight = (element: Element | null): void => element?.scrollIntoView({ block: "center", inline: "nearest" });

function placeOf(part: Text | HTMLInputElement | HTMLTextAreaElement, typed: string): FoundPlace | undefined {
  if (!(part instanceof Text)) {
    if (!part.value.toLowerCase().includes(typed)) return undefined;
    return { ranges: [], field: part, show: () => intoSight(part), enter: () => part.focus() };
  }
  const ranges = rangesIn(part, typed);
  const within = part.parentElement;
  if (ranges.length === 0) return undefined;
  return { ranges, show: () => intoSight(within), enter: () => controlOf(within)?.focus() };
}

/** Rows of grids first, whether in sight or not; then what else stands on the page. */
export function placesOn(root: Element, wanted: string): readonly FoundPlace[] {
  const typed = wanted.trim().toLowerCase();
  if (typed === "") return [];
  const rows = offeredGrids().flatMap((grid) =>
    grid.rows.flatMap(({ id, label, title = "", sought = "" }, row): readonly FoundPlace[] => {
      const isFound = rankOf({ names: [label, id, title, sought] }, typed) !== undefined;
      return isFound ? [{ ranges: [], show: () => grid.show(row), enter: () => grid.focus() }] : [];
    }),
  );
  const others = [...partsOf(root)].flatMap((part) => placeOf(part, typed) ?? []);
  return [...rows, ...others];
}

/** The letters in the rows of grids that are in sight, to be marked. */
export function rangesInSight(root: Element, wanted: string): readonly Range[] {
  const typed = wanted.trim().toLowerCase();
  if (typed === "") return [];
  return [...root.querySelectorAll(".grid .grid-label .capital")].flatMap((label) =>
    label.firstChild instanceof Text ? rangesIn(label.firstChild, typed) : [],
  );
}
