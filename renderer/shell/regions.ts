/** The parts of the window in the order F6 goes through them. */
const REGIONS = [".header", ".sidebar", "main", ".explain-drawer"] as const;

const inSight = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.getClientRects().length > 0;

/** The cursor is in no part of the window: what had it is gone. */
export const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Puts the cursor at the beginning of the page that is shown, without scrolling it. */
export function focusPage(): void {
  document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
}

/** Where the cursor goes in a part: to the page shown among all pages, otherwise to the first that can be pressed; the page takes it itself. */
function entryOf(region: Element): HTMLElement | undefined {
  if (region.matches("main")) return region as HTMLElement;
  const current = region.querySelector<HTMLElement>("[aria-current=page]");
  return current ?? [...region.querySelectorAll("button:not(:disabled), input, a[href]")].find(inSight);
}

/** F6: to the next part of the window, or the one before. */
export function goToRegion(step: 1 | -1): boolean {
  const shown = REGIONS.flatMap((name) => [...document.querySelectorAll(name)]).filter((one) => entryOf(one));
  if (shown.length === 0) return false;
  const at = shown.findIndex((region) => region.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  entryOf(shown[(from + step + shown.length) % shown.length] as Element)?.focus();
  return true;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Arrows along a list marked `data-rove="ITEM"`, of which Tab meets one item; where items are rows, to the same control of the row before or after.
 * @returns whether the key was one of them
 */
export function alongList({ target, key }: KeyboardEvent): boolean {
  const step = STEPS[key];
  const list = target instanceof Element ? target.closest("[data-rove]") : null;
  if (step === undefined || list === null) return false;
  const items = [...list.querySelectorAll(list.getAttribute("data-rove") ?? "")];
  const at = items.findIndex((item) => item.contains(target as Element));
  const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
  if (at < 0 || next === undefined) return false;
  const controls = (item: Element) => [...item.querySelectorAll<HTMLElement>("button, summary")].filter(inSight);
  const own = controls(items[at] as Element).indexOf(target as HTMLElement);
  const others = controls(next);
  const to = own < 0 ? (next as HTMLElement) : others[Math.min(own, others.length - 1)];
  to?.focus();
  return true;
}
