import { Alert, Button, Progress } from "antd";
import type { ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";

interface Props {
  readonly job: {
    readonly running: boolean;
    readonly percent: number;
    readonly problems: readonly ProblemView[];
    readonly cancel: () => Promise<void>;
  };
  readonly label: string;
  readonly failed: string;
}

/** How far long work over a file's history is, the way to stop it, and why it has no answer. */
export function Progressing({ job: { running, percent, problems, cancel }, label, failed }: Props) {
  const { t } = useWords();
  return (
    <>
      {running && (
        <div className="row">
          <span className="grow">
            <Progress percent={percent} size="small" status="active" aria-label={label} />
          </span>
          <Button size="small" danger onClick={() => void cancel()}>
            {t("app.cancel")}
          </Button>
        </div>
      )}
      {problems.length > 0 && (
        <Alert type="error" showIcon title={failed} description={<ProblemLines problems={problems} />} />
      )}
    </>
  );
}
