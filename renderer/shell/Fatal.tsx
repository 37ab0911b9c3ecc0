import { Button, Result } from "antd";
import type { ProblemView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { desktop } from "../session/host.ts";
import { ProblemLines } from "./ProblemLines.tsx";

/** A page of the desktop shell may not go anywhere by itself, not even to where it is. */
function again(): void {
  const native = desktop();
  if (native?.reload) native.reload();
  else window.location.reload();
}

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
          <Button type="primary" size="middle" onClick={again}>
            {t("app.retry")}
          </Button>
        }
      />
    </main>
  );
}
