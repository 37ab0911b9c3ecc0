import { Alert, Button, Progress } from "antd";
import type { ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";

/** How far an analysis is, with the way to stop it; that it was stopped; why it has no answer. */
export function Progressing(props: {
  readonly running: boolean;
  readonly cancelled: boolean;
  readonly percent: number;
  readonly problems: readonly ProblemView[];
  readonly start: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}) {
  const { t } = useWords();
  const { running, cancelled, percent, problems, start, cancel } = props;
  return (
    <>
      {running && (
        <div className="row lever-progress">
          <span className="grow">
            <Progress percent={percent} size="small" status="active" aria-label={t("levers.progress")} />
          </span>
          <Button size="small" danger onClick={() => void cancel()}>
            {t("app.cancel")}
          </Button>
        </div>
      )}
      {cancelled && (
        <Alert
          type="info"
          showIcon
          title={t("levers.cancelled")}
          action={<Button onClick={() => void start()}>{t("levers.again")}</Button>}
        />
      )}
      {problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={problems[0]?.message ?? ""}
          description={<ProblemLines problems={problems} />}
        />
      )}
    </>
  );
}
