import type { FoundPlace } from "./places.ts";

const MARK = "data-found";

/** Marks all places, the one shown stronger: letters without touching the page, fields by an attribute. */
export function markPlaces(places: readonly FoundPlace[], shown: FoundPlace | undefined, more: readonly Range[]): void {
  unmark();
  CSS.highlights.set("found", new Highlight(...places.flatMap(({ ranges }) => ranges), ...more));
  CSS.highlights.set("found-here", new Highlight(...(shown?.ranges ?? [])));
  for (const place of places) place.field?.setAttribute(MARK, place === shown ? "here" : "");
}

export function unmark(): void {
  CSS.highlights.delete("found");
  CSS.highlights.delete("found-here");
  for (const field of document.querySelectorAll(`[${MARK}]`)) field.removeAttribute(MARK);
}
