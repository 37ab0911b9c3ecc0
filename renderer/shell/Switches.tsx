import { Button } from "antd";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { useDarkness } from "./theme.ts";

/** 中文 ⇄ English; the label names the language one gets. */
export function LanguageSwitch() {
  const { t, lang } = useWords();
  const set = usePreferences((state) => state.set);
  return (
    <Button
      type="text"
      size="small"
      aria-label={t("preferences.switchLanguage")}
      onClick={() => set({ lang: lang === "zh" ? "en" : "zh" })}
    >
      {t("preferences.otherLanguage")}
    </Button>
  );
}

/** Light ⇄ dark. */
export function ThemeSwitch() {
  const { t } = useWords();
  const dark = useDarkness();
  const set = usePreferences((state) => state.set);
  return (
    <IconButton
      icon={dark ? "sun" : "moon"}
      label={t(dark ? "preferences.toLight" : "preferences.toDark")}
      onClick={() => set({ theme: dark ? "light" : "dark" })}
    />
  );
}
