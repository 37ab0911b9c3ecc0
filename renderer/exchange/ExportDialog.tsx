import { Button } from "antd";
import { useEffect } from "react";
import type { Calls } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { Progressing } from "../revisions/Progressing.tsx";
import { offerDownload } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";

const POINTS = ["sheets", "live", "scenario", "fixed", "light"] as const;

/** The scenario shown as a workbook with live formulas: what is in it, and what is not. */
export function ExportDialog() {
  const { t } = useWords();
  const { start, ...job } = useJob<Calls["exportWorkbook"]["value"]>();
  const { answer, running } = job;
  useEffect(() => {
    if (answer === null) return;
    offerDownload(answer.name, answer.base64);
    notifyDone(words("exchange.done", { name: answer.name }));
    closeDialog();
  }, [answer]);
  const begin = () => start(({ session, scenario, job: id }) => call("exportWorkbook", { session, scenario, job: id }));
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
      <ul>
        {POINTS.map((point) => (
          <li key={point}>{t(`exchange.${point}`)}</li>
        ))}
      </ul>
      <Progressing job={job} label={t("exchange.running")} failed={t("exchange.failed")} />
    </Dialog>
  );
}
