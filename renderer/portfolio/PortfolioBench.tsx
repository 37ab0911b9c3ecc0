import { ExplainDrawer } from "../explain/ExplainDrawer.tsx";
import { useExplain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { HeldBar } from "../revisions/HeldBar.tsx";
import { useSession } from "../session/store.ts";
import { Busy } from "../shell/Busy.tsx";
import { Header } from "../shell/Header.tsx";
import { Standing } from "../shell/Standing.tsx";
import { PortfolioPage } from "./PortfolioPage.tsx";

/** An open portfolio: head and one page, without the verdicts, which belong to its projects. */
export function PortfolioBench() {
  const { t } = useWords();
  const busy = useSession((state) => state.busy);
  const explaining = useExplain((state) => state.trail.length > 0);
  return (
    <div className={explaining ? "workbench alone explaining" : "workbench alone"}>
      <Header alone />
      <main className="content" aria-label={t("portfolio.title")}>
        <h1 className="unseen">{t("portfolio.title")}</h1>
        <HeldBar />
        <Standing />
        <PortfolioPage />
      </main>
      <ExplainDrawer />
      {busy && <Busy />}
    </div>
  );
}
