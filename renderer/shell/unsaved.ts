import { useEffect } from "react";
import { useWords } from "../language/i18n.ts";
import { desktop } from "../session/host.ts";
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
