import { useCallback } from "react";
import type { LeverView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { useEffective } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { fieldAt, valueWords } from "../settings/lookup.ts";

/** Values of levers as their fields show them. */
export function useShown(): (lever: LeverView, value: string) => string {
  const { t, lang } = useWords();
  const document = useEffective();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const money = usePreferences((state) => state.money);
  return useCallback(
    (lever, value) => {
      if (lever.kind === "factor") return `× ${value}`;
      return valueWords(value, fieldAt(document, mechanisms ?? [], lever.path), money, t, lang);
    },
    [document, mechanisms, money, t, lang],
  );
}
