import { useEffect } from "react";
import { useWords } from "../language/i18n.ts";
import { desktop } from "../session/host.ts";
import { isPortfolio } from "../session/json.ts";
import { useSession } from "../session/store.ts";

/** Shows unsaved work in the window's title, and asks before a page goes away over what has not reached the host. */
export function useUnsavedMark(): void {
  const { t } = useWords();
  const dirty = useSession((state) => state.session?.dirty ?? false);
  const unsent = useSession((state) => state.unsent.length > 0);
  const name = useSession((state) => state.session?.name);
  useEffect(() => {
    document.title = name === undefined ? t("app.title") : `${dirty ? "● " : ""}${name} — ${t("app.name")}`;
    desktop()?.setUnsaved(dirty);
    if (!unsent || desktop()) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty, unsent, name, t]);
}

/** Tells the desktop shell what is open, for its menu and its title. */
export function useShownModel(): void {
  const open = useSession((state) => state.session !== null);
  const path = useSession((state) => state.session?.path);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const portfolio = useSession((state) => isPortfolio(state.session?.document));
  useEffect(() => {
    const shown = { ...(path === undefined ? {} : { path }), readOnly, portfolio };
    desktop()?.setShown?.(open ? shown : null);
  }, [open, path, readOnly, portfolio]);
}
