import { Button } from "antd";
import type { Calls } from "../../app/contract.ts";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { offerDownload, toBase64 } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { pickInBrowser } from "../session/open.ts";
import { useJob } from "../session/useJob.ts";
import { notifyProblems } from "../shell/notices.ts";
import { KEPT_MAX, useWordTemplate } from "./wordTemplate.ts";

/** 样式模板: the .docx whose styles a paper for Word takes, and ours to start from. */
export function TemplateField({ disabled }: { readonly disabled: boolean }) {
  const { t } = useWords();
  const { template, set } = useWordTemplate();
  const { start, running } = useJob<Calls["exportWorkbook"]["value"]>();
  const pick = async () => {
    const file = await pickInBrowser(".docx,.dotx");
    if (file !== null) set({ name: file.name, base64: await toBase64(file) });
  };
  const ours = () =>
    start(async ({ session, scenario, job }) => {
      const reply = await call("exportWorkbook", { session, scenario, job, form: "wordTemplate", unit: "wan" });
      if (reply.ok) offerDownload(reply.value.name, reply.value.base64);
      else notifyProblems(reply.problems);
      return reply;
    });
  return (
    <div className="row template-field">
      <span className="muted">{t("exchange.templateName")}</span>
      <span>{template?.name ?? t("exchange.templateNone")}</span>
      {template !== null && (
        <IconButton icon="cross" label={t("exchange.templateDrop")} disabled={disabled} onClick={() => set(null)} />
      )}
      <Button size="small" disabled={disabled} onClick={() => void pick()}>
        {t("exchange.templatePick")}
      </Button>
      <Button size="small" type="link" loading={running} onClick={() => void ours()}>
        {t("exchange.templateOurs")}
      </Button>
      {(template?.base64.length ?? 0) > KEPT_MAX && <span className="muted">{t("exchange.templateLarge")}</span>}
    </div>
  );
}
