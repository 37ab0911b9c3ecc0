import { useMemo } from "react";
import { TableControl } from "../forms/TableControl.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { useValue } from "../session/effective.ts";
import { labelOf, objectsOf, textOf } from "../session/json.ts";
import { phaseColumns, timelineSettings } from "../settings/fields.ts";
import { PageFrame } from "./PageFrame.tsx";
import { PhaseBars } from "./PhaseBars.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

/** 计算期与阶段 */
export function TimelinePage() {
  const { t } = useWords();
  const settings = useMemo(timelineSettings, []);
  const phases = useValue("timeline/phases");
  const start = textOf(useValue("timeline/start"));
  const columns = useMemo(() => {
    const options = objectsOf(phases).map((phase) => ({
      word: textOf(phase["id"]),
      label: { zh: labelOf(phase["label"], "zh"), en: labelOf(phase["label"], "en") },
    }));
    return phaseColumns(options);
  }, [phases]);
  return (
    <PageFrame title={t("page.timeline")} lead={t("lead.timeline")}>
      <SettingsForm root="timeline" settings={settings} />
      <h3 className="part-title">{t("setting.phases")}</h3>
      <PhaseBars />
      <TableControl
        path="timeline/phases"
        label={inBoth("setting.phases")}
        columns={columns}
        stem="phase"
        blank={{ label: t("setting.newPhase"), start: start === "" ? "2026-01" : start, months: 12 }}
      />
    </PageFrame>
  );
}
