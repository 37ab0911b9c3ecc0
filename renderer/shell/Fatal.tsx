import { Button, Result } from "antd";
import type { ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { ProblemLines } from "./ProblemLines.tsx";

/** The page where nothing works: why, and what to do. */
export function Fatal({ problems }: { readonly problems: readonly ProblemView[] }) {
  const { t } = useWords();
  return (
    <main className="centred">
      <Result
        status="error"
        title={problems[0]?.message ?? ""}
        subTitle={<ProblemLines problems={problems} />}
        extra={
          <Button type="primary" size="middle" onClick={() => window.location.reload()}>
            {t("app.retry")}
          </Button>
        }
      />
    </main>
  );
}
