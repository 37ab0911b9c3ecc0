import { useMemo } from "react";
import { useWords } from "../language/i18n.ts";
import { conventionSettings } from "../settings/fields.ts";
import { PageFrame } from "./PageFrame.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

/** 测算口径 */
export function ConventionsPage() {
  const { t } = useWords();
  const settings = useMemo(conventionSettings, []);
  return (
    <PageFrame title={t("page.conventions")} lead={t("lead.conventions")}>
      <SettingsForm root="conventions" settings={settings} />
    </PageFrame>
  );
}
