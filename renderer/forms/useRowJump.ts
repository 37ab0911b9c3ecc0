import { type RefObject, useEffect } from "react";
import { useNavigation } from "../shell/navigation.ts";

/** Puts the cursor into a row, or a cell of it, when something points there. */
export function useRowJump(path: string, holder: RefObject<HTMLElement | null>): void {
  const focus = useNavigation((state) => state.focus);
  const jumps = useNavigation((state) => state.jumps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: jumping twice to one row must work
  useEffect(() => {
    if (focus === undefined || !focus.startsWith(`${path}/`)) return;
    const own = CSS.escape(focus);
    const cell = holder.current?.querySelector(`[data-path="${own}"], [data-path^="${own}/"]`);
    cell?.scrollIntoView({ block: "center" });
    cell?.querySelector("input")?.focus();
  }, [focus, jumps, path, holder]);
}
