import { bounds, type Place, type Selection } from "../grid/model.ts";

/** The attribute by which a cell says where it is: `row:column`. */
export const cellMark = ({ row, column }: Place): string => `${row}:${column}`;

const CELL = "[data-cell]";
const CONTROL = "input:not(:disabled), textarea:not(:disabled), button:not(:disabled)";

/** The place of the cell something in the page belongs to; null outside of cells. */
export function placeOf(target: EventTarget | null): Place | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>(CELL)?.dataset["cell"] : undefined;
  const [row, column] = (mark ?? "").split(":").map(Number);
  return mark === undefined || row === undefined || column === undefined ? null : { row, column };
}

export function cellAt(holder: Element | null, place: Place): HTMLElement | null {
  return holder?.querySelector<HTMLElement>(`[data-cell="${cellMark(place)}"]`) ?? null;
}

/** Whether something typed in the control changes its text; lists of words open instead. */
export const isText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.closest(".ant-select:not(.ant-select-auto-complete)") === null);

/** Puts the cursor into a cell, all of its text chosen, so that typing replaces it. */
export function enterCell(holder: Element | null, place: Place): void {
  const cell = cellAt(holder, place);
  if (cell === null) return;
  const control = cell.querySelector<HTMLElement>(CONTROL) ?? cell;
  control.focus({ preventScroll: true });
  if (isText(control)) control.select();
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Marks the cells chosen; one alone is marked by its cursor. */
export function paint(holder: Element | null, selection: Selection | null): void {
  const { top, bottom, left, right } = selection === null ? NONE : bounds(selection);
  const several = top !== bottom || left !== right;
  for (const cell of holder?.querySelectorAll<HTMLElement>(CELL) ?? []) {
    const at = placeOf(cell);
    const inside = at !== null && at.row >= top && at.row <= bottom && at.column >= left && at.column <= right;
    cell.toggleAttribute("data-picked", several && inside);
  }
}

const NONE = { top: -1, bottom: -1, left: -1, right: -1 };

/** Cells of a series that stand on one line. */
export function lineLength(holder: Element | null): number {
  const cells = [...(holder?.querySelectorAll<HTMLElement>(CELL) ?? [])];
  const first = cells[0]?.offsetTop;
  const next = cells.findIndex((cell) => cell.offsetTop !== first);
  return next < 0 ? cells.length : next;
}

/** Whether a list of words is open under a control, and has a word marked. */
export function openList(target: EventTarget | null): "closed" | "open" | "marked" {
  if (!(target instanceof Element) || target.getAttribute("aria-expanded") !== "true") return "closed";
  const list = document.getElementById(target.getAttribute("aria-controls") ?? "")?.closest(".ant-select-dropdown");
  return list?.querySelector(".ant-select-item-option-active") ? "marked" : "open";
}

/** Opens the list of words of a control, as its own keys would. */
export function openWords(target: Element): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", keyCode: DOWN, bubbles: true }));
}

const DOWN = 40;
