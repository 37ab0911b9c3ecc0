import { useCallback } from "react";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { useEffective } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { fieldAt, valueWords } from "../settings/lookup.ts";

interface Changed {
  readonly path: string;
  readonly kind: string;
  readonly now: string;
  readonly to: string;
}

/** What an input was and becomes, as its field shows it; of a whole profile the factor. */
export function useChanged(): (change: Changed) => string {
  const { t, lang } = useWords();
  const document = useEffective();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const money = usePreferences((state) => state.money);
  return useCallback(
    ({ path, kind, now, to }) => {
      if (kind === "factor") return `× ${to}`;
      const shown = (value: string) => valueWords(value, fieldAt(document, mechanisms ?? [], path), money, t, lang);
      return `${shown(now)} → ${shown(to)}`;
    },
    [document, mechanisms, money, t, lang],
  );
}
