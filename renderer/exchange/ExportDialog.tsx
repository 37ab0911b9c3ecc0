import { Button, Radio } from "antd";
import { useEffect, useState } from "react";
import type { Calls } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { Progressing } from "../revisions/Progressing.tsx";
import { offerDownload } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";

const POINTS = {
  model: ["sheets", "live", "scenario", "fixed", "light"],
  tables: ["statements", "sums", "rounded"],
  plan: ["sections", "native", "pages", "rounded"],
  template: ["entries", "empty", "back", "carried"],
} as const;
const FORMS = ["model", "tables", "plan", "template"] as const;
const UNITS = ["wan", "yuan"] as const;

/** The scenario shown as a workbook, the whole model or its standard tables, or as the funding plan: what is in it, and what is not. */
export function ExportDialog() {
  const { t } = useWords();
  const { start, ...job } = useJob<Calls["exportWorkbook"]["value"]>();
  const { answer, running } = job;
  const money = usePreferences((preferences) => preferences.money);
  const [form, setForm] = useState<(typeof FORMS)[number]>("model");
  const [unit, setUnit] = useState<(typeof UNITS)[number]>(money === "yuan" ? "yuan" : "wan");
  useEffect(() => {
    if (answer === null) return;
    offerDownload(answer.name, answer.base64);
    notifyDone(words("exchange.done", { name: answer.name }));
    closeDialog();
  }, [answer]);
  const begin = () =>
    start(({ session, scenario, job: id }) => call("exportWorkbook", { session, scenario, job: id, form, unit }));
  return (
    <Dialog
      title={t("exchange.title")}
      onCancel={closeDialog}
      footer={[
        <Button key="cancel" onClick={closeDialog}>
          {t("app.cancel")}
        </Button>,
        <Button key="export" type="primary" disabled={running} onClick={() => void begin()}>
          {t("exchange.export")}
        </Button>,
      ]}
    >
      <Radio.Group
        aria-label={t("exchange.form")}
        value={form}
        disabled={running}
        options={FORMS.map((value) => ({ value, label: t(`exchange.${value}`) }))}
        onChange={(event) => setForm(event.target.value as typeof form)}
      />
      <ul>
        {POINTS[form].map((point) => (
          <li key={point}>{t(`exchange.${point}`)}</li>
        ))}
      </ul>
      {form !== "model" && (
        <Radio.Group
          aria-label={t("exchange.unit")}
          optionType="button"
          value={unit}
          disabled={running}
          options={UNITS.map((value) => ({ value, label: t(`unit.money.${value}`) }))}
          onChange={(event) => setUnit(event.target.value as typeof unit)}
        />
      )}
      <Progressing job={job} label={t("exchange.running")} failed={t("exchange.failed")} />
    </Dialog>
  );
}
