import type { KeyboardEvent } from "react";

const BUTTONS = "button:not(:disabled)";

/** Arrows among the buttons at the end of a row: along it, to those of the next row, and back into its last cell. */
export function moveAmongActions(event: KeyboardEvent, back: (row: number) => void): void {
  const here = event.target instanceof Element ? event.target.closest(".row-actions") : null;
  const line = here?.closest("tr");
  if (!here || !line || !/^Arrow/.test(event.key)) return;
  const own = [...here.querySelectorAll<HTMLElement>(BUTTONS)];
  const at = own.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "ArrowRight") own[at + 1]?.focus();
  else if (event.key === "ArrowLeft" && at > 0) own[at - 1]?.focus();
  else if (event.key === "ArrowLeft") back(line.sectionRowIndex);
  else {
    const next = event.key === "ArrowDown" ? line.nextElementSibling : line.previousElementSibling;
    next?.querySelectorAll<HTMLElement>(`.row-actions ${BUTTONS}`)[at]?.focus();
  }
}
