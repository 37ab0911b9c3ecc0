import { useMemo } from "react";
import { Expected } from "../documents/Expected.tsx";
import { useWords } from "../language/i18n.ts";
import { projectSettings } from "../settings/fields.ts";
import { PageFrame } from "./PageFrame.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

/** 项目概况 */
export function ProjectPage() {
  const { t } = useWords();
  const settings = useMemo(projectSettings, []);
  return (
    <PageFrame title={t("page.project")} lead={t("lead.project")}>
      <SettingsForm root="project" settings={settings} />
      <Expected />
    </PageFrame>
  );
}
