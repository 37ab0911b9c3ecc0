import { Alert, Button, Progress } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../language/i18n.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import type { useSolve } from "./useSolve.ts";

interface SolveFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly solve: Pick<ReturnType<typeof useSolve>, "running" | "percent" | "cancelled" | "problems" | "cancel">;
  /** Whether everything that is asked for is there. */
  readonly ready: boolean;
  readonly onStart: () => void;
  readonly onClose: () => void;
  /** The question. */
  readonly children: ReactNode;
  readonly answer: ReactNode;
}

/** A goal seek as a dialog: the question, its progress, how to stop it, and what came of it. */
export function SolveFrame(props: SolveFrameProps) {
  const { title, lead, solve, ready, onStart, onClose, children, answer } = props;
  const { t } = useWords();
  const run = solve.running ? (
    <Button danger onClick={() => void solve.cancel()}>
      {t("app.cancel")}
    </Button>
  ) : (
    <Button type="primary" disabled={!ready} onClick={onStart}>
      {t("solve.start")}
    </Button>
  );
  return (
    <Dialog
      width={760}
      title={title}
      onCancel={onClose}
      footer={
        <div className="row">
          <span className="grow">
            {solve.running && (
              <Progress percent={solve.percent} size="small" status="active" aria-label={t("solve.progress")} />
            )}
          </span>
          <Button onClick={onClose}>{t("app.close")}</Button>
          {run}
        </div>
      }
    >
      <p className="muted">{lead}</p>
      {children}
      {solve.cancelled && <Alert type="info" showIcon title={t("solve.cancelled")} />}
      {solve.problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={solve.problems[0]?.message ?? ""}
          description={<ProblemLines problems={solve.problems} />}
        />
      )}
      {answer}
    </Dialog>
  );
}
