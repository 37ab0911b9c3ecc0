import { App, Button, Input } from "antd";
import { useCallback, useEffect } from "react";
import type { OpinionView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "../revisions/Progressing.tsx";
import { call } from "../session/host.ts";
import { useJob } from "../session/useJob.ts";

/** 审核意见: the text, ready to paste. */
export function OpinionTab() {
  const { t } = useWords();
  const { message } = App.useApp();
  const { start: begin, ...job } = useJob<OpinionView>({ keeps: true });
  const start = useCallback(
    () => begin(({ session, scenario, job: id }) => call("opinion", { session, scenario, job: id })),
    [begin],
  );
  useEffect(() => void start(), [start]);
  const { answer } = job;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(answer?.text ?? "");
      message.success(t("review.copied"));
    } catch {
      message.warning(t("review.copyFailed"));
    }
  };
  return (
    <div className="audit">
      <div className="row wrap">
        <span className="muted grow">{t("opinion.lead")}</span>
        <Button onClick={() => void start()}>{t("opinion.compose")}</Button>
        <Button type="primary" disabled={answer === null} onClick={() => void copy()}>
          {t("opinion.copy")}
        </Button>
      </div>
      <Progressing job={job} label={t("opinion.running")} failed={t("reviewing.opinion")} />
      {answer !== null && (
        <Input.TextArea className="opinion" readOnly aria-label={t("opinion.text")} rows={26} value={answer.text} />
      )}
    </div>
  );
}
