import { type KeyboardEvent, useEffect, useState } from "react";

const PAGE = 8;

/**
 * Keys of a text field that chooses out of a list below it: arrows and pages move, Enter takes. The field keeps the cursor and names the entry by
 * `aria-activedescendant`.
 */
export function useListKeys(idOf: (at: number) => string, count: number, take: (at: number) => void, typed: string) {
  const [chosen, setAt] = useState(0);
  const at = Math.max(0, Math.min(chosen, count - 1));
  const id = count === 0 ? undefined : idOf(at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed changes the list, and the best of it comes first
  useEffect(() => setAt(0), [typed]);
  useEffect(() => {
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const step = steps[event.key];
    if (step !== undefined && count > 0) {
      // Single steps go round, pages stop at the ends.
      setAt(Math.abs(step) === 1 ? (at + step + count) % count : Math.max(0, Math.min(at + step, count - 1)));
    } else if (event.key === "Enter" && count > 0) take(at);
    else return;
    event.preventDefault();
  };
  return { at, id, setAt, onKeyDown };
}
