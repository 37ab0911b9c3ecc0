import { Alert } from "antd";
import { ExplainDrawer } from "../explain/ExplainDrawer.tsx";
import { useExplain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";
import { Busy } from "../shell/Busy.tsx";
import { Header } from "../shell/Header.tsx";
import { PortfolioPage } from "./PortfolioPage.tsx";

/** An open portfolio: head and one page, without the verdicts, which belong to its projects. */
export function PortfolioBench() {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly);
  const busy = useSession((state) => state.busy);
  const explaining = useExplain((state) => state.trail.length > 0);
  return (
    <div className={explaining ? "workbench alone explaining" : "workbench alone"}>
      <Header alone />
      <main className="content" aria-label={t("portfolio.title")}>
        <h1 className="unseen">{t("portfolio.title")}</h1>
        {readOnly !== undefined && (
          <Alert type="warning" showIcon banner title={t("app.readOnly", { why: readOnly })} />
        )}
        <PortfolioPage />
      </main>
      <ExplainDrawer />
      {busy && <Busy />}
    </div>
  );
}
